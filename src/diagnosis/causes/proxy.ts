import type { Cause } from '../cause.ts'

const welcome =
  /Welcome to nginx!|Apache2 (Ubuntu|Debian) Default Page|It works!<\/h1>|Your Caddy web server|<title>Caddy works!|Test Page for the|IIS Windows Server<\/title>|domain (is|may be) (for sale|parked)|Future home of something/i

const caddyFix =
  'In the block of {host} in the Caddyfile: `reverse_proxy 127.0.0.1:APP_PORT`, or for this path `handle {folder}* { reverse_proxy 127.0.0.1:APP_PORT }`; then `sudo systemctl reload caddy`.'

/** Answers that the proxy before the app makes itself. */
export const proxyCauses: readonly Cause[] = [
  {
    id: 'nginx-plain-http-to-tls',
    code: 'proxy-plain-http-on-tls-port',
    when: {
      phase: 'http',
      status: 400,
      body: /The plain HTTP request was sent to HTTPS port|Client sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port/i
    },
    says: 'The 400 comes from {who} itself: it was sent plain HTTP on a TLS port.'
  },
  {
    id: 'proxy-400-own',
    code: 'proxy-default-site',
    when: [
      { phase: 'http', status: 400, own: true, bodyEmpty: false },
      { phase: 'http', status: 400, body: /<h1>400 Bad request<\/h1>\s*Your browser sent an invalid request/i },
      { phase: 'http', status: 400, body: /^400 Bad Request(: [\w -]+)?\s*$/, unlikeControl: false }
    ],
    says: 'The 400 is a page of {who} itself; the app was never asked.',
    cause:
      'The proxy refuses the request before it forwards it (the Host, the headers), or its config answers 400 by itself.',
    fix: "Look at the server block that answers for {host} (`sudo nginx -T`): its `server_name`, a `return 400`, and the proxy's error log."
  },
  {
    id: 'proxy-to-tls-upstream',
    code: 'proxy-upstream-tls',
    when: [
      { phase: 'http', status: [500, 502], body: /Error during SSL Handshake with remote server/ },
      { phase: 'http', status: 503, body: /transport failure reason: TLS.error/i }
    ],
    says: 'The TLS handshake between {who} and what it forwards to fails ({status}).',
    cause: 'What it forwards to speaks no TLS on that port, or shows a certificate that the proxy does not trust.',
    fix: 'Where the app speaks plain HTTP, forward to http:// (Apache: `ProxyPass "/" "http://127.0.0.1:APP_PORT/"`); where it speaks TLS, let the proxy trust its certificate.'
  },
  {
    id: 'proxy-502',
    code: 'proxy-bad-gateway',
    when: { phase: 'http', status: 502 },
    says: 'The proxy{named} answers 502: it cannot use what it forwards to.'
  },
  {
    id: 'proxy-503-haproxy-no-server',
    code: 'proxy-bad-gateway',
    when: { phase: 'http', status: 503, body: /No server is available to handle this request/ },
    says: "HAProxy answers 503 'No server is available': the backend is down or has no server.",
    fix: 'Start the app (`docker ps -a`), and compare the `server` line with the published port and its health check.'
  },
  {
    id: 'proxy-503-upstream',
    code: 'proxy-unavailable',
    when: [
      { phase: 'http', status: 503, by: /^(Apache httpd|Caddy|Envoy|OpenShift router|Varnish|lighttpd)$/, own: true },
      { phase: 'http', status: 503, body: /^(no available server|no healthy upstream)/ }
    ],
    says: '{who} answers 503: it reaches no backend.',
    cause:
      '{who} says 503 where nginx says 502: the app is down, or the proxy forwards to another port than the published one.',
    fix: "Start the app (`docker ps -a`), and compare the port that {who} forwards to with `docker ps`; the proxy's error log names the reason."
  },
  {
    id: 'proxy-503',
    code: 'proxy-unavailable',
    when: [
      { phase: 'http', status: 503, own: true },
      { phase: 'http', status: 503, body: /<title>503 Service Temporarily Unavailable<\/title>/ },
      {
        phase: 'http',
        status: 503,
        header: { 'retry-after': /./, 'content-type': /^(?!application\/(problem\+)?json)/ }
      }
    ],
    says: 'The 503 comes from the proxy{named}, not from the app.'
  },
  {
    id: 'proxy-504',
    code: 'proxy-gateway-timeout',
    when: { phase: 'http', status: 504 },
    says: 'The proxy{named} answers 504: the app did not answer it in time.'
  },
  {
    id: 'app-413',
    code: 'proxy-body-limit',
    when: { phase: 'http', status: 413, by: /^the app/ },
    says: '{who} answers 413 to an event of less than 1 KiB: its limit for bodies is too small.',
    cause: "The limit is the app's own, not one of the proxy.",
    fix: "Raise it for {path}: `express.raw({ type: 'application/json', limit: '2mb' })`, `MAX_CONTENT_LENGTH` in Flask, `DATA_UPLOAD_MAX_MEMORY_SIZE` in Django."
  },
  {
    id: 'proxy-413',
    code: 'proxy-body-limit',
    when: { phase: 'http', status: 413 },
    says: '{who} answers 413 to an event of less than 1 KiB: its limit for bodies is too small.'
  },
  {
    id: 'proxy-401',
    code: 'blocked',
    when: [
      { phase: 'http', status: 401, own: true },
      { phase: 'http', status: 401, expected: false, header: { 'www-authenticate': /^Basic/i } }
    ],
    says: 'A password is asked for ({status}, {who}).',
    cause: 'Basic authentication covers the whole site, the webhook too.',
    fix: 'Exempt {path} from the password: the signature is its authentication. In nginx: `location = {path} { auth_basic off; proxy_pass http://127.0.0.1:APP_PORT; }`.'
  },
  {
    id: 'proxy-403',
    code: 'blocked',
    when: [
      { phase: 'http', status: 403, own: true },
      { phase: 'http', status: 403, body: /Request forbidden by administrative rules/ }
    ],
    says: 'The 403 is a page of {who} itself; the app was never asked.',
    cause:
      "`deny all`, a list of allowed addresses that knows the provider's and not this runner's, or a folder without an index.",
    fix: 'Take the `deny` out for {path}. If the list is meant, probe from where it allows: `ssh`, or a self-hosted runner.'
  },
  {
    id: 'proxy-429',
    code: 'blocked',
    when: { phase: 'http', status: 429 },
    says: '{who} answers 429: too many requests.',
    cause: 'A rate limit counts the calls of the webhook. Providers send many events at once.',
    fix: 'Exempt {path} from the limit.'
  },
  {
    id: 'apache-404',
    code: 'proxy-default-site',
    when: { phase: 'http', status: [404, 405], by: 'Apache httpd', own: true },
    says: 'The {status} is a page of Apache httpd itself: it does not forward {path}.',
    cause:
      'No `ProxyPass` of the virtual host covers the path, or another virtual host (the default site) answers for the name.',
    fix: 'In the <VirtualHost *:443> of {host}: `ProxyPass "{folder}" "http://127.0.0.1:APP_PORT{folder}"`; then `sudo a2enmod proxy_http && sudo systemctl reload apache2`. `sudo apachectl -S` shows which virtual host answers.'
  },
  {
    id: 'caddy-404',
    code: 'proxy-default-site',
    when: { phase: 'http', status: [404, 405], by: 'Caddy', own: true },
    says: 'The {status} is a page of Caddy itself: it does not forward {path}.',
    cause: 'No `reverse_proxy` covers the path: it is served from disk, or another site or `handle` takes it.',
    fix: caddyFix
  },
  {
    id: 'proxy-405',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 405, own: true },
    says: '{who} itself answers 405: it serves the path from disk, where POST means nothing.',
    fix: 'In the server block of {host}, before the location of the static files: `location {folder} { proxy_pass http://127.0.0.1:APP_PORT; }`, then reload.'
  },
  {
    id: 'caddy-200-empty',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 200, by: 'Caddy', own: true, bodyEmpty: true, unlikeControl: false },
    says: 'Caddy answers 200 with nothing: no route matches the path, and the app never saw the request.',
    cause:
      'Caddy says 200 to everything it has no handler for, so the provider counts each event as delivered and it is lost.',
    fix: caddyFix
  },
  {
    id: 'welcome-page',
    code: 'proxy-default-site',
    when: { phase: 'http', status: [200, 403, 404, 405], body: welcome },
    says: "A web server's welcome page, or a parking page, answers ({status}).",
    cause: 'The default site answers since none has this name, or the A record points to a parking host.',
    fix: 'Enable the site: `sudo ln -s ../sites-available/APP /etc/nginx/sites-enabled/ && sudo nginx -t && sudo systemctl reload nginx`. If no server of yours answers there, correct the A record of {host}.'
  },
  {
    id: 'ingress-404',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 404, body: /^default backend - 404\s*$|^response 404 \(backend NotFound\)/ },
    says: "The default backend of the cluster's ingress answers 404: no Ingress has {host} and {path}.",
    fix: '`kubectl get ingress -A` shows host, path and class of each; add {host} with {path} to the one of the app.'
  },
  {
    id: 'go-404',
    code: 'route-not-found',
    when: { phase: 'http', status: 404, by: 'Traefik', own: true, healthServed: true },
    says: 'The app answers 404 in the words of Go: it has no route {path}.',
    cause:
      'The path or its prefix is wrong, or an old release is running. Traefik says the same words: it may have a rule for {healthUrl} and none for {path}.'
  },
  {
    id: 'traefik-404',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 404, by: 'Traefik', own: true },
    says: 'The 404 is a page of Traefik itself: it does not forward {path}.',
    cause:
      "No router has a rule that {host} and {path} match, or the app's container is not running, not healthy, or not on Traefik's network. An app in Go says 404 in the same words.",
    fix: 'Label the container of the app with `traefik.enable=true` and `traefik.http.routers.APP.rule=Host(`{host}`)`; a PathPrefix in the rule has to match {path}. `docker logs --tail 50 TRAEFIK` names what it leaves out.'
  },
  {
    id: 'proxy-404',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 404, own: true },
    says: 'The 404 is a page of {who} itself: it does not forward {path}.'
  },
  {
    id: 'proxy-421',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 421 },
    says: '{who} answers 421: it has no such site on this connection.',
    cause: 'The names in the TLS handshake and in the request lead to different sites.',
    fix: 'Give {host} a server block and a certificate of its own.'
  },
  {
    id: 'proxy-own-refusal',
    code: 'proxy-default-site',
    when: { phase: 'http', status: '4xx', own: true, bodyEmpty: false },
    says: 'The {status} is a page of {who} itself; the app was never asked.'
  }
]
