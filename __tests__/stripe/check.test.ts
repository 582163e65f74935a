import { afterEach, describe, expect, test } from 'vitest'
import { stripeApi } from '../../src/platform/stripe-api.ts'
import { checkStripe } from '../../src/stripe/check.ts'
import {
  destination,
  destinations,
  endpoint,
  event,
  healthy,
  pages,
  type RecordedStripe,
  type Recording,
  refusal,
  serveStripe
} from './recorded-stripe.ts'

const url = 'https://your-domain.com/webhooks/stripe'
const liveKey = 'rk_live_51NRKwLLJDmqA11cnZZsecretsecret'
const testKey = 'rk_test_51NRKwLLJDmqA11cnZZsecretsecret'
const events = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'payment_intent.processing'
]
const now = Date.UTC(2026, 9, 1)

let server: RecordedStripe | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const check = async (
  recording: Recording,
  asked: { readonly apiKey?: string; readonly urls?: readonly string[]; readonly events?: readonly string[] } = {}
) => {
  server = await serveStripe({ ...healthy, ...recording })
  const apiKey = asked.apiKey ?? liveKey
  const api = stripeApi({ apiKey, apiBase: server.base, timeoutMs: 5000 })
  const result = await checkStripe({ apiKey, urls: asked.urls ?? [url], events: asked.events ?? events, now }, api)
  // report.json publishes all of it.
  expect(JSON.stringify(result)).not.toContain(apiKey.slice(8))
  return result
}

const codes = (result: Awaited<ReturnType<typeof check>>) =>
  result.findings.map(({ code, level }) => `${level} ${code}`)
const listed = (...items: readonly ReturnType<typeof endpoint>[]): Recording => ({
  '/v1/webhook_endpoints': pages(items)
})

describe('an endpoint that is as it should be', () => {
  test('is found, and nothing is said', async () => {
    const result = await check({})
    expect(result).toMatchObject({ checked: true, mode: 'live', findings: [], undelivered: {} })
    expect(result.endpoints).toMatchObject([{ url, endpoint: { apiVersion: '2025-10-29.clover', enabled: true } }])
  })

  test('is asked for by two requests, with the key in the Authorization header alone', async () => {
    await check({})
    expect(server?.asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'GET /v1/webhook_endpoints',
      'GET /v1/events'
    ])
    for (const one of server?.asked ?? []) {
      expect(one.authorization).toBe(`Bearer ${liveKey}`)
      expect(one.url.href + one.body).not.toContain(liveKey)
      expect(Object.keys(one.headers).filter(name => name.startsWith('x-stripe'))).toEqual([])
      expect(one.headers['user-agent']).toBe('webhook-reach-check')
    }
  })

  test('counts with `*` for every event', async () => {
    expect(codes(await check(listed(endpoint({ enabled_events: ['*'] }))))).toEqual([])
  })

  test('is found on the third page', async () => {
    const others = Array.from({ length: 250 }, (_, n) =>
      endpoint({ id: `we_${n}`, url: `https://shop-${n}.your-domain.net/hook` })
    )
    expect(codes(await check(listed(...others, endpoint())))).toEqual([])
    const limits = server?.asked
      .filter(one => one.url.pathname === '/v1/webhook_endpoints')
      .map(one => one.url.searchParams.get('limit'))
    expect(limits).toEqual(['100', '100', '100'])
  })

  test.each([
    'https://YOUR-domain.com/webhooks/stripe',
    'https://your-domain.com:443/webhooks/stripe',
    'https://your-domain.com/webhooks/stripe#top'
  ])('is the same when written %s', async spelled => {
    expect(codes(await check(listed(endpoint({ url: spelled }))))).toEqual([])
  })

  test('may share its events with a second one of the same URL', async () => {
    const [one, ...rest] = events
    const halves = listed(
      endpoint({ id: 'we_a', enabled_events: [one] }),
      endpoint({ id: 'we_b', enabled_events: rest })
    )
    expect(codes(await check(halves))).toEqual([])
  })

  test('may be a snapshot destination of API v2', async () => {
    const result = await check({ ...listed(), '/v2/core/event_destinations': destinations(destination()) })
    expect(codes(result)).toEqual([])
    expect(result.endpoints[0]?.endpoint?.id).toBe('ed_61R9z2LJDmqA11cn')
  })
})

