import type { Diagnosis } from '../cause.ts'

/** Codes of the hop `proxy`, the worst first. */
export const proxyDiagnoses: readonly Diagnosis[] = [
  {
    code: 'proxy-bad-gateway',
    hop: 'proxy',
    level: 'error',
    title: 'The proxy cannot reach the app',
    cause:
      'The container is down or restarting, the proxy forwards to another port than the published one, or the app listens on 127.0.0.1 inside the container.',
    fix: "Compare the port in `{forwards}` with `docker ps` (say 127.0.0.1:8000->8000/tcp), start the container if it is down (`docker ps -a`), and let the app listen on 0.0.0.0 inside it. The proxy's error log names the reason: `{log}`.",
    waitingHelps: true
  },
  {
    code: 'proxy-unavailable',
    hop: 'proxy',
    level: 'error',
    title: 'The proxy itself says 503',
    cause:
      'A request limit (`limit_req`, whose status is 503), a maintenance page, or no backend that the proxy counts as alive.',
    fix: "Exempt {path} from limits and maintenance; look for `limit_req` and `return 503` in `sudo nginx -T`, and at the proxy's health checks.",
    waitingHelps: true
  },
  {
    code: 'proxy-gateway-timeout',
    hop: 'proxy',
    level: 'error',
    title: 'The app does not answer the proxy in time',
    cause: 'The app hangs, or packets from the proxy to it are dropped.',
    fix: 'See where the app hangs (`docker logs --tail 50 CONTAINER`); a longer timeout in the proxy does not help, since the provider gives up first.',
    waitingHelps: true
  },
  {
    code: 'proxy-upstream-tls',
    hop: 'proxy',
    level: 'error',
    title: 'The CDN cannot make a TLS connection to the server',
    cause:
      "The server behind the CDN speaks no TLS on 443, or its certificate is not valid for the mode 'Full (strict)'.",
    fix: 'Install a valid certificate on the server (`sudo certbot --nginx -d {host}`, or a Cloudflare origin certificate), and keep the mode Full (strict).',
    waitingHelps: true
  },
  {
    code: 'proxy-default-site',
    hop: 'proxy',
    level: 'error',
    title: 'The proxy answers by itself and does not forward the path',
    cause:
      "No server block of this name forwards the path: the distribution's default site, another site, a folder of static files, or a location with another prefix answers.",
    fix: 'In the server block of {host}: `location {folder} { proxy_pass http://127.0.0.1:APP_PORT; }` (no slash after the port), and take the default site out: `sudo rm /etc/nginx/sites-enabled/default && sudo systemctl reload nginx`. In Caddy: `handle {folder}* { reverse_proxy 127.0.0.1:APP_PORT }`.',
    waitingHelps: true
  },
  {
    code: 'proxy-plain-http-on-tls-port',
    hop: 'proxy',
    level: 'error',
    title: 'The proxy was sent plain HTTP on its TLS port',
    cause:
      'An http:// URL with a TLS port, a load balancer that speaks HTTP to an https backend, or `listen 80 ssl`. The status looks right; the app was never asked.',
    fix: 'Use https:// up to the last proxy, or take `ssl` out of `listen 80`.',
    waitingHelps: true
  },
  {
    code: 'proxy-body-limit',
    hop: 'proxy',
    level: 'error',
    title: 'The proxy refuses the size of the event',
    cause: 'The limit for request bodies is smaller than an event (nginx takes 1 MiB unless told otherwise).',
    fix: 'In nginx `client_max_body_size 2m;` in the location of {path}, in Caddy `request_body { max_size 2MB }`; then reload.',
    waitingHelps: true
  },
  {
    code: 'blocked',
    hop: 'proxy',
    level: 'error',
    title: 'Something before the handler refuses the request',
    cause: 'A login, an address list, a firewall for web requests, a rate limit or a CSRF guard covers the webhook.',
    fix: 'Exempt {path} from it: the signature is its authentication. If this is how the handler refuses an unsigned event, set `expect-status: {status}`.',
    waitingHelps: true
  }
]
