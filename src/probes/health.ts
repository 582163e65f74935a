import type { Clock, HttpRequest, Network } from '../platform/host.ts'
import { resolveHost } from './dns.ts'
import { type Exchange, exchange } from './exchange.ts'
import { askAgainAlone, askAgainWhereLimited } from './limits.ts'
import type { Target } from './target.ts'
import { get } from './webhook.ts'

/** With a version to look for, so many requests: two releases behind one proxy answer in turn. */
const turns = 4

/** What asking for the health page came to; one entry a request. */
export interface HealthFacts {
  readonly exchanges: readonly Exchange[]
  /** Why the host of a health page elsewhere has no address; null where it has. */
  readonly dnsError: string | null
}

/** Asks for the health page at one address, each time on a connection of its own. */
export async function askHealth(
  url: URL,
  address: string,
  target: Target,
  network: Network,
  clock: Clock
): Promise<HealthFacts> {
  const times = target.expectVersion === null ? 1 : turns
  const asked = Array.from({ length: times }, () => exchange(get(url), address, network, clock, target.timeoutMs))
  return { exchanges: await Promise.all(asked), dnsError: null }
}

/** A health page on another host than the webhook's: its own name, its own addresses. */
export async function askHealthElsewhere(
  url: URL,
  target: Target,
  network: Network,
  clock: Clock
): Promise<HealthFacts> {
  const { addresses, wire } = await resolveHost(url, target.resolve, network, target.timeoutMs)
  if (addresses.length === 0) return { exchanges: [], dnsError: wire?.v4.error ?? 'ENOTFOUND' }
  const facts = await Promise.all(
    addresses.map(async address => {
      const ask = (request: HttpRequest) => exchange(request, address, network, clock, target.timeoutMs)
      return healthAgain(url, await askHealth(url, address, target, network, clock), ask, clock)
    })
  )
  return { exchanges: facts.flatMap(({ exchanges }) => exchanges), dnsError: null }
}

type Ask = (request: HttpRequest) => Promise<Exchange>
type Turns = Record<string, HttpRequest>

/** Asks again, one by one, what a limit of requests refused, until one is refused all the same: then the page says so. */
export const healthAgain = (url: URL, facts: HealthFacts, ask: Ask, clock: Clock): Promise<HealthFacts> =>
  again(url, facts, (requests, answers) => askAgainWhereLimited(requests, answers, ask, clock))

/** Asks again, one by one, what got no answer while the webhook's requests were under way. */
export const healthAlone = (url: URL, facts: HealthFacts, ask: Ask): Promise<HealthFacts> =>
  again(url, facts, (requests, answers) => askAgainAlone(requests, answers, ask))

async function again(
  url: URL,
  facts: HealthFacts,
  askAgain: (requests: Turns, answers: Record<string, Exchange>) => Promise<Record<string, Exchange | null>>
): Promise<HealthFacts> {
  const entries = facts.exchanges.map((seen, turn) => [String(turn), seen] as const)
  const requests = Object.fromEntries(entries.map(([turn]) => [turn, get(url)]))
  const exchanges = Object.values(await askAgain(requests, Object.fromEntries(entries)))
  return { ...facts, exchanges: exchanges.filter(one => one !== null) }
}
