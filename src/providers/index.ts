import { generic } from './generic.ts'
import type { Provider } from './provider.ts'
import { stripe } from './stripe.ts'

/** Every sender, in the order they are documented; the first is the default. Adding one: add a file, add a line. */
export const providers: readonly Provider[] = [stripe, generic]

/** What `provider` takes. */
export const providerIds: readonly string[] = providers.map(provider => provider.id)
