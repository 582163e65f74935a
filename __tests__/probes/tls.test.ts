import { afterAll, describe, expect, test } from 'vitest'
import type { CertificateName } from '../lab/certificates.ts'
import { answering, healthy, probed, Servers } from './servers.ts'

const servers = new Servers()
afterAll(() => servers.close())

const faulty: readonly [CertificateName, string, readonly string[]][] = [
  ['expired', 'tls-expired', ['tls-expired']],
  ['notYetValid', 'tls-not-yet-valid', ['tls-not-yet-valid']],
  ['wrongName', 'tls-name-mismatch', ['tls-name-mismatch']],
  ['parentName', 'tls-name-mismatch', ['tls-name-mismatch']],
  ['expiredAndWrongName', 'tls-expired', ['tls-expired', 'tls-name-mismatch']],
  ['selfSigned', 'tls-self-signed', ['tls-self-signed']],
  ['selfSignedWrongName', 'tls-name-mismatch', ['tls-name-mismatch', 'tls-self-signed']],
  ['leafOnly', 'tls-incomplete-chain', ['tls-incomplete-chain']],
  ['strangerLeafOnly', 'tls-incomplete-chain', ['tls-incomplete-chain']],
  ['unknownRoot', 'tls-untrusted', ['tls-untrusted']],
  ['unknownRootSent', 'tls-untrusted', ['tls-untrusted']]
]

describe('certificates', () => {
  test.each(faulty)('%s comes to %s', async (name, diagnosis, all) => {
    const result = await probed(await servers.https(answering(healthy), name))
    expect(result).toMatchObject({ verdict: 'fail', diagnosis, brokenHop: 'tls' })
    expect(result.faults.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual(all)
    expect(result.addresses[0]?.hops.find(({ hop }) => hop === 'app')?.status).toBe('skip')
  })

  test('a name that is not in it is told, with those that are', async () => {
    const { message } = await probed(await servers.https(answering(healthy), 'wrongName'))
    expect(message).toContain('it names other.example.com')
  })

  test.each([
    ['weakKey', 'too weak'],
    ['weakDigest', 'too weak'],
    ['forClients', 'not made for a server']
  ] as const)('%s is not trusted, and why is said', async (name, words) => {
    const options = { ciphers: 'DEFAULT@SECLEVEL=0' }
    const result = await probed(await servers.https(answering(healthy), name, options))
    expect(result).toMatchObject({ verdict: 'fail', diagnosis: 'tls-untrusted', brokenHop: 'tls' })
    expect(result.message).toContain(words)
  })

  test.each([
    ['good', []],
    ['everyName', []],
    ['noSan', ['tls-no-san']],
    ['forAddress', ['tls-no-san']],
    ['endsSoon', ['tls-expires-soon']],
    ['shortLived', []]
  ] as const)('%s passes with %j', async (name, warnings) => {
    const result = await probed(await servers.https(answering(healthy), name))
    expect(result.diagnosis).toBe('ok')
    expect(result.warnings.filter(code => code !== 'not-external')).toEqual(warnings)
  })
})

describe('handshakes', () => {
  test('TLS 1.1 alone is too old', async () => {
    const options = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    const port = await servers.tls(() => undefined, 'good', options)
    expect((await probed(port)).diagnosis).toBe('tls-old-protocol')
  })

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('a client certificate over %s is demanded', async version => {
    const options = { requestCert: true, rejectUnauthorized: true, minVersion: version, maxVersion: version }
    const port = await servers.https(answering(healthy), 'good', options)
    const result = await probed(port)
    expect(result).toMatchObject({ verdict: 'fail', diagnosis: 'tls-client-certificate', brokenHop: 'tls' })
  })

  test('no common cipher', async () => {
    const port = await servers.tls(() => undefined, 'good', { ciphers: 'AES128-SHA', maxVersion: 'TLSv1.2' })
    expect((await probed(port)).diagnosis).toBe('tls-handshake')
  })

  test('a refused name', async () => {
    const port = await servers.tcp(socket => socket.once('data', () => socket.end(alert(112))))
    expect((await probed(port)).diagnosis).toBe('tls-name-mismatch')
  })

  test('an internal error, as Caddy says it', async () => {
    const port = await servers.tcp(socket => socket.once('data', () => socket.end(alert(80))))
    expect((await probed(port)).diagnosis).toBe('tls-handshake')
  })

  test('plain HTTP on the port', async () => {
    const result = await probed(await servers.http(answering(healthy)))
    expect(result.diagnosis).toBe('tls-plain-http')
  })

  test('ssh on the port', async () => {
    const port = await servers.tcp(socket => socket.write('SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n'))
    const result = await probed(port)
    expect(result.diagnosis).toBe('tls-plain-http')
    expect(result.message).toContain('ssh')
  })

  test('silence', async () => {
    const port = await servers.tcp(() => undefined)
    const result = await probed(port, { timeoutMs: 600 })
    expect(result.diagnosis).toBe('tls-timeout')
  })

  test('a connection that is cut on the first message', async () => {
    const port = await servers.tcp(socket => socket.once('data', () => socket.destroy()))
    expect((await probed(port)).diagnosis).toBe('tls-handshake')
  })

  test.each(['destroy', 'resetAndDestroy'] as const)(
    'a connection that is cut before anything is sent (%s)',
    async how => {
      const port = await servers.tcp(socket => socket[how]())
      expect((await probed(port)).diagnosis).toBe('tcp-reset')
    }
  )
})

/** A fatal alert as a record of its own (RFC 8446 6). */
const alert = (description: number): Buffer => Buffer.from([21, 3, 3, 0, 2, 2, description])
