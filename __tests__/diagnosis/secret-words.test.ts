import { expect, test } from 'vitest'
import { secretWords } from '../../src/diagnosis/causes/secret-words.ts'

/** As handlers, stripe-node and frameworks say it: the secret is not there. */
test.each([
  'No webhook secret value was provided. You can find it in the dashboard.',
  'Webhook secret not configured',
  'webhook_secret is not set',
  'webhooksecret is missing',
  'Webhook secret missing',
  'webhook secret required',
  'webhook secret is undefined',
  'webhook secret not found',
  'Signing secret is not configured',
  'secret not set',
  'Secret is not found',
  'Missing Stripe webhook secret',
  'no webhook secret',
  'unset signing_secret',
  'empty stripe signing secret',
  'undefined webhook_secret',
  'STRIPE_WEBHOOK_SECRET is not set',
  'STRIPE_WEBHOOK_SECRET environment variable missing',
  'STRIPE_WEBHOOK_SECRET: unset',
  'STRIPE_WEBHOOK_SECRET undefined',
  'STRIPE_WEBHOOK_SECRET is required',
  'STRIPE_WEBHOOK_SECRET was empty',
  'Missing STRIPE_WEBHOOK_SECRET',
  'set the "STRIPE_WEBHOOK_SECRET',
  'set `STRIPE_WEBHOOK_SECRET`',
  'no STRIPE_WEBHOOK_SECRET',
  'undefined STRIPE_WEBHOOK_SECRET'
])('%s', said => {
  expect(secretWords.test(said)).toBe(true)
  expect(secretWords.test(`{"error":"${said.toLowerCase()}"}`)).toBe(true)
})

/** The secret is there, and the signature is what they speak of. */
test.each([
  'No signatures found matching the expected signature for payload',
  'Missing stripe-signature header',
  'Unable to extract timestamp and signatures from header',
  'Invalid webhook secret or signature',
  'The webhook secret did not match',
  'Check that STRIPE_WEBHOOK_SECRET is the one of this endpoint',
  'signature verification failed with STRIPE_WEBHOOK_SECRET; the payload that was signed is not the one received',
  'mission STRIPE_WEBHOOK_SECRETS',
  'reset STRIPE_WEBHOOK_SECRET',
  'STRIPE_WEBHOOK_SECRET notable',
  'a secretary is not set'
])('not: %s', said => {
  expect(secretWords.test(said)).toBe(false)
})
