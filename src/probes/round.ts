import { isLoopback, isPrivate, isUnspecified } from '../model/address.ts'
import type { Clock, HttpRequest, Network, NetworkError } from '../platform/host.ts'
import { type DnsFacts, familyOf, portOf, resolveHost, systemView } from './dns.ts'
import { type Exchange, exchange } from './exchange.ts'
import { askHealth, askHealthElsewhere, type HealthFacts, healthAgain, healthAlone } from './health.ts'
import { askAgainAlone, askAgainWhereLimited, askAtOnce, isAnswered, isSpared, queueMs } from './limits.ts'
import type { Target } from './target.ts'
import { portError } from './tcp.ts'
import { type SignedRequests, signedRequests, unsignedRequests } from './webhook.ts'

/** The way to one address. */
export interface Way {
  readonly address: string
  readonly family: 4 | 6
  /** Null where the address is not one to go to. */
  readonly unsigned: Exchange | null
  readonly control: Exchange | null
  readonly bogus: Exchange | null
  readonly signed: Exchange | null
  readonly tampered: Exchange | null
  readonly replayed: Exchange | null
  readonly health: HealthFacts | null
  /** Null where port 80 answers, or was of no interest. */
  readonly port80: NetworkError | null
  readonly openPorts: readonly number[]
}

/** All that was seen in one round: facts alone, no judgement. */
export interface Round {
  readonly dns: DnsFacts
  readonly dnsMs: number
  readonly ways: readonly Way[]
  readonly ownAddresses: readonly string[]
  readonly egressProxy: string | null
}

/** Walks every address of the name once, side by side. */
export async function walkRound(target: Target, network: Network, clock: Clock): Promise<Round> {
  const started = clock.elapsed()
  const elsewhere = healthElsewhere(target, network, clock)
  const found = await resolveHost(target.url, target.resolve, network, target.timeoutMs)
  const dnsMs = clock.elapsed() - started
  const walked = found.addresses.map(address =>
    isNowhere(address) && found.source !== 'resolve'
      ? notWalked(address)
      : walk(address, target, network, clock, elsewhere)
  )
  const view = systemView(target.url, found, network, target.timeoutMs)
  const dns = { ...found, ...(await view) }
  const ways = await Promise.all(walked)
  await elsewhere
  return { dns, dnsMs, ways, ownAddresses: network.ownAddresses(), egressProxy: network.egressProxy(target.url) }
}

/** An address that a machine elsewhere cannot mean: asking it would show some other machine. */
export const isNowhere = (address: string): boolean =>
  isLoopback(address) || isPrivate(address) || isUnspecified(address)

const healthElsewhere = (target: Target, network: Network, clock: Clock): Promise<HealthFacts> | null =>
  target.healthUrl === null || target.healthUrl.origin === target.url.origin
    ? null
    : askHealthElsewhere(target.healthUrl, target, network, clock)

async function walk(
  address: string,
  target: Target,
  network: Network,
  clock: Clock,
  elsewhere: Promise<HealthFacts> | null
): Promise<Way> {
  const ask = (request: HttpRequest): Promise<Exchange> => exchange(request, address, network, clock, target.timeoutMs)
  const { healthUrl } = target
  const requests = unsignedRequests(target, clock.now())
  const [atOnce, healthAtOnce, port80, openPorts] = await Promise.all([
    askAtOnce(requests, ask),
    elsewhere ?? (healthUrl === null ? null : askHealth(healthUrl, address, target, network, clock)),
    portOf(target.url) === 443 ? portError(address, 80, network, target.timeoutMs) : null,
    openOf(address, target, network)
  ])
  const here = elsewhere === null ? (healthAtOnce?.exchanges ?? []) : []
  const together = [...Object.values(atOnce), ...here]
  const spared = together.some(isSpared)
  const queue = queueMs(together, target.timeoutMs)
  const calm = spared ? await askAgainWhereLimited(requests, atOnce, ask, clock) : atOnce
  const calmHealth =
    spared && elsewhere === null && healthUrl !== null && healthAtOnce !== null
      ? await healthAgain(healthUrl, healthAtOnce, ask, clock)
      : healthAtOnce
  // A signature that got no answer is shown again in any case: three requests at once may be more than a small server takes.
  const unheard = queue > 0 ? requests : isAnswered(calm.unsigned) ? { bogus: requests.bogus } : {}
  await clock.sleep(queue)
  const { unsigned, control, bogus } = await askAgainAlone(unheard, calm, ask)
  const health =
    queue > 0 && elsewhere === null && healthUrl !== null && calmHealth !== null
      ? await healthAlone(healthUrl, calmHealth, ask)
      : calmHealth
  // Nothing that is signed goes over a connection that is not trusted, or to a place that does not answer.
  const signing = unsigned !== null && isTrusted(unsigned) ? signedRequests(target, clock.now()) : null
  const { signed, tampered, replayed } =
    signing === null
      ? { signed: null, tampered: null, replayed: null }
      : await askSigned(signing, ask, clock, target.timeoutMs)
  const asked = { unsigned, control, bogus, signed, tampered, replayed }
  return { address, family: familyOf(address), ...asked, health, port80, openPorts }
}

async function askSigned(
  signing: SignedRequests,
  ask: (request: HttpRequest) => Promise<Exchange>,
  clock: Clock,
  timeoutMs: number
): Promise<Record<keyof SignedRequests, Exchange | null>> {
  const atOnce = await askAtOnce({ ...signing }, ask)
  const queue = queueMs(Object.values(atOnce), timeoutMs)
  const calm = await askAgainWhereLimited({ ...signing }, atOnce, ask, clock)
  await clock.sleep(queue)
  return queue > 0 ? askAgainAlone({ ...signing }, calm, ask) : calm
}

const isTrusted = ({ tls, http }: Exchange): boolean =>
  http !== null && http.status !== null && tls !== null && tls.trustError === null && tls.nameError === null

async function openOf(address: string, target: Target, network: Network): Promise<readonly number[]> {
  const ports = target.directPorts.filter(port => port !== portOf(target.url))
  const errors = await Promise.all(ports.map(port => portError(address, port, network, target.timeoutMs)))
  return ports.filter((_, index) => errors[index] === null)
}

const notWalked = (address: string): Way => ({
  address,
  family: familyOf(address),
  unsigned: null,
  control: null,
  bogus: null,
  signed: null,
  tampered: null,
  replayed: null,
  health: null,
  port80: null,
  openPorts: []
})
