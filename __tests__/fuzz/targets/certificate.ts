import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { type AddressInfo, createServer, connect as openSocket, type Socket } from 'node:net'
import { createSecureContext, createServer as createTls, type SecureContext } from 'node:tls'
import { certificateFaults, certificateNotes } from '../../../src/diagnosis/certificate.ts'
import type { TlsOutcome } from '../../../src/platform/host.ts'
import { probe } from '../../../src/probes/index.ts'
import { isConnection } from '../../../src/probes/tcp.ts'
import { clock, host, network, Servers, targetFor } from '../../probes/servers.ts'
import { oid, sequence, tlv } from '../der.ts'
import { grammar } from '../grammar.ts'
import { checkReports } from '../reports.ts'
import { Broken, type Target } from '../target.ts'

/**
 * A certificate, one part a line: `subject TAG OID VALUE`, `san TAG VALUE`, `from TAG TIME`, `serial HEX`, `extension OID
 * HEX`. It is signed as it stands, so that a client comes as far as reading it. Or `bytes`, a line break, and what a
 * server says instead of a handshake.
 */
const rules = {
  start: ['<cert>', '<cert>', '<cert>\n<cert>'],
  cert: ['<names>\n<times>\n<sans>', '<names>\n<times>\n<sans>\n<more>', '<names>\n<times>', '<more>\n<names>\n<sans>'],
  names: [
    'subject 0c 2.5.4.3 <value>\nissuer 0c 2.5.4.3 <value>',
    'subject <tag> <oid> <value>',
    'subject <tag> <oid> <value>\n<names>',
    'issuer <tag> <oid> <value>\n<names>',
    'subject 0c 2.5.4.3 a\nsubject 0c 2.5.4.3 b\nsubject 0c 2.5.4.10 c'
  ],
  tag: ['0c', '13', '16', '1e', '14', '1c', '04', '02', '05', '30', '17', '1b'],
  oid: ['2.5.4.3', '2.5.4.10', '2.5.4.6', '1.2.840.113549.1.9.1', '2.5.4.9999999', '0.0', '2.5.4.45', '1.1'],
  value: [
    'shop.example.com',
    '*.example.com',
    'a\\x00b',
    '\xff\xfe',
    '',
    'x, DNS:shop.example.com',
    '"quoted"',
    'a\\nb',
    '__proto__',
    '::error::x',
    '\\x1b[31m',
    'xn--a',
    '.',
    '*',
    'shop.example.com.',
    '127.0.0.1',
    'a=b+c=d',
    'CN=a, O=b',
    '\u202e',
    '\\ud800'
  ],
  times: [
    'from 17 240101000000Z\nuntil 17 491231235959Z',
    'from 18 20240101000000Z\nuntil 18 99991231235959Z',
    'from <ttag> <time>\nuntil <ttag> <time>'
  ],
  ttag: ['17', '18', '0c', '02'],
  time: [
    '240101000000Z',
    '20240101000000Z',
    '500101000000Z',
    '00010101000000Z',
    '99991231235959Z',
    '991332256199Z',
    '',
    'x',
    '2401010000Z',
    '240101000000+0100',
    '20240101000000.5Z',
    '-1',
    '00000101000000Z',
    '20300229000000Z'
  ],
  sans: [
    'san 82 shop.example.com',
    'san <stag> <value>',
    'san <stag> <value>\n<sans>',
    'san 87 \\x7f\\x00\\x00\\x01',
    'san 86 https://shop.example.com/\nsan 81 a@b',
    'san a4 \\x30\\x00',
    'san 82 shop.example.com\nsan 82 <value>'
  ],
  stag: ['82', '87', '86', '81', '88', 'a0', 'a4', '80', '02'],
  more: [
    'serial 00',
    'serial ff',
    'serial 7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f',
    'serial ',
    'extension 2.5.29.17 0000',
    'extension 2.5.29.19 30030101ff',
    'extension 2.5.29.15 03020780',
    'extension 2.5.29.37 30',
    'extension 1.3.6.1.5.5.7.1.1 300a3008',
    'version 05',
    'extension 2.5.29.17 3080',
    'extension 1.3.6.1.5.5.7.1.1 301f301d06082b060105050730018611687474703a2f2f782f0a3a3a6572726f72'
  ]
}

interface Part {
  readonly name: string
  readonly words: readonly string[]
}

/** The rest of a line may hold blanks; `\x00`, `\n` and the like stand for what they say. */
const partsOf = (text: string): readonly Part[] =>
  text.split('\n').map(line => {
    const [, name = '', rest = ''] = /^(\w+) ?(.*)$/s.exec(line) ?? []
    return { name, words: rest.split(' ') }
  })

const bytesOf = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/\\x([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll('\\n', '\n'),
    'latin1'
  )
const byteOf = (hex = ''): number => Number.parseInt(hex, 16) & 255 || 0

const servers = new Servers()
const key = createPrivateKey(servers.pem('good').key)
const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

function certificateOf(text: string): Buffer {
  const parts = partsOf(text)
  const all = (name: string): readonly Part[] => parts.filter(part => part.name === name)
  const nameOf = (which: string): Buffer =>
    sequence(
      ...all(which).map(({ words: [tag, id = '', ...value] }) =>
        tlv(0x31, sequence(oid(id), tlv(byteOf(tag), bytesOf(value.join(' ')))))
      )
    )
  const time = (which: string): Buffer => {
    const [tag = '17', text = '491231235959Z'] = all(which)[0]?.words ?? []
    return tlv(byteOf(tag), bytesOf(text))
  }
  const sans = all('san').map(({ words: [tag, ...value] }) => tlv(byteOf(tag), bytesOf(value.join(' '))))
  const extensions = [
    ...(sans.length === 0 ? [] : [sequence(oid('2.5.29.17'), tlv(0x04, sequence(...sans)))]),
    ...all('extension').map(({ words: [id = '', hex = ''] }) => sequence(oid(id), tlv(0x04, Buffer.from(hex, 'hex'))))
  ]
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([byteOf(all('version')[0]?.words[0] ?? '02')]))),
    tlv(0x02, Buffer.from(all('serial')[0]?.words[0] ?? '01', 'hex')),
    ecdsaWithSha256,
    nameOf('issuer'),
    sequence(time('from'), time('until')),
    nameOf('subject'),
    publicKey,
    ...(extensions.length === 0 ? [] : [tlv(0xa3, sequence(...extensions))])
  )
  const signature = sign('sha256', body, key)
  return sequence(body, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), signature))
}

