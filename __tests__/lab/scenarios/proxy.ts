import { broken, type Expected, healthy, type Scenario } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { nginx, nginxBefore, proxyPass } from '../servers/nginx.ts'
import { apache, caddySite, haproxy, haproxyBefore } from '../servers/proxies.ts'
import { type Answer, raw, says } from '../servers/raw.ts'
import type { Service } from '../servers/service.ts'

const refuses = (name: string, services: readonly Service[], code: string, more: Partial<Expected> = {}): Scenario => ({
  name: `proxy: ${name}`,
  services,
  expected: broken('proxy', code.split('|'), more)
})
const passes = (name: string, service: Service): Scenario => ({
  name: `proxy: healthy behind ${name}`,
  services: [fastapi(), service],
  expected: healthy
})

const site = (body: string, http = ''): Service => nginx([{ body }], http)
const silentApp = raw('silent', { certificate: null, port: 8000 })
const closingApp = raw('close', { certificate: null, port: 8000 })
const garbageApp = raw('garbage', { certificate: null, port: 8000 })
const apacheProxy = (timeout = 20): Service =>
  apache(`ProxyTimeout ${timeout}\nProxyPass / http://127.0.0.1:8000/\nProxyPassReverse / http://127.0.0.1:8000/`)

/** A page of Cloudflare's, after its documentation: no such server can be had here. */
const cloudflare = (status: number, body: string, headers: Answer['headers'] = {}): Service =>
  says({
    status,
    body,
    headers: { Server: 'cloudflare', 'CF-RAY': '8a1b2c3d4e5f6789-FRA', 'Content-Type': 'text/html', ...headers }
  })

const challenge =
  '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>'

