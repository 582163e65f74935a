import type { Exchange } from '../probes/exchange.ts'
import type { Way } from '../probes/round.ts'
import type { Target } from '../probes/target.ts'
import { answerOf } from './answer.ts'
import { certificateFaults } from './certificate.ts'
import type { Observation } from './observation.ts'

/** What the health page answered. On the webhook's own origin, a broken way to it is the webhook's fault, told there. */
export function healthEvidence({ health }: Way, unsigned: Exchange, target: Target, now: number): Observation[] {
  if (health === null || target.healthUrl === null) return []
  if (health.dnsError !== null) return [{ phase: 'dns', probe: 'health', code: health.dnsError }]
  const sameOrigin = target.healthUrl.origin === target.url.origin
  if (sameOrigin && unsigned.http === null) return []
  const failed = health.exchanges.flatMap(exchange => failureOf(exchange, target, sameOrigin, now))
  return failed.length > 0 ? failed : versionEvidence(health.exchanges, target)
}

function failureOf(exchange: Exchange, target: Target, sameOrigin: boolean, now: number): Observation[] {
  const { address, tcp, tls, http } = exchange
  const at = { probe: 'health', address } as const
  if (tcp.error !== null) return [{ phase: 'tcp', ...at, ...tcp.error }]
  if (tls?.error != null) return [{ phase: 'tls', ...at, ...tls.error }]
  const [distrust] = tls === null || sameOrigin ? [] : certificateFaults(tls, now)
  if (distrust !== undefined) return [{ phase: 'certificate', ...at, detail: distrust.code }]
  if (http === null) return []
  const answer = answerOf('health', exchange, http, target)
  return answer.phase === 'http' && answer.expected === true ? [] : [answer]
}

function versionEvidence(exchanges: readonly Exchange[], target: Target): Observation[] {
  const { expectVersion } = target
  const [first] = exchanges
  if (first?.http == null) return []
  const answer = answerOf('health', first, first.http, target)
  if (expectVersion === null) return [answer]
  const right = exchanges.filter(({ http }) => http?.body.includes(expectVersion)).length
  if (right === exchanges.length) return [answer]
  return right === 0
    ? [{ ...answer, fact: 'wrong-version', detail: `'${expectVersion}'` }]
    : [{ ...answer, fact: 'mixed-versions', detail: `${right} of ${exchanges.length}` }]
}
