import { broken, type Expected, healthy, type Scenario, warned } from '../scenario.ts'
import { django, fastapi } from '../servers/apps.ts'
import { nginx, nginxBefore, proxyPass } from '../servers/nginx.ts'
import { type RawServer, raw } from '../servers/raw.ts'
import { DOMAIN } from '../world.ts'

const redirects = (name: string, to: string, explains: RegExp): Scenario => ({
  name: `http: redirect ${name}`,
  services: [fastapi(), nginx([{ certificate: 'everyName', body: `return ${to};` }])],
  expected: broken('http', 'redirected', { explains: [explains] })
})

const behaves = (
  behaviour: RawServer['behaviour'],
  code: Expected['diagnosis'],
  more: Partial<Expected> = {}
): Scenario => ({
  name: `http: ${behaviour.replace('-', ' ')}`,
  services: [raw(behaviour)],
  inputs: { timeout: '2' },
  expected: broken('http', code, more)
})

/** What goes wrong between a good handshake and a whole answer. */
export const httpScenarios: readonly Scenario[] = [
  {
    name: 'http: URL without TLS',
    services: [fastapi(), nginxBefore()],
    inputs: { 'webhook-url': `http://${DOMAIN}/webhooks/stripe` },
    expected: broken('http', 'https-required', { explains: [/https:\/\/shop\.example\.com/] })
  },
  {
    name: 'http: URL without TLS is not worth waiting for',
    services: [fastapi(), nginxBefore()],
    inputs: { 'webhook-url': `http://${DOMAIN}/webhooks/stripe`, wait: '60' },
    expected: broken('http', 'https-required', { within: 5 })
  },
  {
    name: 'http: URL with a query',
    services: [fastapi(), nginxBefore()],
    inputs: { 'webhook-url': `https://${DOMAIN}/webhooks/stripe?tenant=7&x=%2F` },
    expected: healthy
  },
  {
    name: 'http: URL without a path',
    services: [fastapi('healthy', { env: { WEBHOOK_PATH: '/' } }), nginxBefore()],
    inputs: { 'webhook-url': `https://${DOMAIN}` },
    expected: healthy
  },
  redirects('to www', `301 https://www.${DOMAIN}$request_uri`, /https:\/\/www\.shop\.example\.com\/webhooks\/stripe/),
  redirects('to the apex', '308 https://example.com$request_uri', /https:\/\/example\.com\/webhooks\/stripe/),
  redirects('to a login page', '302 /login?next=$request_uri', /login/),
  redirects('back to http', '307 http://$host$request_uri', /http/),
  redirects('to itself', '301 https://$host$request_uri', /redirect/i),
  {
    name: 'http: redirect adds a slash (Django)',
    services: [django('slash'), nginxBefore()],
    expected: broken('http', 'redirected', { explains: [/https:\/\/shop\.example\.com\/webhooks\/stripe\/(?!\w)/] })
  },
  {
    name: 'http: redirect adds a slash and drops TLS (FastAPI)',
    services: [
      fastapi('healthy', { env: { WEBHOOK_PATH: '/webhooks/stripe/' } }),
      nginx([{ body: 'location / { proxy_pass http://127.0.0.1:8000; proxy_set_header Host $host; }' }])
    ],
    expected: broken('http', 'redirected', { explains: [/\/webhooks\/stripe\//] })
  },
  behaves('silent', 'response-timeout', { within: 8 }),
  behaves('half-headers', 'response-timeout', { within: 8 }),
  behaves('stalled-body', 'response-timeout', { within: 8 }),
  behaves('dripping-body', 'response-timeout', { within: 8 }),
  behaves('endless-interim', ['response-timeout', 'malformed-response', 'connection-closed'], { within: 8 }),
  behaves('close', 'connection-closed'),
  behaves('reset', 'connection-closed'),
  behaves('short-body', 'connection-closed'),
  behaves('garbage', 'malformed-response'),
  behaves('endless-headers', 'malformed-response', { within: 8 }),
  behaves('endless-body', 'body-too-large', { within: 8, memory: 150 }),
  {
    name: 'http: 400 headers',
    services: [raw('many-headers')],
    expected: { verdict: 'fail', diagnosis: ['not-an-endpoint', 'malformed-response'], brokenHop: ['app', 'http'] }
  },
  {
    name: 'http: nginx closes without a word (444)',
    services: [nginx([{ body: 'return 444;' }])],
    expected: broken('http', 'connection-closed')
  },
  {
    name: 'http: app that never answers',
    services: [fastapi('silent', { address: '0.0.0.0', port: 443, tls: true })],
    inputs: { timeout: '2' },
    expected: broken('http', 'response-timeout', { within: 8 })
  },
  {
    name: 'http: slow answer',
    services: [fastapi('slow'), nginx([{ body: proxyPass() }])],
    inputs: { timeout: '9' },
    expected: warned('slow-response')
  }
]
