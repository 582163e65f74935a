import type { Refusal } from '../model/deployment.ts'
import { type Directive, directiveLocation } from '../text/blocks.ts'

/** What refusals say, whatever the proxy calls them. */
export const because = {
  redirects: 'it answers with a redirect, and webhook senders do not follow redirects',
  answers: 'it answers before the request reaches the app',
  refuses: 'it refuses the request before it reaches the app',
  closes: 'it closes the connection',
  password: 'it asks for a password, and webhook senders send none',
  login: 'it asks another service to let the request in, and webhook senders are not logged in',
  address: 'it lets in chosen addresses only, and the webhook sender’s is none of them',
  method: 'webhooks are sent by POST, which it keeps out'
} as const

/** A refusal at a directive of brace, line or Caddyfile configuration, quoted as written. */
export const refuse = (directive: Directive, why: string): Refusal => ({
  at: directiveLocation(directive),
  directive: directive.source.text.slice(directive.start, directive.end).replace(/\s+/g, ' ').slice(0, 120),
  why
})
