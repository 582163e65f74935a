import { afterAll, expect, test } from 'vitest'
import { nodeNetwork } from '../../src/platform/network.ts'
import { probe, type Target } from '../../src/probes/index.ts'
import { dnsServer, type Say } from '../platform/dns-server.ts'
import { answering, clock, healthy, host, Servers, targetFor } from '../probes/servers.ts'

const servers = new Servers()
afterAll(() => servers.close())

/** Probes the public name with this DNS, and counts who was let in where it leads. */
async function probed(say: (turn: number) => Say, changes: Partial<Target> = {}) {
  let asked = 0
  const port = await servers.https((request, response) => {
    asked++
    answering(healthy)(request, response)
  })
  let turn = 0
  const dns = await dnsServer((_, family) => (family === 4 ? say(turn++) : []))
  try {
    const target = {
      ...targetFor(port, { resolve: [], timeoutMs: 1000, ...changes }),
      url: new URL(`https://${host}:${port}/hook`)
    }
    const result = await probe(
      target,
      nodeNetwork(() => '', [dns.at]),
      clock,
      () => undefined
    )
    return { result, asked }
  } finally {
    dns.close()
  }
}

test('a name that turns to this machine after the first answer is not followed there', async () => {
  const { result, asked } = await probed(turn => (turn === 0 ? 3 : ['127.0.0.1']), { waitMs: 4000 })
  expect(result.attempts).toBeGreaterThan(1)
  expect([result.diagnosis, asked]).toEqual(['dns-private-address', 0])
})

test.each(['127.0.0.1', '169.254.169.254', '10.0.0.1', '172.16.0.1', '192.168.0.1', '100.64.0.1', '0.0.0.0'])(
  'a name that leads to %s is not followed there',
  async address => {
    const { result, asked } = await probed(() => [address])
    expect([result.diagnosis, asked]).toEqual(['dns-private-address', 0])
    expect(
      result.addresses.flatMap(({ hops }) => hops).filter(({ hop, status }) => hop === 'tcp' && status !== 'skip')
    ).toEqual([])
  }
)

test('a name with hundreds of addresses is walked so far', async () => {
  const { result } = await probed(() =>
    Array.from({ length: 250 }, (_, index) => `10.0.${index >> 7}.${(index & 127) + 1}`)
  )
  expect(result.addresses.length).toBeLessThanOrEqual(16)
})

test.each(['wrongName', 'selfSigned', 'good'] as const)(
  'what is signed goes to a trusted server of that name alone: %s',
  async name => {
    const signatures: string[] = []
    const port = await servers.https((request, response) => {
      signatures.push(String(request.headers['stripe-signature'] ?? ''))
      answering(healthy)(request, response)
    }, name)
    await probe(
      targetFor(port, { signingSecret: 'whsec_abcdefghijklmnop' }),
      nodeNetwork(() => ''),
      clock,
      () => undefined
    )
    const signed = signatures.filter(text => text !== '' && !/v1=0{64}$/.test(text))
    expect(signatures.length).toBeGreaterThan(0)
    expect(signed.length > 0).toBe(name === 'good')
  }
)