describe('stripe-endpoint-missing', () => {
  test.each([
    ['https://www.your-domain.com/webhooks/stripe', 'with www'],
    ['https://your-domain.com/webhooks/stripe/', 'with a slash at the end'],
    ['http://your-domain.com/webhooks/stripe', 'http:// instead of https://'],
    ['https://your-domain.com/webhooks/strip', 'another path'],
    ['https://your-domain.com/Webhooks/Stripe', 'upper and lower case of the path'],
    ['https://your-domain.com:8443/webhooks/stripe', 'another port'],
    ['https://your-domain.com/webhooks/stripe?tenant=1', 'another query'],
    ['https://your-domain.net/webhooks/stripe', 'another host'],
    ['http://www.your-domain.com/webhooks/stripe/', 'http:// instead of https://, with www, with a slash at the end']
  ])('names %s: %s', async (registered, words) => {
    const result = await check(listed(endpoint({ url: registered })))
    expect(codes(result)).toEqual(['error stripe-endpoint-missing'])
    expect(result.findings[0]?.message).toContain(`is registered: ${words}.`)
    expect(result.findings[0]?.fix).toContain('change it to https://your-domain.com/webhooks/stripe')
    expect(result.endpoints).toEqual([{ url, endpoint: null }])
  })

  test('says that there is none at all', async () => {
    const [finding] = (await check(listed())).findings
    expect(finding).toMatchObject({ code: 'stripe-endpoint-missing', url })
    expect(finding?.message).toBe(`Stripe has no endpoint for ${url} in live mode; it has none at all.`)
    expect(finding?.fix).toContain('payment_intent.succeeded, payment_intent.payment_failed')
  })

  test('keeps to itself what has nothing to do with it, and what stands in a query', async () => {
    const result = await check(
      listed(
        endpoint({ url: 'https://elsewhere.your-domain.net/private-hook' }),
        endpoint({ url: 'https://user:pass@your-domain.com/webhooks/stripe/?token=hidden' })
      )
    )
    expect(result.findings[0]?.message).not.toMatch(/private-hook|hidden|pass@/)
    expect(result.findings[0]?.message).toContain('https://your-domain.com/webhooks/stripe/?…')
  })

  test('says that a near miss is disabled', async () => {
    const result = await check(listed(endpoint({ url: `${url}/`, status: 'disabled' })))
    expect(result.findings[0]?.message).toContain(', disabled) is registered: with a slash at the end')
  })

  test('names a Connect endpoint', async () => {
    const result = await check(listed(endpoint({ application: 'ca_1' })))
    expect(codes(result)).toEqual(['error stripe-endpoint-missing'])
    expect(result.findings[0]?.message).toContain('has this URL, but is a Connect endpoint')
  })

  test('names a v2 event destination with thin events, and one for other accounts', async () => {
    const thin = await check({
      ...listed(),
      '/v2/core/event_destinations': destinations(destination({ event_payload: 'thin' }))
    })
    expect(thin.findings[0]?.message).toContain('but is a v2 event destination with thin events')
    await server?.close()
    const others = destination({ events_from: ['@accounts'] })
    const foreign = await check({ ...listed(), '/v2/core/event_destinations': destinations(others) })
    expect(foreign.findings[0]?.message).toContain("a v2 event destination for other accounts' events")
  })

  test('is not misled by destinations that have no URL', async () => {
    const bridge = destination({ type: 'amazon_eventbridge', webhook_endpoint: undefined })
    expect(codes(await check({ ...listed(), '/v2/core/event_destinations': destinations(bridge) }))).toEqual([
      'error stripe-endpoint-missing'
    ])
  })

  test('says what was not looked at', async () => {
    const result = await check({
      ...listed(),
      '/v2/core/event_destinations': refusal(404, 'Unrecognized request URL.')
    })
    expect(codes(result)).toEqual(['error stripe-endpoint-missing'])
    expect(result.findings[0]?.message).toContain('v2 event destinations could not be read')
  })

  test('names the other mode where the key is of test mode', async () => {
    const result = await check(listed(), { apiKey: testKey })
    expect(codes(result)).toEqual(['error stripe-endpoint-missing', 'warning stripe-wrong-mode'])
    expect(result.findings[0]?.message).toContain('an endpoint of live mode is not seen')
  })

  test('each URL is judged by itself', async () => {
    const second = 'https://your-domain.com/webhooks/second'
    const result = await check(listed(endpoint()), { urls: [url, second] })
    expect(result.findings.map(({ code, url }) => [code, url])).toEqual([['stripe-endpoint-missing', second]])
  })
})

