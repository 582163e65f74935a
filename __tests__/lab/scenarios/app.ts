import { broken, type Expected, healthy, type Scenario } from '../scenario.ts'
import { django, express, fastapi, flask } from '../servers/apps.ts'
import { nginxBefore } from '../servers/nginx.ts'
import type { Service } from '../servers/service.ts'

const answers = (name: string, app: Service, expected: Expected, inputs: Scenario['inputs'] = {}): Scenario => ({
  name: `app: ${name}`,
  services: [app, nginxBefore()],
  inputs,
  expected
})
const offers = (status: number): Partial<Expected> => ({
  webhookStatus: status,
  explains: [new RegExp(`expect-status[^\\n]*${status}`)]
})

/** What handlers answer to an unsigned event: rightly, and in the ways people get it wrong. */
export const appScenarios: readonly Scenario[] = [
  answers('FastAPI', fastapi(), healthy),
  answers('Flask', flask(), healthy),
  answers('Django', django(), healthy),
  answers('Express', express(), healthy),
  answers(
    'FastAPI, route missing',
    fastapi('healthy', { env: { WEBHOOK_PATH: '/webhook' } }),
    broken('app', 'route-not-found', { webhookStatus: 404 })
  ),
  answers('Flask, route missing', flask(), broken('app', 'route-not-found'), {
    'webhook-url': 'https://shop.example.com/webhook/stripe'
  }),
  answers('Django, route missing', django(), broken('app', 'route-not-found'), {
    'webhook-url': 'https://shop.example.com/webhook/stripe'
  }),
  answers(
    'Express, route for GET alone',
    express('get-only'),
    broken('app', ['route-not-found', 'method-not-allowed'])
  ),
  answers(
    'FastAPI, route for GET alone',
    fastapi('healthy', { env: { WEBHOOK_METHOD: 'GET' } }),
    broken('app', 'method-not-allowed', { webhookStatus: 405 })
  ),
  answers(
    'FastAPI takes unsigned events',
    fastapi('unsigned'),
    broken('app', 'unsigned-accepted', { webhookStatus: 200 })
  ),
  answers('FastAPI answers 200 to every error', fastapi('swallowed'), broken('app', 'unsigned-accepted')),
  answers('FastAPI looks for the header alone', fastapi('presence_only'), broken('app', 'unsigned-accepted')),
  answers('Flask parses and never verifies', flask('parsed'), broken('app', 'unsigned-accepted')),
  answers(
    'unsigned is not worth waiting for',
    fastapi('unsigned'),
    broken('app', 'unsigned-accepted', { within: 6, attempts: 'one' }),
    {
      wait: '60'
    }
  ),
  answers(
    'FastAPI demands the header (422)',
    fastapi('required_header'),
    broken('app', 'validation-error', offers(422))
  ),
  answers(
    'the same, and said to be right',
    fastapi('required_header'),
    { ...healthy, webhookStatus: 422 },
    { 'expect-status': '422' }
  ),
  answers('FastAPI demands a body model (422)', fastapi('body_model'), broken('app', 'validation-error')),
  answers(
    'FastAPI dies of the missing header',
    fastapi('crashing'),
    broken('app', 'app-error', { webhookStatus: 500 })
  ),
  answers('FastAPI catches nothing', fastapi('uncaught'), broken('app', 'app-error')),
  answers(
    'Flask dies of the missing header',
    flask('environ_key'),
    broken('app', ['app-error', 'unexpected-status', 'body-mismatch'])
  ),
  answers('Django dies of the missing header', django('meta_key'), broken('app', 'app-error')),
  answers('Express catches nothing', express('uncaught'), broken('app', 'app-error')),
  answers(
    '403 that speaks of the signature',
    fastapi('forbidden'),
    broken('app', ['unexpected-status', 'blocked'], offers(403))
  ),
  answers(
    'the same, and said to be right',
    fastapi('forbidden'),
    { ...healthy, webhookStatus: 403 },
    { 'expect-status': '400,403' }
  ),
  answers(
    '401 of a login guard',
    fastapi('login_wanted'),
    broken(['app', 'proxy'], ['blocked', 'unexpected-status'], { webhookStatus: 401 })
  ),
  answers('418', fastapi('teapot'), broken('app', 'unexpected-status', { webhookStatus: 418 })),
  answers('generic takes 401', fastapi('login_wanted'), { ...healthy, webhookStatus: 401 }, { provider: 'generic' }),
  answers('github takes 401', fastapi('github'), { ...healthy, webhookStatus: 401 }, { provider: 'github' }),
  answers('every path is 400', fastapi('answers_everything'), broken('app', 'not-an-endpoint')),
  answers('every path is a single-page app', fastapi('single_page'), broken('app', 'not-an-endpoint')),
  answers(
    'Django refuses the host',
    django('wrong_host'),
    broken('app', 'host-refused', { explains: [/ALLOWED_HOSTS/] })
  ),
  answers('Django wants a CSRF token', django('csrf'), broken(['proxy', 'app'], 'blocked', { explains: [/csrf/i] })),
  answers('Express parses the body first', express('parsed'), broken('app', 'raw-body-lost')),
  answers('Express without its secret', express('no-secret'), broken('app', 'signing-secret-missing')),
  answers('FastAPI without its secret', fastapi('no_secret'), broken('app', 'signing-secret-missing')),
  answers(
    'FastAPI says its secret is missing',
    fastapi('secret_not_configured'),
    broken('app', 'signing-secret-missing')
  ),
  answers('body as expected', fastapi(), healthy, { 'expect-body': 'Missing Stripe-Signature' }),
  answers('body as expected (pattern)', fastapi(), healthy, { 'expect-body': '/missing stripe-\\w+/i' }),
  answers('another body', fastapi(), broken('app', 'body-mismatch'), { 'expect-body': 'No signature' })
]
