import { broken, type Expected, healthy, type Scenario } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { nginx, nginxBefore, proxyPass } from '../servers/nginx.ts'
import { addresses, DOMAIN } from '../world.ts'

const health = (
  name: string,
  env: Readonly<Record<string, string>>,
  expected: Expected,
  inputs: Scenario['inputs'] = {}
): Scenario => ({
  name: `health: ${name}`,
  services: [fastapi('healthy', { env }), nginxBefore()],
  inputs,
  expected
})

/** A webhook that works beside a health check that does not. */
export const healthScenarios: readonly Scenario[] = [
  health('503', { HEALTH_STATUS: '503' }, broken('health', 'health-status', { webhookStatus: 400, healthStatus: 503 })),
  health(
    '503, and said to be right',
    { HEALTH_STATUS: '503' },
    { ...healthy, healthStatus: 503 },
    { 'expect-health-status': '200,503' }
  ),
  health('not there', {}, broken('health', 'health-status', { healthStatus: 404 }), { 'health-url': '/healthz' }),
  health('not wanted', {}, { ...healthy, healthStatus: null }, { 'health-url': 'none' }),
  health('too slow', { HEALTH_DELAY: '8' }, broken('health', 'health-timeout'), { timeout: '2' }),
  health('on a port that is closed', {}, broken('health', 'health-unreachable'), {
    'health-url': `https://${DOMAIN}:8443/health`
  }),
  health('on a name that is not there', {}, broken('health', 'health-unreachable'), {
    'health-url': 'https://health.example.com/health'
  }),
  health('with the certificate of somebody else', {}, broken('health', 'health-unreachable'), {
    'health-url': `https://${addresses.server.v4}/health`
  }),
  health('as a whole URL', {}, healthy, { 'health-url': `https://${DOMAIN}/health` }),
  health('right version', { VERSION: 'sha-4711' }, healthy, { 'expect-version': 'sha-4711' }),
  health('old version', { VERSION: 'sha-4711' }, broken('health', 'health-wrong-version', { explains: [/sha-4712/] }), {
    'expect-version': 'sha-4712'
  }),
  {
    name: 'health: redirected',
    services: [fastapi(), nginx([{ body: `location = /health { return 301 /health/; }\n${proxyPass()}` }])],
    expected: broken('health', 'health-status', { webhookStatus: 400, healthStatus: 301 })
  },
  {
    name: 'health: not forwarded by nginx',
    services: [fastapi(), nginx([{ body: 'location /webhooks/ { proxy_pass http://127.0.0.1:8000; }' }])],
    expected: broken('health', 'health-status', { webhookStatus: 400, healthStatus: 404 })
  }
]
