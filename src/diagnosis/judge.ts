import type { Fault, ProbedAddress, Verdict } from '../model/hop.ts'
import { familyOf, portOf } from '../probes/dns.ts'
import type { Round, Way } from '../probes/round.ts'
import type { Target } from '../probes/target.ts'
import { evidenceOf } from './evidence.ts'
import { diagnosisOf, explain, shown } from './explain.ts'
import { firstBroken, hopsOf } from './hops.ts'
import type { Words } from './words.ts'

/** What one round came to. */
export interface Judgement {
  readonly verdict: Verdict
  /** The worst of the first broken hop first, then what else is broken there, then the warnings. */
  readonly faults: readonly Fault[]
  readonly addresses: readonly ProbedAddress[]
  /** The way that the result speaks of: the first broken one. */
  readonly way: Way | null
}

/** Reads the table of causes with all that a round saw. */
export function judge(round: Round, target: Target, now: number): Judgement {
  const words = wordsOf(target)
  const evidence = evidenceOf(round, target, now)
  const explained = (observations: readonly Parameters<typeof explain>[0][]): Fault[] =>
    observations.flatMap(observation => explain(observation, words) ?? [])
  const shared = explained(evidence.shared)
  const ways = evidence.ways.map(({ way, observations }) => ({ way, faults: [...shared, ...explained(observations)] }))
  const faults = ranked(
    ways.length === 0 ? atFirstBrokenHop(shared) : ways.flatMap(way => atFirstBrokenHop(way.faults))
  )
  const broken = ways.find(({ faults: own }) =>
    own.some(({ code, level }) => level === 'error' && code === faults[0]?.code)
  )
  return {
    verdict: verdictOf(faults),
    faults,
    addresses:
      ways.length === 0
        ? [
            {
              address: target.url.hostname,
              family: familyOf(target.url.hostname),
              hops: hopsOf(null, shared, round, target)
            }
          ]
        : ways.map(({ way, faults: own }) => ({
            address: way.address,
            family: way.family,
            hops: hopsOf(way, own, round, target)
          })),
    way: (broken ?? ways.find(({ way }) => way.unsigned?.http != null) ?? ways[0])?.way ?? null
  }
}

/** What comes behind a broken hop is no evidence; warnings stand wherever they were seen. */
function atFirstBrokenHop(faults: readonly Fault[]): Fault[] {
  const broken = firstBroken(faults)
  // What the URL itself is at fault for was known before the first step, and is no less true.
  const known = ({ waitingHelps, address }: Fault): boolean => !waitingHelps && address === null
  return faults.filter(fault => fault.level !== 'error' || fault.hop === broken || known(fault))
}

/** Errors before warnings, in the order of the way, the worst of a hop first; each once an address. */
function ranked(faults: readonly Fault[]): Fault[] {
  const once = new Map(faults.map(fault => [`${fault.cause} ${fault.address}`, fault]))
  const rank = (fault: Fault): number => (fault.level === 'error' ? 0 : 1000) + diagnosisOf(fault.code).rank
  return [...once.values()].sort((a, b) => rank(a) - rank(b))
}

/** Notices leave the verdict as it is. */
const verdictOf = (faults: readonly Fault[]): Verdict =>
  faults.some(({ level }) => level === 'error')
    ? 'fail'
    : faults.some(({ level }) => level === 'warning')
      ? 'warn'
      : 'pass'

/** The words of this target, for the places in the texts. */
export function wordsOf({ url, healthUrl, provider, expectStatus, expectHealthStatus }: Target): Words {
  return {
    host: url.hostname,
    port: String(portOf(url)),
    path: url.pathname,
    folder: url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1) || '/',
    url: shown(url),
    healthUrl: healthUrl === null ? '' : shown(healthUrl),
    expect: expectStatus.join(' or '),
    healthExpect: expectHealthStatus.join(' or '),
    secretHint: provider.secretHint
  }
}
