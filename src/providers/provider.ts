/** A webhook request as a sender would make it. Header names in lower case. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a request is signed with and for. */
interface Signing {
  readonly secret: string
  /** The webhook URL; Twilio signs it. */
  readonly url: string
  /** Milliseconds since the epoch that the signature claims. */
  readonly now: number
  /** Unique to this run, so that no handler takes the event for one it has seen. */
  readonly id: string
  /** The API version that the endpoint is registered with, where it is known; SDKs for Go and .NET refuse another. */
  readonly apiVersion?: string | null
}

/** A sender of webhooks: how its requests look, how they are signed, and how handlers refuse an unsigned one. */
export interface Provider {
  readonly id: string
  readonly title: string
  /** The header that carries the signature, as the provider writes it. */
  readonly signatureHeader: string
  /** What handlers answer to an unsigned request, the usual one first; the default of `expect-status`. */
  readonly refusals: readonly number[]
  /** `{}` in the provider's content type, unsigned. An empty body is refused by body parsers before the app sees it. */
  readonly unsigned: WebhookRequest
  /** A well-formed signature of zeros, where that tells a missing secret from a healthy handler; null elsewhere. */
  bogus(now: number): WebhookRequest | null
  /**
   * A harmless event of a made-up type with a good signature; null where the scheme is not known and proves nothing.
   *
   * Without `signsBody` it carries the secret itself, and may go over a trusted TLS connection alone.
   */
  signed(signing: Signing): WebhookRequest | null
  /** True where the signature covers the body, so that a tampered request must be refused. */
  readonly signsBody: boolean
  /** True where the scheme has a timestamp, so that an old signed request must be refused. */
  readonly replayProtected: boolean
  /** Words of a handler that refused the event for another reason, after its signature was found good. */
  readonly acceptedWords: RegExp | null
  /** What to tell the user to do about a refused signature: where the secret is shown. */
  readonly secretHint: string
}
