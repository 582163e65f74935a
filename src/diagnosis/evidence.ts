import { isLoopback, isPrivate } from '../model/address.ts'
import type { HttpOutcome } from '../platform/host.ts'
import { bodyHolds } from '../probes/body-pattern.ts'
import type { DnsFacts } from '../probes/dns.ts'
import { portOf } from '../probes/dns.ts'
import type { Exchange } from '../probes/exchange.ts'
import { isNowhere, type Round, type Way } from '../probes/round.ts'
import type { Target } from '../probes/target.ts'
import { answerOf } from './answer.ts'
import { certificateFaults, certificateNotes } from './certificate.ts'
import { causeOf, diagnosisOf } from './explain.ts'
import { healthEvidence } from './health-evidence.ts'
import type { Observation, RequestName } from './observation.ts'
import { sameAnswer } from './similarity.ts'

/** Longer answers count as slow. */
const slowMs = 5000

/** What one round saw, as observations: those of the name, then those of each address. */
export interface Evidence {
  readonly shared: readonly Observation[]
  readonly ways: readonly { readonly way: Way; readonly observations: readonly Observation[] }[]
}

/** Turns the facts of a round into observations. Still no judgement: that is the table's. */
export const evidenceOf = (round: Round, target: Target, now: number): Evidence => ({
  shared: [
    { phase: 'url', url: target.url.href },
    ...dnsEvidence(round.dns),
    ...(round.egressProxy === null
      ? []
      : [{ phase: 'vantage', fact: 'egress-proxy', detail: round.egressProxy } as const])
  ],
  ways: round.ways.map(way => ({ way, observations: wayEvidence(way, round, target, now) }))
})

function dnsEvidence({ source, addresses, wire, system, differs }: DnsFacts): Observation[] {
  if (wire === null) return []
  const lookup = system === null || system.error === null ? 'ok' : system.error
  if (source === 'dns') {
    const words = `DNS gives ${addresses.join(', ')}; this machine takes ${system?.addresses.join(', ')}`
    return differs ? [{ phase: 'dns', lookup, wire: 'differs', detail: words }] : []
  }
  const code = worstOf([wire.v4.error, wire.v6.error])
  return [{ phase: 'dns', lookup, wire: code, code, detail: addresses.join(', ') }]
}

/** No answer weighs more than none of this kind, and that more than no such name: the name exists where one question says so. */
const worstOf = (codes: readonly (string | null)[]): string =>
  codes.find(code => code !== null && code !== 'ENODATA' && code !== 'ENOTFOUND') ??
  (codes.includes('ENODATA') ? 'ENODATA' : 'ENOTFOUND')

function wayEvidence(way: Way, round: Round, target: Target, now: number): Observation[] {
  const { address, unsigned } = way
  const { source } = round.dns
  if (unsigned === null) return [{ phase: 'address', private: true, literal: source === 'url', address }]
  return [
    ...vantageEvidence(way, round),
    ...transportEvidence(way, unsigned, round, target, now),
    ...answerEvidence(way, unsigned, target),
    ...healthEvidence(way, unsigned, target, now),
    ...way.openPorts.map(port => ({ phase: 'direct', address, port }) as const)
  ]
}

function vantageEvidence({ address, unsigned }: Way, { dns, ownAddresses }: Round): Observation[] {
  if (isNowhere(address)) {
    return dns.source === 'resolve'
      ? [
          {
            phase: 'vantage',
            fact: isLoopback(address) ? 'loopback' : isPrivate(address) ? 'private' : 'loopback',
            address
          }
        ]
      : []
  }
  return ownAddresses.includes(address) || unsigned?.sameMachine === true
    ? [{ phase: 'vantage', fact: 'own-address', address }]
    : []
}

function transportEvidence(
  way: Way,
  { tcp, tls, peek }: Exchange,
  round: Round,
  target: Target,
  now: number
): Observation[] {
  const { address, family, port80 } = way
  const at = { address, family, port: portOf(target.url), literal: round.dns.source === 'url' }
  if (tcp.error !== null) {
    const ipv4 = round.ways.filter(({ family }) => family === 4)
    return [
      {
        phase: 'tcp',
        ...at,
        ...tcp.error,
        ipv4Works: ipv4.some(({ unsigned }) => unsigned?.tcp.error === null),
        ipv6Here: round.ownAddresses.some(isGlobalIpv6),
        onlyAddress: ipv4.length === 0
      }
    ]
  }
  const port80Closed: Observation[] = port80 === null ? [] : [{ phase: 'tcp80', address, ...port80 }]
  if (tls === null) return port80Closed
  if (tls.error !== null) {
    const heard = peek === null ? {} : { said: peek.said, closedUnasked: peek.closedUnasked }
    return [...port80Closed, { phase: 'tls', ...at, ...tls.error, ...heard, keysAgreed: tls.keysAgreed }]
  }
  return [
    ...port80Closed,
    ...certificateFaults(tls, now).map(fault => ({ phase: 'tls', ...at, ...fault }) as const),
    ...certificateNotes(tls, target.url.hostname, now).map(note => ({ phase: 'certificate', ...at, ...note }) as const)
  ]
}

