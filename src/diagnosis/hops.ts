import { type Fault, type Hop, type HopName, hopNames } from '../model/hop.ts'
import { familyOf, portOf } from '../probes/dns.ts'
import type { Exchange } from '../probes/exchange.ts'
import type { Round, Way } from '../probes/round.ts'
import type { Target } from '../probes/target.ts'
import { frontOf } from './answerers.ts'
import { shown } from './explain.ts'
import { completed } from './observation.ts'

/** The hops that the probe itself walks; Stripe's own is asked elsewhere. */
const walked = hopNames.filter(name => name !== 'stripe')

/** The first hop of the way that has an error, or null. */
export const firstBroken = (faults: readonly Fault[]): HopName | null =>
  hopNames.find(name => faults.some(({ hop, level }) => hop === name && level === 'error')) ?? null

/** The way to one address, hop by hop: what is broken, what was fine, what was not tried. */
export function hopsOf(way: Way | null, faults: readonly Fault[], round: Round, target: Target): Hop[] {
  const broken = firstBroken(faults)
  return walked.map(hop => {
    const here = faults.filter(fault => fault.hop === hop)
    const worst = here.find(({ level }) => level === 'error') ?? here[0]
    const ms = way === null ? (hop === 'dns' ? round.dnsMs : 0) : msOf(hop, way, round)
    if (isBehind(hop, broken, here)) {
      return { hop, status: 'skip', ms: 0, code: null, detail: `Not judged, since ${broken} is broken before it.` }
    }
    if (worst !== undefined) {
      const status = worst.level === 'error' ? 'fail' : 'warn'
      return { hop, status, ms, code: worst.code, detail: [...new Set(here.map(({ says }) => says))].join(' ') }
    }
    const skipped = skippedBecause(hop, target)
    if (skipped !== null || way?.unsigned == null || !isReached(hop, way, way.unsigned)) {
      return { hop, status: 'skip', ms: 0, code: null, detail: skipped ?? 'Not reached.' }
    }
    return { hop, status: 'pass', ms, code: null, detail: passed[hop](way, way.unsigned, round, target) }
  })
}

/** The health page is asked by itself: it stands as it was found, unless the way to the machine is broken. */
function isBehind(hop: HopName, broken: HopName | null, here: readonly Fault[]): boolean {
  if (broken === null) return false
  const at = hopNames.indexOf(broken)
  if (hop === 'health') return here.length === 0 && at < hopNames.indexOf('http')
  return hopNames.indexOf(hop) > at
}

/** A way may end without being broken: an IPv6 address that does not answer beside an IPv4 one that does. */
function isReached(hop: HopName, { health }: Way, { tls, http }: Exchange): boolean {
  if (hop === 'dns' || hop === 'tcp') return true
  if (hop === 'tls') return tls !== null
  return (hop === 'health' ? health?.exchanges[0]?.http : http) != null
}

const skippedBecause = (hop: HopName, { url, healthUrl }: Target): string | null => {
  if (hop === 'tls' && url.protocol === 'http:') return 'An http:// URL has no TLS.'
  return hop === 'health' && healthUrl === null ? '`health-url` is none.' : null
}

const msOf = (hop: HopName, { unsigned, health }: Way, { dnsMs }: Round): number => {
  const first = health?.exchanges[0]
  const times: Partial<Record<HopName, number>> = {
    dns: dnsMs,
    tcp: unsigned?.tcp.ms ?? 0,
    tls: unsigned?.tls?.ms ?? 0,
    http: unsigned?.http?.ms ?? 0,
    health: first === undefined ? 0 : first.tcp.ms + (first.tls?.ms ?? 0) + (first.http?.ms ?? 0)
  }
  return Math.round((times[hop] ?? 0) * 10) / 10
}

const sources = {
  url: 'stands in the URL',
  resolve: 'is named by `resolve`',
  dns: 'comes from DNS',
  system: 'comes from this machine'
}

/** What a hop that is fine showed. */
const passed: Readonly<Record<HopName, (way: Way, unsigned: Exchange, round: Round, target: Target) => string>> = {
  dns: ({ address }, _, { dns }, { url }) =>
    dns.source === 'dns'
      ? `${url.hostname} is ${address} (${familyOf(address) === 4 ? 'A' : 'AAAA'}).`
      : `${address} ${sources[dns.source]}.`,
  tcp: (_way, _unsigned, _round, { url }) => `Port ${portOf(url)} takes connections.`,
  tls: (_, { tls }) => {
    const [leaf] = tls?.chain ?? []
    const until =
      leaf === undefined || Number.isNaN(leaf.validTo)
        ? ''
        : `, valid until ${new Date(leaf.validTo).toISOString().slice(0, 10)}`
    return `${tls?.protocol ?? 'TLS'}, certificate by ${leaf?.issuer ?? 'nobody'}${until}.`
  },
  http: (_, { http }) => `Answered ${http?.status ?? 'nothing'} in ${Math.round(http?.ms ?? 0)} ms.`,
  proxy: (_, { http }) => {
    const front = frontOf(http?.headers ?? {})
    return front === null ? 'No proxy shows itself in the answer.' : `${front} passes the request on.`
  },
  app: (_, { http }) => (http === null ? '' : `${capital(whoOf(http))} refuses an unsigned event with ${http.status}.`),
  health: ({ health }, _unsigned, _round, { healthUrl }) =>
    `${healthUrl === null ? '' : shown(healthUrl)} answers ${health?.exchanges[0]?.http?.status ?? 'nothing'}.`,
  stripe: () => ''
}

/** Who gave an answer, in words. */
export const whoOf = (http: NonNullable<Exchange['http']>): string =>
  completed({ phase: 'http', status: http.status ?? 0, headers: http.headers, body: http.body }).by ?? 'the server'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
