import { jsonRequest } from './event.ts'
import type { Provider } from './provider.ts'

/** Any other sender. Nothing is known of its signature: only the refusal of an unsigned request can be checked. */
export const generic: Provider = {
  id: 'generic',
  title: 'any sender',
  signatureHeader: '',
  refusals: [400, 401, 403],
  unsigned: jsonRequest({}),
  bogus: () => null,
  signed: () => null,
  signsBody: false,
  replayProtected: false,
  acceptedWords: null,
  secretHint: 'Set `provider` to the sender whose signatures your handler checks: `generic` has no scheme to sign with.'
}
