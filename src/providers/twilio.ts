import { eventId } from './event.ts'
import type { Provider, WebhookRequest } from './provider.ts'
import { hmac } from './signature.ts'

const formRequest = (fields: Readonly<Record<string, string>>): WebhookRequest => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString()
})

/** Base64 HMAC-SHA1 of the URL and the sorted form fields, no timestamp. After twilio.com/docs, "Webhooks security". */
export const twilio: Provider = {
  id: 'twilio',
  title: 'Twilio',
  signatureHeader: 'X-Twilio-Signature',
  // Twilio's middleware says 400 without the header and 403 with a wrong one.
  refusals: [403, 400, 401],
  unsigned: formRequest({ Body: '{}' }),
  bogus: () => null,
  signed({ secret, url, id }) {
    const fields: Readonly<Record<string, string>> = {
      AccountSid: 'AC00000000000000000000000000000000',
      EventSid: eventId(id)
    }
    const { headers, body } = formRequest(fields)
    const sorted = Object.keys(fields)
      .sort()
      .map(name => `${name}${fields[name]}`)
    return {
      headers: { ...headers, 'x-twilio-signature': hmac('sha1', secret, `${url}${sorted.join('')}`, 'base64') },
      body
    }
  },
  signsBody: true,
  replayProtected: false,
  acceptedWords: null,
  secretHint:
    "The key is the account's auth token (Twilio Console, Account, API keys & tokens). The signature covers the " +
    'whole URL: an app behind a proxy must see https and the public name (X-Forwarded-Proto, Host), or it refuses all.'
}
