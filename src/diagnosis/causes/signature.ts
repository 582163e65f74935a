import type { Cause } from '../cause.ts'
import type { RequestName } from '../observation.ts'
import { rawBodyWords } from './lost-body.ts'
import { eitherMissing, secretNotSet, secretWords } from './secret-words.ts'

/** A handler that checked the signature, and then refused the made-up type. */
const unknownType =
  /(unsupported|unhandled|unknown|unexpected|unrecogni[sz]ed|invalid)\b.{0,20}\bevent|event.{0,40}not (handled|supported|recogni[sz]ed)/i

const diesOnIt =
  'An error of the signature check that nobody catches ends the process, often since its secret is missing; every real event carries a signature, and would meet the same.'
const catchIt =
  "Read the app's log (`docker logs --tail 50 CONTAINER`; `docker ps` shows restarts), give it the secret, catch the error of the check and answer 400."
const hangsOnIt =
  'What the handler does once there is a signature hangs (the database, a store of secrets, a slow call); every real event carries one, and would meet the same.'

/** No answer of the app to a request with a signature, where it refuses one without. */
const unanswered = (probe: RequestName, id: string, sent: string): readonly Cause[] => [
  {
    id: `${id}-gateway`,
    code: 'proxy-bad-gateway',
    when: { phase: 'http', probe, status: [502, 520], expected: false, signedAccepted: false },
    says: `${sent}, the app leaves the proxy{named} without an answer ({status}), though it refuses a missing one properly.`,
    cause: diesOnIt,
    fix: catchIt
  },
  {
    id: `${id}-gateway-timeout`,
    code: 'proxy-gateway-timeout',
    when: { phase: 'http', probe, status: [504, 524], expected: false, signedAccepted: false },
    says: `${sent}, the app does not answer the proxy{named} in time ({status}), though it refuses a missing one properly.`,
    cause: hangsOnIt
  },
  {
    id: `${id}-timeout`,
    code: 'response-timeout',
    when: { phase: 'http', probe, code: ['PHASE_TIMEOUT', 'ETIMEDOUT'], signedAccepted: false },
    says: `${sent}, the app does not answer in time, though it refuses a missing one properly.`,
    cause: hangsOnIt
  },
  {
    id: `${id}-closed`,
    code: 'connection-closed',
    when: { phase: 'http', probe, code: /./, signedAccepted: false },
    says: `${sent}, the app closes the connection without an answer, though it refuses a missing one properly.`,
    cause: diesOnIt,
    fix: catchIt
  }
]

/** Answers to the well-formed signature of zeros: what no unsigned request can show. Only read where that one passed. */
const bogusCauses: readonly Cause[] = [
  {
    id: 'bogus-secret-missing',
    code: 'signing-secret-missing',
    when: [secretWords, secretNotSet, eitherMissing].map(body => ({
      phase: 'http',
      probe: 'bogus-signature',
      status: [400, 401, 403, 500, 503],
      body,
      signedAccepted: false
    })),
    says: 'Sent a signature that cannot be right, the app says that its own secret is missing ({status}).'
  },
  {
    id: 'bogus-body-parsed',
    code: 'raw-body-lost',
    when: { phase: 'http', probe: 'bogus-signature', body: rawBodyWords, signedAccepted: false },
    says: 'Sent a signature that cannot be right, the app says that the body it checks is parsed already ({status}).'
  },
  {
    id: 'bogus-accepted',
    code: 'unsigned-accepted',
    when: { phase: 'http', probe: 'bogus-signature', status: '2xx', expected: false },
    says: 'The app accepts a signature of zeros ({status}): it looks whether the header is there, not whether it is right.'
  },
  {
    id: 'bogus-500',
    code: 'signing-secret-missing',
    when: {
      phase: 'http',
      probe: 'bogus-signature',
      status: [500, 501, 503],
      own: false,
      expected: false,
      signedAccepted: false
    },
    says: 'Sent a signature that cannot be right, the app fails ({status}), though it refuses a missing one properly.',
    cause:
      'In Python the secret is probably None (`stripe.Webhook.construct_event` dies on it); else the error of the signature check is not caught.',
    fix: 'Give the container the secret (`docker run -e STRIPE_WEBHOOK_SECRET=whsec_…`) and restart it; catch the error of the check and answer 400. With `signing-secret` the probe tells the two apart.'
  },
  ...unanswered('bogus-signature', 'bogus', 'Sent a signature that cannot be right'),
  {
    id: 'bogus-refused',
    code: null,
    when: { phase: 'http', probe: 'bogus-signature', status: /./ },
    says: 'A signature of zeros is refused ({status}).'
  },
  {
    id: 'bogus-cut-off',
    code: null,
    when: { phase: ['http', 'body'], probe: 'bogus-signature' },
    says: 'A signature of zeros got no whole answer.'
  }
]

