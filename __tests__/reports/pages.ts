import type { Finding } from '../../src/model/finding.ts'
import { renderComment } from '../../src/reports/comment.ts'
import type { Outcome } from '../../src/reports/outcome.ts'
import { renderSummary } from '../../src/reports/summary.ts'
import {
  at,
  context,
  fault,
  finding,
  hopsTo,
  hostileTexts,
  idle,
  lint,
  outcome,
  passing,
  probe,
  workflow
} from './samples.ts'

const files = [
  workflow,
  'compose.yaml',
  'deploy/production/nginx/sites-available/shop.conf',
  'services/payments/webhooks/stripe/deploy/compose.production.override.yaml',
  'a-name-without-a-place-to-break-it-since-nobody-thought-of-a-phone-when-it-was-given.yml'
]
const rules = ['loopback-without-proxy', 'proxy-cannot-reach-loopback', 'public-without-tls', 'unresolved-binding']
const levels = ['error', 'error', 'warning', 'notice'] as const

const several = (count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, index) =>
    finding({
      rule: rules[index % rules.length] ?? '',
      level: levels[index % levels.length] ?? 'error',
      at: at(index + 1, 1, 4, files[index % files.length]),
      message: `shop-${index} is published on loopback: only the server itself reaches port ${8000 + index}, and no proxy in this checkout forwards to it.`,
      fix: {
        description: `Put nginx or Caddy with TLS before port ${8000 + index} (\`node dist/index.js fix --domain your-domain.com\` writes the set-up).`,
        edits: []
      },
      related: index % 7 === 0 ? [{ at: at(4, 1, 4, 'deploy/nginx.conf'), message: 'this forwards elsewhere.' }] : []
    })
  )

const unread = Array.from({ length: 12 }, (_, index) => ({
  file: files[index % files.length] ?? '',
  line: index + 1,
  reason: 'the value of secrets.SERVER_HOST is not known before the run'
}))

const stripe: Outcome['stripe'] = {
  checked: true,
  mode: 'live',
  findings: [
    {
      code: 'stripe-endpoint-missing',
      level: 'error',
      message:
        'No endpoint of this account has the URL. One comes near: https://shop.example.com/webhooks/stripe/ ends with a slash.',
      fix: 'Register https://shop.example.com/webhooks/stripe in Workbench, Webhooks, Add destination, with payment_intent.succeeded, payment_intent.payment_failed, payment_intent.canceled and payment_intent.processing.',
      url: null
    },
    {
      code: 'stripe-undelivered-events',
      level: 'warning',
      message: '17 events of the last 3 days were not delivered.',
      fix: 'Once the probe passes: `stripe events resend evt_… --webhook-endpoint we_…`.',
      url: null
    }
  ],
  endpoints: [],
  undelivered: null
}

const server: Outcome['server'] = {
  findings: [
    {
      code: 'proxy-not-installed',
      level: 'error',
      message: 'Nothing listens on 443, and neither nginx nor Caddy, HAProxy, Apache or Traefik is installed.',
      fix: 'Install one: `sudo apt install nginx`.'
    },
    {
      code: 'container-loopback-only',
      level: 'notice',
      message: 'The container shop is published on 127.0.0.1:8000 alone.',
      fix: 'That is right once a proxy stands before it.'
    }
  ],
  checklist: [
    { id: 'proxy-running', state: 'no', detail: 'No proxy is installed.' },
    { id: 'ports-open', state: 'no', detail: 'Nothing listens on 80 and 443.' },
    { id: 'dns-points-here', state: 'yes', detail: 'shop.example.com is 198.51.100.10, an address of this server.' }
  ]
}

const warned = passing({
  verdict: 'warn',
  url: 'https://payments.shop.example.com/api/v2/integrations/stripe/webhooks/endpoint?tenant=acme&environment=production',
  webhook: { status: 400, bodyExcerpt: `{"error":{"type":"${'invalid_request_'.repeat(12)}"}}` },
  addresses: [
    { address: '198.51.100.10', family: 4, hops: hopsTo(null) },
    {
      address: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
      family: 6,
      hops: hopsTo('tcp', 'ipv6-broken', 'No answer on 2001:db8:85a3:8d3:1319:8a2e:370:7348, port 443, within 10 s.')
    }
  ],
  warnings: ['slow-response', 'port-80-closed'],
  faults: [fault({}), fault({ code: 'port-80-closed', level: 'notice', message: 'Port 80 does not answer.' })]
})

/** What an attacker has in every place where text of others stands. */
function hostile(text: string): Outcome {
  const place = at(1, 1, 1, `dir/${text}`)
  return outcome({
    lint: lint({
      findings: [
        finding({
          message: text,
          at: place,
          fix: { description: text, edits: [] },
          related: [{ at: place, message: text }]
        })
      ],
      unread: [{ file: text, line: 1, reason: text }]
    }),
    probes: [
      probe({
        url: `https://your-domain.com/${text}`,
        message: `${text} ${text}`,
        fix: text,
        suspect: { file: text, line: 3 },
        addresses: [{ address: text, family: 4, hops: hopsTo('tcp', 'tcp-refused', text) }],
        webhook: { status: 400, bodyExcerpt: text },
        faults: [fault({ code: 'tcp-refused', level: 'error', says: text }), fault({ message: text, fix: text })]
      })
    ],
    stripe: {
      checked: true,
      mode: null,
      findings: [{ code: 'stripe-auth', level: 'error', message: text, fix: text, url: null }],
      endpoints: [],
      undelivered: null
    },
    server: {
      findings: [{ code: 'firewall-blocks', level: 'warning', message: text, fix: text }],
      checklist: [{ id: 'proxy-running', state: 'no', detail: text }]
    }
  })
}

/** A run of every kind that a person may have to read. */
const outcomes: Readonly<Record<string, Outcome>> = {
  failing: outcome(),
  passing: outcome({ verdict: 'pass', lint: lint({ findings: [], unread: [] }), probes: [passing()] }),
  'two URLs': outcome({ probes: [probe(), warned] }),
  'many findings': outcome({ probes: [], lint: lint({ findings: several(40), unread }) }),
  'Stripe and the server': outcome({ lint: null, stripe, server }),
  'more than fits': outcome({ probes: [probe()], lint: lint({ findings: several(6000), unread }) }),
  'nothing checked': outcome({ verdict: 'warn', lint: lint(idle), probes: [] })
}

/** The pages that GitHub shows of them, as Markdown. */
export const pages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(outcomes).map(([name, one]) => [name, renderSummary(one, context)])),
  'a comment': renderComment(outcome({ stripe, server }), context, 'deploy')
}

/** The page with nothing foreign in it, and one for each text of an attacker. */
export const plainPage = renderSummary(hostile('plain'), context)
export const hostilePages: readonly string[] = hostileTexts
  .filter(text => text.trim() !== '')
  .map(text => renderSummary(hostile(text), context))
