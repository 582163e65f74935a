/** A webhook endpoint as `GET /v1/webhook_endpoints` lists it. */
export interface Endpoint {
  readonly id: string
  readonly url: string
  readonly enabled: boolean
  readonly events: readonly string[]
  readonly livemode: boolean
  /** Made by a Connect application: it gets the events of connected accounts, not the account's own. */
  readonly connect: boolean
  /** Null where events come in the account's default version. */
  readonly apiVersion: string | null
}

/** An event destination as `GET /v2/core/event_destinations` lists it, where it is a webhook endpoint. */
export interface Destination {
  readonly id: string
  readonly url: string
  readonly enabled: boolean
  readonly events: readonly string[]
  readonly livemode: boolean
  /** `snapshot` events are what `constructEvent` reads; `thin` ones carry an id alone. */
  readonly payload: 'snapshot' | 'thin'
  /** False where it gets the events of other accounts only. */
  readonly fromSelf: boolean
  readonly apiVersion: string | null
}

/** An event that at least one endpoint of the account has not taken. */
export interface UndeliveredEvent {
  readonly type: string
}

/** Why Stripe's API gave no answer to go on. */
export interface ApiFailure {
  readonly kind: 'key' | 'permission' | 'rate-limit' | 'server' | 'timeout' | 'network' | 'unexpected'
  /** One sentence; holds no key, not even in part. */
  readonly message: string
}

/** A whole list, the first part of one, or why there is none. */
export type Answer<T> = { readonly items: readonly T[]; readonly complete: boolean } | { readonly failure: ApiFailure }

/** What came of a change. */
export type Change = { readonly id: string } | { readonly failure: ApiFailure }

/** Stripe's API as the check needs it. No call throws: whatever goes wrong is a failure in the answer. */
export interface StripeApi {
  endpoints(): Promise<Answer<Endpoint>>
  destinations(): Promise<Answer<Destination>>
  /** Events created from `since` to `until` (seconds since the epoch) of these types; of any where `types` is empty. */
  undelivered(since: number, until: number, types: readonly string[]): Promise<Answer<UndeliveredEvent>>
  create(url: string, events: readonly string[]): Promise<Change>
  /** Sets the events of an endpoint, and enables it where it is disabled. */
  update(id: string, events: readonly string[]): Promise<Change>
}
