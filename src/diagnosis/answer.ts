import type { HttpOutcome } from '../platform/host.ts'
import type { Exchange } from '../probes/exchange.ts'
import type { Target } from '../probes/target.ts'
import type { Observation, RequestName } from './observation.ts'

/** One answer as an observation: complete, cut off, or none. */
export function answerOf(
  probe: RequestName,
  { address, url }: Exchange,
  { status, headers, body, error, truncated }: HttpOutcome,
  { expectStatus, expectHealthStatus }: Target
): Observation {
  const seen = { probe, address, url: url.href, ...(status === null ? {} : { status, headers, body }) }
  if (error !== null) return { phase: status === null ? 'http' : 'body', ...seen, ...error }
  const expected = (probe === 'health' ? expectHealthStatus : expectStatus).includes(status ?? 0)
  return { phase: 'http', ...seen, expected, truncated }
}
