import { type Answerer, answererOf } from './answerers.ts'

/** Which of the requests an answer belongs to. */
export type RequestName = 'unsigned' | 'bogus-signature' | 'signed' | 'tampered' | 'replayed' | 'health'

/**
 * One thing that was seen on the way, and where: what the table of causes is read with.
 *
 * Flat, so that a row can name any of it; what does not apply is left out.
 */
export interface Observation {
  readonly phase:
    | 'url'
    | 'vantage'
    | 'dns'
    | 'address'
    | 'tcp'
    | 'tcp80'
    | 'direct'
    | 'tls'
    | 'certificate'
    | 'http'
    | 'body'
    | 'rounds'
  readonly probe?: RequestName
  readonly url?: string
  readonly address?: string
  readonly family?: 4 | 6
  readonly port?: number
  /** Node's or OpenSSL's error code. */
  readonly code?: string
  readonly message?: string
  readonly alert?: number | null
  /** Codes of getaddrinfo and of the question on the wire; `ok`, and on the wire `differs`. */
  readonly lookup?: string
  readonly wire?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** What the other side said first, where it would not speak TLS. */
  readonly said?: string
  /** Free words for the message: names, dates, an address. */
  readonly detail?: string
  // What was worked out before the table is read.
  readonly by?: string
  /** True where the answer is the proxy's own page, not one it passed on. */
  readonly own?: boolean
  readonly bodyEmpty?: boolean
  readonly truncated?: boolean
  readonly redirect?: 'itself' | 'login' | 'scheme-up' | 'scheme-down' | 'slash' | 'host'
  readonly expected?: boolean
  readonly bodyMatches?: boolean
  readonly sameAsControl?: boolean
  /** True where the control request was answered, and otherwise than this one. */
  readonly unlikeControl?: boolean
  /** True where the health page of the same origin is answered as it should be. */
  readonly healthServed?: boolean
  /** The same answer as the tampered request got. */
  readonly sameAsTampered?: boolean
  /** Another status than the tampered request and the signature of zeros got, which got the same answer. */
  readonly unlikeForged?: boolean
  readonly signedAccepted?: boolean
  readonly acceptedWords?: boolean
  readonly private?: boolean
  /** An address as it stands in the URL: no waiting changes it. */
  readonly literal?: boolean
  readonly closedUnasked?: boolean
  readonly keysAgreed?: boolean
  readonly ipv4Works?: boolean
  readonly ipv6Here?: boolean
  readonly onlyAddress?: boolean
  readonly fact?: string
}

/** A value, any of several, words to find, or a class of status. Strings and numbers are both tested by expressions. */
type Test<T> = [T] extends [boolean]
  ? boolean
  : [T] extends [number]
    ? T | readonly T[] | RegExp | `${1 | 2 | 3 | 4 | 5}xx`
    : T | readonly T[] | RegExp

/** What an observation must hold for a row to apply; every key of it. `headers` are tested by name. */
export type Pattern = { readonly [K in Exclude<keyof Observation, 'headers'>]?: Test<NonNullable<Observation[K]>> } & {
  readonly header?: Readonly<Record<string, RegExp>>
}

/** True where every key of the pattern holds. A boolean that was not worked out counts as false; nothing else matches what is missing. */
export const matches = (pattern: Pattern, observation: Observation): boolean =>
  Object.entries(pattern).every(([key, test]) =>
    key === 'header'
      ? Object.entries(test as Record<string, RegExp>).every(([name, words]) =>
          words.test(observation.headers?.[name] ?? '')
        )
      : holds(test, observation[key as keyof Observation])
  )

function holds(test: unknown, value: unknown): boolean {
  if (typeof test === 'boolean') return test === (value ?? false)
  if (value === undefined || value === null) return false
  if (test instanceof RegExp) return test.test(String(value))
  if (Array.isArray(test)) return test.includes(value)
  if (typeof test === 'string' && typeof value === 'number') return test === `${Math.floor(value / 100)}xx`
  return test === value
}

/** Pages say who they are at their beginning, and a pattern's time grows with the square of what a stranger sends. */
const maxRead = 16 * 1024

/** Adds to an HTTP answer what follows from it alone: who gave it, whether it is empty, where it redirects to. */
export function completed(observation: Observation): Observation {
  if (observation.phase !== 'http' || observation.status === undefined) return observation
  const { status, headers = {}, url } = observation
  const body = (observation.body ?? '').slice(0, maxRead)
  const { location } = headers
  const { by, own }: Answerer = answererOf({ status, headers, body })
  const redirect = observation.redirect ?? redirectOf(url, location)
  return {
    ...observation,
    body,
    by,
    own,
    bodyEmpty: body.trim() === '',
    ...(redirect === undefined ? {} : { redirect })
  }
}

const login = /\/(login|signin|sign-in|auth|accounts\/login|cdn-cgi\/access\/login|oauth2)\b/i

function redirectOf(from: string | undefined, location: string | undefined): Observation['redirect'] {
  const target = from === undefined ? null : redirectTarget(from, location)
  if (from === undefined || target === null) return undefined
  const source = new URL(from)
  if (source.href === target.href) return 'itself'
  const withoutSlash = (path: string): string => path.replace(/\/$/, '')
  // A webhook may lie under /auth itself.
  const [door] = login.exec(target.pathname) ?? []
  if (door !== undefined && !source.pathname.includes(door)) return 'login'
  if (source.protocol === 'http:' && target.protocol === 'https:' && source.hostname === target.hostname)
    return 'scheme-up'
  if (source.protocol === 'https:' && target.protocol === 'http:') return 'scheme-down'
  if (source.hostname !== target.hostname && withoutSlash(source.pathname) === withoutSlash(target.pathname))
    return 'host'
  const slash = source.hostname === target.hostname && withoutSlash(source.pathname) === withoutSlash(target.pathname)
  return slash && source.pathname !== target.pathname ? 'slash' : undefined
}

/** Where a redirect leads, or null where that is no web address. */
export function redirectTarget(from: string, location: string | undefined): URL | null {
  if (location === undefined || !URL.canParse(location, from)) return null
  const target = new URL(location, from)
  return /^https?:$/.test(target.protocol) ? target : null
}
