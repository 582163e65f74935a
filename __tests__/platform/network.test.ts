import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { nodeNetwork } from '../../src/platform/network.ts'
import { isConnection } from '../../src/probes/tcp.ts'
import { dnsServer, type Say } from './dns-server.ts'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

const asked = async (name: string, family: 4 | 6, say: (family: 4 | 6) => Say) => {
  const server = await dnsServer((_, family) => say(family))
  open.push(server)
  return nodeNetwork(() => '', [server.at]).query(name, family, 900)
}

describe('questions on the wire', () => {
  test('A and AAAA are asked each by itself', async () => {
    const both = (family: 4 | 6): Say => (family === 4 ? ['198.51.100.7', '198.51.100.8'] : ['2001:db8::7'])
    expect(await asked('shop.example.com', 4, both)).toEqual({
      addresses: ['198.51.100.7', '198.51.100.8'],
      error: null
    })
    expect(await asked('shop.example.com', 6, both)).toEqual({ addresses: ['2001:db8::7'], error: null })
  })

  test.each([
    ['no such name', 3, 'ENOTFOUND'],
    ['no such record', [], 'ENODATA'],
    ['SERVFAIL', 2, 'ESERVFAIL'],
    ['REFUSED', 5, 'EREFUSED'],
    ['FORMERR', 1, 'EFORMERR'],
    ['silence', 'silence', 'ETIMEOUT']
  ] as const)('%s', async (_, say, error) => {
    const started = performance.now()
    expect(await asked('shop.example.com', 4, () => say)).toEqual({ addresses: [], error })
    expect(performance.now() - started).toBeLessThan(1900)
  })

  test('garbage is no answer', async () => {
    expect((await asked('shop.example.com', 4, () => 'garbage')).error).toMatch(/^E(BADRESP|TIMEOUT)$/)
  })

  test('a name that is none', async () => {
    expect(await asked(`${'x'.repeat(64)}.example.com`, 4, () => [])).toEqual({ addresses: [], error: 'EBADNAME' })
  })

  test("the system's resolver knows localhost", async () => {
    expect((await nodeNetwork(() => '').lookup('localhost', 2000)).addresses).toContain('127.0.0.1')
  })
})

describe('connections', () => {
  test('a port that nothing listens on', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise(resolve => server.close(resolve))
    expect(await nodeNetwork(() => '').connect('127.0.0.1', port, 500)).toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('our end is the target itself, where that is this machine', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    open.push(server)
    await new Promise(resolve => server.once('listening', resolve))
    const result = await nodeNetwork(() => '').connect('127.0.0.1', (server.address() as AddressInfo).port, 500)
    expect(isConnection(result) && result.localAddress).toBe('127.0.0.1')
    if (isConnection(result)) result.close()
  })

  test('its own addresses are known', () => expect(nodeNetwork(() => '').ownAddresses()).toContain('127.0.0.1'))
})

describe('egress proxies', () => {
  const proxyFor = (url: string, env: Record<string, string>): string | null =>
    nodeNetwork(name => env[name] ?? '').egressProxy(new URL(url))

  test.each([
    ['https://shop.example.com/', {}, null],
    ['https://shop.example.com/', { HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
    ['https://shop.example.com/', { https_proxy: 'http://user:word@proxy:3128' }, 'http://proxy:3128'],
    ['http://shop.example.com/', { HTTP_PROXY: 'http://proxy:3128' }, null],
    ['http://shop.example.com/', { http_proxy: 'http://proxy:3128' }, 'http://proxy:3128'],
    ['https://shop.example.com/', { ALL_PROXY: 'socks5://proxy' }, 'socks5://proxy'],
    ['https://shop.example.com/', { HTTPS_PROXY: 'http://proxy', NO_PROXY: 'localhost, .example.com' }, null],
    ['https://shop.example.com/', { HTTPS_PROXY: 'http://proxy', no_proxy: 'example.com' }, null],
    ['https://shop.example.com/', { HTTPS_PROXY: 'http://proxy', NO_PROXY: '*' }, null],
    ['https://shop.example.com/', { HTTPS_PROXY: 'http://proxy', NO_PROXY: 'ample.com' }, 'http://proxy']
  ])('%s with %j', (url, env, proxy) => expect(proxyFor(url, env)).toBe(proxy))
})
