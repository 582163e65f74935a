import type { Cause } from '../cause.ts'

const cloudflareSays =
  /error code: ?10(05|06|09|10|12|15|20)|Attention Required|Sorry, you have been blocked|Access denied/i

/** What pages say that let browsers through and programs wait: Cloudflare, Anubis, DataDome, Imperva, Vercel. */
const challenge =
  /<title>Just a moment\.\.\.|Making sure you(&#39;|['’])re not a bot|<title>DDoS-Guard|Checking your browser before|captcha-delivery\.com|_Incapsula_Resource|Vercel Security Checkpoint|<title>Human Verification/i

/** What a CDN or firewall before the server says, and what a guard says that belongs to no proxy in particular. */
export const guardCauses: readonly Cause[] = [
  {
    id: 'cf-challenge',
    code: 'blocked',
    when: { phase: 'http', header: { 'cf-mitigated': /^challenge$/ } },
    says: 'Cloudflare answers with a challenge ({status}) that no program can solve.',
    cause:
      "Bot Fight Mode or a managed challenge. Cloudflare may treat this runner's address worse than the provider's: this says nothing of the app yet.",
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
    cause:
      "A WAF rule, an address or country rule, or a rate limit. The provider's addresses may be treated otherwise than this runner's.",
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
    id: 'challenge-page',
    code: 'blocked',
    when: [
      { phase: 'http', header: { 'x-amzn-waf-action': /^(challenge|captcha)$/ } },
      { phase: 'http', header: { 'x-vercel-mitigated': /^challenge$/ } },
      { phase: 'http', header: { 'content-type': /^text\/html/i }, body: challenge }
    ],
    says: 'A page that only a browser gets past answers ({status}), not the app.',
    cause:
      "A guard against bots (a WAF's challenge, Anubis, DataDome) stands before the webhook, and no provider solves it. It may treat this runner's address worse than the provider's.",
    fix: 'Exempt {path} from the guard: the signature is its authentication.'
  },
  {
    id: 'mod-security',
    code: 'blocked',
    when: { phase: 'http', status: [403, 406], body: /Mod_?Security/i },
    says: 'A firewall for web requests, ModSecurity, refuses the request ({status}).',
    cause: 'One of its rules takes the event, or the sender, for an attack.',
    fix: 'Find the rule in its audit log, and leave it out for {path} (`SecRuleRemoveById`).'
  },
  {
    id: 'waf-page',
    code: 'blocked',
    when: {
      phase: 'http',
      body: /The requested URL was rejected\. Please consult with your administrator|<title>Web Page Blocked!|Generated by Wordfence|limited by the site owner|Access denied by Imunify360/
    },
    says: 'A page of a firewall for web requests answers ({status}), not the app.',
    cause: 'One of its rules takes the event, or the sender, for an attack.',
    fix: 'Look the request up in its log (the page has an id for it), and exempt {path}: the signature is its authentication.'
  },
  {
    id: 'app-csrf',
    code: 'blocked',
    when: [
      {
        phase: 'http',
        // 400 is Flask-WTF's and ASP.NET Core's, and would pass for the handler's own.
        status: [400, 401, 403, 419, 422],
        // Rails says in production only that the change was rejected, and SvelteKit that forms of other sites are.
        body: /CSRF|antiforgery|Page Expired|InvalidAuthenticityToken|authenticity.token|The change you wanted was rejected|Cross-site POST form submissions/i
      },
      { phase: 'http', status: 419 }
    ],
    says: 'A guard against forged forms (CSRF) refuses the request ({status}).',
    cause: 'The webhook route is not exempt from it, and a provider has no token to show.',
    fix: "Exempt {path}: Django `@csrf_exempt`; Flask-WTF `@csrf.exempt`; Laravel `validateCsrfTokens(except: ['webhooks/*'])`; Rails `skip_before_action :verify_authenticity_token`."
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
]
