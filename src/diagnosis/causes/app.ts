import type { Cause } from '../cause.ts'
import { lostBodyCauses } from './lost-body.ts'
import { secretNotSet, secretWords, unconfiguredWords } from './secret-words.ts'

const hostWords =
  /DisallowedHost|Invalid HTTP_HOST header|Invalid host header|Bad Request - Invalid Hostname|Blocked hosts?:|Blocked request\. This host|Untrusted Host|Host .{1,100} is not trusted|Host not allowed: |untrusted domain/i
const signatureWords = /signature|Unable to extract timestamp|x-hub-signature|hmac|unsigned/i

/** Answers to the unsigned event, and to the other requests where they show the same. */
export const appCauses: readonly Cause[] = [
  ...lostBodyCauses,
  {
    id: 'app-host-refused',
    code: 'host-refused',
    when: [
      { phase: 'http', status: [400, 403], body: hostWords },
      // webpack's development server refuses with 200.
      { phase: 'http', status: 200, body: /^Invalid Host header\s*$/ },
      { phase: 'http', status: 400, body: /Bad Request \(400\)/, unlikeControl: false }
    ],
    says: 'The app refuses the name {host} ({status}); a made-up path gets the same.'
  },
  {
    id: 'app-secret-missing',
    code: 'signing-secret-missing',
    when: [
      { phase: 'http', probe: 'unsigned', status: [500, 503], body: secretWords },
      { phase: 'http', probe: 'unsigned', status: [500, 503], body: unconfiguredWords },
      { phase: 'http', probe: 'unsigned', status: [400, 401, 403], body: secretNotSet, signedAccepted: false }
    ],
    says: 'The app answers {status} and says that its webhook secret is missing.'
  },
  {
    id: 'app-body-too-large',
    code: 'body-too-large',
    when: [
      { phase: 'http', probe: 'unsigned', truncated: true, expected: true },
      { phase: 'http', probe: 'unsigned', truncated: true, status: '2xx' }
    ],
    says: 'The answer ({status}) is larger than 64 KiB.'
  },
  {
    id: 'same-as-control',
    code: 'not-an-endpoint',
    when: [
      { phase: 'http', probe: 'unsigned', expected: true, sameAsControl: true },
      { phase: 'http', probe: 'unsigned', status: '2xx', sameAsControl: true }
    ],
    says: '{path} answers {status}, and a made-up path beside it is answered in the same way.'
  },
  {
    id: 'graphql',
    code: 'not-an-endpoint',
    when: {
      phase: 'http',
      probe: 'unsigned',
      status: [200, 400],
      body: /GraphQL operations must contain|Must provide (a )?query string|No GraphQL query/i,
      signedAccepted: false
    },
    says: 'A GraphQL server answers at {path} ({status}), not a webhook handler.',
    cause: 'The URL is that of the API, which takes queries alone: every event is lost there.',
    fix: "Compare {path} with the app's routes, and register the one of the webhook handler."
  },
  {
    id: 'app-body-mismatch',
    code: 'body-mismatch',
    when: { phase: 'http', probe: 'unsigned', expected: true, bodyMatches: false, fact: 'expect-body' },
    says: 'The status is {status} as expected, but the body does not hold {detail}.'
  },
  {
    id: 'app-ok',
    code: null,
    when: { phase: 'http', probe: 'unsigned', expected: true },
    says: '{who} refuses an unsigned event with {status}.'
  },
  {
    id: 'app-speaks-of-signature',
    code: 'unexpected-status',
    when: {
      phase: 'http',
      probe: 'unsigned',
      status: [400, 401, 402, 403, 406, 409, 410, 412, 428],
      body: signatureWords
    },
    says: 'The app was reached and refuses an unsigned event, but with {status} instead of {expect}.',
    cause: 'The way is open and the signature is looked at; only the status is another than the expected one.'
  },
  {
    id: 'app-401-403-elsewhere-open',
    code: 'unexpected-status',
    when: {
      phase: 'http',
      probe: 'unsigned',
      status: [401, 403],
      unlikeControl: true,
      header: { 'www-authenticate': /^$/ }
    },
    says: 'The app was reached and refuses an unsigned event with {status} instead of {expect}, without a word of why.',
    cause: "It is either the handler's refusal (Laravel Cashier says 403), or a login that covers this path.",
    fix: "If it is the handler's refusal, set `expect-status: {status}`; if it is a login, exempt {path} from it."
  },
  {
    id: 'app-422-header',
    code: 'validation-error',
    when: { phase: 'http', status: 422, body: /"header"[\s\S]{0,200}signature/i },
    says: 'The app was reached, and its framework demands the signature header before the handler runs ({status}).',
    cause:
      'The header is declared as required, so an event without it never gets to the check. Signed events will probably pass.',
    fix: 'Make it optional (`stripe_signature: str | None = Header(None)`) and answer 400 where it is missing, or set `expect-status: {status}`.'
  },
  {
    id: 'app-422',
    code: 'validation-error',
    when: { phase: 'http', status: 422 },
    says: 'The app was reached, and its framework refuses the request as invalid ({status}).'
  },
  {
    id: 'app-401-403',
    code: 'blocked',
    when: { phase: 'http', status: [401, 403] },
    says: '{who} answers {status} without a word of a signature.',
    cause: 'A login or guard covers the webhook, or the framework refuses a bad signature without saying so.'
  },
  {
    id: 'php-fpm-no-script',
    code: 'route-not-found',
    when: { phase: 'http', status: 404, body: /^(File not found|No input file specified)\.\s*$/ },
    says: 'PHP-FPM answers 404: it finds no script for {path}.',
    cause:
      'The file that `SCRIPT_FILENAME` names does not exist where PHP runs: the `root` is another one in its container, or {path} is not handed to index.php.',
    fix: 'In nginx: `try_files $uri /index.php?$query_string;` and `fastcgi_param SCRIPT_FILENAME` with the folder that the code has in the PHP container.'
  },
  {
    id: 'app-404',
    code: 'route-not-found',
    when: { phase: 'http', status: [404, 410] },
    says: '{who} answers {status}: it has no route {path}.'
  },
  {
    id: 'app-405',
    code: 'method-not-allowed',
    when: [
      { phase: 'http', status: 405 },
      // Servers that know no POST at all say so in words; an app's own 501 is a handler that nobody has written yet.
      { phase: 'http', status: 501, body: /\bmethod\b|\bPOST\b/i }
    ],
    says: '{who} answers {status}: {path} exists, but does not take POST.'
  },
  {
    id: 'app-415',
    code: 'unexpected-status',
    when: { phase: 'http', status: 415 },
    says: '{who} answers 415: it does not take the content type of the event.',
    cause: 'The framework parses other types only.',
    fix: 'Accept application/json (the type that the provider sends) on {path}.'
  },
  {
    id: 'app-500-signature',
    code: 'app-error',
    when: { phase: 'http', status: 500, body: signatureWords },
    says: 'The app was reached and fails on an unsigned event: 500, with words about the signature.',
    cause: 'The error of the signature check is not caught (some libraries answer 500 on purpose).',
    fix: 'Catch it and answer 400; or, where the library means it so, set `expect-status: 500`.'
  },
  {
    id: 'django-append-slash',
    code: 'app-error',
    when: { phase: 'http', status: 500, body: /APPEND_SLASH/ },
    says: 'Django has the route with a slash at its end, and cannot redirect a POST there (500).',
    cause: '{path} is registered in another spelling than the route has; providers do not follow redirects either.',
    fix: 'Register the URL with the slash at the provider, or declare the route without it.'
  },
  {
    id: 'proxy-500',
    code: 'app-error',
    when: { phase: 'http', status: 500, own: true },
    says: 'The 500 is a page of {who} itself.',
    cause: 'The proxy fails: a rewrite that loops, a file it cannot read, a full disk.',
    fix: "Read the proxy's error log (`{log}`), and look at `df -h /`."
  },
  {
    id: 'app-503',
    code: 'app-error',
    when: { phase: 'http', status: 503 },
    says: '{who} answers 503: it is not ready to serve.',
    cause: 'Maintenance, a start that is not over, or something that the app needs (a database) is missing.',
    fix: "Read the app's log (`docker logs --tail 50 CONTAINER`), end its maintenance mode, and give it more time with `wait` where it starts slowly."
  },
  {
    id: 'app-5xx',
    code: 'app-error',
    when: { phase: 'http', status: '5xx' },
    says: '{who} answers {status} to an unsigned event.'
  },
  {
    id: 'woocommerce-204',
    code: 'unsigned-accepted',
    when: { phase: 'http', status: 204, probe: 'unsigned', url: /wc-api=wc_stripe/ },
    says: 'The Stripe plugin of WooCommerce answers 204 to an unsigned event.',
    cause:
      'It does so on purpose, so that Stripe does not disable the endpoint; from outside this looks like accepting it.',
    fix: 'For this plugin, set `expect-status: 204`.'
  },
  {
    // Flask, Django and PHP call every answer HTML that does not say otherwise: only markup is a page.
    id: 'spa-200-html',
    code: 'not-an-endpoint',
    when: { phase: 'http', status: '2xx', header: { 'content-type': /^text\/html/i }, body: /^\s*</ },
    says: 'A web page answers ({status}, HTML), not a webhook handler.',
    cause:
      'A catch-all (a single-page app, `try_files … /index.html`) answers; the provider counts the event as delivered and it is lost.'
  },
  {
    id: 'app-2xx-error-text',
    code: 'unsigned-accepted',
    when: { phase: 'http', status: '2xx', body: /signature|Unable to extract timestamp|invalid|"error"/i },
    says: 'The app answers {status}, though its body says that the event was refused.',
    cause:
      'The handler catches the error and returns it as a success: the provider counts the event as delivered and never sends it again.',
    fix: 'Raise the error as 400 (`raise HTTPException(400)`, `res.status(400)`) instead of returning it.'
  },
  {
    id: 'unsigned-accepted',
    code: 'unsigned-accepted',
    when: { phase: 'http', status: '2xx' },
    says: '{who} accepts an unsigned event ({status}).'
  },
  {
    id: 'app-unexpected',
    code: 'unexpected-status',
    when: { phase: 'http', status: /./ },
    says: '{who} answers {status} to an unsigned event instead of {expect}.'
  }
]

/** Rounds that do not agree. */
export const roundCauses: readonly Cause[] = [
  { id: 'flapping', code: 'flapping', when: { phase: 'rounds' }, says: 'Passes and failures alternate: {detail}.' }
]
