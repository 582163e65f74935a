import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { stripeApi } from '../../src/platform/stripe-api.ts'
import { checkStripe } from '../../src/stripe/check.ts'
import {
  type Answer,
  endpoint,
  healthy,
  json,
  type RecordedStripe,
  type Recording,
  refusal,
  serveStripe
} from './recorded-stripe.ts'

const url = 'https://your-domain.com/webhooks/stripe'
const apiKey = 'rk_live_51NRKwLLJDmqA11cnSECRETSECRETtdxQ'
/** As Stripe echoes a key: the first characters, stars, the last four. */
const echoed = 'rk_live_*****************************tdxQ'

let server: RecordedStripe | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const check = async (
  recording: Recording,
  asked: { readonly key?: string; readonly timeoutMs?: number; readonly base?: string } = {}
) => {
  server = await serveStripe({ ...healthy, ...recording })
  const key = asked.key ?? apiKey
  const api = stripeApi({ apiKey: key, apiBase: asked.base ?? server.base, timeoutMs: asked.timeoutMs ?? 5000 })
  const result = await checkStripe({ apiKey: key, urls: [url], events: ['payment_intent.succeeded'], now: 1.7e12 }, api)
  const text = JSON.stringify(result)
  expect(text).not.toContain(key)
  expect(text).not.toContain('tdxQ')
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.js:\d/)
  return result
}

const first = async (answer: Answer, asked: Parameters<typeof check>[1] = {}) => {
  const { checked, findings, undelivered } = await check({ '/v1/webhook_endpoints': answer }, asked)
  expect(findings).toHaveLength(1)
  expect([checked, undelivered]).toEqual([false, null])
  const [finding] = findings
  if (finding === undefined) throw new Error('no finding')
  return finding
}

const page: Answer = (_, response) =>
  response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>')
const hang: Answer = () => undefined
const drip: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
const flood: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const chunk = 'x'.repeat(1 << 20)
  const pour = (to: ServerResponse, left: number) => left > 0 && to.write(chunk, () => pour(to, left - 1))
  response.on('error', () => undefined)
  pour(response, 12)
}

describe('a key that Stripe refuses', () => {
  test("401: fails, in Stripe's words, without the key or any part of it", async () => {
    const finding = await first(refusal(401, `Invalid API Key provided: ${echoed}`))
    expect(finding).toMatchObject({ code: 'stripe-auth', level: 'error', url: null })
    expect(finding.message).toBe('Stripe refuses the API key (401). Invalid API Key provided: rk_…')
  })

  test('401: an echo without the prefix gives nothing away either', async () => {
    expect((await first(refusal(401, 'Invalid API Key provided: ********tdxQ'))).message).toMatch(/provided: …$/)
  })

  test('403: names the permission as Stripe words it, and where to edit the key', async () => {
    const words =
      `The provided key '${echoed}' does not have the required permissions for this endpoint on account 'acct_1N'. ` +
      "Enabling Webhook Endpoints, Event Destinations Read ('webhook_read') permissions on this key would allow this " +
      'request to continue.'
    const finding = await first(refusal(403, words))
    expect(finding).toMatchObject({ code: 'stripe-auth', level: 'error' })
    expect(finding.message).toContain("Webhook Endpoints, Event Destinations Read ('webhook_read')")
    expect(finding.fix).toContain('Webhook Endpoints: Read')
  })

  test('older wording: rak_webhook_read', async () => {
    const finding = await first(
      refusal(403, "Having the 'rak_webhook_read' permission would allow this request to continue.")
    )
    expect(finding.message).toContain('rak_webhook_read')
  })

  test.each([
    ['whsec_abcdefghijklmnop', 'signing secret'],
    ['pk_live_abcdefghijklmnop', 'publishable key'],
    ['rk_live_abc\ndefghijklmnop', 'line breaks'],
    ['rk_live_abcdefghijklmnöp', 'letters that no key has'],
    ['', 'empty']
  ])('%j is sent nowhere', async (key, words) => {
    server = await serveStripe(healthy)
    const api = stripeApi({ apiKey: key, apiBase: server.base, timeoutMs: 5000 })
    const { findings } = await checkStripe({ apiKey: key, urls: [url], events: [], now: 0 }, api)
    expect(findings).toMatchObject([{ code: 'stripe-auth', level: 'error' }])
    expect(findings[0]?.message).toContain(words)
    expect(server.asked).toEqual([])
  })
})

