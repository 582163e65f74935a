import type { Clock, HttpRequest } from '../platform/host.ts'
import type { Exchange } from './exchange.ts'

type Ask = (request: HttpRequest) => Promise<Exchange>

/** The time in which the usual limits (so many a second) forget a request. */
const limitMs = 1100

/** RFC 6585 4, and what nginx says unless told otherwise (`limit_req_status`). */
const isLimited = (exchange: Exchange | null): boolean =>
  exchange?.http?.status === 429 || exchange?.http?.status === 503

/** True where something got through, so that what did not may have come too soon after it. */
export const isSpared = (exchange: Exchange | null): boolean => exchange !== null && !isLimited(exchange)

/** Asks side by side. */
export async function askAtOnce<Name extends string>(
  requests: Readonly<Record<Name, HttpRequest | null>>,
  ask: Ask
): Promise<Record<Name, Exchange | null>> {
  const asked = (Object.entries(requests) as [Name, HttpRequest | null][]).map(
    async ([name, request]) => [name, request === null ? null : await ask(request)] as const
  )
  return Object.fromEntries(await Promise.all(asked)) as Record<Name, Exchange | null>
}

/**
 * Asks again, one by one, what a limit of requests refused, until one is refused all the same.
 *
 * A sender's events come one at a time: a limit that several requests at once run into is no fault of the server. One
 * that refuses a single request is.
 */
export async function askAgainWhereLimited<Name extends string>(
  requests: Readonly<Record<Name, HttpRequest | null>>,
  answers: Readonly<Record<Name, Exchange | null>>,
  ask: Ask,
  clock: Clock
): Promise<Record<Name, Exchange | null>> {
  const again: Record<Name, Exchange | null> = { ...answers }
  for (const name of Object.keys(requests) as Name[]) {
    const request = requests[name]
    if (request === null || !isLimited(again[name])) continue
    await clock.sleep(limitMs)
    again[name] = await ask(request)
    if (isLimited(again[name])) break
  }
  return again
}

/** By what the request was meant for: what a gateway says in place of it is no answer. */
export const isAnswered = (exchange: Exchange | null): boolean =>
  exchange?.http?.status != null && ![502, 504, 520, 524].includes(exchange.http.status)

/**
 * How long a server with one worker is still at what nobody waits for any more; 0 where none of the answers was slow.
 *
 * Such a server takes one request at a time: what came at once waited behind the others, and was given up.
 */
export function queueMs(exchanges: readonly (Exchange | null)[], timeoutMs: number): number {
  const asked = exchanges.filter(exchange => exchange !== null)
  const slowest = Math.max(0, ...asked.filter(isAnswered).map(({ http }) => http?.ms ?? 0))
  return slowest > timeoutMs / 4 ? slowest * asked.filter(exchange => !isAnswered(exchange)).length : 0
}

/** Asks again, one by one, what got no answer among several at once. */
export async function askAgainAlone<Name extends string>(
  requests: Readonly<Partial<Record<Name, HttpRequest | null>>>,
  answers: Readonly<Record<Name, Exchange | null>>,
  ask: Ask
): Promise<Record<Name, Exchange | null>> {
  const again: Record<Name, Exchange | null> = { ...answers }
  for (const [name, request] of Object.entries(requests) as [Name, HttpRequest | null][]) {
    if (request === null || isAnswered(again[name])) continue
    const alone = await ask(request)
    if (isAnswered(alone)) again[name] = alone
  }
  return again
}