describe('the other states of an endpoint', () => {
  test('stripe-endpoint-disabled', async () => {
    const result = await check(listed(endpoint({ status: 'disabled' })))
    expect(codes(result)).toEqual(['error stripe-endpoint-disabled'])
    expect(result.findings[0]?.message).toContain('we_1NR8z2LJDmqA11cnX2b7nQ9x')
  })

  test('one enabled of two is enough', async () => {
    expect(codes(await check(listed(endpoint({ id: 'we_old', status: 'disabled' }), endpoint())))).toEqual([])
  })

  test('stripe-events-missing names the events, and only those', async () => {
    const result = await check(listed(endpoint({ enabled_events: events.slice(0, 2) })))
    expect(codes(result)).toEqual(['error stripe-events-missing'])
    expect(result.findings[0]?.message).toMatch(
      /not subscribed to payment_intent\.canceled, payment_intent\.processing\.$/
    )
  })

  test('`*` is not met by a list', async () => {
    expect(codes(await check({}, { events: ['*'] }))).toEqual(['error stripe-events-missing'])
  })

  test('stripe-wrong-mode: a test key and a production URL', async () => {
    const result = await check(listed(endpoint({ livemode: false })), { apiKey: testKey })
    expect(result.mode).toBe('test')
    expect(codes(result)).toEqual(['warning stripe-wrong-mode'])
  })

  test.each(['staging.your-domain.com', 'your-domain-test.your-host.dev', 'qa2.your-domain.com'])(
    'a test key is right for %s',
    async host => {
      const rehearsal = `https://${host}/webhooks/stripe`
      const result = await check(listed(endpoint({ livemode: false, url: rehearsal })), {
        apiKey: testKey,
        urls: [rehearsal]
      })
      expect(codes(result)).toEqual([])
    }
  )

  test('a live key and an endpoint of test mode', async () => {
    const result = await check(listed(endpoint({ livemode: false })))
    expect(codes(result)).toEqual(['error stripe-endpoint-missing', 'warning stripe-wrong-mode'])
    expect(result.findings[0]?.message).toContain('has this URL, but is in test mode')
  })
})

describe('stripe-undelivered-events', () => {
  const undelivered = (...types: readonly string[]): Recording => ({ '/v1/events': pages(types.map(event)) })

  test('counts by type, the most first', async () => {
    const result = await check(undelivered(events[1] ?? '', events[0] ?? '', events[0] ?? ''))
    expect(codes(result)).toEqual(['warning stripe-undelivered-events'])
    expect(result.undelivered).toEqual({ 'payment_intent.succeeded': 2, 'payment_intent.payment_failed': 1 })
    expect(result.findings[0]?.message).toContain('3 events of the last 7 days')
    expect(result.findings[0]?.message).toContain('(payment_intent.succeeded: 2, payment_intent.payment_failed: 1)')
    expect(result.findings[0]?.fix).toContain('stripe events resend')
  })

  test('asks for the wanted types, of seven days, without what is still on its way', async () => {
    await check({})
    const query = server?.asked.at(-1)?.url.searchParams
    expect(query?.get('delivery_success')).toBe('false')
    expect(query?.getAll('types[0]').concat(query.getAll('types[3]'))).toEqual([events[0], events[3]])
    expect(Number(query?.get('created[lte]'))).toBe(now / 1000 - 300)
    expect(Number(query?.get('created[lte]')) - Number(query?.get('created[gte]'))).toBe(7 * 86_400)
  })

  test('asks for at most 20 types at a time, and for all with `*`', async () => {
    const many = Array.from({ length: 45 }, (_, n) => `made.type_${n}`)
    await check(listed(endpoint({ enabled_events: ['*'] })), { events: many })
    const counts = () =>
      server?.asked
        .filter(one => one.url.pathname === '/v1/events')
        .map(one => [...one.url.searchParams.keys()].filter(key => key.startsWith('types')).length)
    expect(counts()).toEqual([20, 20, 5])
    await server?.close()
    await check(listed(endpoint({ enabled_events: ['*'] })), { events: ['*'] })
    expect(counts()).toEqual([0])
  })

  test('stops at a bound and says "at least"', async () => {
    const result = await check(undelivered(...Array.from({ length: 1500 }, () => 'payment_intent.succeeded')))
    expect(result.undelivered).toEqual({ 'payment_intent.succeeded': 1000 })
    expect(result.findings[0]?.message).toMatch(/^At least 1000 events/)
  })

  test('a key that may not read events is told, and changes nothing', async () => {
    const words = "Enabling Events Read ('event_read') permissions on this key would allow this request to continue."
    const result = await check({ '/v1/events': refusal(403, words) })
    expect(codes(result)).toEqual(['notice stripe-api-unreachable'])
    expect(result.findings[0]?.message).toContain('event_read')
    expect(result.undelivered).toBeNull()
  })
})
