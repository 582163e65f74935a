import type { HopName, ProbedAddress, ProbeResult } from '../model/hop.ts'
import { type Check, type CheckId, checks, type Outcome } from './outcome.ts'

type State = Check['state']
type Seen = Omit<Check, 'id'>

const notLooked: Seen = { state: 'unknown', detail: '' }
const serverOnly: Seen = { state: 'unknown', detail: 'only a look at the server tells (`ssh`)' }

/** Where this runner has no IPv6, the verdict rests on the other addresses: so does the list. */
const isTested = ({ hops }: ProbedAddress): boolean => !hops.some(({ code }) => code === 'ipv6-untested')

/** What a hop came to over every address of every URL: one failure is a failure, and what was not tried everywhere is not known. */
function overall(probes: readonly ProbeResult[], name: HopName): Seen {
  const hops = probes
    .flatMap(({ addresses }) => addresses.filter(isTested))
    .flatMap(({ hops }) => hops.filter(({ hop }) => hop === name))
  const failed = hops.find(({ status }) => status === 'fail')
  if (failed !== undefined) return { state: 'no', detail: failed.detail }
  const [first] = hops
  if (first === undefined || hops.every(({ status }) => status === 'skip')) return notLooked
  if (hops.some(({ status }) => status === 'skip'))
    return { state: 'unknown', detail: 'not every request came that far' }
  // What a hop warns of is another matter than the check.
  return { state: 'yes', detail: hops.find(({ status }) => status === 'pass')?.detail ?? 'yes, with a warning' }
}

/** The probe's share of the list, by check. */
const fromProbes: Readonly<Record<CheckId, (probes: readonly ProbeResult[]) => Seen>> = {
  'proxy-running': () => serverOnly,
  'certificate-valid': probes => overall(probes, 'tls'),
  'dns-points-here': probes => {
    const seen = overall(probes, 'dns')
    const addresses = [...new Set(probes.flatMap(probe => probe.addresses.map(({ address }) => address)))].slice(0, 4)
    return seen.state === 'yes'
      ? {
          state: 'unknown',
          detail: `it leads to ${addresses.join(', ')}; whether that is your server, only a look at it tells`
        }
      : seen
  },
  'ports-open': probes => {
    const closed = probes.some(({ warnings }) => warnings.includes('port-80-closed'))
    const seen = overall(probes, 'tcp')
    return seen.state === 'yes' && closed ? { state: 'no', detail: 'port 80 does not answer' } : seen
  },
  'url-https': probes => {
    if (probes.length === 0) return notLooked
    const state: State = probes.every(({ url }) => /^https:/i.test(url)) ? 'yes' : 'no'
    return { state, detail: state === 'yes' ? 'https' : 'http: providers refuse it, and anyone on the way can read it' }
  },
  'unsigned-refused': probes => overall(probes, 'app'),
  'attempts-logged': () => serverOnly
}

/** What a person would check by hand, with what this run knows of each; the server knows better than the probe. */
export const checklist = ({ probes, server }: Outcome): readonly Check[] =>
  checks.map(({ id }) => {
    const seen = server?.checklist.find(check => check.id === id && check.state !== 'unknown')
    return seen ?? { id, ...fromProbes[id](probes) }
  })
