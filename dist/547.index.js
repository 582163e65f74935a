export const id = 547;
export const ids = [547];
export const modules = {

/***/ 3547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  probe: () => (/* reexport */ probe)
});

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/secret-words.js
const secretWords = /No webhook secret value was provided|webhook[_ ]?secret (is )?(not (configured|set|found)|missing|required|undefined)|secret (is )?not (configured|set|found)|(missing|no|unset|empty|undefined) (stripe )?(webhook|signing)[_ ]secret|STRIPE_WEBHOOK_SECRET.{0,20}\b(not|missing|unset|undefined|required|empty)\b|\b(missing|no|set|unset|undefined) (the )?\W{0,2}STRIPE_WEBHOOK_SECRET/i;

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/app.js

const hostWords = /DisallowedHost|Invalid HTTP_HOST header|Invalid host header|Bad Request - Invalid Hostname|Blocked hosts?:|Blocked request\. This host/i;
const signatureWords = /signature|Unable to extract timestamp|x-hub-signature|hmac|unsigned/i;
const noPayload = /No webhook payload was provided|FST_ERR_CTP_EMPTY_JSON_BODY|Body cannot be empty|Missing body|Failed to decode JSON/i;
const appNotFound = /"detail"\s*:\s*"Not Found"|Cannot POST |Route POST:|No route matches|NotFoundHttpException|The requested URL was not found on the server|The requested resource was not found on this server|Page not found/i;
const appCauses = [
    {
        id: 'app-400-no-payload',
        code: 'body-mismatch',
        when: { phase: 'http', status: 400, body: noPayload },
        says: 'The handler says that the request had no body, though one was sent.',
        cause: 'A proxy or middleware swallows the body, or a parser took it before the handler: the signature was never looked at.',
        fix: "Hand the raw body to the check: `express.raw({ type: 'application/json' })` on {path}."
    },
    {
        id: 'app-host-refused',
        code: 'host-refused',
        when: [
            { phase: 'http', status: [400, 403], body: hostWords },
            { phase: 'http', status: 400, body: /Bad Request \(400\)/, unlikeControl: false }
        ],
        says: 'The app refuses the name {host} ({status}); a made-up path gets the same.'
    },
    {
        id: 'app-secret-missing',
        code: 'signing-secret-missing',
        when: { phase: 'http', probe: 'unsigned', status: [500, 503], body: secretWords },
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
        says: 'The app was reached and refuses an unsigned event, but with {status} instead of {expect}.'
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
        cause: 'The header is declared as required, so an event without it never gets to the check. Signed events will probably pass.',
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
        id: 'app-404',
        code: 'route-not-found',
        when: [
            { phase: 'http', status: 404, body: appNotFound },
            { phase: 'http', status: [404, 410] }
        ],
        says: '{who} answers {status}: it has no route {path}.'
    },
    {
        id: 'app-405',
        code: 'method-not-allowed',
        when: { phase: 'http', status: [405, 501] },
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
        id: 'proxy-500',
        code: 'app-error',
        when: { phase: 'http', status: 500, own: true },
        says: 'The 500 is a page of {who} itself.',
        cause: 'The proxy fails: a rewrite that loops, a file it cannot read, a full disk.',
        fix: "Read the proxy's error log (`sudo tail /var/log/nginx/error.log`), and look at `df -h /`."
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
        cause: 'It does so on purpose, so that Stripe does not disable the endpoint; from outside this looks like accepting it.',
        fix: 'For this plugin, set `expect-status: 204`.'
    },
    {
        id: 'spa-200-html',
        code: 'not-an-endpoint',
        when: { phase: 'http', status: '2xx', header: { 'content-type': /^text\/html/i } },
        says: 'A web page answers ({status}, HTML), not a webhook handler.',
        cause: 'A catch-all (a single-page app, `try_files … /index.html`) answers; the provider counts the event as delivered and it is lost.'
    },
    {
        id: 'app-2xx-error-text',
        code: 'unsigned-accepted',
        when: { phase: 'http', status: '2xx', body: /signature|Unable to extract timestamp|invalid|"error"/i },
        says: 'The app answers {status}, though its body says that the event was refused.',
        cause: 'The handler catches the error and returns it as a success: the provider counts the event as delivered and never sends it again.',
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
];
const roundCauses = [
    { id: 'flapping', code: 'flapping', when: { phase: 'rounds' }, says: 'Passes and failures alternate: {detail}.' }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/dns.js
const dnsCauses = [
    {
        id: 'url-private-host',
        code: 'dns-private-address',
        when: { phase: 'address', private: true, literal: true },
        says: 'The webhook URL names {address}, which only this machine or its own network can reach.',
        fix: 'Register, and probe, the public name of the server: https://your-domain.com{path}.',
        waitingHelps: false
    },
    {
        id: 'dns-private-address',
        code: 'dns-private-address',
        when: { phase: 'address', private: true },
        says: '{host} resolves to {address}, which the internet does not route.'
    },
    {
        id: 'dns-hosts-override',
        code: 'not-external',
        when: { phase: 'dns', lookup: 'ok', wire: ['ENOTFOUND', 'ENODATA'] },
        says: "DNS knows no address of {host}; this machine's own settings (hosts file, split DNS) gave {detail}.",
        cause: 'A provider asks the public DNS and finds nothing there, so whatever was reached proves nothing about the internet.',
        fix: "Create an A record for {host} with the server's public IPv4 address, or take the entry out of the runner's /etc/hosts."
    },
    {
        id: 'dns-split-view',
        code: 'not-external',
        when: { phase: 'dns', lookup: 'ok', wire: 'differs' },
        says: 'DNS and this machine disagree on {host}: {detail}. The addresses from DNS were probed.',
        cause: 'A hosts file or split DNS on the runner overrides the name.',
        fix: "Take {host} out of the runner's /etc/hosts or its internal zone, or run the probe on a GitHub-hosted runner."
    },
    {
        id: 'dns-wire-silent',
        code: 'not-external',
        when: { phase: 'dns', lookup: 'ok', wire: /^E/ },
        says: "DNS itself gave no answer for {host} ({code}); this machine's own settings gave {detail}.",
        cause: 'Whatever was reached proves nothing about the internet, since a provider depends on DNS alone.',
        fix: "Look whether the domain's name servers answer (`dig +trace {host}`), or run the probe on a GitHub-hosted runner."
    },
    {
        id: 'dns-bad-name',
        code: 'dns-nxdomain',
        when: { phase: 'dns', wire: 'EBADNAME' },
        says: '{host} is no legal DNS name.',
        cause: 'A label is empty, or longer than 63 bytes.',
        fix: 'Correct the host in the webhook URL.',
        waitingHelps: false
    },
    {
        id: 'dns-nxdomain',
        code: 'dns-nxdomain',
        when: { phase: 'dns', wire: 'ENOTFOUND' },
        says: '{host} does not exist in DNS.'
    },
    {
        id: 'dns-no-address',
        code: 'dns-no-address',
        when: { phase: 'dns', wire: 'ENODATA' },
        says: '{host} exists in DNS, but has no address.'
    },
    {
        id: 'dns-servfail',
        code: 'dns-failure',
        when: { phase: 'dns', wire: 'ESERVFAIL' },
        says: 'DNS answers SERVFAIL for {host}.',
        cause: 'The delegation is broken, the name servers are dead, or DNSSEC does not validate (often a DS record left over from a former DNS provider).',
        fix: 'Check the name servers of the domain at the registrar, and remove or renew a leftover DS record.'
    },
    {
        id: 'dns-refused',
        code: 'dns-failure',
        when: { phase: 'dns', wire: 'EREFUSED' },
        says: 'DNS answers REFUSED for {host}.',
        cause: 'The name server that was asked does not serve this zone, or refuses this client.',
        fix: 'Add the zone at the DNS provider that the registrar delegates to.'
    },
    {
        id: 'dns-timeout',
        code: 'dns-failure',
        when: { phase: 'dns', wire: ['ETIMEOUT', 'ECANCELLED'] },
        says: 'DNS gave no answer for {host} in time.',
        cause: "The domain's name servers cannot be reached, or this runner's resolver cannot.",
        fix: "Ask the domain's own name servers (`dig +trace {host}`), and look whether other names resolve on this runner."
    },
    {
        id: 'dns-resolver-down',
        code: 'dns-failure',
        when: { phase: 'dns', wire: 'ECONNREFUSED' },
        says: "This runner's own DNS server refuses connections, so {host} could not be looked up.",
        cause: 'Nothing listens at the address in /etc/resolv.conf: the runner is at fault, and nothing is known of the server.',
        fix: 'Repair DNS on the runner, then run again.'
    },
    {
        id: 'dns-malformed',
        code: 'dns-failure',
        when: { phase: 'dns', wire: /^E/ },
        says: 'DNS gave no usable answer for {host} ({code}).',
        cause: 'The answer is malformed: a broken resolver, or a device on the way that meddles with DNS.',
        fix: 'Ask another resolver (`dig @1.1.1.1 {host}`) to see whether the zone or the runner is at fault.'
    },
    {
        id: 'vantage-loopback',
        code: 'not-external',
        when: { phase: 'vantage', fact: 'loopback' },
        says: '`resolve` names {address}, which never leaves this machine.'
    },
    {
        id: 'vantage-private',
        code: 'not-external',
        when: { phase: 'vantage', fact: 'private' },
        says: '`resolve` names {address}, which the internet does not route.'
    },
    {
        id: 'vantage-own-address',
        code: 'not-external',
        when: { phase: 'vantage', fact: 'own-address' },
        says: '{address} is an address of this machine: the runner is the server, and the request never left it.',
        cause: 'Neither a firewall nor a cloud security group stood in its way, so the result says nothing of the internet.'
    },
    {
        id: 'vantage-egress-proxy',
        code: 'not-external',
        when: { phase: 'vantage', fact: 'egress-proxy' },
        says: 'This runner is told to reach the internet through a proxy ({detail}); the probe went directly.',
        cause: 'What a direct connection meets here may be the network of the runner rather than the server.',
        fix: 'Run the probe on a GitHub-hosted runner, or add {host} to NO_PROXY where the direct way is right.'
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/guard.js
const cloudflareSays = /error code: ?10(05|06|09|10|12|15|20)|Attention Required|Sorry, you have been blocked|Access denied/i;
const guardCauses = [
    {
        id: 'cf-challenge',
        code: 'blocked',
        when: { phase: 'http', header: { 'cf-mitigated': /^challenge$/ } },
        says: 'Cloudflare answers with a challenge ({status}) that no program can solve.',
        cause: "Bot Fight Mode or a managed challenge. Cloudflare may treat this runner's address worse than the provider's: this says nothing of the app yet.",
        fix: 'Add a WAF rule in Cloudflare that skips {path}; Bot Fight Mode of the free plan cannot be skipped by path: switch it off. Security > Events shows the request{ray}.'
    },
    {
        id: 'cf-530',
        code: 'proxy-bad-gateway',
        when: [
            { phase: 'http', status: 530 },
            { phase: 'http', status: '5xx', header: { 'cf-error-type': /^1\d{3}$/ } }
        ],
        says: 'Cloudflare cannot find the server ({status}).',
        cause: 'The origin name does not resolve (error 1016), or the tunnel is down (1033).',
        fix: 'Restart the tunnel (`sudo systemctl restart cloudflared`), or correct the origin record in Cloudflare.'
    },
    {
        id: 'cf-blocked',
        code: 'blocked',
        when: [
            { phase: 'http', status: [403, 429], header: { server: /^cloudflare/i }, body: cloudflareSays },
            { phase: 'http', status: [403, 429], header: { 'cf-error-type': /./ } }
        ],
        says: 'Cloudflare blocks the request ({status}).',
        cause: "A WAF rule, an address or country rule, or a rate limit. The provider's addresses may be treated otherwise than this runner's.",
        fix: 'Look it up under Security > Events in Cloudflare{ray}, and add a rule that skips {path}.'
    },
    {
        id: 'cf-520',
        code: 'proxy-bad-gateway',
        when: { phase: 'http', status: 520 },
        says: 'Cloudflare got no usable answer from the server (520).',
        cause: 'The server closed the connection, or its answer was empty or too large.',
        fix: 'Read the log of the web server for that minute: `sudo tail -n 50 /var/log/nginx/error.log`.'
    },
    {
        id: 'cf-521',
        code: 'proxy-bad-gateway',
        when: { phase: 'http', status: 521 },
        says: 'The server refuses the connection from Cloudflare (521).',
        cause: "Nothing listens on 443 (mode Full) or 80 (Flexible), or the firewall rejects Cloudflare's addresses.",
        fix: "Start the web server (`sudo systemctl enable --now nginx`), and allow Cloudflare's ranges (cloudflare.com/ips) in the firewall."
    },
    {
        id: 'cf-522',
        code: 'proxy-gateway-timeout',
        when: { phase: 'http', status: 522 },
        says: 'The server does not answer the connection from Cloudflare (522).',
        cause: 'A firewall drops the packets, or the A record in Cloudflare holds the wrong address.',
        fix: "Open 443 to Cloudflare's ranges (cloudflare.com/ips), and check the origin address in Cloudflare's DNS."
    },
    {
        id: 'cf-523',
        code: 'proxy-bad-gateway',
        when: { phase: 'http', status: 523 },
        says: 'Cloudflare has no way to the server (523).',
        cause: 'The A record in Cloudflare holds an address that is not reachable.',
        fix: "Put the server's public address into the A record in Cloudflare."
    },
    {
        id: 'cf-524',
        code: 'proxy-gateway-timeout',
        when: { phase: 'http', status: 524 },
        says: 'The server took the request from Cloudflare and did not answer in time (524).'
    },
    {
        id: 'cf-525',
        code: 'proxy-upstream-tls',
        when: { phase: 'http', status: 525 },
        says: 'The TLS handshake between Cloudflare and the server fails (525).'
    },
    {
        id: 'cf-526',
        code: 'proxy-upstream-tls',
        when: { phase: 'http', status: 526 },
        says: "Cloudflare finds the server's certificate not valid (526)."
    },
    {
        id: 'app-csrf',
        code: 'blocked',
        when: [
            {
                phase: 'http',
                status: [403, 419, 422],
                body: /CSRF|Page Expired|InvalidAuthenticityToken|authenticity.token/i
            },
            { phase: 'http', status: 419 }
        ],
        says: 'A guard against forged forms (CSRF) refuses the request ({status}).',
        cause: 'The webhook route is not exempt from it, and a provider has no token to show.',
        fix: "Exempt {path}: Django `@csrf_exempt`; Laravel `validateCsrfTokens(except: ['webhooks/*'])`; Rails `skip_before_action :verify_authenticity_token`."
    },
    {
        id: 'app-vercel-protection',
        code: 'blocked',
        when: {
            phase: 'http',
            status: [401, 403],
            header: { 'x-vercel-id': /./ },
            body: /Authentication Required|Vercel Authentication/i
        },
        says: 'The deployment protection of Vercel answers ({status}).',
        cause: 'Preview deployments are behind a login.',
        fix: 'Register the production domain, or use a bypass token for automation.'
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/health.js
const healthCauses = [
    {
        id: 'health-timeout',
        code: 'health-timeout',
        when: { phase: ['tcp', 'tls', 'http', 'body'], probe: 'health', code: ['PHASE_TIMEOUT', 'ETIMEDOUT'] },
        says: '{healthUrl} does not answer in time.'
    },
    {
        id: 'health-dns',
        code: 'health-unreachable',
        when: { phase: 'dns', probe: 'health' },
        says: 'The host of {healthUrl} cannot be looked up ({code}).'
    },
    {
        id: 'health-distrusted',
        code: 'health-unreachable',
        when: { phase: 'certificate', probe: 'health' },
        says: 'The certificate of {healthUrl} is not valid ({detail}).'
    },
    {
        id: 'health-unreachable',
        code: 'health-unreachable',
        when: { phase: ['tcp', 'tls', 'http', 'body'], probe: 'health', code: /./ },
        says: '{healthUrl} cannot be reached ({code}).'
    },
    {
        id: 'health-redirected',
        code: 'health-status',
        when: { phase: 'http', probe: 'health', expected: false, status: '3xx' },
        says: '{healthUrl} is redirected ({status} to {target}).',
        fix: 'Set `health-url` to where it leads, or let {healthUrl} answer by itself.'
    },
    {
        id: 'health-status',
        code: 'health-status',
        when: { phase: 'http', probe: 'health', expected: false },
        says: '{healthUrl} answers {status} ({who}) instead of {healthExpect}.'
    },
    {
        id: 'health-two-releases',
        code: 'health-wrong-version',
        when: { phase: 'http', probe: 'health', fact: 'mixed-versions' },
        says: 'Two releases answer in turn: {detail} of the answers of {healthUrl} hold the expected version.',
        cause: 'The old release still runs beside the new one, behind the same proxy.',
        fix: 'Stop the old container (`docker ps`), or take it out of the upstream; with a rolling deploy, give it more time with `wait`.'
    },
    {
        id: 'health-wrong-version',
        code: 'health-wrong-version',
        when: { phase: 'http', probe: 'health', fact: 'wrong-version' },
        says: 'The body of {healthUrl} does not hold the expected version {detail}.'
    },
    { id: 'health-ok', code: null, when: { phase: 'http', probe: 'health' }, says: '{healthUrl} answers {status}.' }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/http.js
const timeouts = ['PHASE_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'];
const notHttp = /does not match the HTTP\/1\.1 protocol|Parse Error|Expected HTTP|Invalid (header|character|status|Content-Length|transfer)|HPE_|bad upgrade/i;
const login = /\/(login|signin|sign-in|auth|accounts\/login|cdn-cgi\/access\/login|oauth2)\b/i;
const httpCauses = [
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
];
const redirectCauses = [
    {
        id: 'redirect-login',
        code: 'redirected',
        when: { phase: 'http', status: '3xx', header: { location: login } },
        says: 'The request is redirected to a login page ({status} to {target}).',
        cause: 'A login (middleware, Cloudflare Access, oauth2-proxy) covers the webhook, and a provider cannot log in.',
        fix: 'Exempt {path} from the login: the signature is its authentication.'
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
        cause: 'The app builds its own URL and does not know that it is behind TLS, since X-Forwarded-Proto is not sent, or not trusted; providers do not follow redirects.',
        fix: '`proxy_set_header X-Forwarded-Proto $scheme;` in nginx, and let the app trust it (uvicorn: `--proxy-headers --forwarded-allow-ips="*"`). Then register {secureTarget} at the provider.'
    },
    {
        id: 'redirect-slash',
        code: 'redirected',
        when: { phase: 'http', status: '3xx', redirect: 'slash' },
        says: 'A slash at the end is added or removed ({status} to {target}).',
        cause: 'The route is declared with the other spelling, and the framework redirects (Django, FastAPI, Next.js, nginx); providers do not follow redirects.',
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
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/proxy.js
const welcome = /Welcome to nginx!|Apache2 (Ubuntu|Debian) Default Page|It works!<\/h1>|Your Caddy web server|<title>Caddy works!|Test Page for the|IIS Windows Server<\/title>|domain (is|may be) (for sale|parked)|Future home of something/i;
const proxyCauses = [
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
        cause: 'The proxy refuses the request before it forwards it (the Host, the headers), or its config answers 400 by itself.',
        fix: "Look at the server block that answers for {host} (`sudo nginx -T`): its `server_name`, a `return 400`, and the proxy's error log."
    },
    {
        id: 'proxy-502',
        code: 'proxy-bad-gateway',
        when: { phase: 'http', status: 502 },
        says: 'The proxy ({who}) answers 502: it cannot use what it forwards to.'
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
            { phase: 'http', status: 503, by: 'Apache httpd', own: true },
            { phase: 'http', status: 503, by: 'Envoy', own: true },
            { phase: 'http', status: 503, by: 'Traefik', own: true },
            { phase: 'http', status: 503, by: 'Caddy', own: true },
            { phase: 'http', status: 503, body: /^(no available server|no healthy upstream)/ }
        ],
        says: '{who} answers 503: it reaches no backend.',
        cause: '{who} says 503 where nginx says 502: the app is down, or the proxy forwards to another port than the published one.',
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
        says: 'The 503 comes from the proxy ({who}), not from the app.'
    },
    {
        id: 'proxy-504',
        code: 'proxy-gateway-timeout',
        when: { phase: 'http', status: 504 },
        says: 'The proxy ({who}) answers 504: the app did not answer it in time.'
    },
    {
        id: 'proxy-413',
        code: 'proxy-body-limit',
        when: { phase: 'http', status: 413 },
        says: '{who} answers 413 to a body of two bytes: its limit is too small.'
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
        fix: '`location = {path} { auth_basic off; proxy_pass http://127.0.0.1:APP_PORT; }`: the signature is its authentication.'
    },
    {
        id: 'proxy-403',
        code: 'blocked',
        when: [
            { phase: 'http', status: 403, own: true },
            { phase: 'http', status: 403, body: /Request forbidden by administrative rules/ }
        ],
        says: 'The 403 is a page of {who} itself; the app was never asked.',
        cause: "`deny all`, a list of allowed addresses that knows the provider's and not this runner's, or a folder without an index.",
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
        cause: 'Caddy says 200 to everything it has no handler for, so the provider counts each event as delivered and it is lost.',
        fix: 'In the block of {host} in the Caddyfile: `reverse_proxy 127.0.0.1:APP_PORT`, or for this path `handle {folder}* { reverse_proxy 127.0.0.1:APP_PORT }`; then `sudo systemctl reload caddy`.'
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
        id: 'proxy-404',
        code: 'proxy-default-site',
        when: [
            { phase: 'http', status: 404, own: true },
            { phase: 'http', status: 404, header: { server: /^Caddy/i }, bodyEmpty: true }
        ],
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
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/signature.js

const parsedBody = /must be provided as a string or a Buffer/;
const unknownType = /(unsupported|unhandled|unknown|unexpected|unrecogni[sz]ed|invalid)\b.{0,20}\bevent|event.{0,40}not (handled|supported|recogni[sz]ed)/i;
const bogusCauses = [
    {
        id: 'bogus-secret-missing',
        code: 'signing-secret-missing',
        when: {
            phase: 'http',
            probe: 'bogus-signature',
            status: [400, 401, 403, 500, 503],
            body: secretWords,
            signedAccepted: false
        },
        says: 'Sent a signature that cannot be right, the app says that its own secret is missing ({status}).'
    },
    {
        id: 'bogus-body-parsed',
        code: 'raw-body-lost',
        when: { phase: 'http', probe: 'bogus-signature', body: parsedBody, signedAccepted: false },
        says: 'Sent a signature that cannot be right, the app says that the body it checks is parsed already ({status}).'
    },
    {
        id: 'bogus-accepted',
        code: 'unsigned-accepted',
        when: { phase: 'http', probe: 'bogus-signature', status: '2xx', expected: false },
        says: 'The app accepts a signature of zeros ({status}): it looks whether the header is there, not whether it is right.'
    },
    {
        id: 'bogus-500',
        code: 'signing-secret-missing',
        when: {
            phase: 'http',
            probe: 'bogus-signature',
            status: [500, 501, 503],
            own: false,
            expected: false,
            signedAccepted: false
        },
        says: 'Sent a signature that cannot be right, the app fails ({status}), though it refuses a missing one properly.',
        cause: 'In Python the secret is probably None (`stripe.Webhook.construct_event` dies on it); else the error of the signature check is not caught.',
        fix: 'Give the container the secret (`docker run -e STRIPE_WEBHOOK_SECRET=whsec_…`) and restart it; catch the error of the check and answer 400. With `signing-secret` the probe tells the two apart.'
    },
    {
        id: 'bogus-refused',
        code: null,
        when: { phase: 'http', probe: 'bogus-signature', status: /./ },
        says: 'A signature of zeros is refused ({status}).'
    },
    {
        id: 'bogus-silent',
        code: null,
        when: { phase: ['http', 'body'], probe: 'bogus-signature' },
        says: 'A signature of zeros got no answer.'
    }
];
const signedCauses = [
    {
        id: 'signed-accepted',
        code: null,
        when: { phase: 'http', probe: 'signed', status: '2xx' },
        says: 'A signed event is accepted ({status}).'
    },
    {
        id: 'signed-timestamp',
        code: 'signed-rejected',
        when: {
            phase: 'http',
            probe: 'signed',
            status: '4xx',
            body: /timestamp (is )?(outside|too old|expired|not within)|tolerance zone/i
        },
        says: 'A properly signed event is refused ({status}): its time is outside the tolerance.',
        cause: "The server's clock is off by more than the tolerance (300 seconds).",
        fix: '`sudo timedatectl set-ntp true` on the server; compare `date -u` with the real time.'
    },
    {
        id: 'signed-body-parsed',
        code: 'raw-body-lost',
        when: { phase: 'http', probe: 'signed', status: /^[45]/, body: parsedBody },
        says: 'A properly signed event is refused ({status}): the body that the app checks is parsed already.'
    },
    {
        id: 'signed-secret-missing',
        code: 'signing-secret-missing',
        when: { phase: 'http', probe: 'signed', body: secretWords },
        says: 'A properly signed event is refused ({status}): the app says that its own secret is missing.'
    },
    {
        id: 'signed-other-reason',
        code: 'signed-handler-error',
        when: [
            { phase: 'http', probe: 'signed', status: '4xx', acceptedWords: true },
            { phase: 'http', probe: 'signed', status: '4xx', body: unknownType, sameAsTampered: false }
        ],
        says: 'A properly signed event is refused ({status}) for its type or version, not for its signature.'
    },
    {
        id: 'signed-5xx-like-tampered',
        code: 'signed-rejected',
        when: { phase: 'http', probe: 'signed', status: [500, 501, 503], own: false, sameAsTampered: true },
        says: 'A properly signed event gets {status}, the same as a tampered one: its signature is refused, or nothing gets through.'
    },
    {
        id: 'signed-handler-error',
        code: 'signed-handler-error',
        when: { phase: 'http', probe: 'signed', status: '5xx', own: false },
        says: 'After a good signature the handler fails ({status}) on an event of a type that it does not know.'
    },
    {
        id: 'signed-rejected',
        code: 'signed-rejected',
        when: { phase: 'http', probe: 'signed', status: '4xx' },
        says: 'A properly signed event is refused ({status}).'
    }
];
const forgedCauses = [
    {
        id: 'tampered-accepted',
        code: 'tampered-accepted',
        when: { phase: 'http', probe: 'tampered', status: '2xx', expected: false },
        says: 'An event whose body was changed after signing is accepted ({status}).'
    },
    {
        id: 'tampered-refused',
        code: null,
        when: { phase: ['http', 'body'], probe: 'tampered' },
        says: 'A tampered event is not accepted.'
    },
    {
        id: 'replay-accepted',
        code: 'replay-accepted',
        when: { phase: 'http', probe: 'replayed', status: '2xx', expected: false },
        says: 'An event signed 15 minutes ago is accepted ({status}).'
    },
    {
        id: 'replay-untested',
        code: 'replay-untested',
        when: [
            { phase: ['http', 'body'], probe: 'replayed', code: /./ },
            { phase: 'http', probe: 'replayed', status: '5xx', signedAccepted: false },
            { phase: 'http', probe: 'replayed', status: [429, 502, 503, 504] }
        ],
        says: 'Whether an event signed long ago is refused could not be tested ({code}).'
    },
    {
        id: 'replay-refused',
        code: null,
        when: { phase: 'http', probe: 'replayed' },
        says: 'An event signed 15 minutes ago is refused ({status}).'
    }
];
const signatureCauses = [...bogusCauses, ...signedCauses, ...forgedCauses];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/tcp.js
const noRoute = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];
const unanswered = ['PHASE_TIMEOUT', 'ETIMEDOUT', 'EHOSTUNREACH', 'EACCES', 'EPERM'];
const dropped = ['PHASE_TIMEOUT', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'];
const tcpCauses = [
    {
        id: 'ipv6-only-untested',
        code: 'tcp-unreachable',
        when: [
            { phase: 'tcp', family: 6, code: noRoute, onlyAddress: true },
            { phase: 'tcp', family: 6, code: unanswered, onlyAddress: true, ipv6Here: false }
        ],
        says: '{host} has IPv6 addresses only ({address}), and this runner has no IPv6: nothing could be tested.',
        cause: 'Many senders and most CI runners reach IPv4 alone.',
        fix: "Add an A record with the server's IPv4 address to {host}, or probe from a runner with IPv6."
    },
    {
        id: 'ipv6-untested',
        code: 'ipv6-untested',
        when: [
            { phase: 'tcp', family: 6, code: noRoute },
            { phase: 'tcp', family: 6, code: unanswered, ipv6Here: false, ipv4Works: true }
        ],
        says: 'The IPv6 address {address} was not tested: this runner has no IPv6.'
    },
    {
        id: 'ipv6-broken',
        code: 'ipv6-broken',
        when: { phase: 'tcp', family: 6, ipv4Works: true },
        says: 'IPv4 works, but {address} (IPv6) does not answer on port {port} ({code}).'
    },
    {
        id: 'tcp-refused',
        code: 'tcp-refused',
        when: { phase: 'tcp', code: 'ECONNREFUSED' },
        says: '{address} refuses the connection on port {port}.'
    },
    {
        id: 'tcp-timeout',
        code: 'tcp-timeout',
        when: { phase: 'tcp', code: dropped },
        says: '{address} does not answer on port {port}.'
    },
    {
        id: 'tcp-host-unreachable',
        code: 'tcp-unreachable',
        when: { phase: 'tcp', code: 'EHOSTUNREACH' },
        says: '{address} port {port}: the network answers that the host cannot be reached.'
    },
    {
        id: 'tcp-net-unreachable',
        code: 'tcp-unreachable',
        when: { phase: 'tcp', code: noRoute },
        says: 'This runner has no route to {address}.',
        cause: "The runner's network is at fault, or the address is not on the internet.",
        fix: "Check the A record of {host} against the server's public address, and the network of the runner."
    },
    {
        id: 'tcp-local-policy',
        code: 'tcp-unreachable',
        when: { phase: 'tcp', code: ['EACCES', 'EPERM'] },
        says: "This runner's own policy forbids connections to {address} port {port}.",
        cause: 'An egress firewall (harden-runner in block mode), a prohibiting route or a sandbox on the runner; nothing is known of the server.',
        fix: 'Allow {host}:{port} on the runner, for harden-runner in `allowed-endpoints`.'
    },
    {
        id: 'tcp-reset',
        code: 'tcp-reset',
        when: [
            { phase: 'tcp', code: ['ECONNRESET', 'EPIPE', 'ECONNABORTED'] },
            { phase: 'tls', code: ['ECONNRESET', 'EPIPE', 'ECONNABORTED'], closedUnasked: true }
        ],
        says: '{address} accepts the connection on port {port} and cuts it before anything is sent.'
    },
    {
        id: 'tcp-other',
        code: 'tcp-unreachable',
        when: { phase: 'tcp' },
        says: 'Connecting to {address} port {port} fails with {code}.'
    },
    {
        id: 'port-80-closed',
        code: 'port-80-closed',
        when: { phase: 'tcp80' },
        says: 'Port 443 of {address} works, port 80 does not answer ({code}).'
    },
    {
        id: 'direct-port-open',
        code: 'direct-port-open',
        when: { phase: 'direct' },
        says: 'Port {port} of {address} answers from outside, though a proxy stands before it.'
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/tls.js
const tls_reset = ['ECONNRESET', 'EPIPE', 'ECONNABORTED'];
const notTls = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_HTTP_REQUEST'];
const certificateRequired = [
    {
        phase: 'tls',
        code: [
            'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
            'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
            'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
            'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE'
        ]
    },
    { phase: 'tls', alert: [42, 48, 116] },
    { phase: 'tls', alert: 40, keysAgreed: true },
    { phase: 'http', code: /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE)/ },
    { phase: 'http', alert: [42, 116] }
];
const tlsCauses = [
    {
        id: 'tls-expired',
        code: 'tls-expired',
        when: { phase: 'tls', code: 'CERT_HAS_EXPIRED' },
        says: 'The certificate of {address} has expired{detail}.'
    },
    {
        id: 'tls-not-yet-valid',
        code: 'tls-not-yet-valid',
        when: { phase: 'tls', code: 'CERT_NOT_YET_VALID' },
        says: 'The certificate of {address} is not valid yet{detail}.'
    },
    {
        id: 'tls-name-mismatch',
        code: 'tls-name-mismatch',
        when: { phase: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
        says: 'The certificate of {address} is not for {host}{detail}.'
    },
    {
        id: 'tls-self-signed',
        code: 'tls-self-signed',
        when: { phase: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
        says: 'The certificate of {address} is self-signed{detail}.'
    },
    {
        id: 'tls-incomplete-chain',
        code: 'tls-incomplete-chain',
        when: { phase: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
        says: '{address} sends its certificate without that of its issuer{detail}.'
    },
    {
        id: 'tls-staging',
        code: 'tls-untrusted',
        when: {
            phase: 'tls',
            code: ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'SELF_SIGNED_CERT_IN_CHAIN'],
            detail: /\(STAGING\)/i
        },
        says: "The certificate of {address} comes from Let's Encrypt's staging{detail}.",
        cause: 'Staging is for trials: nobody trusts it.'
    },
    {
        id: 'tls-untrusted-root',
        code: 'tls-untrusted',
        when: {
            phase: 'tls',
            code: [
                'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
                'SELF_SIGNED_CERT_IN_CHAIN',
                'UNABLE_TO_GET_ISSUER_CERT',
                'CERT_UNTRUSTED'
            ]
        },
        says: 'The certificate of {address} leads to a root that is not trusted{detail}.'
    },
    {
        id: 'tls-weak-key',
        code: 'tls-untrusted',
        when: [
            { phase: 'tls', code: ['EE_KEY_TOO_SMALL', 'CA_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK'] },
            { phase: 'tls', message: /(key|md) too (weak|small)/i }
        ],
        says: 'The certificate of {address} has a key or digest that is too weak{detail}.',
        cause: 'RSA below 2048 bits, or SHA-1, is refused everywhere.',
        fix: "Have it issued again with certbot's default key: `sudo certbot --nginx --force-renewal -d {host}`."
    },
    {
        id: 'tls-other-distrust',
        code: 'tls-untrusted',
        when: {
            phase: 'tls',
            code: /^(CERT_|UNABLE_TO_|INVALID_|PATH_LENGTH_|ERROR_IN_CERT|UNSPECIFIED$|HOSTNAME_MISMATCH)/
        },
        says: 'The certificate of {address} is not trusted ({code}){detail}.'
    },
    {
        id: 'tls-client-certificate',
        code: 'tls-client-certificate',
        when: certificateRequired,
        says: '{address} ends the TLS connection since it was shown no client certificate.'
    },
    {
        id: 'tls-client-certificate-page',
        code: 'tls-client-certificate',
        when: [
            { phase: 'http', status: 400, body: /<title>400 No required SSL certificate was sent<\/title>/ },
            { phase: 'http', status: 400, body: /<title>400 The SSL certificate error<\/title>/ }
        ],
        says: 'The 400 comes from {who} itself, which wants a client certificate; the app was never asked.'
    },
    {
        id: 'tls-ssh',
        code: 'tls-plain-http',
        when: { phase: 'tls', said: /^SSH-/ },
        says: 'Port {port} of {address} is an ssh server.',
        cause: 'Something other than a web server owns the port.',
        fix: 'Move ssh to port 22, and let the proxy have {port}.'
    },
    {
        id: 'tls-plain-http',
        code: 'tls-plain-http',
        when: [
            { phase: 'tls', code: notTls },
            { phase: 'tls', said: /^HTTP\/\S+ (?!400)\d/ },
            { phase: 'tls', message: /wrong version number|packet length too long/i }
        ],
        says: 'Port {port} of {address} speaks plain HTTP or another protocol, not TLS.'
    },
    {
        id: 'tls-unrecognized-name',
        code: 'tls-name-mismatch',
        when: [
            { phase: 'tls', code: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME' },
            { phase: 'tls', alert: 112 }
        ],
        says: '{address} has no site of the name {host} and refuses it (TLS alert 112).',
        cause: '`ssl_reject_handshake` on the default server of nginx, or `strict-sni` of HAProxy.',
        fix: 'Add a 443 server block with `server_name {host};` and a certificate for it: `sudo certbot --nginx -d {host}`.'
    },
    {
        id: 'tls-internal-error',
        code: 'tls-handshake',
        when: { phase: 'tls', alert: 80 },
        says: '{address} ends the handshake with an internal error (TLS alert 80).',
        cause: 'Caddy and others answer so while they hold no certificate for the name: the site is not in the config, or issuing failed.',
        fix: 'Add {host} to the Caddyfile, and read the error of the issuing in `journalctl -u caddy -n 50`.'
    },
    {
        id: 'tls-old-protocol',
        code: 'tls-old-protocol',
        when: [
            { phase: 'tls', alert: 70 },
            {
                phase: 'tls',
                code: /^ERR_SSL_(TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED|VERSION_TOO_LOW)$/
            }
        ],
        says: '{address} offers no TLS of version 1.2 or newer.'
    },
    {
        id: 'tls-handshake-failure',
        code: 'tls-handshake',
        when: [
            { phase: 'tls', alert: 40 },
            { phase: 'tls', message: /handshake failure/i }
        ],
        says: '{address} ends the handshake: no common cipher or protocol (TLS alert 40).',
        cause: 'An odd `ssl_ciphers` line, no certificate for the kind of key, or with TLS 1.2 a client certificate that is demanded.',
        fix: "Drop `ssl_ciphers`, or take Mozilla's intermediate list; look for `ssl_verify_client`. Then reload."
    },
    {
        id: 'tls-timeout',
        code: 'tls-timeout',
        when: { phase: 'tls', code: ['PHASE_TIMEOUT', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'] },
        says: '{address} accepts the connection on port {port}, and never answers the TLS handshake.'
    },
    {
        id: 'tls-reset',
        code: 'tls-handshake',
        when: { phase: 'tls', code: tls_reset },
        says: '{address} cuts the connection during the TLS handshake.',
        cause: 'A proxy that expects the PROXY protocol (`listen … proxy_protocol`, `accept-proxy`), a firewall that cuts on the name, or a server that crashes.',
        fix: 'Take `proxy_protocol` out if no load balancer sends it; else see what listens on {port}: `sudo ss -ltnp`.'
    },
    {
        id: 'tls-other',
        code: 'tls-handshake',
        when: { phase: 'tls' },
        says: 'The TLS handshake with {address} fails ({code}).'
    },
    {
        id: 'tls-expires-soon',
        code: 'tls-expires-soon',
        when: { phase: 'certificate', fact: 'expires-soon' },
        says: 'The certificate of {address} ends soon{detail}.'
    },
    {
        id: 'tls-no-san',
        code: 'tls-no-san',
        when: { phase: 'certificate', fact: 'no-san' },
        says: 'The certificate of {address} has no subjectAltName{detail}.'
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/causes/index.js









const causes = [
    ...healthCauses,
    ...signatureCauses,
    ...dnsCauses,
    ...tcpCauses,
    ...tlsCauses,
    ...httpCauses,
    ...guardCauses,
    ...proxyCauses,
    ...redirectCauses,
    ...appCauses,
    ...roundCauses
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/app.js
const appDiagnoses = [
    {
        code: 'route-not-found',
        hop: 'app',
        level: 'error',
        title: 'The app has no such route',
        cause: 'The path or its prefix is wrong, the proxy strips a part of it (a path or slash after the port in `proxy_pass`), or an old release is running.',
        fix: "Compare {path} with the app's routes; write `proxy_pass http://127.0.0.1:APP_PORT;` without a slash after the port. On the server, `curl -si -X POST http://127.0.0.1:APP_PORT{path}` asks the app itself.",
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
        cause: 'Nothing checks the signature (or the check is skipped while no secret is set), so anyone can send a forged payment.',
        fix: "Verify every event with the sender's library (Stripe: `stripe.webhooks.constructEvent`, `stripe.Webhook.construct_event`), answer 400 where that fails, and refuse to start without the secret.",
        waitingHelps: false
    },
    {
        code: 'validation-error',
        hop: 'app',
        level: 'error',
        title: 'The framework refuses the request before the handler sees it',
        cause: 'The body or a header is declared with a type that the request does not fit, so it is validated before the signature is looked at.',
        fix: 'Read the raw body (`await request.body()` in FastAPI) instead of a model, and make the signature header optional: `stripe_signature: str | None = Header(None)`, then answer 400 where it is missing. If real events do arrive: `expect-status: {status}`.',
        waitingHelps: true
    },
    {
        code: 'app-error',
        hop: 'app',
        level: 'error',
        title: 'The app fails on the request',
        cause: 'The handler takes a header or field for granted that is missing, does not catch the error of the signature check, or lacks its secret or database.',
        fix: "Read the app's log (`docker logs --tail 50 CONTAINER`), catch the error of the signature check and answer 400. Where a library answers so on purpose: `expect-status: {status}`.",
        waitingHelps: true
    },
    {
        code: 'unexpected-status',
        hop: 'app',
        level: 'error',
        title: 'The app answers with another status',
        cause: 'The app was reached and answers an unsigned event with a status that was not expected.',
        fix: 'If this is how the handler refuses an unsigned event, set `expect-status: {status}`; else let it answer 400.',
        waitingHelps: true
    },
    {
        code: 'body-mismatch',
        hop: 'app',
        level: 'error',
        title: 'The answer is not the expected one',
        cause: 'The status is right, but the body does not hold the text of `expect-body`, or says that another thing was wrong with the request than its signature.',
        fix: 'Correct `expect-body`, or find out who answers: the old release, or a layer before the handler.',
        waitingHelps: true
    },
    {
        code: 'not-an-endpoint',
        hop: 'app',
        level: 'error',
        title: 'A made-up path is answered in the same way',
        cause: 'Something answers every path alike (a catch-all route, a single-page app, a guard before the routes), so the answer does not show that the webhook handler exists.',
        fix: 'Route {path} to its handler before the catch-all. Where one handler serves every path beside it on purpose, give `signing-secret`: an event that it accepts is the proof.',
        waitingHelps: true
    },
    {
        code: 'host-refused',
        hop: 'app',
        level: 'error',
        title: 'The app refuses the host name',
        cause: 'The framework takes certain names only (ALLOWED_HOSTS in Django, TrustedHostMiddleware, Rails `config.hosts`) and {host} is not among them, or the proxy hands on another name.',
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
        cause: 'A JSON parser runs before the webhook route; the signature covers the raw bytes, so every real event is refused.',
        fix: "Mount `express.raw({ type: 'application/json' })` on {path} before `express.json()`; in other frameworks hand the raw body to the check.",
        waitingHelps: true
    },
    {
        code: 'signed-rejected',
        hop: 'app',
        level: 'error',
        title: 'A properly signed event is refused',
        cause: "The app holds another secret than `signing-secret` (another endpoint's, test for live, that of `stripe listen`, one with a blank or line break at its end), or the body is changed on the way.",
        fix: '{secretHint}',
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
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/dns.js
const dnsDiagnoses = [
    {
        code: 'dns-nxdomain',
        hop: 'dns',
        level: 'error',
        title: 'The name does not exist',
        cause: 'There is no DNS record of this name: a typo, a record that was never made, an expired domain, or a CNAME whose target is gone.',
        fix: "Create an A record for {host} at your DNS provider, with the server's public IPv4 address. `dig +trace {host}` shows which delegation is missing.",
        waitingHelps: true
    },
    {
        code: 'dns-no-address',
        hop: 'dns',
        level: 'error',
        title: 'The name has no address',
        cause: 'The name exists, but holds no A or AAAA record; example.com and www.example.com are two names.',
        fix: "Add an A record for exactly {host}, with the server's public IPv4 address.",
        waitingHelps: true
    },
    {
        code: 'dns-private-address',
        hop: 'dns',
        level: 'error',
        title: 'The name leads to an address that the internet does not route',
        cause: 'A loopback, private or link-local address means nothing to a machine on the internet; it is often copied from `ip addr`, a VPN or split DNS.',
        fix: "Put the server's public IPv4 address into the A record of {host}. On the server, `curl -4 https://ifconfig.me` prints it.",
        waitingHelps: true
    },
    {
        code: 'dns-failure',
        hop: 'dns',
        level: 'error',
        title: 'DNS gives no usable answer',
        cause: 'The name servers of the domain are broken or out of reach, or those of this runner are.',
        fix: 'Check the name servers at the registrar (`dig +trace {host}`), and look whether other names resolve on this runner.',
        waitingHelps: true
    },
    {
        code: 'not-external',
        hop: 'dns',
        level: 'warning',
        title: 'The probe did not come from outside',
        cause: 'The request did not take the way that a provider takes, so the result says nothing of the internet.',
        fix: 'Run the probe in a job of its own on a GitHub-hosted runner (`runs-on: ubuntu-latest`).',
        waitingHelps: false
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/health.js
const healthDiagnoses = [
    {
        code: 'health-unreachable',
        hop: 'health',
        level: 'error',
        title: 'The health check cannot be reached',
        cause: 'The request for the health page does not get through, though the webhook was reached.',
        fix: 'Check `health-url` ({healthUrl}); where the app has no health page: `health-url: none`.',
        waitingHelps: true
    },
    {
        code: 'health-timeout',
        hop: 'health',
        level: 'error',
        title: 'The health check does not answer in time',
        cause: 'The app is overloaded, or its health page waits for something else (a database) that hangs.',
        fix: 'Look at `docker logs --tail 50 CONTAINER`, and let the health page answer without waiting for others.',
        waitingHelps: true
    },
    {
        code: 'health-status',
        hop: 'health',
        level: 'error',
        title: 'The health check answers with another status',
        cause: 'The app says that it is not well, the path is another one, or the proxy does not forward it.',
        fix: 'Open {healthUrl}; set `health-url` to the path that the app has, or `none`; if this status is right: `expect-health-status: {status}`.',
        waitingHelps: true
    },
    {
        code: 'health-wrong-version',
        hop: 'health',
        level: 'error',
        title: 'Another release answers',
        cause: 'The old release is still running, or the new one is not the one that the proxy forwards to.',
        fix: 'See what runs (`docker ps`, `docker inspect -f "{{.Created}} {{.Image}}" CONTAINER`): the deploy did not replace it, or two run side by side.',
        waitingHelps: true
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/http.js
const httpDiagnoses = [
    {
        code: 'https-required',
        hop: 'http',
        level: 'error',
        title: 'The webhook URL is http://',
        cause: 'Without TLS anyone on the way can read and change the events; Stripe takes no such URL in live mode.',
        fix: 'Set up TLS on the server (`sudo certbot --nginx -d {host}`, or Caddy), then register https://{host}{path} at the provider and give the same as `webhook-url`.',
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
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/proxy.js
const proxyDiagnoses = [
    {
        code: 'proxy-bad-gateway',
        hop: 'proxy',
        level: 'error',
        title: 'The proxy cannot reach the app',
        cause: 'The container is down or restarting, the proxy forwards to another port than the published one, or the app listens on 127.0.0.1 inside the container.',
        fix: "Compare the port in `proxy_pass` with `docker ps` (say 127.0.0.1:8000->8000/tcp), start the container if it is down (`docker ps -a`), and let the app listen on 0.0.0.0 inside it. The proxy's error log names the reason: `sudo tail /var/log/nginx/error.log`.",
        waitingHelps: true
    },
    {
        code: 'proxy-unavailable',
        hop: 'proxy',
        level: 'error',
        title: 'The proxy itself says 503',
        cause: 'A request limit (`limit_req`, whose status is 503), a maintenance page, or no backend that the proxy counts as alive.',
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
        cause: "The server behind the CDN speaks no TLS on 443, or its certificate is not valid for the mode 'Full (strict)'.",
        fix: 'Install a valid certificate on the server (`sudo certbot --nginx -d {host}`, or a Cloudflare origin certificate), and keep the mode Full (strict).',
        waitingHelps: true
    },
    {
        code: 'proxy-default-site',
        hop: 'proxy',
        level: 'error',
        title: 'The proxy answers by itself and does not forward the path',
        cause: "No server block of this name forwards the path: the distribution's default site, another site, a folder of static files, or a location with another prefix answers.",
        fix: 'In the server block of {host}: `location {folder} { proxy_pass http://127.0.0.1:APP_PORT; }` (no slash after the port), and take the default site out: `sudo rm /etc/nginx/sites-enabled/default && sudo systemctl reload nginx`. In Caddy: `handle {folder}* { reverse_proxy 127.0.0.1:APP_PORT }`.',
        waitingHelps: true
    },
    {
        code: 'proxy-plain-http-on-tls-port',
        hop: 'proxy',
        level: 'error',
        title: 'The proxy was sent plain HTTP on its TLS port',
        cause: 'An http:// URL with a TLS port, a load balancer that speaks HTTP to an https backend, or `listen 80 ssl`. The status looks right; the app was never asked.',
        fix: 'Use https:// up to the last proxy, or take `ssl` out of `listen 80`.',
        waitingHelps: true
    },
    {
        code: 'proxy-body-limit',
        hop: 'proxy',
        level: 'error',
        title: 'The proxy refuses the size of the event',
        cause: 'The limit for request bodies is smaller than an event (nginx takes 1 MiB unless told otherwise).',
        fix: '`client_max_body_size 2m;` in the location of {path}.',
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
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/tcp.js
const tcpDiagnoses = [
    {
        code: 'tcp-refused',
        hop: 'tcp',
        level: 'error',
        title: 'Nothing listens on the port',
        cause: 'The machine is up, but nothing listens there for the outside: no web server installed or running, none on this port, or a container published on 127.0.0.1 with no proxy in front. A firewall that rejects looks the same.',
        fix: 'Put a reverse proxy with TLS before the app (`sudo apt install nginx`, then `sudo certbot --nginx -d {host}`; or Caddy), and start it: `sudo systemctl enable --now nginx`. On the server, `sudo ss -ltnp` shows what listens on {port}.',
        waitingHelps: true
    },
    {
        code: 'tcp-timeout',
        hop: 'tcp',
        level: 'error',
        title: 'The port does not answer',
        cause: 'A firewall drops the packets (ufw, or the security group of the cloud provider), or the address belongs to a machine that is off or gone.',
        fix: "Allow the port in both firewalls: `sudo ufw allow 80,443/tcp`, and the security group in your cloud provider's console. Compare the A record of {host} with the server's public address.",
        waitingHelps: true
    },
    {
        code: 'tcp-unreachable',
        hop: 'tcp',
        level: 'error',
        title: 'The network says the server cannot be reached',
        cause: "A firewall rejects the packets (firewalld's default, and that of Oracle Cloud's images), or there is no way to this address.",
        fix: "Open 80 and 443 in the host's own firewall (`sudo firewall-cmd --list-all`, `sudo iptables -S INPUT`) as well as in the cloud console.",
        waitingHelps: true
    },
    {
        code: 'tcp-reset',
        hop: 'tcp',
        level: 'error',
        title: 'The connection is accepted, then cut at once',
        cause: 'Docker accepts connections for a published port even where nothing listens inside the container (another port, or the app binds 127.0.0.1 in there); an app that crashes while accepting, or a firewall that cuts, looks the same.',
        fix: 'Make the app listen on 0.0.0.0 inside the container, and publish the port that it listens on: compare `docker port CONTAINER` with `docker logs --tail 50 CONTAINER`.',
        waitingHelps: true
    },
    {
        code: 'ipv6-broken',
        hop: 'tcp',
        level: 'warning',
        title: 'IPv4 works, IPv6 does not',
        cause: 'The name has an AAAA record, but the web server does not listen on IPv6, or a firewall stops it there.',
        fix: 'Add `listen [::]:{port} ssl;` to the nginx site and open the port for IPv6, or delete the AAAA record of {host}.',
        waitingHelps: true
    },
    {
        code: 'ipv6-untested',
        hop: 'tcp',
        level: 'notice',
        title: 'The IPv6 address was not tested',
        cause: 'The name has an AAAA record, and this runner has no IPv6 (GitHub-hosted runners have none).',
        fix: 'Delete the AAAA record of {host} if the server does not use it, or probe from a runner with IPv6.',
        waitingHelps: false
    },
    {
        code: 'port-80-closed',
        hop: 'tcp',
        level: 'notice',
        title: 'Port 80 does not answer',
        cause: "Let's Encrypt renews over port 80 (HTTP-01): with it closed the certificate may run out.",
        fix: 'Open port 80 in ufw and in the security group, with a server on it that redirects to https; or renew by DNS or TLS-ALPN, then this does not matter.',
        waitingHelps: false
    },
    {
        code: 'direct-port-open',
        hop: 'tcp',
        level: 'warning',
        title: "The app's port answers from outside",
        cause: 'Clients can go around the proxy, without TLS; rules that Docker makes for a published port come before those of ufw.',
        fix: 'Publish it on loopback, where the proxy finds it: `-p 127.0.0.1:{port}:…` instead of `-p {port}:…`.',
        waitingHelps: false
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/tls.js
const tlsDiagnoses = [
    {
        code: 'tls-expired',
        hop: 'tls',
        level: 'error',
        title: 'The certificate has expired',
        cause: 'Renewal fails (port 80 closed, timer off), or the web server was not reloaded after it.',
        fix: '`sudo certbot renew && sudo systemctl reload nginx`; then look at `systemctl list-timers certbot.timer`, and renew with `--deploy-hook "systemctl reload nginx"`.',
        waitingHelps: true
    },
    {
        code: 'tls-not-yet-valid',
        hop: 'tls',
        level: 'error',
        title: 'The certificate is not valid yet',
        cause: 'The clock of this runner, or of the machine that made the certificate, is wrong.',
        fix: 'Compare `date -u` on both, set the clock (`timedatectl set-ntp true`), and have the certificate issued again.',
        waitingHelps: true
    },
    {
        code: 'tls-name-mismatch',
        hop: 'tls',
        level: 'error',
        title: 'The certificate is for another name',
        cause: "Another site's server block answers since none is for this name, or the certificate lacks it; *.example.com does not cover a.b.example.com.",
        fix: 'Give the 443 server block `server_name {host};` and a certificate for it: `sudo certbot --nginx -d {host}`.',
        waitingHelps: true
    },
    {
        code: 'tls-self-signed',
        hop: 'tls',
        level: 'error',
        title: 'The certificate is self-signed',
        cause: "A hand-made or 'snakeoil' certificate, or a Cloudflare origin certificate that is reached past Cloudflare.",
        fix: 'Have a public one issued: `sudo certbot --nginx -d {host}`.',
        waitingHelps: true
    },
    {
        code: 'tls-incomplete-chain',
        hop: 'tls',
        level: 'error',
        title: 'The intermediate certificate is not sent',
        cause: '`ssl_certificate` points to cert.pem instead of fullchain.pem. Browsers fetch or remember the missing one and hide it; senders of webhooks do not.',
        fix: '`ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;`, then `sudo nginx -t && sudo systemctl reload nginx`. A certificate straight from a private root needs NODE_EXTRA_CA_CERTS here, and no public sender will trust it.',
        waitingHelps: true
    },
    {
        code: 'tls-untrusted',
        hop: 'tls',
        level: 'error',
        title: 'The certificate is not trusted',
        cause: "Its root is in no public store: a private CA, Let's Encrypt's staging, Caddy's `tls internal`, or a device near this runner that opens TLS.",
        fix: 'Have it issued by a public CA: `sudo certbot --nginx --force-renewal -d {host}`, without --staging or --test-cert.',
        waitingHelps: true
    },
    {
        code: 'tls-plain-http',
        hop: 'tls',
        level: 'error',
        title: 'No TLS is spoken on the TLS port',
        cause: '`listen 443;` without `ssl`, an app published straight on this port, or another service.',
        fix: 'Let the proxy have the port, with TLS: `listen 443 ssl;` and a certificate (`sudo certbot --nginx -d {host}`). `sudo ss -ltnp` shows what owns it.',
        waitingHelps: true
    },
    {
        code: 'tls-old-protocol',
        hop: 'tls',
        level: 'error',
        title: 'Only TLS 1.1 or older is offered',
        cause: 'The configuration allows old versions alone, or the TLS library is from before 2012.',
        fix: '`ssl_protocols TLSv1.2 TLSv1.3;` in nginx, then reload.',
        waitingHelps: true
    },
    {
        code: 'tls-client-certificate',
        hop: 'tls',
        level: 'error',
        title: 'The server demands a client certificate',
        cause: 'Client verification is on (often for Cloudflare Authenticated Origin Pulls, while DNS points past Cloudflare). Providers send no client certificate of yours.',
        fix: '`ssl_verify_client off;` for the site of {host}, or point the DNS at the CDN that holds the certificate.',
        waitingHelps: true
    },
    {
        code: 'tls-timeout',
        hop: 'tls',
        level: 'error',
        title: 'The TLS handshake gets no answer',
        cause: 'Something accepts the connection and stays silent: a hung proxy, a service that speaks no TLS, or packets that are too large for the way.',
        fix: 'Restart the proxy (`sudo systemctl restart nginx`), and see what owns the port: `sudo ss -ltnp`.',
        waitingHelps: true
    },
    {
        code: 'tls-handshake',
        hop: 'tls',
        level: 'error',
        title: 'The TLS handshake fails',
        cause: 'Server and client find no common ground.',
        fix: '`openssl s_client -connect {host}:{port} -servername {host}` shows the handshake; the log of the proxy has its side of it.',
        waitingHelps: true
    },
    {
        code: 'tls-expires-soon',
        hop: 'tls',
        level: 'warning',
        title: 'The certificate ends soon',
        cause: 'Renewal is due well before this, so it is probably failing.',
        fix: '`sudo certbot renew --dry-run`, and read its error; port 80 has to be open for it.',
        waitingHelps: false
    },
    {
        code: 'tls-no-san',
        hop: 'tls',
        level: 'warning',
        title: 'The certificate has no subjectAltName',
        cause: 'It names the host in its common name alone; browsers and programs in Go refuse that.',
        fix: 'Have it issued by a public CA, which always puts the name in: `sudo certbot --nginx -d {host}`.',
        waitingHelps: false
    }
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/diagnoses/index.js







const diagnoses = [
    ...dnsDiagnoses,
    ...tcpDiagnoses,
    ...tlsDiagnoses,
    ...httpDiagnoses,
    ...proxyDiagnoses,
    ...appDiagnoses,
    ...healthDiagnoses
];

;// CONCATENATED MODULE: ./lib/src/diagnosis/answerers.js
const nothing = /^\s*$/;
const ownPages = [
    { by: 'Cloudflare', header: { 'cf-mitigated': /./ } },
    { by: 'Cloudflare', header: { 'cf-error-type': /./ } },
    {
        by: 'Cloudflare',
        header: { server: /^cloudflare/i },
        body: /^error code: \d{3,4}|cf-error-details|Attention Required! \| Cloudflare/
    },
    { by: 'Cloudflare', body: /<hr><center>cloudflare/ },
    { by: 'AWS load balancer', header: { server: /^awselb/i } },
    { by: 'CloudFront', header: { server: /^CloudFront/i } },
    {
        by: 'CloudFront',
        header: { 'x-cache': /^(Error|LambdaGeneratedResponse) from cloudfront/i },
        body: /Generated by cloudfront|<H1>\d{3} ERROR/i
    },
    { by: 'Fastly', body: /Fastly error: |<title>\d{3} [^<]*<\/title>[\s\S]*Varnish cache server/ },
    { by: 'Akamai', header: { server: /^Akamai/i } },
    { by: 'Vercel', header: { 'x-vercel-error': /./ } },
    { by: 'Vercel', header: { 'x-vercel-id': /./ }, body: /Authentication Required|Vercel Authentication/ },
    { by: 'Netlify', header: { server: /^Netlify/i }, body: /Not Found - Request ID/ },
    { by: 'Heroku', body: /herokucdn\.com\/error-pages/ },
    { by: 'Render', header: { 'x-render-routing': /no-server|error/i } },
    { by: 'Railway', header: { 'x-railway-fallback': /true/i } },
    { by: 'ngrok', header: { 'ngrok-error-code': /./ } },
    { by: 'Azure Front Door', header: { 'x-azure-externalerror': /./ } },
    {
        by: 'Google Cloud load balancer',
        header: { via: /1\.1 google/ },
        body: /<title>\d{3}( Server)? Error<\/title>|no healthy upstream/
    },
    { by: 'Sucuri', body: /Sucuri WebSite Firewall/ },
    { by: 'Imperva', body: /Incapsula incident ID/ },
    { by: 'openresty', body: /<hr><center>openresty/ },
    { by: 'nginx', body: /^<html>\s*<head><title>\d{3} / },
    { by: 'nginx', body: /<title>Welcome to nginx!<\/title>/ },
    { by: 'HAProxy', body: /^<html><body><h1>\d{3} / },
    {
        by: 'Apache httpd',
        body: /^<!DOCTYPE HTML PUBLIC "-\/\/(IETF\/\/DTD HTML 2\.0|W3C\/\/DTD HTML 4\.01)\/\/EN"[^>]*>\s*<html><head>\s*<title>\d{3} /i
    },
    { by: 'Apache httpd', body: /Apache2 (Ubuntu|Debian) Default Page|^<html><body><h1>It works!<\/h1>/ },
    { by: 'LiteSpeed', body: /Proudly powered by LiteSpeed Web Server/ },
    { by: 'IIS', header: { server: /^Microsoft-(IIS|HTTPAPI)/i }, body: /HTTP Error \d{3}|<title>IIS Windows Server/i },
    { by: 'Caddy', body: /^Client sent an HTTP request to an HTTPS server\.|Your Caddy web server|<title>Caddy works!/ },
    {
        by: 'Caddy',
        header: { server: /^Caddy$/i },
        body: nothing,
        not: { via: /caddy/i, 'content-type': /./, 'x-powered-by': /./ }
    },
    {
        by: 'Envoy',
        header: { server: /^envoy/i },
        body: /^(\s*|upstream .{0,200}|no healthy upstream|RBAC: access denied|Payload Too Large)$/,
        not: { 'x-envoy-upstream-service-time': /./ }
    },
    {
        by: 'Envoy',
        body: /^(upstream connect error or disconnect\/reset before headers|no healthy upstream|upstream request timeout)/
    },
    { by: 'Traefik', header: { 'www-authenticate': /realm="traefik"/ } },
    {
        by: 'Traefik',
        body: /^(404 page not found|Bad Gateway|Gateway Timeout|no available server)\s*$/,
        not: { server: /./, 'x-powered-by': /./ }
    }
];
const fronts = [
    { by: 'Cloudflare', header: { 'cf-ray': /./ } },
    { by: 'CloudFront', header: { 'x-amz-cf-id': /./ } },
    { by: 'Fastly', header: { 'x-served-by': /^cache-/ } },
    { by: 'Vercel', header: { 'x-vercel-id': /./ } },
    { by: 'Netlify', header: { 'x-nf-request-id': /./ } },
    { by: 'Fly.io', header: { 'fly-request-id': /./ } },
    { by: 'Render', header: { 'x-render-origin-server': /./ } },
    { by: 'Heroku', header: { via: /heroku-router|vegur/ } },
    { by: 'Google Cloud load balancer', header: { via: /1\.1 google/ } },
    { by: 'Azure Front Door', header: { 'x-azure-ref': /./ } },
    { by: 'openresty', header: { server: /^openresty/i } },
    { by: 'nginx', header: { server: /^nginx/i } },
    { by: 'Caddy', header: { server: /\bCaddy\b/i } },
    { by: 'Caddy', header: { via: /\bCaddy\b/i } },
    { by: 'Apache httpd', header: { server: /^Apache\b/i } },
    { by: 'Envoy', header: { server: /^envoy/i } },
    { by: 'LiteSpeed', header: { server: /^LiteSpeed/i } }
];
const fits = ({ header = {}, body, not = {} }, answer) => Object.entries(header).every(([name, words]) => words.test(answer.headers[name] ?? '')) &&
    (body === undefined || body.test(answer.body)) &&
    !Object.entries(not).some(([name, words]) => words.test(answer.headers[name] ?? ''));
function answererOf(answer) {
    const own = ownPages.find(signature => fits(signature, answer));
    if (own !== undefined)
        return { by: own.by, own: true };
    const front = frontOf(answer.headers);
    return { by: front === null ? 'the app' : `the app behind ${front}`, own: false };
}
const frontOf = (headers) => fronts.find(signature => fits(signature, { status: 0, headers, body: '' }))?.by ?? null;

;// CONCATENATED MODULE: ./lib/src/diagnosis/observation.js

const matches = (pattern, observation) => Object.entries(pattern).every(([key, test]) => key === 'header'
    ? Object.entries(test).every(([name, words]) => words.test(observation.headers?.[name] ?? ''))
    : holds(test, observation[key]));
function holds(test, value) {
    if (typeof test === 'boolean')
        return test === (value ?? false);
    if (value === undefined || value === null)
        return false;
    if (test instanceof RegExp)
        return test.test(String(value));
    if (Array.isArray(test))
        return test.includes(value);
    if (typeof test === 'string' && typeof value === 'number')
        return test === `${Math.floor(value / 100)}xx`;
    return test === value;
}
const maxRead = 16 * 1024;
function completed(observation) {
    if (observation.phase !== 'http' || observation.status === undefined)
        return observation;
    const { status, headers = {}, url } = observation;
    const body = (observation.body ?? '').slice(0, maxRead);
    const { location } = headers;
    const { by, own } = answererOf({ status, headers, body });
    const redirect = observation.redirect ?? redirectOf(url, location);
    return {
        ...observation,
        body,
        by,
        own,
        bodyEmpty: body.trim() === '',
        ...(redirect === undefined ? {} : { redirect })
    };
}
function redirectOf(from, location) {
    const target = from === undefined ? null : redirectTarget(from, location);
    if (from === undefined || target === null)
        return undefined;
    const source = new URL(from);
    const withoutSlash = (path) => path.replace(/\/$/, '');
    if (source.protocol === 'http:' && target.protocol === 'https:' && source.hostname === target.hostname)
        return 'scheme-up';
    if (source.protocol === 'https:' && target.protocol === 'http:')
        return 'scheme-down';
    if (source.hostname !== target.hostname && withoutSlash(source.pathname) === withoutSlash(target.pathname))
        return 'host';
    const slash = source.hostname === target.hostname && withoutSlash(source.pathname) === withoutSlash(target.pathname);
    return slash && source.pathname !== target.pathname ? 'slash' : undefined;
}
function redirectTarget(from, location) {
    if (location === undefined || !URL.canParse(location, from))
        return null;
    const target = new URL(location, from);
    return /^https?:$/.test(target.protocol) ? target : null;
}

;// CONCATENATED MODULE: ./lib/src/diagnosis/words.js
const plainWords = {
    PHASE_TIMEOUT: 'no answer in time',
    ETIMEDOUT: 'no answer in time',
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'connection reset',
    EHOSTUNREACH: 'host unreachable',
    ENETUNREACH: 'no route',
    ENOTFOUND: 'no such name',
    ENODATA: 'no address',
    UND_ERR_SOCKET: 'connection closed'
};
const codeWords = (code) => plainWords[code] ?? code;
const maxWord = 300;
const fill = (text, words) => text.replace(/\{([a-zA-Z]+)\}/g, (_, name) => printable(words[name] ?? '').slice(0, maxWord));
const printable = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
const exampleWords = {
    host: 'your-domain.com',
    port: '443',
    path: '/webhooks/stripe',
    folder: '/webhooks/',
    url: 'http://your-domain.com/webhooks/stripe',
    address: '198.51.100.10',
    who: 'nginx',
    status: '403',
    expect: '400',
    healthExpect: '200',
    target: 'https://www.your-domain.com/webhooks/stripe',
    secureTarget: 'https://your-domain.com/webhooks/stripe/',
    healthUrl: 'https://your-domain.com/health',
    code: 'connection refused',
    detail: '…',
    ray: '',
    secretHint: "Copy the secret from the endpoint's page at the provider, give the app and `signing-secret` the same one, without a blank or line break at its end, and restart the app."
};

;// CONCATENATED MODULE: ./lib/src/diagnosis/explain.js




const byCode = new Map(diagnoses.map((diagnosis, rank) => [diagnosis.code, { diagnosis, rank }]));
const diagnosisOf = (code) => {
    const known = byCode.get(code);
    if (known === undefined)
        throw new Error(`no diagnosis has the code ${code}`);
    return known;
};
function causeOf(observation) {
    const seen = completed(observation);
    return causes.find(({ when }) => [when].flat().some(pattern => matches(pattern, seen))) ?? null;
}
function explain(observation, words) {
    const cause = causeOf(observation);
    if (cause === null || cause.code === null)
        return null;
    const { diagnosis } = diagnosisOf(cause.code);
    const filled = { ...words, ...wordsOf(completed(observation)) };
    const says = fill(cause.says, filled);
    return {
        code: cause.code,
        cause: cause.id,
        hop: diagnosis.hop,
        level: diagnosis.level,
        says,
        message: `${says} ${fill(cause.cause ?? diagnosis.cause, filled)}`,
        fix: fill(cause.fix ?? diagnosis.fix, filled),
        waitingHelps: cause.waitingHelps ?? diagnosis.waitingHelps,
        address: observation.address ?? null
    };
}
function wordsOf(seen) {
    const { address, port, status, code, detail, by, headers = {}, url } = seen;
    const { location, 'cf-ray': ray } = headers;
    const target = url === undefined ? null : redirectTarget(url, location);
    return {
        ...(address === undefined ? {} : { address }),
        ...(port === undefined ? {} : { port: String(port) }),
        ...(status === undefined ? {} : { status: String(status) }),
        ...(code === undefined ? {} : { code: codeWords(code) }),
        detail: detail ?? '',
        who: by ?? 'the server',
        target: target === null ? (location ?? 'nowhere') : shown(target),
        secureTarget: target === null ? '' : shown(target).replace(/^http:/, 'https:'),
        ray: ray === undefined ? '' : ` (Ray ID ${ray})`
    };
}
const shown = (url) => `${url.origin}${url.pathname}`;

// EXTERNAL MODULE: ./lib/src/model/address.js
var model_address = __webpack_require__(7640);
;// CONCATENATED MODULE: ./lib/src/probes/dns.js

const maxAddresses = 16;
async function resolveHost(url, named, network, timeoutMs) {
    const host = (0,model_address/* bare */.$B)(url.hostname);
    const given = named.filter(entry => entry.host === host.toLowerCase() && entry.port === portOf(url));
    if (given.length > 0)
        return unasked('resolve', each(given.map(entry => (0,model_address/* bare */.$B)(entry.address))));
    if ((0,model_address/* isAddress */.PW)(host))
        return unasked('url', [host]);
    if ((0,model_address/* isLoopbackHost */.cW)(host))
        return unasked('url', ['127.0.0.1']);
    const wire = await askWire(host, network, timeoutMs);
    const onWire = each([...wire.v4.addresses, ...wire.v6.addresses]);
    if (onWire.length > 0)
        return { source: 'dns', addresses: onWire, wire };
    const { addresses } = isMute(wire) ? nobody : await network.lookup(host, timeoutMs);
    return { source: 'system', addresses: each(addresses), wire };
}
async function systemView(url, { source, addresses, wire }, network, timeoutMs) {
    if (source === 'system')
        return { system: { addresses, error: addresses.length > 0 ? null : 'ENOTFOUND' }, differs: false };
    if (source !== 'dns' || wire === null)
        return { system: null, differs: false };
    const host = (0,model_address/* bare */.$B)(url.hostname);
    const system = await network.lookup(host, timeoutMs);
    const differs = disjoint(addresses, system.addresses) && (await stillDisjoint(host, addresses, system, network, timeoutMs));
    return { system, differs };
}
const nobody = { addresses: [], error: 'EAI_AGAIN' };
const isMute = ({ v4, v6 }) => [v4, v6].every(({ error }) => error === 'ETIMEOUT' || error === 'ECANCELLED' || error === 'EBADRESP');
async function askWire(host, network, timeoutMs) {
    const [v4, v6] = await Promise.all([network.query(host, 4, timeoutMs), network.query(host, 6, timeoutMs)]);
    return { v4, v6 };
}
const unasked = (source, addresses) => ({
    source,
    addresses,
    wire: null
});
const each = (addresses) => [...new Set(addresses)].sort((a, b) => familyOf(a) - familyOf(b)).slice(0, maxAddresses);
const disjoint = (a, b) => a.length > 0 && b.length > 0 && !a.some(address => b.includes(address));
async function stillDisjoint(host, onWire, system, network, timeoutMs) {
    const [{ v4, v6 }, again] = await Promise.all([askWire(host, network, timeoutMs), network.lookup(host, timeoutMs)]);
    return disjoint([...onWire, ...v4.addresses, ...v6.addresses], [...system.addresses, ...again.addresses]);
}
const familyOf = (address) => (address.includes(':') ? 6 : 4);
const portOf = (url) => (url.port !== '' ? Number(url.port) : url.protocol === 'https:' ? 443 : 80);

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/src/probes/body-pattern.js

const patternMs = 500;
const test = new external_node_vm_.Script('pattern.test(body)');
function bodyHolds(expected, body) {
    if (typeof expected === 'string')
        return body.includes(expected);
    const pattern = new RegExp(expected.source, expected.flags.replace(/[gy]/g, ''));
    try {
        return test.runInContext((0,external_node_vm_.createContext)({ pattern, body }), { timeout: patternMs }) === true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/src/probes/tcp.js
const lookMs = 1200;
const isConnection = (result) => 'secure' in result;
async function portError(address, port, network, timeoutMs) {
    const result = await network.connect(address, port, Math.min(timeoutMs, lookMs));
    if (!isConnection(result))
        return result;
    result.close();
    return null;
}

;// CONCATENATED MODULE: ./lib/src/probes/tls.js


const silentMs = 300;
const resets = ['ECONNRESET', 'EPIPE', 'ECONNABORTED'];
const shortest = 400;
const longest = 1000;
async function hearOut(url, address, network, timeoutMs) {
    const stepMs = Math.min(longest, Math.max(shortest, timeoutMs / 2));
    const connection = await network.connect(address, portOf(url), stepMs);
    if (!isConnection(connection))
        return resets.includes(connection.code) ? { closedUnasked: true, said: '' } : null;
    const request = `HEAD / HTTP/1.1\r\nhost: ${url.host}\r\nconnection: close\r\n\r\n`;
    const peek = await connection.peek(request, silentMs, stepMs);
    connection.close();
    return peek;
}

;// CONCATENATED MODULE: ./lib/src/probes/exchange.js




async function exchange(request, address, network, clock, timeoutMs) {
    const { url } = request;
    const started = clock.elapsed();
    const left = () => Math.max(1, timeoutMs - (clock.elapsed() - started));
    const connection = await network.connect(address, portOf(url), timeoutMs);
    const nothing = { url, address, sameMachine: false, tls: null, peek: null, http: null };
    if (!isConnection(connection))
        return { ...nothing, tcp: { ms: clock.elapsed() - started, error: connection } };
    const reached = {
        ...nothing,
        tcp: { ms: connection.ms, error: null },
        sameMachine: connection.localAddress === address
    };
    try {
        const tls = url.protocol === 'https:' ? await connection.secure((0,model_address/* bare */.$B)(url.hostname).replace(/\.$/, ''), left()) : null;
        if (tls !== null && tls.error !== null) {
            const puzzling = tls.error.alert === null && tls.error.code !== 'PHASE_TIMEOUT';
            return { ...reached, tls, peek: puzzling ? await hearOut(url, address, network, left()) : null };
        }
        return { ...reached, tls, http: await connection.request(withLogin(request, tls), left()) };
    }
    finally {
        connection.close();
    }
}
function withLogin(request, tls) {
    const { username, password } = request.url;
    if (username === '' || tls === null || tls.trustError !== null || tls.nameError !== null)
        return request;
    const login = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
    return { ...request, headers: { ...request.headers, authorization: `Basic ${login}` } };
}
const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/src/probes/webhook.js

const ownHeaders = {
    accept: '*/*',
    'accept-encoding': 'identity',
    'user-agent': 'webhook-reach-check/1 (a check of the deploy)'
};
const madeUp = () => `webhook-reach-check-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
const longAgo = 15 * 60 * 1000;
const get = (url) => ({ url, method: 'GET', headers: ownHeaders, body: null });
const post = (url, { headers, body }) => ({
    url,
    method: 'POST',
    headers: { ...ownHeaders, ...headers },
    body
});
function besides(url) {
    const sibling = new URL(url);
    sibling.search = '';
    const path = url.pathname.replace(/\/+$/, '');
    sibling.pathname = `${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${madeUp()}`;
    return sibling;
}
function unsignedRequests({ url, provider }, now) {
    const bogus = provider.bogus(now);
    return {
        unsigned: post(url, provider.unsigned),
        control: post(besides(url), provider.unsigned),
        bogus: bogus === null ? null : post(url, bogus)
    };
}
function signedRequests({ url, provider, signingSecret }, now) {
    if (signingSecret === null)
        return null;
    const sign = (at) => provider.signed({ secret: signingSecret, url: url.href, now: at, id: (0,external_node_crypto_.randomBytes)(8).toString('hex') });
    const signed = sign(now);
    if (signed === null)
        return null;
    const old = provider.replayProtected ? sign(now - longAgo) : null;
    const forged = provider.signsBody ? sign(now) : null;
    return {
        signed: post(url, signed),
        tampered: forged === null ? null : post(url, { ...forged, body: tamper(forged.body) }),
        replayed: old === null ? null : post(url, old)
    };
}
const tamper = (body) => body.trimEnd().endsWith('}') ? body.replace(/\}\s*$/, ',"tampered":true}') : `${body}&tampered=true`;

;// CONCATENATED MODULE: ./lib/src/probes/health.js



const turns = 4;
async function askHealth(url, address, target, network, clock) {
    const times = target.expectVersion === null ? 1 : turns;
    const asked = Array.from({ length: times }, () => exchange(get(url), address, network, clock, target.timeoutMs));
    return { exchanges: await Promise.all(asked), dnsError: null };
}
async function askHealthElsewhere(url, target, network, clock) {
    const { addresses, wire } = await resolveHost(url, target.resolve, network, target.timeoutMs);
    if (addresses.length === 0)
        return { exchanges: [], dnsError: wire?.v4.error ?? 'ENOTFOUND' };
    const facts = await Promise.all(addresses.map(address => askHealth(url, address, target, network, clock)));
    return { exchanges: facts.flatMap(({ exchanges }) => exchanges), dnsError: null };
}

;// CONCATENATED MODULE: ./lib/src/probes/round.js






async function walkRound(target, network, clock) {
    const started = clock.elapsed();
    const elsewhere = healthElsewhere(target, network, clock);
    const found = await resolveHost(target.url, target.resolve, network, target.timeoutMs);
    const dnsMs = clock.elapsed() - started;
    const walked = found.addresses.map(address => isNowhere(address) && found.source !== 'resolve'
        ? notWalked(address)
        : walk(address, target, network, clock, elsewhere));
    const view = systemView(target.url, found, network, target.timeoutMs);
    const dns = { ...found, ...(await view) };
    const ways = await Promise.all(walked);
    await elsewhere;
    return { dns, dnsMs, ways, ownAddresses: network.ownAddresses(), egressProxy: network.egressProxy(target.url) };
}
const isNowhere = (address) => (0,model_address/* isLoopback */.U9)(address) || (0,model_address/* isPrivate */.Gw)(address) || (0,model_address/* isUnspecified */.QN)(address);
const healthElsewhere = (target, network, clock) => target.healthUrl === null || target.healthUrl.origin === target.url.origin
    ? null
    : askHealthElsewhere(target.healthUrl, target, network, clock);
async function walk(address, target, network, clock, elsewhere) {
    const ask = (request) => exchange(request, address, network, clock, target.timeoutMs);
    const { healthUrl } = target;
    const [{ unsigned, control, bogus }, health, port80, openPorts] = await Promise.all([
        askAll(unsignedRequests(target, clock.now()), ask, clock),
        elsewhere ?? (healthUrl === null ? null : askHealth(healthUrl, address, target, network, clock)),
        portOf(target.url) === 443 ? portError(address, 80, network, target.timeoutMs) : null,
        openOf(address, target, network)
    ]);
    const signing = unsigned !== null && isTrusted(unsigned) ? signedRequests(target, clock.now()) : null;
    const { signed, tampered, replayed } = signing === null ? { signed: null, tampered: null, replayed: null } : await askAll(signing, ask, clock);
    const asked = { unsigned, control, bogus, signed, tampered, replayed };
    return { address, family: familyOf(address), ...asked, health, port80, openPorts };
}
async function askAll(requests, ask, clock) {
    const names = Object.keys(requests);
    const asked = await Promise.all(names.map(async (name) => {
        const request = requests[name];
        return [name, request === null ? null : await ask(request)];
    }));
    const answers = Object.fromEntries(asked);
    const limited = names.filter(name => isLimited(answers[name]));
    const some = limited.length < names.filter(name => answers[name] !== null).length;
    for (const name of some ? limited : []) {
        const request = requests[name];
        await clock.sleep(limitMs);
        if (request !== null)
            answers[name] = await ask(request);
    }
    return answers;
}
const limitMs = 1100;
const isLimited = (exchange) => exchange?.http?.status === 429 || exchange?.http?.status === 503;
const isTrusted = ({ tls, http }) => http !== null && http.status !== null && tls !== null && tls.trustError === null && tls.nameError === null;
async function openOf(address, target, network) {
    const ports = target.directPorts.filter(port => port !== portOf(target.url));
    const errors = await Promise.all(ports.map(port => portError(address, port, network, target.timeoutMs)));
    return ports.filter((_, index) => errors[index] === null);
}
const notWalked = (address) => ({
    address,
    family: familyOf(address),
    unsigned: null,
    control: null,
    bogus: null,
    signed: null,
    tampered: null,
    replayed: null,
    health: null,
    port80: null,
    openPorts: []
});

;// CONCATENATED MODULE: ./lib/src/diagnosis/answer.js
function answerOf(probe, { address, url }, { status, headers, body, error, truncated }, { expectStatus, expectHealthStatus }) {
    const seen = { probe, address, url: url.href, ...(status === null ? {} : { status, headers, body }) };
    if (error !== null)
        return { phase: status === null ? 'http' : 'body', ...seen, ...error };
    const expected = (probe === 'health' ? expectHealthStatus : expectStatus).includes(status ?? 0);
    return { phase: 'http', ...seen, expected, truncated };
}

;// CONCATENATED MODULE: ./lib/src/diagnosis/certificate.js
const day = (time) => (Number.isNaN(time) ? 'a day unknown' : new Date(time).toISOString().slice(0, 10));
const dayMs = 24 * 60 * 60 * 1000;
const workedOut = new Set([
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'CERT_UNTRUSTED'
]);
function certificateFaults(tls, now) {
    const { chain, trustError, nameError } = tls;
    const [leaf] = chain;
    if (leaf === undefined)
        return trustError === null ? [] : [{ ...trustError, detail: '' }];
    const faults = [];
    const add = (code, detail) => faults.push({ code, message: '', detail });
    const late = chain.find(({ validTo }) => validTo < now);
    const early = chain.find(({ validFrom }) => validFrom > now);
    if (late === leaf || trustError?.code === 'CERT_HAS_EXPIRED') {
        const which = late === undefined || late === leaf ? '' : `the intermediate ${late.subject}, `;
        add('CERT_HAS_EXPIRED', ` (${which}on ${day((late ?? leaf).validTo)})`);
    }
    if (early === leaf || trustError?.code === 'CERT_NOT_YET_VALID') {
        add('CERT_NOT_YET_VALID', ` (it starts on ${day((early ?? leaf).validFrom)})`);
    }
    if (nameError !== null)
        add('ERR_TLS_CERT_ALTNAME_INVALID', `: it names ${names(leaf.altNames ?? leaf.subject)}`);
    if (trustError === null)
        return faults;
    const distrust = distrustOf(tls);
    if (distrust !== null)
        add(distrust, ` (issued by ${leaf.issuer || 'nobody'})`);
    if (!workedOut.has(trustError.code) || faults.length === 0)
        faults.push({ ...trustError, detail: '' });
    return faults;
}
function distrustOf({ chain }) {
    const [leaf] = chain;
    const top = chain.at(-1);
    if (leaf === undefined || top === undefined || top.inStore)
        return null;
    const selfIssued = top.subject === top.issuer;
    if (chain.length === 1)
        return selfIssued ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
    return selfIssued ? 'SELF_SIGNED_CERT_IN_CHAIN' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
}
function certificateNotes({ chain }, now) {
    const [leaf] = chain;
    if (leaf === undefined)
        return [];
    const left = leaf.validTo - now;
    const soon = left > 0 && left < Math.min((leaf.validTo - leaf.validFrom) / 3, 14 * dayMs);
    return [
        ...(soon ? [{ fact: 'expires-soon', detail: ` (on ${day(leaf.validTo)})` }] : []),
        ...(leaf.altNames === null ? [{ fact: 'no-san', detail: ` (only ${leaf.subject})` }] : [])
    ];
}
const names = (text) => {
    const all = text.split(', ');
    const some = all.slice(0, 5).join(', ').replaceAll('DNS:', '');
    return all.length > 5 ? `${some} and ${all.length - 5} more` : some;
};

;// CONCATENATED MODULE: ./lib/src/diagnosis/health-evidence.js


function healthEvidence({ health }, unsigned, target, now) {
    if (health === null || target.healthUrl === null)
        return [];
    if (health.dnsError !== null)
        return [{ phase: 'dns', probe: 'health', code: health.dnsError }];
    const sameOrigin = target.healthUrl.origin === target.url.origin;
    if (sameOrigin && unsigned.http === null)
        return [];
    const failed = health.exchanges.flatMap(exchange => failureOf(exchange, target, sameOrigin, now));
    return failed.length > 0 ? failed : versionEvidence(health.exchanges, target);
}
function failureOf(exchange, target, sameOrigin, now) {
    const { address, tcp, tls, http } = exchange;
    const at = { probe: 'health', address };
    if (tcp.error !== null)
        return [{ phase: 'tcp', ...at, ...tcp.error }];
    if (tls?.error != null)
        return [{ phase: 'tls', ...at, ...tls.error }];
    const [distrust] = tls === null || sameOrigin ? [] : certificateFaults(tls, now);
    if (distrust !== undefined)
        return [{ phase: 'certificate', ...at, detail: distrust.code }];
    if (http === null)
        return [];
    const answer = answerOf('health', exchange, http, target);
    return answer.phase === 'http' && answer.expected === true ? [] : [answer];
}
function versionEvidence(exchanges, target) {
    const { expectVersion } = target;
    const [first] = exchanges;
    if (first?.http == null)
        return [];
    const answer = answerOf('health', first, first.http, target);
    if (expectVersion === null)
        return [answer];
    const right = exchanges.filter(({ http }) => http?.body.includes(expectVersion)).length;
    if (right === exchanges.length)
        return [answer];
    return right === 0
        ? [{ ...answer, fact: 'wrong-version', detail: `'${expectVersion}'` }]
        : [{ ...answer, fact: 'mixed-versions', detail: `${right} of ${exchanges.length}` }];
}

;// CONCATENATED MODULE: ./lib/src/diagnosis/similarity.js
const compared = 4096;
function sameAnswer(a, aUrl, b, bUrl) {
    return (a.status !== null &&
        a.status === b.status &&
        mediaType(a) === mediaType(b) &&
        worded(a.body, aUrl) === worded(b.body, bUrl));
}
const mediaType = ({ headers }) => (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
const worded = (body, url) => lastParts(url)
    .reduce((text, part) => text.replaceAll(part, ''), body.slice(0, compared))
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{12,}|\d+/gi, '#')
    .replace(/\s+/g, ' ')
    .trim();
const lastParts = (url) => {
    const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
    return [`${url.pathname}${url.search}`, url.pathname, last].filter(part => part.length > 1);
};

;// CONCATENATED MODULE: ./lib/src/diagnosis/evidence.js









const slowMs = 5000;
const evidenceOf = (round, target, now) => ({
    shared: [
        { phase: 'url', url: target.url.href },
        ...dnsEvidence(round.dns),
        ...(round.egressProxy === null
            ? []
            : [{ phase: 'vantage', fact: 'egress-proxy', detail: round.egressProxy }])
    ],
    ways: round.ways.map(way => ({ way, observations: wayEvidence(way, round, target, now) }))
});
function dnsEvidence({ source, addresses, wire, system, differs }) {
    if (wire === null)
        return [];
    const lookup = system === null || system.error === null ? 'ok' : system.error;
    if (source === 'dns') {
        const words = `DNS gives ${addresses.join(', ')}; this machine takes ${system?.addresses.join(', ')}`;
        return differs ? [{ phase: 'dns', lookup, wire: 'differs', detail: words }] : [];
    }
    const code = worstOf([wire.v4.error, wire.v6.error]);
    return [{ phase: 'dns', lookup, wire: code, code, detail: addresses.join(', ') }];
}
const worstOf = (codes) => codes.find(code => code !== null && code !== 'ENODATA' && code !== 'ENOTFOUND') ??
    (codes.includes('ENODATA') ? 'ENODATA' : 'ENOTFOUND');
function wayEvidence(way, round, target, now) {
    const { address, unsigned } = way;
    const { source } = round.dns;
    if (unsigned === null)
        return [{ phase: 'address', private: true, literal: source === 'url', address }];
    return [
        ...vantageEvidence(way, round),
        ...transportEvidence(way, unsigned, round, target, now),
        ...answerEvidence(way, unsigned, target),
        ...healthEvidence(way, unsigned, target, now),
        ...way.openPorts.map(port => ({ phase: 'direct', address, port }))
    ];
}
function vantageEvidence({ address, unsigned }, { dns, ownAddresses }) {
    if (isNowhere(address)) {
        return dns.source === 'resolve'
            ? [
                {
                    phase: 'vantage',
                    fact: (0,model_address/* isLoopback */.U9)(address) ? 'loopback' : (0,model_address/* isPrivate */.Gw)(address) ? 'private' : 'loopback',
                    address
                }
            ]
            : [];
    }
    return ownAddresses.includes(address) || unsigned?.sameMachine === true
        ? [{ phase: 'vantage', fact: 'own-address', address }]
        : [];
}
function transportEvidence(way, { tcp, tls, peek }, round, target, now) {
    const { address, family, port80 } = way;
    const at = { address, family, port: portOf(target.url) };
    if (tcp.error !== null) {
        const ipv4 = round.ways.filter(({ family }) => family === 4);
        return [
            {
                phase: 'tcp',
                ...at,
                ...tcp.error,
                ipv4Works: ipv4.some(({ unsigned }) => unsigned?.tcp.error === null),
                ipv6Here: round.ownAddresses.some(isGlobalIpv6),
                onlyAddress: ipv4.length === 0
            }
        ];
    }
    const port80Closed = port80 === null ? [] : [{ phase: 'tcp80', address, ...port80 }];
    if (tls === null)
        return port80Closed;
    if (tls.error !== null) {
        const heard = peek === null ? {} : { said: peek.said, closedUnasked: peek.closedUnasked };
        return [...port80Closed, { phase: 'tls', ...at, ...tls.error, ...heard, keysAgreed: tls.keysAgreed }];
    }
    return [
        ...port80Closed,
        ...certificateFaults(tls, now).map(fault => ({ phase: 'tls', ...at, ...fault })),
        ...certificateNotes(tls, now).map(note => ({ phase: 'certificate', ...at, ...note }))
    ];
}
const isGlobalIpv6 = (address) => address.includes(':') && !(0,model_address/* isLoopback */.U9)(address) && !(0,model_address/* isPrivate */.Gw)(address);
function answerEvidence(way, unsigned, target) {
    if (unsigned.http === null)
        return [];
    const { provider, expectBody } = target;
    const answer = unsigned.http;
    const accepted = isAccepted(way.signed?.http ?? null, provider.acceptedWords);
    const control = way.control;
    const same = control !== null && control.http !== null && sameAnswer(answer, unsigned.url, control.http, control.url);
    const first = {
        ...answerOf('unsigned', unsigned, answer, target),
        sameAsControl: same && !accepted,
        unlikeControl: accepted || (!same && tells(control)),
        signedAccepted: accepted,
        ...(expectBody === null ? {} : expectation(expectBody, answer.body))
    };
    const slow = answer.ms > slowMs && answer.error === null
        ? [{ phase: 'http', fact: 'slow', address: way.address, detail: `${(answer.ms / 1000).toFixed(1)} s` }]
        : [];
    const passed = causeOf(first)?.code == null;
    return [first, ...slow, ...(passed ? signatureEvidence(way, target, accepted) : [])];
}
const tells = (control) => control?.http?.status != null && control.http.status !== 429 && control.http.status !== 503;
const expectation = (expected, body) => ({
    fact: 'expect-body',
    bodyMatches: bodyHolds(expected, body),
    detail: typeof expected === 'string' ? `'${expected}'` : String(expected)
});
function signatureEvidence(way, target, signedAccepted) {
    const sent = [
        ['bogus-signature', way.bogus],
        ['signed', way.signed],
        ['tampered', way.tampered],
        ['replayed', way.replayed]
    ];
    const { signed, tampered } = way;
    const sameAsTampered = signed?.http != null && tampered?.http != null && sameAnswer(signed.http, signed.url, tampered.http, tampered.url);
    const acceptedWords = signed?.http != null && (target.provider.acceptedWords?.test(signed.http.body) ?? false);
    const seen = sent.flatMap(([name, exchange]) => exchange === null || exchange.http === null
        ? []
        : [{ ...answerOf(name, exchange, exchange.http, target), signedAccepted, sameAsTampered, acceptedWords }]);
    const refused = seen.some(observation => observation.probe === 'signed' && levelOf(observation) === 'error');
    return refused ? seen.filter(({ probe }) => probe !== 'replayed') : seen;
}
const levelOf = (observation) => {
    const code = causeOf(observation)?.code ?? null;
    return code === null ? null : diagnosisOf(code).diagnosis.level;
};
const isAccepted = (answer, acceptedWords) => answer !== null &&
    answer.status !== null &&
    (Math.floor(answer.status / 100) === 2 || (acceptedWords?.test(answer.body) ?? false));

// EXTERNAL MODULE: ./lib/src/model/hop.js
var model_hop = __webpack_require__(5911);
;// CONCATENATED MODULE: ./lib/src/diagnosis/hops.js





const walked = model_hop/* hopNames */.c.filter(name => name !== 'stripe');
const firstBroken = (faults) => model_hop/* hopNames */.c.find(name => faults.some(({ hop, level }) => hop === name && level === 'error')) ?? null;
function hopsOf(way, faults, round, target) {
    const broken = firstBroken(faults);
    return walked.map(hop => {
        const here = faults.filter(fault => fault.hop === hop);
        const worst = here.find(({ level }) => level === 'error') ?? here[0];
        const ms = way === null ? (hop === 'dns' ? round.dnsMs : 0) : msOf(hop, way, round);
        if (isBehind(hop, broken, here)) {
            return { hop, status: 'skip', ms: 0, code: null, detail: `Not judged, since ${broken} is broken before it.` };
        }
        if (worst !== undefined) {
            const status = worst.level === 'error' ? 'fail' : 'warn';
            return { hop, status, ms, code: worst.code, detail: [...new Set(here.map(({ says }) => says))].join(' ') };
        }
        const skipped = skippedBecause(hop, target);
        if (skipped !== null || way?.unsigned == null) {
            return { hop, status: 'skip', ms: 0, code: null, detail: skipped ?? 'Not reached.' };
        }
        return { hop, status: 'pass', ms, code: null, detail: passed[hop](way, way.unsigned, round, target) };
    });
}
function isBehind(hop, broken, here) {
    if (broken === null)
        return false;
    const at = model_hop/* hopNames */.c.indexOf(broken);
    if (hop === 'health')
        return here.length === 0 && at < model_hop/* hopNames */.c.indexOf('http');
    return model_hop/* hopNames */.c.indexOf(hop) > at;
}
const skippedBecause = (hop, { url, healthUrl }) => {
    if (hop === 'tls' && url.protocol === 'http:')
        return 'An http:// URL has no TLS.';
    return hop === 'health' && healthUrl === null ? '`health-url` is none.' : null;
};
const msOf = (hop, { unsigned, health }, { dnsMs }) => {
    const first = health?.exchanges[0];
    const times = {
        dns: dnsMs,
        tcp: unsigned?.tcp.ms ?? 0,
        tls: unsigned?.tls?.ms ?? 0,
        http: unsigned?.http?.ms ?? 0,
        health: first === undefined ? 0 : first.tcp.ms + (first.tls?.ms ?? 0) + (first.http?.ms ?? 0)
    };
    return Math.round((times[hop] ?? 0) * 10) / 10;
};
const sources = {
    url: 'stands in the URL',
    resolve: 'is named by `resolve`',
    dns: 'comes from DNS',
    system: 'comes from this machine'
};
const passed = {
    dns: ({ address }, _, { dns }, { url }) => dns.source === 'dns'
        ? `${url.hostname} is ${address} (${familyOf(address) === 4 ? 'A' : 'AAAA'}).`
        : `${address} ${sources[dns.source]}.`,
    tcp: (_way, _unsigned, _round, { url }) => `Port ${portOf(url)} takes connections.`,
    tls: (_, { tls }) => {
        const [leaf] = tls?.chain ?? [];
        const until = leaf === undefined || Number.isNaN(leaf.validTo)
            ? ''
            : `, valid until ${new Date(leaf.validTo).toISOString().slice(0, 10)}`;
        return `${tls?.protocol ?? 'TLS'}, certificate by ${leaf?.issuer ?? 'nobody'}${until}.`;
    },
    http: (_, { http }) => `Answered ${http?.status ?? 'nothing'} in ${Math.round(http?.ms ?? 0)} ms.`,
    proxy: (_, { http }) => {
        const front = frontOf(http?.headers ?? {});
        return front === null ? 'No proxy shows itself in the answer.' : `${front} passes the request on.`;
    },
    app: (_, { http }) => (http === null ? '' : `${capital(whoOf(http))} refuses an unsigned event with ${http.status}.`),
    health: ({ health }, _unsigned, _round, { healthUrl }) => `${healthUrl === null ? '' : shown(healthUrl)} answers ${health?.exchanges[0]?.http?.status ?? 'nothing'}.`,
    stripe: () => ''
};
const whoOf = (http) => completed({ phase: 'http', status: http.status ?? 0, headers: http.headers, body: http.body }).by ?? 'the server';
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

;// CONCATENATED MODULE: ./lib/src/diagnosis/judge.js




function judge(round, target, now) {
    const words = judge_wordsOf(target);
    const evidence = evidenceOf(round, target, now);
    const explained = (observations) => observations.flatMap(observation => explain(observation, words) ?? []);
    const shared = explained(evidence.shared);
    const ways = evidence.ways.map(({ way, observations }) => ({ way, faults: [...shared, ...explained(observations)] }));
    const faults = ranked(ways.length === 0 ? atFirstBrokenHop(shared) : ways.flatMap(way => atFirstBrokenHop(way.faults)));
    const broken = ways.find(({ faults: own }) => own.some(({ code, level }) => level === 'error' && code === faults[0]?.code));
    return {
        verdict: verdictOf(faults),
        faults,
        addresses: ways.length === 0
            ? [
                {
                    address: target.url.hostname,
                    family: familyOf(target.url.hostname),
                    hops: hopsOf(null, shared, round, target)
                }
            ]
            : ways.map(({ way, faults: own }) => ({
                address: way.address,
                family: way.family,
                hops: hopsOf(way, own, round, target)
            })),
        way: (broken ?? ways.find(({ way }) => way.unsigned?.http != null) ?? ways[0])?.way ?? null
    };
}
function atFirstBrokenHop(faults) {
    const broken = firstBroken(faults);
    return faults.filter(({ level, hop }) => level !== 'error' || hop === broken);
}
function ranked(faults) {
    const once = new Map(faults.map(fault => [`${fault.cause} ${fault.address}`, fault]));
    const rank = (fault) => (fault.level === 'error' ? 0 : 1000) + diagnosisOf(fault.code).rank;
    return [...once.values()].sort((a, b) => rank(a) - rank(b));
}
const verdictOf = (faults) => faults.some(({ level }) => level === 'error')
    ? 'fail'
    : faults.some(({ level }) => level === 'warning')
        ? 'warn'
        : 'pass';
function judge_wordsOf({ url, healthUrl, provider, expectStatus, expectHealthStatus }) {
    return {
        host: url.hostname,
        port: String(portOf(url)),
        path: url.pathname,
        folder: url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1) || '/',
        url: shown(url),
        healthUrl: healthUrl === null ? '' : shown(healthUrl),
        expect: expectStatus.join(' or '),
        healthExpect: expectHealthStatus.join(' or '),
        secretHint: provider.secretHint
    };
}

;// CONCATENATED MODULE: ./lib/src/probes/attempts.js
class Attempts {
    #ended = [];
    add(diagnosis, at) {
        this.#ended.push({ diagnosis, at });
    }
    get count() {
        return this.#ended.length;
    }
    inARow(isSo) {
        const other = this.#ended.findLastIndex(({ diagnosis }) => !isSo(diagnosis));
        return this.#ended.length - 1 - other;
    }
    get passes() {
        return this.inARow(isPass);
    }
    get failures() {
        return this.inARow(diagnosis => !isPass(diagnosis));
    }
    get history() {
        const spells = [];
        for (const { diagnosis, at } of this.#ended) {
            const last = spells.at(-1);
            if (last?.diagnosis === diagnosis)
                spells[spells.length - 1] = { ...last, rounds: last.rounds + 1 };
            else
                spells.push({ diagnosis, rounds: 1, since: Math.round(at) });
        }
        return spells;
    }
    isFlapping(stable) {
        const passesBroken = this.#ended.filter(({ diagnosis }, index) => !isPass(diagnosis) && index > 0 && isPass(this.#ended[index - 1]?.diagnosis ?? '')).length;
        return passesBroken > 1 || (passesBroken === 1 && this.failures < Math.max(stable, 3));
    }
}
const isPass = (diagnosis) => diagnosis === 'ok';

;// CONCATENATED MODULE: ./lib/src/probes/result.js


const excerptLength = 200;
function resultOf(judgement, attempts, target) {
    const { verdict, faults, addresses, way } = judgement;
    const errors = faults.filter(({ level }) => level === 'error');
    const notes = faults.filter(({ level }) => level !== 'error');
    const [worst] = errors;
    const answer = way?.unsigned?.http ?? null;
    return {
        url: withoutLogin(target.url),
        verdict,
        diagnosis: worst?.code ?? 'ok',
        brokenHop: worst?.hop ?? 'none',
        message: `${worst === undefined ? passMessage(judgement, target, notes) : failMessage(errors, judgement)}${before(attempts)}`,
        fix: [...new Set((worst === undefined ? notes : sameHop(errors)).map(({ fix }) => fix))].join(' Also: '),
        suspect: null,
        external: !faults.some(({ code }) => code === 'not-external'),
        attempts: attempts.count,
        history: attempts.history,
        addresses,
        webhook: { status: answer?.status ?? null, bodyExcerpt: excerpt(answer?.body ?? '') },
        health: { status: way?.health?.exchanges.at(-1)?.http?.status ?? null },
        signed: way?.signed == null ? null : { status: way.signed.http?.status ?? null },
        warnings: [...new Set(notes.map(({ code }) => code))],
        faults
    };
}
const withoutLogin = (url) => Object.assign(new URL(url), { username: '', password: '' }).href;
const excerpt = (body) => body.slice(0, excerptLength).replace(/[\ud800-\udbff]$/, '');
const sameHop = (errors) => errors.filter(({ hop }) => hop === errors[0]?.hop);
function failMessage(errors, { addresses }) {
    const [worst, ...more] = sameHop(errors);
    const others = [...new Set(more.map(({ says }) => says))].filter(says => says !== worst?.says);
    const well = addresses.filter(({ hops }) => hops.every(({ status }) => status !== 'fail'));
    const some = well.map(({ address }) => address).join(', ');
    return [
        worst?.message ?? '',
        ...(others.length === 0 ? [] : [`Also: ${others.join(' ')}`]),
        ...(well.length === 0 ? [] : [`The way to ${some} is fine, but a provider meets every address of the name.`])
    ].join(' ');
}
function passMessage({ way }, target, notes) {
    const answer = way?.unsigned?.http ?? null;
    const who = answer === null ? 'nobody' : whoOf(answer);
    const health = way?.health?.exchanges.at(-1)?.http?.status;
    const said = `${shown(target.url)} answers an unsigned event with ${answer?.status} (${who})`;
    const well = health == null ? `${said}.` : `${said}, and its health check with ${health}.`;
    return notes.length === 0 ? well : `${well} But: ${notes.map(({ message }) => message).join(' ')}`;
}
function before({ history, count }) {
    if (history.length < 2)
        return count > 1 ? ` (${count} attempts.)` : '';
    const spells = history
        .slice(-4, -1)
        .map(({ diagnosis, rounds }) => (rounds === 1 ? diagnosis : `${rounds} × ${diagnosis}`));
    return ` (Attempt ${count}; before that ${spells.join(', then ')}.)`;
}

;// CONCATENATED MODULE: ./lib/src/probes/waiting.js
const firstMs = 500;
const growth = 1.5;
const longestMs = 5000;
const betweenPassesMs = 1000;
const jitter = (ms) => ms * (0.8 + Math.random() * 0.4);
const pauseAfter = (failures) => failures === 0 ? betweenPassesMs : jitter(Math.min(longestMs, firstMs * growth ** (failures - 1)));

;// CONCATENATED MODULE: ./lib/src/probes/gate.js






const remindMs = 15_000;
async function probe(target, network, clock, log) {
    const started = clock.elapsed();
    const attempts = new Attempts();
    const say = progress(target, clock, log);
    for (;;) {
        const round = await walkRound(target, network, clock);
        const judgement = judge(round, target, clock.now());
        const spent = clock.elapsed() - started;
        attempts.add(judgement.verdict === 'fail' ? (judgement.faults[0]?.code ?? '') : 'ok', spent);
        const left = target.waitMs - spent;
        if (isSettled(judgement, attempts, target, left))
            return resultOf(withFlapping(judgement, attempts, target), attempts, target);
        say(judgement, attempts, left);
        const pause = pauseAfter(attempts.failures);
        await clock.sleep(attempts.failures === 0 ? pause : Math.max(0, Math.min(pause, left)));
    }
}
function isSettled({ verdict, faults }, attempts, target, left) {
    if (verdict !== 'fail')
        return attempts.passes >= target.stable;
    return left <= 0 || faults.some(({ level, waitingHelps }) => level === 'error' && !waitingHelps);
}
function withFlapping(judgement, attempts, target) {
    const hopeless = judgement.faults.some(({ level, waitingHelps }) => level === 'error' && !waitingHelps);
    if (judgement.verdict !== 'fail' || hopeless || !attempts.isFlapping(target.stable))
        return judgement;
    const passes = attempts.history
        .filter(({ diagnosis }) => diagnosis === 'ok')
        .reduce((sum, { rounds }) => sum + rounds, 0);
    const others = [...new Set(attempts.history.map(({ diagnosis }) => diagnosis))].filter(diagnosis => diagnosis !== 'ok');
    const detail = `${passes} of ${attempts.count} rounds passed, the others came to ${others.join(', ')}`;
    const flapping = explain({ phase: 'rounds', detail }, judge_wordsOf(target));
    return flapping === null ? judgement : { ...judgement, faults: [flapping, ...judgement.faults] };
}
function progress(target, clock, log) {
    let saidAt = 0;
    let saidWhat = '';
    return ({ verdict, faults }, attempts, left) => {
        const what = verdict === 'fail' ? (faults[0]?.says ?? '') : `passed ${attempts.passes} of ${target.stable} rounds.`;
        if (what === saidWhat && clock.elapsed() - saidAt < remindMs)
            return;
        saidAt = clock.elapsed();
        saidWhat = what;
        const more = left > 0 ? ` Trying for another ${Math.ceil(left / 1000)} s.` : '';
        log(`${shown(target.url)}: attempt ${attempts.count}: ${what}${more}`);
    };
}

;// CONCATENATED MODULE: ./lib/src/probes/index.js



/***/ })

};
