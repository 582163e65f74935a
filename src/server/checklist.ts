import type { Check, CheckId } from '../reports/outcome.ts'
import type { ServerFacts } from './facts.ts'
import { few, look, type Sight } from './sight.ts'

type Answer = Omit<Check, 'id'>
const unknown = (detail: string): Answer => ({ state: 'unknown', detail })

/** How the server's facts answer each point of the checklist; what only the probe can tell is left out. */
const answers: Readonly<Partial<Record<CheckId, (sight: Sight) => Answer>>> = {
  'proxy-running': ({ facts, runningProxies, proxyContainers, port443 }) => {
    const running = [...runningProxies, ...proxyContainers.map(each => `container ${each.name}`)]
    if (running.length > 0) return { state: 'yes', detail: `${few(running)} runs` }
    if (port443 === 'all') return unknown('something listens on port 443, but no known proxy was found')
    const installed = few(facts.proxies.map(each => each.name))
    return { state: 'no', detail: installed ? `installed and not running: ${installed}` : 'none is installed' }
  },
  'certificate-valid': ({ facts }) => {
    const [certificate] = facts.certificates
    if (certificate === undefined)
      return facts.certificate === 'none' ? { state: 'no', detail: 'there is none' } : unknown('the server showed none')
    const { state, covers, selfSigned, ends, names } = certificate
    if (state === 'expired') return { state: 'no', detail: `it ended on ${ends}` }
    if (!covers) return { state: 'no', detail: `it is for ${names.trim() || 'another name'}` }
    if (selfSigned) return { state: 'no', detail: 'it is signed by itself' }
    if (certificate.from === 'file') return { state: 'no', detail: `there is one until ${ends}, but no site serves it` }
    return { state: 'yes', detail: `until ${ends}` }
  },
  'dns-points-here': ({ facts, dns, foreignAddresses }) => {
    if (dns === 'here') return { state: 'yes', detail: few(facts.dns.addresses) }
    if (dns === 'elsewhere')
      return {
        state: 'no',
        detail: `it gives ${few(foreignAddresses)}, which is right only for a CDN or load balancer`
      }
    return unknown('the server cannot tell: it does not know its public address, or the name has none')
  },
  'ports-open': ({ facts, port443, port80 }) => {
    const blocked = facts.firewalls.find(each => each.verdict === 'blocked')
    if (blocked !== undefined) return { state: 'no', detail: `${blocked.tool} ${blocked.detail}` }
    if (port443 === 'unknown') return unknown('what listens on the server could not be read')
    if (port443 !== 'all') return { state: 'no', detail: 'nothing listens on port 443 for the internet' }
    if (port80 !== 'all')
      return { state: 'no', detail: "port 443 is open; nothing listens on port 80, where Let's Encrypt renews" }
    if (facts.firewalls.some(each => each.verdict === 'unknown') || facts.firewalls.length === 0)
      return unknown('both are listened on; what the firewall lets in is not known')
    return { state: 'yes', detail: "on the server itself; a hosting provider's firewall cannot be seen from there" }
  },
  'unsigned-refused': ({ facts }) => {
    const answer = facts.requests.find(each => each.to === 'app')
    if (answer === undefined) return unknown('the app was not asked on the server')
    if (answer.status === null) return { state: 'no', detail: `${answer.url} gave no answer (${answer.error})` }
    const refused = [400, 401, 403].includes(answer.status)
    return { state: refused ? 'yes' : 'no', detail: `${answer.url} answered ${answer.status}` }
  },
  'attempts-logged': ({ facts }) => {
    const [most] = facts.logs.toSorted((a, b) => (b.seen ?? 0) - (a.seen ?? 0))
    if (most === undefined) return unknown('no log could be read')
    if (!most.seen)
      return {
        state: 'no',
        detail: `no line of ${few(facts.logs.map(each => each.source))} speaks of ${facts.asked.path}`
      }
    const last = [most.time && `last ${most.time}`, most.status?.toString() ?? ''].filter(Boolean).join(', ')
    return { state: 'yes', detail: `webhook attempts seen: ${most.seen}${last && `, ${last}`} (${most.source})` }
  }
}

/** The checklist as far as the server itself answers it. */
export function checklistOf(facts: ServerFacts): readonly Check[] {
  const sight = look(facts)
  return Object.entries(answers).map(([id, answer]) => ({ id: id as CheckId, ...answer(sight) }))
}
