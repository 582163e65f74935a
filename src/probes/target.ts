import type { Provider } from '../providers/provider.ts'

/**
 * One line of `resolve`, as curl's `--resolve`: for this host and port, DNS is not asked.
 *
 * The address was named on purpose, so a private one is no `dns-private-address`; one that only this machine or its own
 * network reaches still makes the result `not-external`.
 */
export interface NamedAddress {
  /** Lower case, without brackets. */
  readonly host: string
  readonly port: number
  readonly address: string
}

/** What one webhook URL is probed for: the inputs, parsed. */
export interface Target {
  readonly url: URL
  readonly provider: Provider
  /** Status of the unsigned request; any of them. */
  readonly expectStatus: readonly number[]
  /** Text that the unsigned request's answer must hold. */
  readonly expectBody: string | RegExp | null
  /** Null is `none`. A path was resolved against the webhook's origin. */
  readonly healthUrl: URL | null
  readonly expectHealthStatus: readonly number[]
  /** Text that the health body must hold; null where it is not asked for. */
  readonly expectVersion: string | null
  /** Milliseconds to go on trying; 0 is one try. */
  readonly waitMs: number
  /** Passing rounds in a row that make a pass, at least 1. */
  readonly stable: number
  /** Milliseconds for one request, connect to last byte. */
  readonly timeoutMs: number
  /** Ports that must not answer from outside. */
  readonly directPorts: readonly number[]
  readonly resolve: readonly NamedAddress[]
  readonly signingSecret: string | null
  /** The API version of the registered endpoint, where Stripe was asked: some of its SDKs refuse events of another. */
  readonly apiVersion?: string | null
}
