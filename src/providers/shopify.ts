import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'
import { hmac } from './signature.ts'

/** Base64 HMAC-SHA256 of the body, no timestamp. After shopify.dev, "Verify webhook deliveries". */
export const shopify: Provider = {
  id: 'shopify',
  title: 'Shopify',
  signatureHeader: 'X-Shopify-Hmac-SHA256',
  // Shopify's app review demands 401; handlers after older samples say 400 or 403.
  refusals: [401, 400, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  signed({ secret, now, id }) {
    const { headers, body } = jsonRequest(
      { id: eventId(id) },
      {
        'x-shopify-topic': `${eventMarker}/ping`,
        // Reserved by RFC 2606: no shop has it, so that no handler finds a session to act in.
        'x-shopify-shop-domain': 'webhook-reach-check.invalid',
        'x-shopify-api-version': 'unstable',
        'x-shopify-webhook-id': eventId(id),
        'x-shopify-event-id': eventId(id),
        'x-shopify-triggered-at': new Date(now).toISOString(),
        'x-shopify-test': 'true'
      }
    )
    return { headers: { ...headers, 'x-shopify-hmac-sha256': hmac('sha256', secret, body, 'base64') }, body }
  },
  signsBody: true,
  replayProtected: false,
  acceptedWords: null,
  secretHint:
    "An app's webhooks are signed with its client secret (Dev Dashboard, the app, Settings); webhooks made in the " +
    "store's admin with the key shown below them (Settings, Notifications, Webhooks)."
}
