import { afterEach, describe, expect, test } from 'vitest'
import { stripeApi } from '../../src/platform/stripe-api.ts'
import { fixStripe } from '../../src/stripe/fix.ts'
import {
  destination,
  destinations,
  endpoint,
  healthy,
  json,
  pages,
  type RecordedStripe,
  type Recording,
  refusal,
  serveStripe
} from './recorded-stripe.ts'

const url = 'https://your-domain.com/webhooks/stripe'
const secret = 'whsec_51NRKwLLJDmqA11cnnewlymadesecret'
const events = ['payment_intent.succeeded', 'payment_intent.canceled']

let server: RecordedStripe | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const fix = async (
  recording: Recording,
  yes: boolean,
  asked: { readonly url?: string; readonly apiKey?: string } = {}
) => {
  server = await serveStripe({
    ...healthy,
    'POST /v1/webhook_endpoints': json(200, endpoint({ id: 'we_new', secret })),
    'POST /v1/webhook_endpoints/we_1': json(200, endpoint({ id: 'we_1' })),
    ...recording
  })
  const apiKey = asked.apiKey ?? 'sk_live_51NRKwLLJDmqA11cnsecretsecret'
  const api = stripeApi({ apiKey, apiBase: server.base, timeoutMs: 5000 })
  const report = await fixStripe({ apiKey, urls: [asked.url ?? url], events, now: 0 }, api, yes)
  const text = report.lines.join('\n')
  expect(text).not.toContain(secret)
  expect(text).not.toContain(apiKey)
  return { ...report, text, posts: server.asked.filter(({ method }) => method !== 'GET') }
}
const listed = (...items: readonly ReturnType<typeof endpoint>[]): Recording => ({
  'GET /v1/webhook_endpoints': pages(items)
})

describe('stripe --fix', () => {
  test('without --yes says what it would do, and does nothing', async () => {
    const { text, posts, mended } = await fix(listed(), false)
    expect(text).toContain(
      `would do: create an endpoint for ${url} with payment_intent.succeeded, payment_intent.canceled`
    )
    expect(text).toContain('Run it again with --yes')
    expect(text).toContain('Webhook Endpoints: Write')
    expect(posts).toEqual([])
    expect(mended).toBe(false)
  })

  test('with --yes creates the endpoint, and says where the secret is instead of what it is', async () => {
    const { text, posts, mended } = await fix(listed(), true)
    expect(posts.map(one => decodeURIComponent(one.body))).toEqual([
      `url=${url}&enabled_events[0]=payment_intent.succeeded&enabled_events[1]=payment_intent.canceled`
    ])
    expect(text).toContain('(we_new)')
    expect(text).toContain('signing secret of we_new')
    expect(mended).toBe(true)
  })

  test('adds events to those that are there', async () => {
    const { text, posts, mended } = await fix(
      listed(endpoint({ id: 'we_1', enabled_events: ['charge.failed', events[0]] })),
      true
    )
    expect(posts.map(one => [one.url.pathname, decodeURIComponent(one.body)])).toEqual([
      [
        '/v1/webhook_endpoints/we_1',
        `enabled_events[0]=charge.failed&enabled_events[1]=${events[0]}&enabled_events[2]=${events[1]}&disabled=false`
      ]
    ])
    expect(text).toContain('subscribe it to payment_intent.canceled')
    expect(mended).toBe(true)
  })

  test('enables a disabled endpoint, and leaves its events', async () => {
    const { text, posts } = await fix(listed(endpoint({ id: 'we_1', status: 'disabled', enabled_events: ['*'] })), true)
    expect(decodeURIComponent(posts[0]?.body ?? '')).toBe('enabled_events[0]=*&disabled=false')
    expect(text).toContain(`done: endpoint we_1 of ${url}: enable it (we_1)`)
  })

  test('changes nothing where nothing is wrong', async () => {
    const { text, posts, mended } = await fix({}, true)
    expect(posts).toEqual([])
    expect(text).toBe('Stripe is set up for every URL and event: nothing to change.')
    expect(mended).toBe(true)
  })

  test('never touches a near miss: it makes a new endpoint and names the other', async () => {
    const { text, posts } = await fix(listed(endpoint({ id: 'we_1', url: `${url}/` })), true)
    expect(posts.map(({ url }) => url.pathname)).toEqual(['/v1/webhook_endpoints'])
    expect(text).toContain('with a slash at the end')
  })

  test('registers no http:// URL in live mode', async () => {
    const { text, posts, mended } = await fix(listed(), true, { url: 'http://your-domain.com/hook' })
    expect(posts).toEqual([])
    expect(text).toContain('by hand: Stripe takes https:// URLs only in live mode')
    expect(mended).toBe(false)
  })

  test('leaves v2 event destinations to a person', async () => {
    const disabled = destinations(destination({ status: 'disabled' }))
    const { text, posts, mended } = await fix({ ...listed(), '/v2/core/event_destinations': disabled }, true)
    expect(posts).toEqual([])
    expect(text).toContain('by hand: ')
    expect(mended).toBe(false)
  })

  test('a key that may only read is told which permission is missing', async () => {
    const { text, mended } = await fix(
      { ...listed(), 'POST /v1/webhook_endpoints': refusal(403, "Enabling 'webhook_write' permissions …") },
      true
    )
    expect(text).toContain('not done: create an endpoint')
    expect(text).toContain("'webhook_write'")
    expect(text).toContain('needs Webhook Endpoints: Write')
    expect(mended).toBe(false)
  })

  test('a refused key ends it, with what to do', async () => {
    const { text, posts, mended } = await fix(
      { 'GET /v1/webhook_endpoints': refusal(401, 'Invalid API Key provided: sk_live_****cret') },
      true
    )
    expect(posts).toEqual([])
    expect(text).toContain('stripe-auth')
    expect(text).toContain('by hand: Make a restricted key')
    expect(text).not.toContain('****cret')
    expect(mended).toBe(false)
  })

  test('an API out of reach is not taken for a job done', async () => {
    const { mended } = await fix({ 'GET /v1/webhook_endpoints': refusal(500, 'x', 'api_error') }, true)
    expect(mended).toBe(false)
  })
})
