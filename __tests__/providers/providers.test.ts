import { createHmac } from 'node:crypto'
import { readdirSync } from 'node:fs'
import Stripe from 'stripe'
import { describe, expect, test } from 'vitest'
import { fill } from '../../src/diagnosis/words.ts'
import { tamper } from '../../src/providers/event.ts'
import { github } from '../../src/providers/github.ts'
import { providerIds, providers } from '../../src/providers/index.ts'
import type { WebhookRequest } from '../../src/providers/provider.ts'
import { stripe } from '../../src/providers/stripe.ts'
import { verifiers } from './vendor-verifiers.ts'

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`
const otherSecret = `whsec_${Buffer.from('another one of thirty-two bytes.').toString('base64')}`
const url = 'https://your-domain.com/webhooks/any?shop=1&tenant=b'
const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000

const signed = (
  provider: (typeof providers)[number],
  now: number = Date.now(),
  key: string = secret
): WebhookRequest => {
  const request = provider.signed({ secret: key, url, now, id: 'run-7-1' })
  if (request === null) throw new Error(`${provider.id} cannot sign`)
  return request
}

const signers = providers
  .filter(provider => provider.id !== 'generic')
  .map(provider => [provider.id, provider] as const)

describe.each(signers)('%s', (id, provider) => {
  const verify = (request: WebhookRequest) => verifiers[id]?.(request, secret, url)

  test("the provider's own library takes a signed event", async () => {
    expect(await verify(signed(provider))).toBe(true)
  })

  test('it refuses the event under another secret', async () => {
    expect(await verify(signed(provider, Date.now(), otherSecret))).toBe(false)
  })

  test('it refuses a tampered event exactly where the scheme signs the body', async () => {
    expect(await verify(tamper(signed(provider)))).toBe(!provider.signsBody)
  })

  test('it refuses an event of 15 minutes ago exactly where the scheme has a timestamp', async () => {
    expect(await verify(signed(provider, minutesAgo(15)))).toBe(!provider.replayProtected)
  })

  test('the unsigned request carries no signature and is refused', async () => {
    expect(Object.keys(provider.unsigned.headers)).toEqual(['content-type'])
    expect(provider.unsigned.body).toContain(
      provider.unsigned.headers['content-type']?.includes('json') ? '{}' : '%7B%7D'
    )
    expect(provider.signatureHeader.toLowerCase() in signed(provider).headers).toBe(true)
  })

  test('tampering adds to what is said, and what was JSON or a form still is one', () => {
    const request = signed(provider)
    const { headers, body } = tamper(request)
    const said = (text: string) =>
      headers['content-type'] === 'application/json' ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
    expect(said(body)).toEqual({ ...said(request.body), tampered: expect.anything() })
  })

  test('two runs never send the same event', () => {
    const text = (runId: string) => JSON.stringify(provider.signed({ secret, url, now: 0, id: runId }))
    expect(text('1')).not.toBe(text('2'))
  })

  test('every header can be sent: lower-case name, one line of Latin letters', () => {
    for (const [name, value] of Object.entries(signed(provider).headers)) {
      expect(name).toMatch(/^[a-z0-9-]+$/)
      expect(value).toMatch(/^[\x20-\x7e]+$/)
    }
  })
})

describe('the registry', () => {
  test('lists every provider file', () => {
    const apart = ['index.ts', 'provider.ts', 'signature.ts', 'event.ts']
    const files = readdirSync(new URL('../../src/providers', import.meta.url)).filter(name => !apart.includes(name))
    expect([...providerIds].sort()).toEqual(files.map(name => name.replace(/\.ts$/, '')).sort())
  })

  test('has a library to verify each one that signs', () => {
    expect(Object.keys(verifiers).sort()).toEqual(signers.map(([id]) => id).sort())
  })

  test.each(providers.map(provider => [provider.id, provider] as const))(
    '%s refuses with 4xx and says where the secret is',
    (_, p) => {
      expect(p.refusals.length).toBeGreaterThan(0)
      for (const status of p.refusals) expect(status).toSatisfy((code: number) => code >= 400 && code < 500)
      expect(p.secretHint).toMatch(/\.$/)
      // Longer words are cut, as a server's are.
      expect(fill('{secretHint}', { secretHint: p.secretHint })).toBe(p.secretHint)
    }
  )

  test('only the secret of a plain token is ever in the request', () => {
    const leaking = signers.filter(([, provider]) => JSON.stringify(signed(provider)).includes(secret.slice(6)))
    expect(leaking.map(([id]) => id)).toEqual(['gitlab'])
  })
})

test('GitHub sends the older signature beside the new one', () => {
  const { headers, body } = signed(github)
  expect(headers['x-hub-signature']).toBe(`sha1=${createHmac('sha1', secret).update(body).digest('hex')}`)
})

describe('stripe', () => {
  const refusal = (request: WebhookRequest, key: string | undefined, body: unknown = request.body) => {
    try {
      Stripe.webhooks.constructEvent(body as string, request.headers['stripe-signature'] ?? '', key as string)
    } catch (error) {
      return String(error)
    }
    return 'accepted'
  }

  test('takes 400 alone by default, as the contract says', () => {
    expect(stripe.refusals).toEqual([400])
  })

  test('an event that was parsed and printed again is refused, as one of Stripe is', () => {
    const request = signed(stripe)
    expect(refusal(request, secret)).toBe('accepted')
    expect(refusal(request, secret, JSON.stringify(JSON.parse(request.body)))).toContain('No signatures found matching')
  })

  test('the bogus signature tells a missing secret and a parsed body from a healthy handler', () => {
    const bogus = stripe.bogus(Date.now())
    if (bogus === null) throw new Error('stripe has a bogus request')
    expect(refusal(bogus, secret)).toContain('No signatures found matching')
    expect(refusal(bogus, undefined)).toContain('No webhook secret value was provided')
    expect(refusal(bogus, secret, {})).toContain('must be provided as a string or a Buffer')
  })

  test('the event can do no harm: test mode, made-up type, nothing in it', () => {
    const event = JSON.parse(signed(stripe).body)
    expect(event).toMatchObject({ object: 'event', livemode: false, data: { object: {} } })
    expect(event.id).toBe('evt_webhook_reach_check_run-7-1')
    expect(event.type).toBe('webhook_reach_check.ping')
  })

  test("carries the endpoint's API version where it is known", () => {
    const request = stripe.signed({ secret, url, now: Date.now(), id: '1', apiVersion: '2025-10-29.clover' })
    expect(JSON.parse(request?.body ?? '').api_version).toBe('2025-10-29.clover')
  })

  test('and the newest one, that of the SDK in use, where it is not', () => {
    expect(JSON.parse(signed(stripe).body).api_version).toBe(Stripe.API_VERSION)
  })

  test('knows the words with which stripe-go takes the signature and refuses the version', () => {
    // stripe-go v83.2.1, webhook/client.go, constructEvent
    const words = 'Received event with API version , but stripe-go 83.2.1 expects API version 2025-10-29.clover.'
    expect(stripe.acceptedWords?.test(words)).toBe(true)
    expect(stripe.acceptedWords?.test('No signatures found matching the expected signature for payload.')).toBe(false)
  })
})
