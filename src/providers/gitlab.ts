import { eventId, eventMarker, jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'

/** The secret itself, in a header: nothing is signed. After docs.gitlab.com/user/project/integrations/webhooks. */
export const gitlab: Provider = {
  id: 'gitlab',
  title: 'GitLab',
  signatureHeader: 'X-Gitlab-Token',
  refusals: [401, 400, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  signed: ({ secret, id }) =>
    jsonRequest(
      { object_kind: eventMarker, event_name: eventMarker },
      { 'x-gitlab-event': 'Webhook Reach Check Hook', 'x-gitlab-event-uuid': eventId(id), 'x-gitlab-token': secret }
    ),
  signsBody: false,
  replayProtected: false,
  acceptedWords: null,
  secretHint:
    'GitLab never shows a secret token again: set a new one under the project, Settings, Webhooks, and give the app ' +
    'and `signing-secret` the same. For a signing token (whsec_…) set `provider: standard-webhooks`.'
}
