import type { Diagnosis } from '../cause.ts'

/** In the order of severity: where several are seen at once, the first is the diagnosis. */
export const appDiagnoses: readonly Diagnosis[] = [
  {
    code: 'route-not-found',
    hop: 'app',
    level: 'error',
    title: 'The app has no such route',
    cause:
      'The path or its prefix is wrong, the proxy strips a part of it (a path or slash after the port in `proxy_pass`, `handle_path` in Caddy), or an old release is running.',
    fix: "Compare {path} with the app's routes; write `proxy_pass http://127.0.0.1:APP_PORT;` without a slash after the port (in Caddy `handle`, not `handle_path`). On the server, `curl -si -X POST http://127.0.0.1:APP_PORT{path}` asks the app itself.",
    waitingHelps: true
  },
  {
    code: 'method-not-allowed',
    hop: 'app',
    level: 'error',
    title: 'The route does not take POST',
    cause: 'The route is declared for GET alone.',
    fix: 'Declare {path} for POST: `@app.post("{path}")`, `app.post(\'{path}\', …)`.',
    waitingHelps: true
  },
  {
    code: 'unsigned-accepted',
    hop: 'app',
    level: 'error',
    title: 'The app accepts unsigned events',
    cause:
      'Nothing checks the signature (or the check is skipped while no secret is set), so anyone can send a forged payment.',
    fix: "Verify every event with the sender's library (Stripe: `stripe.webhooks.constructEvent`, `stripe.Webhook.construct_event`), answer 400 where that fails, and refuse to start without the secret.",
    waitingHelps: false
  },
  {
    code: 'validation-error',
    hop: 'app',
    level: 'error',
    title: 'The framework refuses the request before the handler sees it',
    cause:
      'The body or a header is declared with a type that the request does not fit, so it is validated before the signature is looked at.',
    fix: 'Read the raw body (`await request.body()` in FastAPI) instead of a model, and make the signature header optional: `stripe_signature: str | None = Header(None)`, then answer 400 where it is missing. If real events do arrive: `expect-status: {status}`.',
    waitingHelps: true
  },
  {
    code: 'app-error',
    hop: 'app',
    level: 'error',
    title: 'The app fails on the request',
    cause:
      'The handler takes a header or field for granted that is missing, does not catch the error of the signature check, or lacks its secret or database.',
    fix: "Read the app's log (`docker logs --tail 50 CONTAINER`), catch the error of the signature check and answer 400. Where a library answers so on purpose: `expect-status: {status}`.",
    waitingHelps: true
  },
  {
    code: 'unexpected-status',
    hop: 'app',
    level: 'error',
    title: 'The app answers with another status',
    cause: 'The app was reached and answers an unsigned event with a status that was not expected.',
    fix: 'If this is how the handler refuses an unsigned event, set `expect-status: {status}`; else let it answer {expect}.',
    waitingHelps: true
  },
  {
    code: 'body-mismatch',
    hop: 'app',
    level: 'error',
    title: 'The answer is not the expected one',
    cause:
      'The status is right, but the body does not hold the text of `expect-body`, or says that another thing was wrong with the request than its signature.',
    fix: 'Correct `expect-body`, or find out who answers: the old release, or a layer before the handler.',
    waitingHelps: true
  },
  {
    code: 'not-an-endpoint',
    hop: 'app',
    level: 'error',
    title: 'A made-up path is answered in the same way',
    cause:
      'Something answers every path alike (a catch-all route, a single-page app, a guard before the routes), so the answer does not show that the webhook handler exists.',
    fix: 'Route {path} to its handler before the catch-all. Where one handler serves every path beside it on purpose, give `signing-secret`: an event that it accepts is the proof.',
    waitingHelps: true
  },
  {
    code: 'host-refused',
    hop: 'app',
    level: 'error',
    title: 'The app refuses the host name',
    cause:
      'The framework takes certain names only (ALLOWED_HOSTS in Django, TrustedHostMiddleware, Rails `config.hosts`) and {host} is not among them, or the proxy hands on another name.',
    fix: "Add it (Django: `ALLOWED_HOSTS = ['{host}']`), and hand the name on: `proxy_set_header Host $host;` in nginx.",
    waitingHelps: true
  },
  {
    code: 'signing-secret-missing',
    hop: 'app',
    level: 'error',
    title: 'The app has no signing secret',
    cause: 'The secret is not in the environment of the app, so that every real event fails.',
    fix: "Give the container the secret from the endpoint's page at the provider (`docker run -e STRIPE_WEBHOOK_SECRET=whsec_…`), and restart it. `docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' CONTAINER | cut -d= -f1` lists the names it has.",
    waitingHelps: true
  },
  {
    code: 'raw-body-lost',
    hop: 'app',
    level: 'error',
    title: 'The body is parsed before the signature is checked',
    cause:
      'A JSON parser runs before the webhook route; the signature covers the raw bytes, so every real event is refused.',
    fix: "Mount `express.raw({ type: 'application/json' })` on {path} before `express.json()`; in other frameworks hand the raw body to the check.",
    waitingHelps: true
  },
  {
    code: 'signed-rejected',
    hop: 'app',
    level: 'error',
    title: 'A properly signed event is refused',
    cause:
      "The app holds another secret than `signing-secret` (another endpoint's, test for live, that of `stripe listen`, one with a blank or line break at its end), or checks the signature over a body that was parsed and printed again, or that a proxy changed; or a proxy drops the header of the signature.",
    fix: '{secretHint} Where it is the same, hand the raw body to the check, and look whether the header arrives at the app.',
    waitingHelps: true
  },
  {
    code: 'tampered-accepted',
    hop: 'app',
    level: 'error',
    title: 'A tampered event is accepted',
    cause: 'The body was changed after signing and the app took it: it looks at the header, yet does not verify it.',
    fix: "Verify the signature over the raw body with the sender's library, and refuse the event where that fails.",
    waitingHelps: false
  },
  {
    code: 'replay-accepted',
    hop: 'app',
    level: 'error',
    title: 'An event signed too long ago is accepted',
    cause: "The signature's time is not checked, so an event once overheard can be sent again for ever.",
    fix: "Let the sender's library check the time too (Stripe: leave the tolerance at its 300 seconds, never 0).",
    waitingHelps: false
  },
  {
    code: 'flapping',
    hop: 'app',
    level: 'error',
    title: 'Passes and failures alternate',
    cause: 'Several instances answer in turn and not all are well, or one restarts again and again.',
    fix: 'Look at every instance behind the proxy (`docker ps`: restarts, two releases), and at limits that count the requests.',
    waitingHelps: true
  },
  {
    code: 'signed-handler-error',
    hop: 'app',
    level: 'warning',
    title: 'The handler fails on an event of an unknown type',
    cause: 'The signature was accepted; then the handler failed on the made-up type of the event.',
    fix: 'Let the handler answer 2xx to event types that it does not know: providers add some, and send failures again.',
    waitingHelps: false
  },
  {
    code: 'replay-untested',
    hop: 'app',
    level: 'warning',
    title: 'The replay window was not tested',
    cause: 'The request that was signed too long ago got no answer that tells anything.',
    fix: 'Run again; if it stays, see what the app logs on a signed event.',
    waitingHelps: false
  }
]
