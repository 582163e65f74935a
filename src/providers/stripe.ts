import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'
import { hmac, unixSeconds } from './signature.ts'

/** The newest version: what current SDKs for Go and .NET take where the endpoint's own version is not known. */
const newestApiVersion = '2026-10-28.endive'

/** `t=<unix>,v1=<hex HMAC-SHA256 of "t.body">`, tolerance 300 s. After docs.stripe.com/webhooks, "Verify manually". */
export const stripe: Provider = {
  id: 'stripe',
  title: 'Stripe',
  signatureHeader: 'Stripe-Signature',
  refusals: [400],
  unsigned: jsonRequest({}),
  // The SDKs look at the header before the secret: only a well-formed one shows a missing secret or a parsed body.
  bogus: now => jsonRequest({}, { 'stripe-signature': `t=${unixSeconds(now)},v1=${'0'.repeat(64)}` }),
  signed({ secret, now, id, apiVersion }) {
    const time = unixSeconds(now)
    const event = {
      id: `evt_${eventId(id)}`,
      object: 'event',
      api_version: apiVersion ?? newestApiVersion,
      created: Number(time),
      data: { object: {} },
      livemode: false,
      pending_webhooks: 0,
      request: { id: null, idempotency_key: null },
      type: `${eventMarker}.ping`
    }
    // Indented, as Stripe sends it: a handler that checks `JSON.stringify(req.body)` refuses every real event.
    const body = JSON.stringify(event, null, 2)
    const signature = hmac('sha256', secret, `${time}.${body}`, 'hex')
    return { headers: { 'content-type': 'application/json', 'stripe-signature': `t=${time},v1=${signature}` }, body }
  },
  signsBody: true,
  replayProtected: true,
  // stripe-go's ConstructEvent and Stripe.net's EventUtility look at the API version after the signature.
  acceptedWords: /received event with API version/i,
  secretHint:
    "Copy this endpoint's own signing secret (whsec_…) from Stripe (Workbench, Webhooks, the endpoint), and give the " +
    'app and `signing-secret` the same one: each mode, each endpoint and `stripe listen` have another. The SDKs for Go ' +
    'and .NET also refuse an event of another API version than their own.'
}
