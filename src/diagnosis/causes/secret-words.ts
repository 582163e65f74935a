/** A secret by its name in the code or the environment: STRIPE_WEBHOOK_SECRET, `endpoint secret`. */
const named = String.raw`\b\w{0,40}(?:webhook|signing|endpoint)[ _]?(?:signing[ _]?)?secret\w{0,20}`
const variable = String.raw`\b\w{0,40}(?:WEBHOOK|SIGNING|ENDPOINT)_(?:SIGNING_)?SECRET`
/** `signature or secret` may as well speak of the signature. */
const alone = String.raw`(?<!\b(?:or|and)\b[^.]{0,20})`

const missing = [
  'No webhook secret value was provided',
  'webhook[_ ]?secret (is )?(not (configured|set|found)|missing|required|undefined)',
  'secret (is )?not (configured|set|found)',
  '(missing|no|unset|empty|undefined) (stripe )?(webhook|signing|endpoint)[_ ]secret',
  String.raw`${variable}.{0,30}\b(not|missing|unset|undefined|required|empty)\b`,
  String.raw`\b(missing|no|set|add|unset|undefined)( the| required)?( env(ironment)?( var(iable)?)?| attribute)?:? ?\W{0,2}${variable}`,
  String.raw`KeyError: \W{0,5}${variable}`
]

/** How handlers and libraries say that they have no signing secret; its bare name stands in many a proper refusal too. */
export const secretWords = new RegExp(missing.join('|'), 'i')

/** The same so clearly that it cannot be meant for what the request lacks: a scheme may have the secret in a header. */
export const secretNotSet = new RegExp(
  String.raw`\b${alone}(${named}|secret)\W{0,3}(env(ironment)? var(iable)? )?((is|was|has|been) )*(not|never) (been )?(configured|set|defined)\b`,
  'i'
)

/** A handler that fails on every request, and blames its settings. */
export const unconfiguredWords = /\bwebhooks? ((is|are) )?(not configured|misconfigured)/i

/** Said to a request that has a signature, `signature or secret` speaks of the secret; unless any refusal is worded so. */
export const eitherMissing = new RegExp(
  String.raw`^(?![\s\S]*(invalid|incorrect|wrong|match|verif|fail))[\s\S]*(` +
    [
      String.raw`\b(missing|no)\b[^.]{0,40}\b(or|and)\b[^.]{0,25}secret\b`,
      String.raw`secret\b[^.]{0,10}\b(or|and)\b[^.]{0,30}\b(missing|not (set|configured|found|provided))\b`,
      String.raw`\b(or|and)\b[^.]{0,25}secret\b[^.]{0,10}\b(missing|not (set|configured|found|provided))\b`,
      String.raw`\bmissing (stripe )?(webhook )?config(uration)?\b`
    ].join('|') +
    ')',
  'i'
)
