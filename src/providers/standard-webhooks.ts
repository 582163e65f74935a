import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'
import { hmac, unixSeconds } from './signature.ts'

/**
 * `v1,<base64 HMAC-SHA256 of "id.timestamp.body">`, keyed with what stands base64-encoded after `whsec_`.
 *
 * After standardwebhooks.com's specification; Svix and its customers (Clerk, Resend, …) name the headers `svix-*`.
 */
export const standardWebhooks: Provider = {
  id: 'standard-webhooks',
  title: 'Standard Webhooks (Svix, Clerk, Resend, …)',
  signatureHeader: 'webhook-signature',
  refusals: [400, 401, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  signed({ secret, now, id }) {
    const time = unixSeconds(now)
    const message = `msg_${eventId(id)}`
    const { headers, body } = jsonRequest({
      type: `${eventMarker}.ping`,
      timestamp: new Date(now).toISOString(),
      data: {}
    })
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const fields = {
      id: message,
      timestamp: time,
      signature: `v1,${hmac('sha256', key, `${message}.${time}.${body}`, 'base64')}`
    }
    const named = (prefix: string) => Object.entries(fields).map(([name, value]) => [`${prefix}-${name}`, value])
    return { headers: { ...headers, ...Object.fromEntries([...named('webhook'), ...named('svix')]) }, body }
  },
  signsBody: true,
  replayProtected: true,
  acceptedWords: null,
  secretHint:
    "Copy this endpoint's own signing secret (whsec_…, base64 behind the prefix) from the sender's dashboard; each " +
    'endpoint has another one.'
}
