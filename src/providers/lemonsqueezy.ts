import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'
import { hmac } from './signature.ts'

/** Hex HMAC-SHA256 of the body, no timestamp. After docs.lemonsqueezy.com/help/webhooks/signing-requests. */
export const lemonsqueezy: Provider = {
  id: 'lemonsqueezy',
  title: 'Lemon Squeezy',
  signatureHeader: 'X-Signature',
  refusals: [400, 401, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  signed({ secret, id }) {
    const { headers, body } = jsonRequest(
      { meta: { test_mode: true, event_name: eventMarker, webhook_id: eventId(id) }, data: {} },
      { 'x-event-name': eventMarker }
    )
    return { headers: { ...headers, 'x-signature': hmac('sha256', secret, body, 'hex') }, body }
  },
  signsBody: true,
  replayProtected: false,
  acceptedWords: null,
  secretHint: 'Copy the signing secret from Lemon Squeezy: Settings, Webhooks, the webhook.'
}
