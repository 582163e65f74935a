import { isLoopback, isPrivate, isUnspecified } from '../model/address.ts'
import type { Clock, HttpRequest, Network, NetworkError } from '../platform/host.ts'
import { type DnsFacts, familyOf, portOf, resolveHost, systemView } from './dns.ts'
import { type Exchange, exchange } from './exchange.ts'
import { askHealth, askHealthElsewhere, type HealthFacts, healthAgain } from './health.ts'
import { askAgainWhereLimited, askAtOnce, isSpared } from './limits.ts'
import type { Target } from './target.ts'
import { portError } from './tcp.ts'
import { signedRequests, type UnsignedRequests, unsignedRequests } from './webhook.ts'

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
  const spared = [...Object.values(atOnce), ...here].some(isSpared)
  const calm = spared ? await askAgainWhereLimited(requests, atOnce, ask, clock) : atOnce
  const health =
    spared && elsewhere === null && healthUrl !== null && healthAtOnce !== null
      ? await healthAgain(healthUrl, healthAtOnce, ask, clock)
      : healthAtOnce
  const { unsigned, control, bogus } = await bogusAgain(requests, calm, ask)
  // Nothing that is signed goes over a connection that is not trusted, or to a place that does not answer.
  const signing = unsigned !== null && isTrusted(unsigned) ? signedRequests(target, clock.now()) : null
  const { signed, tampered, replayed } =
    signing === null
      ? { signed: null, tampered: null, replayed: null }
      : await askAgainWhereLimited({ ...signing }, await askAtOnce({ ...signing }, ask), ask, clock)
  const asked = { unsigned, control, bogus, signed, tampered, replayed }
  return { address, family: familyOf(address), ...asked, health, port80, openPorts }
}

type Unsigned = Pick<Way, 'unsigned' | 'control' | 'bogus'>

/** Three requests at once may be more than a small server takes: a signature that got no answer among them is shown again by itself. */
async function bogusAgain(
  requests: UnsignedRequests,
  answers: Unsigned,
  ask: (request: HttpRequest) => Promise<Exchange>
): Promise<Unsigned> {
  if (requests.bogus === null || !isAnswered(answers.unsigned) || isAnswered(answers.bogus)) return answers
  const alone = await ask(requests.bogus)
  return isAnswered(alone) ? { ...answers, bogus: alone } : answers
}

/** By what the request was meant for: what a gateway says in place of it is no answer. */
const isAnswered = (exchange: Exchange | null): boolean =>
  exchange?.http?.status != null && ![502, 504, 520, 524].includes(exchange.http.status)

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