describe('an API that does not answer', () => {
  test.each([
    ['429', refusal(429, 'Too many requests hit the API too quickly.', 'rate_limit_error'), 'too many requests (429)'],
    ['500', refusal(500, 'An unknown error occurred', 'api_error'), 'a fault of its own (500)'],
    ['503', refusal(503, 'down', 'api_error'), 'a fault of its own (503)'],
    ['400', refusal(400, 'Invalid Stripe API version'), 'Invalid Stripe API version'],
    ["a proxy's page", page, 'HTTP 502, and no JSON'],
    [
      'a page with 200',
      ((_, response) => response.end('<html>Log in</html>')) satisfies Answer,
      'HTTP 200, and no JSON'
    ],
    [
      'a redirect',
      ((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()) satisfies Answer,
      'HTTP 302'
    ],
    ['more than any list', flood, 'more than 4194304 bytes'],
    ['JSON that is no list', json(200, { ok: true }), 'no list'],
    ['JSON that is no object', json(200, []), 'no JSON'],
    ['a list without ids, without end', json(200, { object: 'list', data: [{}], has_more: true }), 'no list'],
    ['an empty page with more behind it', json(200, { object: 'list', data: [], has_more: true }), 'no list'],
    ['a closed connection', ((_, response) => void response.destroy()) satisfies Answer, 'No connection to 127.0.0.1']
  ] as const)('%s is a warning that says so', async (_, answer, words) => {
    const finding = await first(answer)
    expect(finding).toMatchObject({ code: 'stripe-api-unreachable', level: 'warning' })
    expect(finding.message).toContain('could not be checked')
    expect(finding.message).toContain(words)
    expect(finding.fix).not.toBe('')
    expect(finding.fix).not.toContain('api.stripe.com')
  })

  test('too many requests once are asked again', async () => {
    let asked = 0
    const once: Answer = (one, response) =>
      (asked++ === 0 ? refusal(429, 'Too many requests', 'rate_limit_error') : json(200, list))(one, response)
    const list = { object: 'list', url: '/v1/webhook_endpoints', has_more: false, data: [endpoint()] }
    expect(await check({ '/v1/webhook_endpoints': once })).toMatchObject({ checked: true, findings: [] })
  })

  test.each([
    ['silence', hang],
    ['an answer without end', drip]
  ])('%s ends with the timeout', async (_, answer) => {
    const started = performance.now()
    const finding = await first(answer, { timeoutMs: 200 })
    expect(finding.message).toMatch(/127\.0\.0\.1:\d+ did not answer within 0\.2 s/)
    expect(finding.code).toBe('stripe-api-unreachable')
    expect(performance.now() - started).toBeLessThan(4000)
  })

  test('a refused connection names the code', async () => {
    const closed = await serveStripe({})
    await closed.close()
    const finding = await first(hang, { base: closed.base })
    expect(finding.message).toContain('ECONNREFUSED')
  })

  test('one failure of two is retried', async () => {
    let tries = 0
    const answer: Answer = (asked, response) =>
      (++tries === 1
        ? refusal(500, 'once', 'api_error')
        : json(200, { object: 'list', data: [endpoint()], has_more: false }))(asked, response)
    expect((await check({ '/v1/webhook_endpoints': answer })).findings).toEqual([])
  })

  test('pages without end come to an end', async () => {
    let number = 0
    const endless: Answer = (asked, response) => {
      const data = Array.from({ length: 100 }, () =>
        endpoint({ id: `we_${++number}`, url: 'https://your-domain.net/else' })
      )
      json(200, { object: 'list', data, has_more: true })(asked, response)
    }
    const { findings } = await check({ '/v1/webhook_endpoints': endless })
    expect(findings[0]?.message).toContain('too long to be read whole')
    expect(number).toBeLessThan(1200)
  })

  test('the base may have a path', async () => {
    server = await serveStripe({
      '/stripe/v1/webhook_endpoints': healthy['/v1/webhook_endpoints'] ?? hang,
      '/stripe/v1/events': healthy['/v1/events'] ?? hang
    })
    const api = stripeApi({ apiKey, apiBase: `${server.base}/stripe/`, timeoutMs: 5000 })
    expect(await api.endpoints()).toMatchObject({ items: [{ url }], complete: true })
  })
})

test('hostile fields are read as far as they make sense, and never printed as they are', async () => {
  const hostile = [
    endpoint({
      id: '::error::x\n',
      url: `${url}/`,
      enabled_events: ['::set-output', 7, null, 'payment_intent.succeeded'],
      status: 5
    }),
    endpoint({ id: 'we_2', url: 7 }),
    null,
    'text'
  ]
  const { findings } = await check({
    '/v1/webhook_endpoints': json(200, { object: 'list', data: hostile, has_more: false })
  })
  expect(findings.map(({ code }) => code)).toEqual(['stripe-endpoint-missing'])
  expect(findings[0]?.message).not.toMatch(/::|\n/)
})

test("a notice in Stripe's headers does not reach the log", async () => {
  const warnings: string[] = []
  const listen = (warning: Error) => warnings.push(warning.message)
  process.on('warning', listen)
  const list = JSON.stringify({ object: 'list', data: [endpoint()], has_more: false })
  const noticed: Answer = (_, response) => response.writeHead(200, { 'stripe-notice': '##[error]notice' }).end(list)
  expect((await check({ '/v1/webhook_endpoints': noticed })).findings).toEqual([])
  await new Promise(resolve => setImmediate(resolve))
  process.off('warning', listen)
  expect(warnings.filter(text => text.includes('notice'))).toEqual([])
})
