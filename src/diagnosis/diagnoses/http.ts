import type { Diagnosis } from '../cause.ts'

/** Codes of the hop `http`, the worst first. */
export const httpDiagnoses: readonly Diagnosis[] = [
  {
    code: 'https-required',
    hop: 'http',
    level: 'error',
    title: 'The webhook URL is http://',
    cause: 'Without TLS anyone on the way can read and change the events; Stripe takes no such URL in live mode.',
    fix: 'Register https://{host}{path} at the provider, and give the same as `webhook-url`; where the server has no TLS yet, set it up first: `sudo certbot --nginx -d {host}`, or Caddy.',
    waitingHelps: false
  },
  {
    code: 'redirected',
    hop: 'http',
    level: 'error',
    title: 'The request is redirected',
    cause: 'Providers do not follow redirects: to Stripe any answer of 300 and above is a failure.',
    fix: 'Register exactly {target} at the provider, and give it as `webhook-url`.',
    waitingHelps: true
  },
  {
    code: 'response-timeout',
    hop: 'http',
    level: 'error',
    title: 'No complete answer in time',
    cause: 'The app hangs (a deadlock, the database, a slow call), or a proxy with a long timeout waits for it.',
    fix: 'Answer first and work later: put the event into a queue. `docker logs --tail 50 CONTAINER` shows where it hangs.',
    waitingHelps: true
  },
  {
    code: 'connection-closed',
    hop: 'http',
    level: 'error',
    title: 'The connection is closed without an answer',
    cause: '`return 444` of nginx (often in the default server), or an app that dies on the request.',
    fix: "Look for 444 in `sudo nginx -T`, and for a crash in the app's log: `docker logs --tail 50 CONTAINER`.",
    waitingHelps: true
  },
  {
    code: 'malformed-response',
    hop: 'http',
    level: 'error',
    title: 'The answer is not HTTP',
    cause: 'What the proxy forwards to is no HTTP server, or speaks TLS or another protocol on that port.',
    fix: "Point `proxy_pass` to the app's HTTP port: on the server, `curl -sv -m 3 http://127.0.0.1:APP_PORT/` shows what answers there.",
    waitingHelps: true
  },
  {
    code: 'body-too-large',
    hop: 'http',
    level: 'error',
    title: 'The answer is too large',
    cause: 'More than 64 KiB came in answer to a webhook: an endless stream, a file, or a page rather than a handler.',
    fix: 'Let the handler answer with a status and a few words at most.',
    waitingHelps: true
  },
  {
    code: 'slow-response',
    hop: 'http',
    level: 'warning',
    title: 'The answer is slow',
    cause: 'Providers give up after some seconds, then send the event again.',
    fix: 'Answer first and work later: put the event into a queue.',
    waitingHelps: false
  }
]
