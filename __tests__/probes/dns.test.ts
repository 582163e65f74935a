import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { DnsAnswer, Network } from '../../src/platform/host.ts'
import { nodeNetwork } from '../../src/platform/network.ts'
import { probe } from '../../src/probes/index.ts'
import { dnsServer, type Say } from '../platform/dns-server.ts'
import { answering, clock, healthy, host, Servers, targetFor } from './servers.ts'

const servers = new Servers()
afterAll(() => servers.close())
const open: { close(): unknown }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A real DNS server; what the system's resolver says is given, since a hosts file belongs to the machine. */
async function networkWith(
  say: (name: string, family: 4 | 6) => Say,
  system: DnsAnswer | null = null
): Promise<Network> {
  const server = await dnsServer(say)
  open.push(server)
  const network = nodeNetwork(() => '', [server.at])
  const nothing = { addresses: [], error: 'ENOTFOUND' }
  return { ...network, lookup: async () => system ?? nothing }
}

const target = (port = 1): ReturnType<typeof targetFor> => targetFor(port, { resolve: [], timeoutMs: 900 })
const silent = (): void => undefined
const found = (...addresses: string[]): DnsAnswer => ({ addresses, error: null })

describe('names', () => {
  test.each([
    ['no such name', 3, 'dns-nxdomain'],
    ['no address', [], 'dns-no-address'],
    ['SERVFAIL', 2, 'dns-failure'],
    ['REFUSED', 5, 'dns-failure'],
    ['silence', 'silence', 'dns-failure'],
    ['a loopback address', ['127.0.0.1'], 'dns-private-address'],
    ['a private address', ['10.1.2.3'], 'dns-private-address'],
    ['a link-local address', ['169.254.1.1'], 'dns-private-address'],
    ["a carrier's address", ['100.64.0.1'], 'dns-private-address']
  ] as const)('%s', async (_, say, diagnosis) => {
    const network = await networkWith((_name, family) => (family === 4 || !Array.isArray(say) ? say : []))
    const result = await probe(target(), network, clock, silent)
    expect(result).toMatchObject({ verdict: 'fail', diagnosis, brokenHop: 'dns' })
    expect(result.addresses[0]?.hops[0]).toMatchObject({ hop: 'dns', status: 'fail', code: diagnosis })
  })

  test('an http:// URL is wrong whatever DNS says, and no waiting helps', async () => {
    const network = await networkWith(() => 3)
    const asked = { ...target(), url: new URL(`http://${host}/hook`), waitMs: 60_000 }
    const result = await probe(asked, network, clock, silent)
    expect(result).toMatchObject({ diagnosis: 'dns-nxdomain', attempts: 1 })
    expect(result.faults.map(({ code }) => code)).toEqual(['dns-nxdomain', 'https-required'])
  })

  test('a unique-local address beside none of IPv4', async () => {
    const network = await networkWith((_, family) => (family === 4 ? [] : ['fd00::1']))
    expect((await probe(target(), network, clock, silent)).diagnosis).toBe('dns-private-address')
  })

  test('a name that DNS does not know, and the hosts file does', async () => {
    const network = await networkWith(() => 3, found('127.0.0.1'))
    const result = await probe(target(), network, clock, silent)
    expect(result).toMatchObject({ verdict: 'fail', external: false })
    expect(result.warnings).toContain('not-external')
  })

  test('where DNS and the machine disagree, the addresses of DNS are walked', async () => {
    const network = await networkWith((_, family) => (family === 4 ? ['10.0.0.9'] : []), found('198.51.100.1'))
    const result = await probe(target(), network, clock, silent)
    expect(result.addresses.map(({ address }) => address)).toEqual(['10.0.0.9'])
    expect(result.warnings).toEqual(['not-external'])
  })

  test.each([
    ['AAAA', 6, 4],
    ['A', 4, 6]
  ] as const)('the system is not asked for %s where DNS is silent about it', async (_, unheard, heard) => {
    const families: unknown[] = []
    const network = await networkWith((_name, family) => {
      if (family === unheard) return 'silence'
      return family === 4 ? ['10.0.0.9'] : ['fd00::1']
    })
    const lookup: Network['lookup'] = async (_name, _timeout, family) => {
      families.push(family)
      return found('198.51.100.1')
    }
    await probe(target(), { ...network, lookup }, clock, silent)
    expect(new Set(families)).toEqual(new Set([heard]))
  })

  test('a name with one of many addresses in turn is no split view', async () => {
    let turn = 0
    const network = await networkWith(
      (_, family) => (family === 4 ? [`10.0.0.${1 + (turn++ % 2)}`] : []),
      found('10.0.0.2')
    )
    expect((await probe(target(), network, clock, silent)).warnings).toEqual([])
  })

  test.each([
    'https://127.0.0.1:1/hook',
    'https://[::1]:1/hook',
    'https://localhost:1/hook',
    'https://10.0.0.1/hook',
    'http://192.168.1.1/hook',
    'https://[fd00::1]/hook'
  ])('%s is never asked, and no waiting helps', async address => {
    const started = performance.now()
    const asked = { ...target(), url: new URL(address), waitMs: 60_000 }
    const result = await probe(
      asked,
      nodeNetwork(() => ''),
      clock,
      silent
    )
    expect(result).toMatchObject({ verdict: 'fail', diagnosis: 'dns-private-address', attempts: 1 })
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('vantage', () => {
  test('`resolve` to loopback is walked, and is never a clean pass', async () => {
    const port = await servers.https(answering(healthy))
    const result = await probe(
      targetFor(port),
      nodeNetwork(() => ''),
      clock,
      silent
    )
    expect(result).toMatchObject({
      verdict: 'warn',
      diagnosis: 'ok',
      brokenHop: 'none',
      external: false,
      warnings: ['not-external']
    })
  })

  test('an egress proxy is said', async () => {
    const port = await servers.https(answering(healthy))
    const network = nodeNetwork(name => (name === 'HTTPS_PROXY' ? 'http://proxy.example.com:3128' : ''))
    const result = await probe(targetFor(port), network, clock, silent)
    expect(result.verdict).toBe('warn')
    expect(result.message).toContain('proxy.example.com')
  })
})

describe('several addresses', () => {
  const both = (port: number, ...addresses: string[]) =>
    targetFor(port, { resolve: addresses.map(address => ({ host, port, address })) })

  test('one dead address of two is a failure', async () => {
    const port = await servers.https(answering(healthy))
    const result = await probe(
      both(port, '127.0.0.1', '127.0.0.2'),
      nodeNetwork(() => ''),
      clock,
      silent
    )
    expect(result).toMatchObject({ verdict: 'fail', diagnosis: 'tcp-refused', brokenHop: 'tcp' })
    expect(result.message).toContain('127.0.0.2')
    expect(result.message).toContain('127.0.0.1 is fine')
    expect(result.addresses.map(({ hops }) => hops[1]?.status)).toEqual(['pass', 'fail'])
  })

  test('a dead IPv6 address beside a good IPv4 one is a warning', async () => {
    const port = await servers.https(answering(healthy))
    const result = await probe(
      both(port, '127.0.0.1', '::1'),
      nodeNetwork(() => ''),
      clock,
      silent
    )
    expect(result).toMatchObject({ verdict: 'warn', diagnosis: 'ok' })
    expect(result.warnings).toEqual(expect.arrayContaining([expect.stringMatching(/^ipv6-(broken|untested)$/)]))
  })

  test('a dead IPv6 address alone is a failure', async () => {
    const port = await servers.https(answering(healthy))
    const result = await probe(
      both(port, '::1'),
      nodeNetwork(() => ''),
      clock,
      silent
    )
    expect(result).toMatchObject({ verdict: 'fail', brokenHop: 'tcp' })
  })
})
