import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'
import { hmac } from './signature.ts'

/** `sha256=<hex HMAC-SHA256 of the body>`, no timestamp. After docs.github.com, "Validating webhook deliveries". */
export const github: Provider = {
  id: 'github',
  title: 'GitHub',
  signatureHeader: 'X-Hub-Signature-256',
  // 401 is what most handlers say, 403 GitHub's own Python sample, 400 the middleware of @octokit/webhooks.
  refusals: [401, 400, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  // `ping` is what GitHub itself sends when a webhook is made: no handler acts on it.
  signed({ secret, id }) {
    const { headers, body } = jsonRequest(
      { zen: eventMarker, hook_id: 0, hook: { type: 'Repository', id: 0, name: 'web', active: true, events: [] } },
      { 'x-github-event': 'ping', 'x-github-delivery': eventId(id) }
    )
    const signatures = {
      'x-hub-signature-256': `sha256=${hmac('sha256', secret, body, 'hex')}`,
      // GitHub still sends the older one too, and older handlers look at it alone.
      'x-hub-signature': `sha1=${hmac('sha1', secret, body, 'hex')}`
    }
    return { headers: { ...headers, ...signatures }, body }
  },
  signsBody: true,
  replayProtected: false,
  acceptedWords: null,
  secretHint:
    'GitHub never shows a secret again: set a new one under the repository, Settings, Webhooks, and give the app and ' +
    '`signing-secret` the same.'
}
