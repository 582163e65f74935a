import type { Answer, Destination, Endpoint, StripeApi } from './api.ts'
import { keyProblem, type Mode, modeOf } from './api-key.ts'
import { endpointFindings, isRegistration, modeFinding } from './endpoint-findings.ts'
import { apiFailed, eventsUnread, type StripeFinding, unusableKey } from './finding.ts'
import { isSameUrl } from './near-miss.ts'

/** What is asked of Stripe's configuration. */
export interface StripeExpectation {
  /** Looked at for its mode and form alone; it is the API that holds it. */
  readonly apiKey: string
  readonly urls: readonly string[]
  /** Event types the endpoint must be subscribed to; `*` for all. */
  readonly events: readonly string[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What Stripe's configuration came to. The shape that report.json publishes. */
export interface StripeCheck {
  /** False where Stripe did not say what is registered, so that nothing is known. */
  readonly checked: boolean
  readonly mode: Mode | null
  readonly findings: readonly StripeFinding[]
  /** By webhook URL, in the order given: what Stripe has registered for it, or null. */
  readonly endpoints: readonly { readonly url: string; readonly endpoint: Endpoint | Destination | null }[]
  /** Events of the last seven days that some endpoint of the account has not taken, by type; null where unread. */
  readonly undelivered: Readonly<Record<string, number>> | null
}

const day = 86_400
/** Stripe retries for three days and forgets after thirty; older failures have been dealt with, one way or another. */
const undeliveredDays = 7
/** What was created a moment ago is pending, not lost. */
const deliveryTime = 300
/** `types` takes up to 20. After docs.stripe.com/api/events/list. */
const typesPerRequest = 20
const notAsked: Answer<never> = { items: [], complete: true }

/** Is an enabled endpoint with each URL and these events registered, in this mode, and what has gone undelivered? */
export async function checkStripe(expected: StripeExpectation, api: StripeApi): Promise<StripeCheck> {
  const mode = modeOf(expected.apiKey)
  const none = expected.urls.map(url => ({ url, endpoint: null }))
  const stopped = (finding: StripeFinding): StripeCheck => ({
    checked: false,
    mode,
    findings: [finding],
    endpoints: none,
    undelivered: null
  })

  const problem = keyProblem(expected.apiKey)
  if (problem !== null) return stopped(unusableKey(problem))
  const listed = await api.endpoints()
  if ('failure' in listed) return stopped(apiFailed(listed.failure))

  const registered = { endpoints: listed, destinations: notAsked, mode, wanted: expected.events }
  const judge = (destinations: Answer<Destination>) =>
    expected.urls.flatMap(url => endpointFindings(url, { ...registered, destinations }))
  // What v1 does not list may be an event destination of v2: nothing is called missing before they were asked for.
  const destinations = judge(notAsked).length === 0 ? notAsked : await api.destinations()
  const findings = judge(destinations)
  const wrongMode = modeFinding(mode, expected.urls, listed.items)
  const undelivered = await countUndelivered(expected, api)
  const known = [...listed.items, ...('items' in destinations ? destinations.items : [])]
  return {
    checked: true,
    mode,
    findings: [...findings, ...(wrongMode === null ? [] : [wrongMode]), ...undelivered.findings],
    endpoints: expected.urls.map(url => {
      const matching = known.filter(one => isSameUrl(one.url, url) && isRegistration(one, mode))
      return { url, endpoint: matching.find(one => one.enabled) ?? matching[0] ?? null }
    }),
    undelivered: undelivered.counts
  }
}

interface Undelivered {
  readonly counts: Readonly<Record<string, number>> | null
  readonly findings: readonly StripeFinding[]
}

async function countUndelivered({ events, now }: StripeExpectation, api: StripeApi): Promise<Undelivered> {
  const until = Math.floor(now / 1000) - deliveryTime
  const counts = new Map<string, number>()
  let complete = true
  for (const types of inGroups(events.includes('*') ? [] : events)) {
    const answer = await api.undelivered(until - undeliveredDays * day, until, types)
    if ('failure' in answer) return { counts: null, findings: [eventsUnread(answer.failure)] }
    complete &&= answer.complete
    for (const { type } of answer.items) counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return {
    counts: Object.fromEntries(counts),
    findings: counts.size === 0 ? [] : [undeliveredFinding(counts, complete)]
  }
}

/** At least one group, since an empty list asks for every type. */
const inGroups = (types: readonly string[]): (readonly string[])[] =>
  types.length <= typesPerRequest
    ? [types]
    : [types.slice(0, typesPerRequest), ...inGroups(types.slice(typesPerRequest))]

function undeliveredFinding(counts: ReadonlyMap<string, number>, complete: boolean): StripeFinding {
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  const total = byCount.reduce((sum, [, count]) => sum + count, 0)
  const list = byCount
    .map(([type, count]) => `${type}: ${count}`)
    .slice(0, 10)
    .join(', ')
  return {
    code: 'stripe-undelivered-events',
    level: 'warning',
    message:
      `${complete ? '' : 'At least '}${total} event${total === 1 ? '' : 's'} of the last ${undeliveredDays} days did ` +
      `not reach at least one endpoint of this account (${list}). Stripe does not say which endpoint.`,
    fix:
      'Once the endpoint passes, resend them: Workbench, Webhooks, the endpoint, Event deliveries, Failed, Resend; ' +
      'or `stripe events resend evt_… --webhook-endpoint=we_…`. Stripe itself retries for up to three days only.',
    url: null
  }
}
