import type { ApiFailure } from './api.ts'
import { withoutKeys } from './api-key.ts'

interface Asked {
  readonly apiKey: string
  readonly apiBase: string
  readonly timeoutMs: number
}

/** What the SDK throws, and what lies beneath it. */
interface Raised {
  readonly name?: unknown
  readonly message?: unknown
  readonly code?: unknown
  readonly statusCode?: unknown
  readonly detail?: unknown
  readonly cause?: unknown
}

const fieldsOf = (value: unknown): Raised => (typeof value === 'object' && value !== null ? value : {})

/** The error and what caused it, outermost first; a server cannot make it long. */
function chain(error: unknown): Raised[] {
  const found: Raised[] = []
  for (let one: unknown = error; typeof one === 'object' && one !== null && found.length < 6; ) {
    const raised = fieldsOf(one)
    found.push(raised)
    one = raised.detail ?? raised.cause
  }
  return found
}

/** Stripe's own words, in one bounded line. */
const said = (error: Raised, { apiKey }: Asked): string => {
  const text = withoutKeys(typeof error.message === 'string' ? error.message : '', apiKey)
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 500)
    .replace(/[^.…]$/, '$&.')
}

/** By HTTP status, as docs.stripe.com/api/errors has them. */
const kindOf = (status: number): ApiFailure['kind'] =>
  status === 401
    ? 'key'
    : status === 403
      ? 'permission'
      : status === 429
        ? 'rate-limit'
        : status >= 500
          ? 'server'
          : 'unexpected'

const openings: Readonly<Record<ApiFailure['kind'], string>> = {
  key: 'Stripe refuses the API key (401).',
  permission: 'Stripe refuses the API key for want of a permission (403).',
  'rate-limit': 'Stripe answers that this key made too many requests (429).',
  server: "Stripe's API has a fault of its own",
  timeout: '',
  network: '',
  unexpected: "Stripe's API refuses the request"
}

/** What the SDK threw, in one sentence: Stripe's own words where it answered, the network's code where it did not. */
export function readFailure(error: unknown, asked: Asked): ApiFailure {
  const host = URL.canParse(asked.apiBase) ? new URL(asked.apiBase).host : 'the API'
  const errors = chain(error)
  const status = errors.find(one => typeof one.statusCode === 'number')
  if (typeof status?.statusCode === 'number') {
    const kind = kindOf(status.statusCode)
    const opening = openings[kind].endsWith('.') ? openings[kind] : `${openings[kind]} (${status.statusCode}).`
    return { kind, message: `${opening} ${said(status, asked)}`.trim() }
  }
  const unexpected = errors.find(one => one.name === 'UnexpectedAnswer')
  if (unexpected !== undefined) {
    return { kind: 'unexpected', message: `What answers at ${host} is not Stripe's API: ${said(unexpected, asked)}` }
  }
  if (errors.some(one => one.code === 'ETIMEDOUT' || one.name === 'TimeoutError')) {
    return { kind: 'timeout', message: `${host} did not answer within ${asked.timeoutMs / 1000} s.` }
  }
  const code = errors.map(one => one.code).findLast(one => typeof one === 'string' && /^[\w-]{1,60}$/.test(one))
  if (code === undefined) return { kind: 'unexpected', message: `What ${host} answered is no list of Stripe's.` }
  return { kind: 'network', message: `No connection to ${host} (${code}).` }
}
