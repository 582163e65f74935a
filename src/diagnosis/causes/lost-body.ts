import type { Cause } from '../cause.ts'

/** How handlers say that a parser took the raw body; that it is to be raw stands in many a proper refusal too. */
export const rawBodyWords =
  /must be provided as a string or a Buffer|(?<!\b(or|and) (the |a )?)\braw ?(request )?body\b(?! (or|and)\b)[^.!?\n]{0,30}\b(missing|undefined|null|empty|required|unavailable|not (available|found|present|set|enabled|provided))\b|\b(missing|no) (the )?raw ?(request )?body\b(?! (or|and)\b)|\breq(uest)?\.rawBody\b/i

/** How frameworks say that no body came at all. */
const noPayload =
  /No webhook payload was provided|FST_ERR_CTP_EMPTY_JSON_BODY|Body cannot be empty|Missing (request )?body|Failed to decode JSON|Required request body is missing|A non-empty request body is required|Required Body \[.{1,50}\] not specified|Unexpected end of JSON input|Expecting value: line 1 column 1 \(char 0\)/i

/** Answers of handlers that did not get the body that was sent. */
export const lostBodyCauses: readonly Cause[] = [
  {
    id: 'app-raw-body-missing',
    code: 'raw-body-lost',
    when: { phase: 'http', probe: 'unsigned', status: /^[45]/, body: rawBodyWords, signedAccepted: false },
    says: 'The handler says that it was given no raw body ({status}), though one was sent.'
  },
  {
    id: 'app-400-no-payload',
    code: 'body-mismatch',
    when: { phase: 'http', status: 400, body: noPayload },
    says: 'The handler says that the request had no body, though one was sent.',
    cause:
      'A proxy or middleware swallows the body, or a parser took it before the handler: the signature was never looked at.',
    fix: "Hand the raw body to the check: `express.raw({ type: 'application/json' })` on {path}."
  }
]