/** Answers to the event signed with the user's own secret. */
const signedCauses: readonly Cause[] = [
  {
    id: 'signed-accepted',
    code: null,
    when: { phase: 'http', probe: 'signed', status: '2xx' },
    says: 'A signed event is accepted ({status}).'
  },
  {
    id: 'signed-timestamp',
    code: 'signed-rejected',
    when: {
      phase: 'http',
      probe: 'signed',
      status: '4xx',
      body: /timestamp (is )?(outside|too old|expired|not within)|tolerance zone/i
    },
    says: 'A properly signed event is refused ({status}): its time is outside the tolerance.',
    cause: "The server's clock is off by more than the tolerance (300 seconds).",
    fix: '`sudo timedatectl set-ntp true` on the server; compare `date -u` with the real time.'
  },
  {
    id: 'signed-body-parsed',
    code: 'raw-body-lost',
    when: { phase: 'http', probe: 'signed', status: /^[45]/, body: rawBodyWords },
    says: 'A properly signed event is refused ({status}): the body that the app checks is parsed already.'
  },
  {
    id: 'signed-secret-missing',
    code: 'signing-secret-missing',
    when: { phase: 'http', probe: 'signed', body: secretWords },
    says: 'A properly signed event is refused ({status}): the app says that its own secret is missing.'
  },
  {
    id: 'signed-other-reason',
    code: 'signed-handler-error',
    when: [
      { phase: 'http', probe: 'signed', status: '4xx', acceptedWords: true },
      { phase: 'http', probe: 'signed', status: '4xx', body: unknownType, sameAsTampered: false },
      // A handler that holds another secret cannot tell this one from a forged one.
      { phase: 'http', probe: 'signed', status: /^4(?!13|29)/, own: false, unlikeForged: true }
    ],
    says: 'A properly signed event is refused ({status}) for its type or version, not for its signature.'
  },
  ...unanswered('signed', 'signed', 'Sent a proper signature'),
  {
    id: 'signed-5xx-like-tampered',
    code: 'signed-rejected',
    when: { phase: 'http', probe: 'signed', status: [500, 501, 503], own: false, sameAsTampered: true },
    says: 'A properly signed event gets {status}, the same as a tampered one: its signature is refused, or nothing gets through.'
  },
  {
    id: 'signed-handler-error',
    code: 'signed-handler-error',
    when: { phase: 'http', probe: 'signed', status: '5xx', own: false },
    says: 'After a good signature the handler fails ({status}) on an event of a type that it does not know.'
  },
  {
    // A proxy's own refusal, a limit of requests or of their size says nothing of the signature.
    id: 'signed-rejected',
    code: 'signed-rejected',
    when: { phase: 'http', probe: 'signed', status: /^4(?!13|29)/, own: false },
    says: 'A properly signed event is refused ({status}).'
  }
]

/** What must be refused; where a handler refuses with 2xx by design, and `expect-status` says so, its words must show it. */
const forgedCauses: readonly Cause[] = [
  {
    id: 'tampered-accepted',
    code: 'tampered-accepted',
    when: { phase: 'http', probe: 'tampered', status: '2xx', expected: false },
    says: 'An event whose body was changed after signing is accepted ({status}).'
  },
  {
    id: 'tampered-like-signed',
    code: 'tampered-accepted',
    when: { phase: 'http', probe: 'tampered', status: '2xx', sameAsTampered: true },
    says: 'An event whose body was changed after signing gets the same answer as a good one ({status}): nothing shows that it is refused.'
  },
  {
    id: 'tampered-refused',
    code: null,
    when: { phase: ['http', 'body'], probe: 'tampered' },
    says: 'A tampered event is not accepted.'
  },
  {
    id: 'replay-accepted',
    code: 'replay-accepted',
    when: { phase: 'http', probe: 'replayed', status: '2xx', expected: false },
    says: 'An event signed 15 minutes ago is accepted ({status}).'
  },
  {
    id: 'replay-untested',
    code: 'replay-untested',
    when: [
      { phase: ['http', 'body'], probe: 'replayed', code: /./ },
      { phase: 'http', probe: 'replayed', status: '5xx', signedAccepted: false },
      { phase: 'http', probe: 'replayed', status: [429, 502, 503, 504] }
    ],
    says: 'Whether an event signed long ago is refused could not be tested ({code}).'
  },
  {
    id: 'replay-refused',
    code: null,
    when: { phase: 'http', probe: 'replayed' },
    says: 'An event signed 15 minutes ago is refused ({status}).'
  }
]

/** Read before the rows for the unsigned request, which they would fit too. */
export const signatureCauses: readonly Cause[] = [...bogusCauses, ...signedCauses, ...forgedCauses]
