import { randomBytes } from 'node:crypto'
import type { HttpRequest } from '../platform/host.ts'
import { tamper } from '../providers/event.ts'
import type { WebhookRequest } from '../providers/provider.ts'
import type { Target } from './target.ts'

/** No encoding is asked for: what comes is what is read. The name is our own, since another would be a forgery. */
const ownHeaders = {
  accept: '*/*',
  'accept-encoding': 'identity',
  'user-agent': 'webhook-reach-check/1 (a check of the deploy)'
}

/** A path that no handler declares, on which the answer must be another one. */
const madeUp = (): string => `webhook-reach-check-${randomBytes(6).toString('hex')}`

/** A time that lies outside every provider's tolerance. */
const longAgo = 15 * 60 * 1000

export const get = (url: URL): HttpRequest => ({ url, method: 'GET', headers: ownHeaders, body: null })

const post = (url: URL, { headers, body }: WebhookRequest): HttpRequest => ({
  url,
  method: 'POST',
  headers: { ...ownHeaders, ...headers },
  body
})

/** The path beside the webhook's: its last part made up, without the query that some plugins are found by. */
function besides(url: URL): URL {
  const sibling = new URL(url)
  sibling.search = ''
  const path = url.pathname.replace(/\/+$/, '')
  sibling.pathname = `${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${madeUp()}`
  return sibling
}

/** The requests that need no secret: the unsigned one, the same beside the path, and one with a signature of zeros. */
export type UnsignedRequests = Readonly<{ unsigned: HttpRequest; control: HttpRequest; bogus: HttpRequest | null }>

export function unsignedRequests({ url, provider }: Target, now: number): UnsignedRequests {
  const bogus = provider.bogus(now)
  return {
    unsigned: post(url, provider.unsigned),
    control: post(besides(url), provider.unsigned),
    bogus: bogus === null ? null : post(url, bogus)
  }
}

export interface SignedRequests {
  readonly signed: HttpRequest
  /** Null where the scheme does not cover the body. */
  readonly tampered: HttpRequest | null
  /** Null where the scheme has no time. */
  readonly replayed: HttpRequest | null
}

/** The requests that show whether the secret is the right one, and whether forged events are refused. */
export function signedRequests(
  { url, provider, signingSecret, apiVersion = null }: Target,
  now: number
): SignedRequests | null {
  if (signingSecret === null) return null
  const sign = (at: number): WebhookRequest | null =>
    provider.signed({ secret: signingSecret, url: url.href, now: at, id: randomBytes(8).toString('hex'), apiVersion })
  const signed = sign(now)
  if (signed === null) return null
  const old = provider.replayProtected ? sign(now - longAgo) : null
  const forged = provider.signsBody ? sign(now) : null
  return {
    signed: post(url, signed),
    tampered: forged === null ? null : post(url, tamper(forged)),
    replayed: old === null ? null : post(url, old)
  }
}
