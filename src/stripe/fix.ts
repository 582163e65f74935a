import type { Endpoint, StripeApi } from './api.ts'
import { checkStripe, type StripeCheck, type StripeExpectation } from './check.ts'
import { shownUrl } from './near-miss.ts'

/** One change at Stripe that mends a finding. */
type FixAction =
  | { readonly kind: 'create'; readonly url: string; readonly events: readonly string[] }
  | {
      readonly kind: 'update'
      readonly url: string
      readonly id: string
      /** All that it is subscribed to afterwards. */
      readonly events: readonly string[]
      readonly added: readonly string[]
      readonly enables: boolean
    }

/** What can be changed through the API, and which errors a person has to mend. */
interface StripeFixPlan {
  readonly actions: readonly FixAction[]
  readonly byHand: readonly string[]
}

/** What is missing at Stripe, and what would mend it. Never changes the URL of an endpoint, and deletes nothing. */
function planStripeFix(check: StripeCheck, events: readonly string[]): StripeFixPlan {
  const actions: FixAction[] = []
  const ofAccount = check.findings.filter(({ url, level }) => url === null && (level === 'error' || !check.checked))
  const byHand = ofAccount.map(one => one.fix)
  for (const { url, endpoint } of check.endpoints) {
    const finding = check.findings.find(one => one.url === url)
    if (finding === undefined) continue
    if (endpoint !== null && 'payload' in endpoint) byHand.push(finding.fix)
    else if (endpoint !== null) actions.push(updateOf(url, endpoint, events))
    else if (check.mode !== 'test' && !url.startsWith('https:')) {
      byHand.push(`Stripe takes https:// URLs only in live mode: set up TLS for ${shownUrl(url)} first.`)
    } else actions.push({ kind: 'create', url, events })
  }
  return { actions, byHand }
}

function updateOf(url: string, endpoint: Endpoint, wanted: readonly string[]): FixAction {
  const added = endpoint.events.includes('*') ? [] : wanted.filter(type => !endpoint.events.includes(type))
  return {
    kind: 'update',
    url,
    id: endpoint.id,
    // `*` stands alone: Stripe takes no other event beside it.
    events: added.includes('*') ? ['*'] : [...endpoint.events, ...added],
    added,
    enables: !endpoint.enabled
  }
}

/** The change in words, before it is made. */
function describeAction(action: FixAction): string {
  if (action.kind === 'create') return `create an endpoint for ${shownUrl(action.url)} with ${action.events.join(', ')}`
  const parts = [
    ...(action.enables ? ['enable it'] : []),
    ...(action.added.length > 0 ? [`subscribe it to ${action.added.join(', ')}`] : [])
  ]
  return `endpoint ${action.id} of ${shownUrl(action.url)}: ${parts.join(', and ')}`
}

/** What was changed, in the plan's order; a failure ends it, since the next change would fail the same way. */
async function applyStripeFix(plan: StripeFixPlan, api: StripeApi): Promise<StripeFixReport> {
  const lines: string[] = []
  for (const action of plan.actions) {
    const change =
      action.kind === 'create'
        ? await api.create(action.url, action.events)
        : await api.update(action.id, action.events)
    if ('failure' in change) {
      const write = change.failure.kind === 'permission' ? ' The key needs Webhook Endpoints: Write for this.' : ''
      return {
        lines: [...lines, `not done: ${describeAction(action)}. ${change.failure.message}${write}`],
        mended: false
      }
    }
    lines.push(`done: ${describeAction(action)} (${change.id})`)
    if (action.kind === 'create') {
      lines.push(
        `next: give the app the signing secret of ${change.id} (Workbench, Webhooks, the endpoint, Signing secret); ` +
          'it is not printed here'
      )
    }
  }
  return { lines, mended: plan.byHand.length === 0 }
}

/** What `stripe --fix` prints, and whether nothing is left to do. */
export interface StripeFixReport {
  readonly lines: readonly string[]
  readonly mended: boolean
}

/** `stripe --fix`: says what is wrong and what would mend it; with `yes`, mends it. */
export async function fixStripe(expected: StripeExpectation, api: StripeApi, yes: boolean): Promise<StripeFixReport> {
  const check = await checkStripe(expected, api)
  const plan = planStripeFix(check, expected.events)
  const found = check.findings.map(({ code, level, message, fix }) =>
    level === 'error' ? `${code}: ${message}` : `${code}: ${message} ${fix}`
  )
  const byHand = plan.byHand.map(text => `by hand: ${text}`)
  if (plan.actions.length === 0) {
    const nothing = check.findings.length === 0 ? ['Stripe is set up for every URL and event: nothing to change.'] : []
    return { lines: [...found, ...byHand, ...nothing], mended: byHand.length === 0 }
  }
  if (!yes) {
    const planned = plan.actions.map(action => `would do: ${describeAction(action)}`)
    const how = 'Nothing was changed. Run it again with --yes to do this; the key needs Webhook Endpoints: Write.'
    return { lines: [...found, ...planned, ...byHand, how], mended: false }
  }
  const applied = await applyStripeFix(plan, api)
  return { lines: [...found, ...applied.lines, ...byHand], mended: applied.mended }
}
