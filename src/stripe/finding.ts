import type { Level } from '../model/finding.ts'
import type { ApiFailure } from './api.ts'

/** What is wrong with Stripe's own configuration. `notice` leaves the verdict as it is. */
export interface StripeFinding {
  /** A code of the `stripe` hop. */
  readonly code: string
  readonly level: Level
  readonly message: string
  readonly fix: string
  /** The webhook URL it is about; null where it is about the account or the key. */
  readonly url: string | null
}

const keyFix =
  'Make a restricted key in the Stripe dashboard (Developers, API keys) with Webhook Endpoints: Read and Events: ' +
  'Read, store it as a secret, and give it as `stripe-api-key`.'

/** Where to look, by what went wrong. */
const fixes: Readonly<Record<ApiFailure['kind'], string>> = {
  key: keyFix,
  permission:
    'Edit the restricted key in the Stripe dashboard (Developers, API keys): it needs Webhook Endpoints: Read and ' +
    'Events: Read.',
  'rate-limit': 'Run the check again in a minute; another job may be using the same key.',
  server: 'Look at status.stripe.com, and run the check again later.',
  timeout: 'Let the runner reach that host, or raise `timeout`. Behind an egress proxy set `stripe-api-base`.',
  network: 'Let the runner reach that host; behind an egress proxy set `stripe-api-base`.',
  unexpected: 'Look at `stripe-api-base`: does it lead to the Stripe API, and not to a login or error page of a proxy?'
}

/** Refused for its form, before it was sent anywhere. */
export const unusableKey = (problem: string): StripeFinding => ({
  code: 'stripe-auth',
  level: 'error',
  message: `\`stripe-api-key\` is no key that Stripe's API takes: ${problem}.`,
  fix: keyFix,
  url: null
})

/** The API was asked what is registered, and did not say. */
export const apiFailed = ({ kind, message }: ApiFailure): StripeFinding => {
  const refused = kind === 'key' || kind === 'permission'
  return {
    code: refused ? 'stripe-auth' : 'stripe-api-unreachable',
    level: refused ? 'error' : 'warning',
    message: refused ? message : `What Stripe has registered could not be checked: ${message}`,
    fix: fixes[kind],
    url: null
  }
}

/** What another run would answer the same way; a key that may not read events can be a choice. */
const lasting: readonly ApiFailure['kind'][] = ['permission', 'unexpected']

/** The endpoints were read and the events were not: always said, and a warning only where it may pass. */
export const eventsUnread = ({ kind, message }: ApiFailure): StripeFinding => ({
  code: 'stripe-api-unreachable',
  level: lasting.includes(kind) ? 'notice' : 'warning',
  message: `The endpoint was checked; whether events went undelivered was not: ${message}`,
  fix: fixes[kind],
  url: null
})
