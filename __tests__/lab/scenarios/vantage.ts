import { broken, healthy, type Scenario, warned } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { nginxBefore } from '../servers/nginx.ts'
import { addresses, DOMAIN } from '../world.ts'

const { v4 } = addresses.server
const site = [fastapi(), nginxBefore()]
const notExternal = { ...warned('not-external'), external: false }

/** Where the look comes from decides what it proves. */
export const vantageScenarios: readonly Scenario[] = [
  { name: 'vantage: from the server itself', services: site, from: 'server', expected: notExternal },
  {
    name: 'vantage: from the server itself, broken',
    services: [nginxBefore()],
    from: 'server',
    expected: { ...broken('proxy', 'proxy-bad-gateway'), external: false }
  },
  {
    name: 'vantage: name in the hosts file alone',
    network: { names: [], hosts: [`${v4} ${DOMAIN}`] },
    services: site,
    expected: {
      verdict: ['warn', 'fail'],
      diagnosis: ['ok', 'dns-nxdomain'],
      brokenHop: ['none', 'dns'],
      warnings: ['not-external'],
      external: false
    }
  },
  {
    name: 'vantage: hosts file and DNS disagree',
    network: { names: [{ name: DOMAIN, a: [v4] }], hosts: [`198.51.100.77 ${DOMAIN}`] },
    services: site,
    expected: { verdict: 'warn', diagnosis: 'ok', brokenHop: 'none', warnings: ['not-external'], external: false }
  },
  {
    name: 'vantage: egress proxy in the environment',
    services: site,
    env: { HTTPS_PROXY: 'http://198.51.100.77:3128' },
    expected: { ...healthy, verdict: 'warn' }
  },
  {
    name: 'vantage: egress proxy that is not for this name',
    services: site,
    env: { HTTPS_PROXY: 'http://198.51.100.77:3128', NO_PROXY: `localhost,${DOMAIN}` },
    expected: healthy
  },
  {
    name: 'vantage: self-hosted runner elsewhere',
    services: site,
    env: { RUNNER_ENVIRONMENT: 'self-hosted' },
    expected: { ...healthy, verdict: ['pass', 'warn'] }
  },
  {
    name: 'vantage: name resolved by the user',
    network: { names: [] },
    services: site,
    inputs: { resolve: `${DOMAIN}:443:${v4}` },
    expected: { ...healthy, verdict: ['pass', 'warn'] }
  },
  {
    name: 'vantage: app reachable beside the proxy',
    services: [fastapi('healthy', { address: '0.0.0.0' }), nginxBefore()],
    inputs: { 'direct-ports': '8000' },
    expected: warned('direct-port-open')
  },
  {
    name: 'vantage: app behind the proxy alone',
    services: site,
    inputs: { 'direct-ports': '8000' },
    expected: { ...healthy, noWarnings: ['direct-port-open'] }
  },
  {
    name: 'vantage: two URLs, the second broken',
    services: site,
    inputs: { 'webhook-url': `https://${DOMAIN}/webhooks/stripe\nhttps://${DOMAIN}/webhooks/other` },
    expected: broken('app', 'route-not-found')
  }
]
