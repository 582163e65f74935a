import type { ServerFinding } from '../../reports/outcome.ts'
import type { ServerFacts } from '../facts.ts'
import { look } from '../sight.ts'
import type { ServerCause } from './cause.ts'
import {
  appLoopbackInContainer,
  containerLoopbackOnly,
  containerNotPublished,
  containerNotRunning
} from './container.ts'
import { proxyConfigInvalid, proxyNoRoute, proxyNotInstalled, proxyNotRunning } from './proxy.ts'
import { certificateExpired, certificateMissing, dnsElsewhere, firewallBlocks } from './surroundings.ts'

/** Every cause on a server, from the app outwards to the internet. */
export const serverCauses: readonly ServerCause[] = [
  containerNotRunning,
  appLoopbackInContainer,
  containerNotPublished,
  proxyConfigInvalid,
  proxyNotInstalled,
  proxyNotRunning,
  firewallBlocks,
  certificateExpired,
  certificateMissing,
  proxyNoRoute,
  dnsElsewhere,
  containerLoopbackOnly
]

/** What the facts of a server come to: all causes that hold, from the app outwards. */
export function findingsOf(facts: ServerFacts): readonly ServerFinding[] {
  const sight = look(facts)
  return serverCauses.flatMap(({ code, see }) => {
    const seen = see(sight)
    return seen === null ? [] : [{ code, ...seen }]
  })
}
