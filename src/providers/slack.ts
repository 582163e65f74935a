import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'
import { hmac, unixSeconds } from './signature.ts'

/** `v0=<hex HMAC-SHA256 of "v0:timestamp:body">`, tolerance 5 min. After docs.slack.dev, "Verifying requests". */
export const slack: Provider = {
  id: 'slack',
  title: 'Slack',
  signatureHeader: 'X-Slack-Signature',
  refusals: [401, 400, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  // Not `url_verification`: many handlers answer that before they look at the signature, and it would prove nothing.
  signed({ secret, now, id }) {
    const time = unixSeconds(now)
    const { headers, body } = jsonRequest({
      type: 'event_callback',
      event_id: eventId(id),
      event_time: Number(time),
      team_id: 'T00000000',
      api_app_id: 'A00000000',
      event: { type: eventMarker, event_ts: `${time}.000000` },
      authorizations: []
    })
    const signature = hmac('sha256', secret, `v0:${time}:${body}`, 'hex')
    return {
      headers: { ...headers, 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` },
      body
    }
  },
  signsBody: true,
  replayProtected: true,
  acceptedWords: null,
  secretHint: 'Copy the signing secret from api.slack.com/apps, the app, Basic Information, App Credentials.'
}
