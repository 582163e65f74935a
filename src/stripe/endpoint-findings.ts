import type { Answer, Destination, Endpoint } from './api.ts'
import type { Mode } from './api-key.ts'
import type { StripeFinding } from './finding.ts'
import { isSameUrl, nearMisses, shownUrl } from './near-miss.ts'

/** What Stripe has registered, and what is wanted of it. */
export interface Registered {
  readonly endpoints: { readonly items: readonly Endpoint[]; readonly complete: boolean }
  /** Asked for only where an endpoint is missing. */
  readonly destinations: Answer<Destination>
  readonly mode: Mode | null
  readonly wanted: readonly string[]
}

type Registration = Endpoint | Destination

/** Why a registration with the right URL gets none of the account's own events in this mode; null where it does. */
function unfit(one: Registration, mode: Mode | null): string | null {
  if (mode === 'live' && !one.livemode) return 'in test mode'
  if ('payload' in one) {
    if (one.payload === 'thin')
      return 'a v2 event destination with thin events, which webhook handlers of v1 do not read'
    return one.fromSelf ? null : "a v2 event destination for other accounts' events"
  }
  return one.connect ? "a Connect endpoint, which gets the connected accounts' events and not the account's own" : null
}

/** True for what gets the account's own events in the key's mode, enabled or not. */
export const isRegistration = (one: Registration, mode: Mode | null): boolean => unfit(one, mode) === null

/** All that is wrong with what Stripe has registered for one webhook URL. */
export function endpointFindings(url: string, registered: Registered): StripeFinding[] {
  const known: readonly Registration[] = [
    ...registered.endpoints.items,
    ...('items' in registered.destinations ? registered.destinations.items : [])
  ]
  const matching = known.filter(one => isSameUrl(one.url, url) && isRegistration(one, registered.mode))
  if (matching.length === 0) return [missing(url, known, registered)]
  const enabled = matching.filter(one => one.enabled)
  if (enabled.length === 0) return [disabled(url, matching)]
  const events = new Set(enabled.flatMap(one => one.events))
  const absent = events.has('*') ? [] : registered.wanted.filter(type => !events.has(type))
  return absent.length === 0 ? [] : [eventsMissing(url, enabled, absent)]
}

function missing(url: string, known: readonly Registration[], registered: Registered): StripeFinding {
  const unfitHere = known
    .filter(one => isSameUrl(one.url, url))
    .map(one => `${one.id} has this URL, but is ${unfit(one, registered.mode)}`)
  const near = nearMisses(url, known).map(
    ({ of, differences }) =>
      `${shownUrl(of.url)} (${of.id}${of.enabled ? '' : ', disabled'}) is registered: ${differences.join(', ')}`
  )
  const count = known.length === 0 ? 'none at all' : `${known.length} with other URLs or of another kind`
  const caveats = [
    registered.mode === 'test' && 'The key is of test mode: an endpoint of live mode is not seen with it',
    !registered.endpoints.complete && 'The list was too long to be read whole',
    'failure' in registered.destinations &&
      `v2 event destinations could not be read: ${registered.destinations.failure.message.replace(/\.$/, '')}`
  ]
  const parts = [
    `Stripe has no endpoint for ${shownUrl(url)}${inMode(registered.mode)}; it has ${count}`,
    ...unfitHere,
    ...near,
    ...caveats.filter(text => text !== false)
  ]
  return {
    code: 'stripe-endpoint-missing',
    level: 'error',
    message: `${parts.join('. ')}.`,
    fix:
      near.length > 0 && unfitHere.length === 0
        ? `Stripe calls exactly the registered URL and follows no redirect: change it to ${shownUrl(url)} ` +
          '(Workbench, Webhooks, the endpoint, Edit), or set `webhook-url` to the registered one if that is right.'
        : `Register ${shownUrl(url)} in Stripe (Workbench, Webhooks, Add destination) with ` +
          `${registered.wanted.join(', ')}, from your own account, with snapshot events; then give the app its ` +
          'signing secret.',
    url
  }
}

const inMode = (mode: Mode | null): string => (mode === null ? '' : ` in ${mode} mode`)
const ids = (registrations: readonly Registration[]): string => registrations.map(one => one.id).join(', ')

const disabled = (url: string, matching: readonly Registration[]): StripeFinding => ({
  code: 'stripe-endpoint-disabled',
  level: 'error',
  message:
    `Stripe's endpoint for ${shownUrl(url)} (${ids(matching)}) is disabled: Stripe sends it nothing and retries ` +
    'nothing. Somebody disabled it, or Stripe did after days of failures.',
  fix:
    'Let the probe of this URL pass first; then enable it (Workbench, Webhooks, the endpoint, Enable) and resend ' +
    'what was missed (`stripe events resend`).',
  url
})

const eventsMissing = (url: string, enabled: readonly Registration[], absent: readonly string[]): StripeFinding => ({
  code: 'stripe-events-missing',
  level: 'error',
  message: `Stripe's endpoint for ${shownUrl(url)} (${ids(enabled)}) is not subscribed to ${absent.join(', ')}.`,
  fix: 'Add them (Workbench, Webhooks, the endpoint, Edit), or take what the app does not need out of `stripe-events`.',
  url
})

/** A label that says 'not production'. The last label is no part of it: `.test` is what test networks end in. */
const rehearsal = /(^|[.-])(test|testing|staging|stage|stg|dev|develop|development|sandbox|preview|qa|uat|demo)\d*[.-]/i

/**
 * With a key of test mode nothing is known of live payments; silent for hosts whose very name says that they are no
 * production. And the other way round, where the account has the URL in test mode alone.
 */
export function modeFinding(
  mode: Mode | null,
  urls: readonly string[],
  endpoints: readonly Endpoint[]
): StripeFinding | null {
  const production = urls.find(url => URL.canParse(url) && !rehearsal.test(new URL(url).hostname))
  if (mode === 'test' && production !== undefined) {
    return wrongMode(
      "`stripe-api-key` is of test mode: it shows test mode's endpoints alone, so that nothing is known of live " +
        `payments to ${shownUrl(production)}.`,
      'For a production deploy give a restricted key of live mode (rk_live_…) that may only read.'
    )
  }
  const rehearsed = urls.find(url => {
    const here = endpoints.filter(one => isSameUrl(one.url, url))
    return mode === 'live' && here.length > 0 && here.every(one => !one.livemode)
  })
  if (rehearsed === undefined) return null
  return wrongMode(
    `Stripe has ${shownUrl(rehearsed)} in test mode only: live payments send it nothing.`,
    'Register it in live mode as well (leave the sandbox in the dashboard first); it gets another signing secret there.'
  )
}

const wrongMode = (message: string, fix: string): StripeFinding => ({
  code: 'stripe-wrong-mode',
  level: 'warning',
  message,
  fix,
  url: null
})
