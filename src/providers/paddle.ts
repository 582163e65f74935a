import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'
import { hmac, unixSeconds } from './signature.ts'

/** `ts=<unix>;h1=<hex HMAC-SHA256 of "ts:body">`, tolerance 5 s. After developer.paddle.com, "Verify signature". */
export const paddle: Provider = {
  id: 'paddle',
  title: 'Paddle',
  signatureHeader: 'Paddle-Signature',
  refusals: [400, 401, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  signed({ secret, now, id }) {
    const time = unixSeconds(now)
    const { headers, body } = jsonRequest({
      event_id: `evt_${eventId(id)}`,
      event_type: `${eventMarker}.ping`,
      occurred_at: new Date(now).toISOString(),
      notification_id: `ntf_${eventId(id)}`,
      data: {}
    })
    const signature = hmac('sha256', secret, `${time}:${body}`, 'hex')
    return { headers: { ...headers, 'paddle-signature': `ts=${time};h1=${signature}` }, body }
  },
  signsBody: true,
  replayProtected: true,
  acceptedWords: null,
  secretHint:
    "Copy the notification destination's own secret key (pdl_ntfset_…): Paddle, Developer Tools, Notifications. " +
    "Paddle's SDK allows 5 seconds of age only: a server clock that is wrong also refuses."
}