let context: SecureContext | null = null
const tls = createTls(
  { ...servers.pem('good'), SNICallback: (_, done) => done(null, context ?? undefined) },
  socket => {
    socket.on('error', () => undefined).once('data', () => socket.end('HTTP/1.1 400 X\r\ncontent-length: 2\r\n\r\nno'))
  }
).on('tlsClientError', () => undefined)
let said = Buffer.alloc(0)
const raw = createServer(socket => {
  socket.on('error', () => undefined).once('data', () => socket.end(said))
})
const portOf = async (server: typeof raw | typeof tls): Promise<number> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const [tlsPort, rawPort] = [await portOf(tls), await portOf(raw)]

/** What a TLS 1.2 server says first, its certificate included: taken down once from a real one. */
async function firstFlight(): Promise<Buffer> {
  const real = createTls({ ...servers.pem('good'), maxVersion: 'TLSv1.2' }).on('tlsClientError', () => undefined)
  const realPort = await portOf(real)
  const heard: Buffer[] = []
  const between = createServer((socket: Socket) => {
    const onwards = openSocket(realPort, '127.0.0.1')
    socket
      .on('error', () => undefined)
      .pipe(onwards)
      .on('error', () => undefined)
    onwards.on('data', (chunk: Buffer) => heard.push(chunk)).pipe(socket)
  })
  await handshakeWith(await portOf(between))
  between.close()
  real.close()
  return Buffer.concat(heard)
}

async function handshakeWith(port: number): Promise<TlsOutcome> {
  const connection = await network.connect('127.0.0.1', port, 5000)
  if (!isConnection(connection)) throw new Error(connection.message)
  const outcome = await connection.secure(host, 10_000)
  connection.close()
  return outcome
}

const flight = await firstFlight()
const whole =
  'subject 0c 2.5.4.3 shop.example.com\nissuer 0c 2.5.4.3 Lab\nfrom 17 240101000000Z\nuntil 17 491231235959Z\nsan 82 shop.example.com'

/** Certificates that no authority would sign, and handshakes that are none, over real connections on loopback. */
export const certificate: Target = {
  id: 'certificate',
  seeds: [
    whole,
    `bytes\n${flight.toString('latin1')}`,
    'bytes\n\x15\x03\x03\x00\x02\x02\x28',
    'bytes\nHTTP/1.1 400 Bad Request\r\n\r\n',
    'bytes\nSSH-2.0-OpenSSH\r\n'
  ],
  words: [
    'subject 0c 2.5.4.3 ',
    'san 82 ',
    'until 18 ',
    '\\x00',
    '\\n',
    '\xff',
    'bytes\n',
    '\x16\x03\x03',
    '\x30\x82',
    'extension 2.5.29.17 ',
    '*.',
    ', DNS:',
    '\\x1b[0m',
    '\\xe2\\x80\\xae'
  ],
  grammar: grammar(rules),
  runs: 12,
  async check(input, deep) {
    if (input.startsWith('bytes\n')) {
      said = Buffer.from(input.slice(6), 'latin1')
      const outcome = await handshakeWith(rawPort)
      if (outcome.error === null) throw new Broken('a handshake that is none has not come to its end', outcome)
      return [`${outcome.error.code} ${outcome.error.alert}`]
    }
    const pem = `-----BEGIN CERTIFICATE-----\n${certificateOf(input).toString('base64')}\n-----END CERTIFICATE-----\n`
    try {
      context = createSecureContext({ cert: pem, key: servers.pem('good').key })
    } catch (error) {
      return [`not served: ${(error as NodeJS.ErrnoException).code}`]
    }
    const outcome = await handshakeWith(tlsPort)
    const faults = certificateFaults(outcome, Date.now())
    const notes = certificateNotes(outcome, host, Date.now())
    if (outcome.error === null && outcome.trustError === null)
      throw new Broken('nobody trusts this certificate', outcome)
    if (outcome.error === null && faults.length === 0) throw new Broken('what is not trusted has a fault', outcome)
    if (deep) await checkProbe()
    return [outcome.error?.code ?? 'secured', ...faults.map(({ code }) => code), ...notes.map(({ fact }) => fact)]
  },
  async close() {
    tls.close()
    raw.close()
    await servers.close()
  }
}

async function checkProbe(): Promise<void> {
  const result = await probe(
    targetFor(tlsPort, { healthUrl: null, timeoutMs: 10_000 }),
    network,
    clock,
    () => undefined
  )
  if (result.verdict !== 'fail') throw new Broken('a certificate that nobody trusts fails', result.diagnosis)
  checkReports({ version: '0', verdict: 'fail', lint: null, probes: [result], stripe: null, server: null }, new Map())
}
