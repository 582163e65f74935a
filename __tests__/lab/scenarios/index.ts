import type { Scenario } from '../scenario.ts'
import { appScenarios } from './app.ts'
import { checkoutScenarios } from './checkout.ts'
import { dnsScenarios } from './dns.ts'
import { healthScenarios } from './health.ts'
import { hostileScenarios } from './hostile.ts'
import { httpScenarios } from './http.ts'
import { incidentScenarios } from './incident.ts'
import { latencyScenarios } from './latency.ts'
import { proxyScenarios } from './proxy.ts'
import { serverScenarios } from './server.ts'
import { signedScenarios } from './signed.ts'
import { tcpScenarios } from './tcp.ts'
import { tlsScenarios } from './tls.ts'
import { vantageScenarios } from './vantage.ts'
import { waitScenarios } from './wait.ts'

/** Every scenario, in the order of the hops. Adding a group: add a file, add a line. */
export const scenarios: readonly Scenario[] = [
  ...incidentScenarios,
  ...dnsScenarios,
  ...tcpScenarios,
  ...tlsScenarios,
  ...httpScenarios,
  ...proxyScenarios,
  ...appScenarios,
  ...signedScenarios,
  ...healthScenarios,
  ...vantageScenarios,
  ...waitScenarios,
  ...latencyScenarios,
  ...hostileScenarios,
  ...checkoutScenarios,
  ...serverScenarios
]
