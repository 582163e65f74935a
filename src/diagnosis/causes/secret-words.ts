/** How handlers and libraries say that they have no signing secret; its bare name stands in many a proper refusal too. */
export const secretWords =
  /No webhook secret value was provided|webhook[_ ]?secret (is )?(not (configured|set|found)|missing|required|undefined)|secret (is )?not (configured|set|found)|(missing|no|unset|empty|undefined) (stripe )?(webhook|signing)[_ ]secret|STRIPE_WEBHOOK_SECRET.{0,30}\b(not|missing|unset|undefined|required|empty)\b|\b(missing|no|set|unset|undefined) (the )?\W{0,2}STRIPE_WEBHOOK_SECRET/i
