import { generic } from './generic.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { lemonsqueezy } from './lemonsqueezy.ts'
import { paddle } from './paddle.ts'
import type { Provider } from './provider.ts'
import { shopify } from './shopify.ts'
import { slack } from './slack.ts'
import { standardWebhooks } from './standard-webhooks.ts'
import { stripe } from './stripe.ts'
import { twilio } from './twilio.ts'

/** Every sender, in the order they are documented; the first is the default. Adding one: add a file, add a line. */
export const providers: readonly Provider[] = [
  stripe,
  github,
  shopify,
  slack,
  standardWebhooks,
  paddle,
  lemonsqueezy,
  twilio,
  gitlab,
  generic
]

/** What `provider` takes. */
export const providerIds: readonly string[] = providers.map(provider => provider.id)
