import type { Certificate, HttpOutcome, TlsOutcome } from '../../src/platform/host.ts'
import type { DnsFacts } from '../../src/probes/dns.ts'
import type { Exchange } from '../../src/probes/exchange.ts'
import type { Round, Way } from '../../src/probes/round.ts'
import type { Target } from '../../src/probes/target.ts'
import { stripe } from '../../src/providers/stripe.ts'

/** What a probe saw of a server that is as it should be, and one piece of it that is not: plain data, as `judge` reads it. */
export const now = Date.UTC(2026, 5, 15)
export const day = 24 * 60 * 60 * 1000
export const address = '198.51.100.10'
const webhook = new URL('https://shop.example.com/webhooks/stripe')

export const target = (changes: Partial<Target> = {}): Target => ({
  url: webhook,
  provider: stripe,
  expectStatus: [400],
  expectBody: null,
  healthUrl: null,
  expectHealthStatus: [200],
  expectVersion: null,
  waitMs: 0,
  stable: 1,
  timeoutMs: 1000,
  directPorts: [],
  resolve: [],
  signingSecret: null,
  ...changes
})

export const failed = (code: string, message = '', alert: number | null = null) => ({ code, message, alert })

export const answer = (status: number, body = '', changes: Partial<HttpOutcome> = {}): HttpOutcome => ({
  ms: 12.34,
  error: null,
  status,
  headers: { 'content-type': 'application/json' },
  body,
  truncated: false,
  ...changes
})

export const refused = answer(400, '{"detail":"Missing Stripe-Signature header"}')
export const notFound = answer(404, '{"detail":"Not Found"}')

export const certificate = (changes: Partial<Certificate> = {}): Certificate => ({
  subject: 'shop.example.com',
  issuer: 'R10',
  altNames: 'DNS:shop.example.com',
  validFrom: now - 30 * day,
  validTo: now + 60 * day,
  inStore: false,
  ...changes
})

export const tls = (changes: Partial<TlsOutcome> = {}): TlsOutcome => ({
  ms: 8,
  error: null,
  protocol: 'TLSv1.3',
  keysAgreed: true,
  chain: [certificate()],
  trustError: null,
  nameError: null,
  ...changes
})

export const exchange = (http: HttpOutcome | null, changes: Partial<Exchange> = {}): Exchange => ({
  url: webhook,
  address,
  tcp: { ms: 4, error: null },
  sameMachine: false,
  tls: tls(),
  peek: null,
  http,
  ...changes
})

/** One that came no further than its first packet. */
export const unconnected = (code: string, changes: Partial<Exchange> = {}): Exchange =>
  exchange(null, { tcp: { ms: 4, error: failed(code) }, tls: null, ...changes })

export const way = (changes: Partial<Way> = {}): Way => ({
  address,
  family: 4,
  unsigned: exchange(refused),
  control: exchange(notFound, { url: new URL('https://shop.example.com/webhooks/webhook-reach-check-0123') }),
  bogus: null,
  signed: null,
  tampered: null,
  replayed: null,
  health: null,
  port80: null,
  openPorts: [],
  ...changes
})

export const dns = (changes: Partial<DnsFacts> = {}): DnsFacts => ({
  source: 'dns',
  addresses: [address],
  wire: { v4: { addresses: [address], error: null }, v6: { addresses: [], error: 'ENODATA' } },
  system: null,
  differs: false,
  ...changes
})

/** DNS that came to nothing, with what each of its two questions was answered. */
export const nothingFound = (v4: string, v6: string, changes: Partial<DnsFacts> = {}): DnsFacts =>
  dns({
    source: 'system',
    addresses: [],
    wire: { v4: { addresses: [], error: v4 }, v6: { addresses: [], error: v6 } },
    system: { addresses: [], error: v4 },
    ...changes
  })

export const round = (changes: Partial<Round> = {}): Round => ({
  dns: dns(),
  dnsMs: 2,
  ways: [way()],
  ownAddresses: ['10.0.0.5'],
  egressProxy: null,
  ...changes
})
