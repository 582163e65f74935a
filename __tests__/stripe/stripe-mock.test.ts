import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stripeApi } from '../../src/platform/stripe-api.ts'
import { startStripeMock, stripeMock } from './stripe-mock.ts'

const path = await stripeMock()

// Stripe's mock validates parameters by Stripe's own OpenAPI description. Where Go is absent these count as not run.
describe.runIf(path !== null)('stripe-mock takes our parameters', () => {
  let base = ''
  let process: ChildProcess | undefined
  beforeAll(async () => {
    const started = await startStripeMock(path ?? '')
    base = started.base
    process = started.process
  })
  afterAll(() => void process?.kill())
  const api = () => stripeApi({ apiKey: 'rk_test_123', apiBase: base, timeoutMs: 5000 })
  const wanted = [
    'payment_intent.succeeded',
    'payment_intent.payment_failed',
    'payment_intent.canceled',
    'payment_intent.processing'
  ]

  test('listing webhook endpoints', async () => {
    expect(await api().endpoints()).toMatchObject({
      complete: true,
      items: [{ livemode: false, enabled: true, connect: false }]
    })
  })

  test('listing undelivered events by type, and of every type', async () => {
    expect(await api().undelivered(1.6e9, 1.7e9, wanted)).toHaveProperty('items')
    expect(await api().undelivered(1.6e9, 1.7e9, [])).toHaveProperty('items')
  })

  test('creating and updating an endpoint with the default events', async () => {
    expect(await api().create('https://your-domain.com/webhooks/stripe', wanted)).toHaveProperty('id')
    expect(await api().update('we_123', ['*'])).toEqual({ id: 'we_123' })
  })

  test('it does refuse what Stripe does not know', async () => {
    expect(await api().create('https://your-domain.com/webhooks/stripe', ['payment_intent.made_up'])).toMatchObject({
      failure: { kind: 'unexpected' }
    })
  })
})
