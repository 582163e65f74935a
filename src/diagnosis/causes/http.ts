import type { Cause } from '../cause.ts'

const timeouts = ['PHASE_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'] as const
const notHttp =
  /does not match the HTTP\/1\.1 protocol|Parse Error|Expected HTTP|Invalid (header|character|status|Content-Length|transfer)|HPE_|bad upgrade/i

export const httpCauses: readonly Cause[] = [
  {
    id: 'url-http',
    code: 'https-required',
    when: { phase: 'url', url: /^http:/ },
    says: 'The webhook URL {url} is http://, not https://.'
  },
  {
    id: 'http-response-timeout',
    code: 'response-timeout',
    when: { phase: 'http', code: timeouts },
    says: '{address} took the request and did not answer in time.'
  },
  {
    id: 'http-body-timeout',
    code: 'response-timeout',
    when: { phase: 'body', code: timeouts },
    says: '{address} began its answer ({status}) and did not finish it in time.',
    cause: 'The Content-Length is larger than the body, or the body is a stream that hangs.',
    fix: 'Let the handler send a short, complete body.'
  },
  {
    id: 'http-headers-overflow',
    code: 'malformed-response',
    when: { phase: ['http', 'body'], code: 'UND_ERR_HEADERS_OVERFLOW' },
    says: '{address} answers with more than 16 KiB of headers.',
    cause: 'A huge cookie or Content-Security-Policy.',
    fix: 'Send no cookies and no such headers on the webhook route.'
  },
  {
    id: 'http-malformed',
    code: 'malformed-response',
    when: [
      { phase: ['http', 'body'], message: notHttp },
      { phase: 'http', code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' },
      { phase: ['http', 'body'], code: /^(HPE_|HTTPParserError|UND_ERR_(RES_EXCEEDED|INVALID|NOT_SUPPORTED))/ }
    ],
    says: '{address} answers with something that is not HTTP.'
  },
  {
    id: 'http-truncated',
    code: 'connection-closed',
    when: { phase: 'body', code: /./ },
    says: '{address} began its answer ({status}) and hung up before its end.',
    cause: 'The app, or the proxy, died while answering.',
    fix: "Read the app's log: `docker logs --tail 50 CONTAINER`."
  },
  {
    id: 'http-connection-closed',
    code: 'connection-closed',
    when: { phase: 'http', code: /./ },
    says: '{address} took the request and closed the connection without an answer.'
  },
  {
    id: 'slow-response',
    code: 'slow-response',
    when: { phase: 'http', fact: 'slow' },
    says: 'The answer took {detail}.'
  }
]

/** After the proxies' own answers, and before those of the app. */
export const redirectCauses: readonly Cause[] = [
  {
    id: 'redirect-login',
    code: 'redirected',
    when: { phase: 'http', status: '3xx', redirect: 'login' },
    says: 'The request is redirected to a login page ({status} to {target}).',
    cause: 'A login (middleware, Cloudflare Access, oauth2-proxy) covers the webhook, and a provider cannot log in.',
    fix: 'Exempt {path} from the login: the signature is its authentication.'
  },
  {
    id: 'redirect-loop',
    code: 'redirected',
    when: { phase: 'http', status: '3xx', redirect: 'itself' },
    says: 'The request is redirected to the very URL that was asked for ({status} to {target}).',
    cause:
      'Something behind TLS takes the request for plain http:// and sends it to https:// again and again: Cloudflare in the mode Flexible, or a proxy that does not hand on X-Forwarded-Proto.',
    fix: 'In Cloudflare set the mode to Full (strict); in nginx `proxy_set_header X-Forwarded-Proto $scheme;`, and let the app trust it.'
  },
  {
    id: 'redirect-https',
    code: 'redirected',
    when: { phase: 'http', status: '3xx', redirect: 'scheme-up' },
    says: 'http:// is redirected to https:// ({status} to {target}).'
  },
  {
    id: 'redirect-downgrade',
    code: 'redirected',
    when: { phase: 'http', status: '3xx', redirect: 'scheme-down' },
    says: 'The request is redirected to plain http:// ({status} to {target}).',
    cause:
      'The app builds its own URL and does not know that it is behind TLS, since X-Forwarded-Proto is not sent, or not trusted; providers do not follow redirects.',
    fix: '`proxy_set_header X-Forwarded-Proto $scheme;` in nginx, and let the app trust it (uvicorn: `--proxy-headers --forwarded-allow-ips="*"`). Then register {secureTarget} at the provider.'
  },
  {
    id: 'redirect-slash',
    code: 'redirected',
    when: { phase: 'http', status: '3xx', redirect: 'slash' },
    says: 'A slash at the end is added or removed ({status} to {target}).',
    cause:
      'The route is declared with the other spelling, and the framework redirects (Django, FastAPI, Next.js, nginx); providers do not follow redirects.',
    fix: 'Register exactly {target} at the provider, or declare the route as it is registered.'
  },
  {
    id: 'redirect-host',
    code: 'redirected',
    when: { phase: 'http', status: '3xx', redirect: 'host' },
    says: 'The request is redirected to another host ({status} to {target}).',
    cause: "The site's own name is another one (www or not), and providers do not follow redirects."
  },
  {
    id: 'redirect-other',
    code: 'redirected',
    when: { phase: 'http', status: '3xx', header: { location: /./ } },
    says: 'The request is redirected ({status} to {target}).'
  },
  {
    id: 'redirect-nowhere',
    code: 'redirected',
    when: { phase: 'http', status: '3xx' },
    says: 'The answer is a redirect ({status}) that names no place to go to.',
    fix: 'Let the handler of {path} answer by itself, with 2xx for a good event.'
  }
]
