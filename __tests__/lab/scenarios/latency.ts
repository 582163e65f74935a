import { broken, healthy, type Scenario } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { nginxBefore } from '../servers/nginx.ts'
import { addresses, DOMAIN, type Network } from '../world.ts'

const far = (oneWayMs: number, lossPercent = 0): Network => ({
  names: [{ name: DOMAIN, a: [addresses.slow.server] }],
  slow: { oneWayMs, lossPercent }
})

/** Distance and loss are no fault. */
export const latencyScenarios: readonly Scenario[] = [
  { name: 'latency: 50 ms round trip', network: far(25), services: [fastapi(), nginxBefore()], expected: healthy },
  {
    name: 'latency: 300 ms round trip',
    network: far(150),
    services: [fastapi(), nginxBefore()],
    inputs: { timeout: '5' },
    expected: healthy
  },
  {
    // What is lost may be lost again: a second try is what `wait` is for.
    name: 'latency: 40 ms round trip, 2 % lost',
    network: far(20, 2),
    services: [fastapi(), nginxBefore()],
    inputs: { timeout: '6', wait: '20' },
    expected: { ...healthy, within: 25 }
  },
  {
    name: 'latency: app stopped, far away',
    network: far(100),
    services: [nginxBefore()],
    inputs: { timeout: '5' },
    expected: broken('proxy', 'proxy-bad-gateway')
  }
]