/** Neither this link's nor a site's own (RFC 4193): one that could reach the internet. */
const isGlobalIpv6 = (address: string): boolean => address.includes(':') && !isLoopback(address) && !isPrivate(address)

/** What the webhook answered, and what follows from comparing its answers. */
function answerEvidence(way: Way, unsigned: Exchange, target: Target): Observation[] {
  if (unsigned.http === null) return []
  const { provider, expectBody } = target
  const answer = unsigned.http
  const accepted = isAccepted(way.signed?.http ?? null, provider.acceptedWords)
  const control = way.control
  const same = control !== null && control.http !== null && sameAnswer(answer, unsigned.url, control.http, control.url)
  const first: Observation = {
    ...answerOf('unsigned', unsigned, answer, target),
    sameAsControl: same && !accepted,
    unlikeControl: accepted || (!same && tells(control)),
    healthServed: isHealthServed(way, target),
    signedAccepted: accepted,
    ...(expectBody === null ? {} : expectation(expectBody, answer.body))
  }
  const slow: Observation[] =
    answer.ms > slowMs && answer.error === null
      ? [{ phase: 'http', fact: 'slow', address: way.address, detail: `${(answer.ms / 1000).toFixed(1)} s` }]
      : []
  const passed = causeOf(first)?.code == null
  return [first, ...slow, ...(passed ? signatureEvidence(way, target, accepted) : [])]
}

const isHealthServed = ({ health }: Way, { url, healthUrl, expectHealthStatus }: Target): boolean =>
  healthUrl?.origin === url.origin &&
  (health?.exchanges.some(({ http }) => expectHealthStatus.includes(http?.status ?? 0)) ?? false)

/** A control request that a limit refused tells nothing. */
const tells = (control: Exchange | null): boolean =>
  control?.http?.status != null && control.http.status !== 429 && control.http.status !== 503

const expectation = (expected: string | RegExp, body: string): Partial<Observation> => ({
  fact: 'expect-body',
  bodyMatches: bodyHolds(expected, body),
  detail: typeof expected === 'string' ? `'${expected}'` : String(expected)
})

/** Every request with some signature: read only where the unsigned one was refused as it should be. */
function signatureEvidence(way: Way, target: Target, signedAccepted: boolean): Observation[] {
  const sent: readonly [RequestName, Exchange | null][] = [
    ['bogus-signature', way.bogus],
    ['signed', way.signed],
    ['tampered', way.tampered],
    ['replayed', way.replayed]
  ]
  const { bogus, signed, tampered } = way
  const sameAsTampered = isSame(signed, tampered)
  const unlikeForged = isSame(bogus, tampered) && signed?.http?.status !== tampered?.http?.status
  const acceptedWords = signed?.http != null && (target.provider.acceptedWords?.test(signed.http.body) ?? false)
  const seen = sent.flatMap(([name, exchange]): Observation[] =>
    exchange === null || exchange.http === null
      ? []
      : [
          {
            ...answerOf(name, exchange, exchange.http, target),
            signedAccepted,
            sameAsTampered,
            unlikeForged,
            acceptedWords
          }
        ]
  )
  // Where the good signature is refused, that an old one is refused too tells nothing.
  const refused = seen.some(observation => observation.probe === 'signed' && levelOf(observation) === 'error')
  return refused ? seen.filter(({ probe }) => probe !== 'replayed') : seen
}

const isSame = (a: Exchange | null, b: Exchange | null): boolean =>
  a?.http != null && b?.http != null && sameAnswer(a.http, a.url, b.http, b.url)

const levelOf = (observation: Observation): string | null => {
  const code = causeOf(observation)?.code ?? null
  return code === null ? null : diagnosisOf(code).diagnosis.level
}

const isAccepted = (answer: HttpOutcome | null, acceptedWords: RegExp | null): boolean =>
  answer !== null &&
  answer.status !== null &&
  (Math.floor(answer.status / 100) === 2 || (acceptedWords?.test(answer.body) ?? false))
