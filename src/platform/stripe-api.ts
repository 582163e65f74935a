import type Stripe from 'stripe'
import type { Answer, ApiFailure, Change, Destination, Endpoint, StripeApi, UndeliveredEvent } from '../stripe/api.ts'
import { readFailure } from '../stripe/failure.ts'
import { readDestination, readEndpoint, readEvent } from '../stripe/listed-objects.ts'
import { calledOff } from './call-off.ts'
import { stripeFetch } from './stripe-fetch.ts'

/** How Stripe's API is reached. */
export interface StripeAccess {
  readonly apiKey: string
  readonly apiBase: string
  /** Of one request; all of them together take six times that at most. */
  readonly timeoutMs: number
}

const maxItems = 1000

/** Stripe's API through the official SDK, which is loaded at the first call. */
export function stripeApi(access: StripeAccess): StripeApi {
  let client: Promise<Stripe> | undefined
  const sdk = (): Promise<Stripe> => {
    client ??= connect(access)
    return client
  }
  const failed = (error: unknown): { failure: ApiFailure } => ({ failure: readFailure(error, access) })

  const list = async <Raw, Item>(
    ask: (stripe: Stripe) => AsyncIterable<Raw>,
    read: (raw: Raw) => Item | null
  ): Promise<Answer<Item>> => {
    const items: Item[] = []
    let seen = 0
    try {
      for await (const raw of ask(await sdk())) {
        if (++seen > maxItems) return { items, complete: false }
        const item = read(raw)
        if (item !== null) items.push(item)
      }
      return { items, complete: true }
    } catch (error) {
      return failed(error)
    }
  }

  const change = async (ask: (stripe: Stripe) => Promise<{ readonly id: string }>): Promise<Change> => {
    try {
      return { id: (await ask(await sdk())).id }
    } catch (error) {
      return failed(error)
    }
  }

  return {
    endpoints: () => list<unknown, Endpoint>(stripe => stripe.webhookEndpoints.list({ limit: 100 }), readEndpoint),
    // Without `include` the URL is left out of the answer.
    destinations: () =>
      list<unknown, Destination>(
        stripe => stripe.v2.core.eventDestinations.list({ limit: 100, include: ['webhook_endpoint.url'] }),
        readDestination
      ),
    undelivered: (since, until, types) =>
      list<unknown, UndeliveredEvent>(
        stripe =>
          stripe.events.list({
            limit: 100,
            delivery_success: false,
            created: { gte: since, lte: until },
            ...(types.length === 0 ? {} : { types: [...types] })
          }),
        readEvent
      ),
    create: (url, events) =>
      change(stripe => stripe.webhookEndpoints.create({ url, enabled_events: eventTypes(events) })),
    update: (id, events) =>
      change(stripe => stripe.webhookEndpoints.update(id, { enabled_events: eventTypes(events), disabled: false }))
  }
}

/** The user's words; Stripe says which of them it does not know. */
const eventTypes = (events: readonly string[]) => [...events] as Stripe.WebhookEndpointCreateParams.EnabledEvent[]

async function connect({ apiKey, apiBase, timeoutMs }: StripeAccess): Promise<Stripe> {
  const base = new URL(apiBase)
  const { default: StripeSdk } = await import('stripe')
  const deadline = AbortSignal.any([AbortSignal.timeout(timeoutMs * 6), calledOff()])
  return new StripeSdk(apiKey, {
    httpClient: StripeSdk.createFetchHttpClient(stripeFetch(base, deadline)),
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false
  })
}
