import { broken, type Expected, healthy, type Scenario, warned } from '../scenario.ts'
import { express, fastapi, flask } from '../servers/apps.ts'
import { nginxBefore } from '../servers/nginx.ts'
import type { Service } from '../servers/service.ts'

const signs = (name: string, app: Service, expected: Expected, inputs: Scenario['inputs'] = {}): Scenario => ({
  name: `signed: ${name}`,
  services: [app, nginxBefore()],
  inputs: { 'signing-secret': 'whsec_lab', ...inputs },
  expected: { ...expected, saysNot: [/^(?!::add-mask).*whsec_lab/m] }
})

/** What handlers make of signed, tampered and old events; the verifiers are Stripe's own libraries. */
export const signedScenarios: readonly Scenario[] = [
  signs('FastAPI', fastapi(), healthy),
  signs('Flask', flask(), healthy),
  signs('Express', express(), healthy),
  signs(
    'GitHub',
    fastapi('github'),
    { ...healthy, verdict: ['pass', 'warn'], webhookStatus: 401 },
    { provider: 'github' }
  ),
  signs('another secret', fastapi(), broken('app', 'signed-rejected'), { 'signing-secret': 'whsec_other' }),
  signs('another secret (Express)', express(), broken('app', 'signed-rejected'), { 'signing-secret': 'whsec_other' }),
  {
    name: 'signed: proxy drops the signature header',
    services: [fastapi(), nginxBefore(8000, 'proxy_set_header Stripe-Signature "";')],
    inputs: { 'signing-secret': 'whsec_lab' },
    expected: broken('app', 'signed-rejected')
  },
  signs('old events taken', fastapi('any_age'), broken('app', 'replay-accepted')),
  signs('tampered events taken in test mode', fastapi('test_mode_unverified'), broken('app', 'tampered-accepted')),
  signs('handler dislikes unknown events', fastapi('unknown_event_fails'), warned('signed-handler-error'))
]
