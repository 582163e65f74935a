import { InputError } from '../errors.ts'
import { readInputs } from '../inputs/read-inputs.ts'
import type { Command } from './commands.ts'

/** `stripe URL [--fix [--yes]]`: Stripe's own configuration, and what would mend it. On the command line only. */
export const stripe: Command = {
  name: 'stripe',
  operand: 'URL',
  least: 1,
  most: 16,
  description: 'Asks Stripe whether URL is registered, enabled and subscribed; with --fix, says what would mend it.',
  formats: ['text'],
  options: [
    { name: 'fix', flag: true, takes: 'nothing', description: 'Say what would have to be changed at Stripe.' },
    {
      name: 'yes',
      flag: true,
      takes: 'nothing',
      description: 'With --fix: change it. The key needs Webhook Endpoints: Write.'
    }
  ],
  inputs: urls => [['webhook-url', urls.join('\n')]],
  async act({ option }, host) {
    const {
      stripeApiKey: apiKey,
      stripeApiBase: apiBase,
      stripeEvents: events,
      webhookUrl: urls,
      timeout
    } = readInputs(host)
    if (apiKey === null)
      throw new InputError([
        'stripe-api-key: got nothing, takes a Stripe key that starts with rk_ (restricted, enough) or sk_'
      ])
    const { fixStripe } = await import('../stripe/fix.ts')
    const { stripeApi } = await import('../platform/stripe-api.ts')
    const api = stripeApi({ apiKey, apiBase: String(apiBase), timeoutMs: timeout * 1000 })
    const yes = option('fix') !== '' && option('yes') !== ''
    const { lines, mended } = await fixStripe({ apiKey, urls, events, now: host.clock.now() }, api, yes)
    host.print(`${lines.join('\n')}\n`)
    if (!mended) host.fail('')
  }
}
