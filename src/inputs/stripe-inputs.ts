import { BadValue, defineInput } from './input-spec.ts'
import { distinct, eachWord, httpUrl, optional, type Parser } from './parsers.ts'

/** https://docs.stripe.com/keys: restricted keys start with rk_, secret keys with sk_. */
const apiKey: Parser<string> = text => {
  if (!/^(rk|sk)_\w{3,}$/.test(text)) throw new BadValue(text)
  return text
}

/** `payment_intent.succeeded`, `v2.core.account[requirements].updated`, or `*`. */
const eventName: Parser<string> = text => {
  if (!/^(\*|[a-z\d_]+(\[[a-z\d_.]+\])?(\.[a-z\d_]+(\[[a-z\d_.]+\])?)+)$/.test(text)) throw new BadValue(text)
  return text
}

/** What Stripe itself is asked. */
export const stripeInputs = [
  defineInput({
    name: 'stripe-api-key',
    default: '',
    description:
      'A restricted Stripe key with read access to webhook endpoints and events: is the endpoint registered, enabled and subscribed, and what went undelivered?',
    takes: 'a Stripe key that starts with rk_ (restricted, enough) or sk_',
    secret: true,
    parse: optional(apiKey)
  }),
  defineInput({
    name: 'stripe-events',
    default:
      'payment_intent.succeeded, payment_intent.payment_failed, payment_intent.canceled, payment_intent.processing',
    description: 'Events that the registered endpoint must be subscribed to.',
    takes: 'names of Stripe events separated by commas or line breaks, such as payment_intent.succeeded',
    lines: true,
    parse: distinct(eachWord(eventName, 400))
  }),
  defineInput({
    name: 'stripe-api-base',
    default: 'https://api.stripe.com',
    description: 'Where the Stripe API is asked; for tests and egress proxies.',
    takes: 'an http:// or https:// URL',
    parse: httpUrl
  })
] as const