/** What a proxy answers by itself, and what it does to the app's answers. */
export const proxyScenarios: readonly Scenario[] = [
  passes('Caddy', caddySite('reverse_proxy 127.0.0.1:8000')),
  passes('HAProxy', haproxyBefore('server a 127.0.0.1:8000')),
  passes('Apache', apacheProxy()),
  passes('nginx with HTTP/2', nginx([{ body: `${proxyPass()}\nlisten 127.0.0.1:444 ssl http2;` }])),
  refuses('nginx, app stopped', [nginxBefore()], 'proxy-bad-gateway', { webhookStatus: 502, explains: [/nginx/] }),
  refuses('nginx, app on another port', [fastapi('healthy', { port: 8080 }), nginxBefore()], 'proxy-bad-gateway'),
  refuses('nginx, app hangs up', [closingApp, nginxBefore()], 'proxy-bad-gateway'),
  refuses('nginx, app silent', [silentApp, nginxBefore(8000, 'proxy_read_timeout 1s;')], 'proxy-gateway-timeout', {
    webhookStatus: 504
  }),
  refuses('Caddy, app stopped', [caddySite('reverse_proxy 127.0.0.1:8000')], 'proxy-bad-gateway', {
    explains: [/Caddy/i]
  }),
  refuses('Caddy, app hangs up', [closingApp, caddySite('reverse_proxy 127.0.0.1:8000')], 'proxy-bad-gateway'),
  refuses(
    'Caddy, app silent',
    [
      silentApp,
      caddySite('reverse_proxy 127.0.0.1:8000 {\n\t\ttransport http {\n\t\t\tresponse_header_timeout 1s\n\t\t}\n\t}')
    ],
    'proxy-gateway-timeout'
  ),
  {
    // It tries three times, a second apart, before it gives up.
    name: 'proxy: HAProxy, app stopped',
    services: [haproxyBefore('server a 127.0.0.1:8000')],
    inputs: { timeout: '8' },
    expected: broken('proxy', 'proxy-bad-gateway', { webhookStatus: 503 })
  },
  refuses('HAProxy, app known to be down', [haproxyBefore('server a 127.0.0.1:8000 disabled')], 'proxy-bad-gateway', {
    webhookStatus: 503
  }),
  refuses('HAProxy, no back end', [haproxy(bind => `frontend web\n  ${bind}`)], 'proxy-bad-gateway'),
  refuses('HAProxy, app talks nonsense', [garbageApp, haproxyBefore('server a 127.0.0.1:8000')], 'proxy-bad-gateway'),
  refuses(
    'HAProxy, app silent',
    [silentApp, haproxyBefore('timeout server 1s\n  server a 127.0.0.1:8000')],
    'proxy-gateway-timeout'
  ),
  refuses('Apache, app stopped', [apacheProxy()], 'proxy-unavailable', { webhookStatus: 503 }),
  refuses('Apache, app hangs up', [closingApp, apacheProxy()], 'proxy-bad-gateway'),
  refuses('Apache, app silent', [silentApp, apacheProxy(1)], 'proxy-gateway-timeout|proxy-bad-gateway'),
  refuses('nginx switched to maintenance', [site('return 503;')], 'proxy-unavailable'),
  refuses('nginx limits the rate', [site('return 429;')], 'blocked', { webhookStatus: 429 }),
  refuses('nginx, default site', [site('root /var/www/html; index index.html;')], 'proxy-default-site'),
  refuses(
    'nginx, path not forwarded',
    [fastapi(), site('location /api/ { proxy_pass http://127.0.0.1:8000; }')],
    'proxy-default-site'
  ),
  refuses(
    'nginx, static file at the path',
    [site('location / { root /etc; try_files /hostname =404; }')],
    'proxy-default-site'
  ),
  refuses(
    'nginx answers with its welcome page',
    [
      site(
        "default_type text/html; location / { return 200 '<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>'; }"
      )
    ],
    'proxy-default-site'
  ),
  refuses('nginx, bad request of its own', [site('return 400;')], 'proxy-default-site'),
  refuses(
    'Caddy, path not forwarded',
    [fastapi(), caddySite('handle /api/* {\n\t\treverse_proxy 127.0.0.1:8000\n\t}')],
    'proxy-default-site'
  ),
  refuses('Caddy, no such site', [caddySite('respond ok', 'other.example.com')], 'proxy-default-site'),
  refuses('Caddy, file server', [caddySite('root * /var/empty\n\tfile_server')], 'proxy-default-site'),
  refuses('Apache, path not forwarded', [apache('DocumentRoot /srv')], 'proxy-default-site'),
  refuses(
    'plain HTTP handed to a TLS port (nginx)',
    [nginx([{ port: 8443, body: proxyPass() }]), haproxyBefore('server a 127.0.0.1:8443')],
    'proxy-plain-http-on-tls-port'
  ),
  refuses('body limit', [fastapi(), nginxBefore(8000, 'client_max_body_size 1;')], 'proxy-body-limit', {
    webhookStatus: 413
  }),
  refuses(
    'basic auth of nginx',
    [fastapi(), site(`auth_basic "staff"; auth_basic_user_file /dev/null;\n${proxyPass()}`)],
    'blocked',
    {
      webhookStatus: 401
    }
  ),
  refuses('nginx denies', [fastapi(), site(`deny all;\n${proxyPass()}`)], 'blocked', { webhookStatus: 403 }),
  refuses('HAProxy denies', [fastapi(), haproxyBefore('server a 127.0.0.1:8000', 'http-request deny')], 'blocked'),
  refuses(
    'basic auth of Caddy',
    [
      fastapi(),
      caddySite(
        'basicauth {\n\t\tstaff $2a$04$abcdefghijklmnopqrstuuJ5Q0Qd0Xy3jv3k9cJmVb1oJ5pT0mZbW\n\t}\n\treverse_proxy 127.0.0.1:8000'
      )
    ],
    'blocked',
    { webhookStatus: 401 }
  ),
  refuses(
    'nginx takes GET alone',
    [fastapi(), site('location / { limit_except GET { deny all; } proxy_pass http://127.0.0.1:8000; }')],
    'blocked'
  ),
  refuses(
    'nginx, app stopped, with an error page of its own',
    [
      site(
        `error_page 502 /sorry.html; location = /sorry.html { default_type text/html; return 502 '<h1>We will be back</h1>'; }\n${proxyPass()}`
      )
    ],
    'proxy-bad-gateway'
  ),
  {
    name: 'proxy: nginx, app stopped, with a sorry page of status 200',
    services: [
      site(
        `error_page 502 =200 /sorry.html; location = /sorry.html { default_type text/html; return 200 '<h1>We will be back</h1>'; }\n${proxyPass()}`
      )
    ],
    expected: broken(['app', 'proxy'], ['not-an-endpoint', 'proxy-default-site', 'unsigned-accepted'])
  },
  refuses('Cloudflare, origin refuses (521)', [cloudflare(521, 'error code: 521')], 'proxy-bad-gateway'),
  refuses('Cloudflare, origin answers nonsense (520)', [cloudflare(520, 'error code: 520')], 'proxy-bad-gateway'),
  refuses('Cloudflare, origin does not connect (522)', [cloudflare(522, 'error code: 522')], 'proxy-gateway-timeout'),
  refuses('Cloudflare, origin unreachable (523)', [cloudflare(523, 'error code: 523')], 'proxy-bad-gateway'),
  refuses('Cloudflare, origin slow (524)', [cloudflare(524, 'error code: 524')], 'proxy-gateway-timeout'),
  refuses('Cloudflare, origin TLS fails (525)', [cloudflare(525, 'error code: 525')], 'proxy-upstream-tls'),
  refuses('Cloudflare, origin certificate (526)', [cloudflare(526, 'error code: 526')], 'proxy-upstream-tls'),
  refuses('Cloudflare, tunnel down (530)', [cloudflare(530, 'error code: 1033')], 'proxy-bad-gateway'),
  refuses('Cloudflare, challenge', [cloudflare(403, challenge, { 'cf-mitigated': 'challenge' })], 'blocked'),
  refuses('Cloudflare, firewall rule', [cloudflare(403, '<title>Attention Required! | Cloudflare</title>')], 'blocked'),
  refuses('Cloudflare, rate limit', [cloudflare(429, 'error code: 1015', { 'Retry-After': '10' })], 'blocked')
]
