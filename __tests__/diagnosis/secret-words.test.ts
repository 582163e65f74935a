import { expect, test } from 'vitest'
import { rawBodyWords } from '../../src/diagnosis/causes/lost-body.ts'
import { eitherMissing, secretNotSet, secretWords, unconfiguredWords } from '../../src/diagnosis/causes/secret-words.ts'

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
  'undefined STRIPE_WEBHOOK_SECRET',
  'Missing environment variable: STRIPE_WEBHOOK_SECRET',
  'Missing required env var STRIPE_WEBHOOK_SECRET',
  "'Settings' object has no attribute 'STRIPE_WEBHOOK_SECRET'",
  "KeyError: 'STRIPE_WEBHOOK_SECRET'",
  'Please add CLERK_WEBHOOK_SIGNING_SECRET to .env',
  'GITHUB_WEBHOOK_SECRET is not configured',
  'STRIPE_ENDPOINT_SECRET missing',
  'Missing endpoint secret'
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

/** As the handlers of public repositories word it. */
test.each([
  'GitHub Webhook Secret is not set for this project',
  'Webhook secret not configured',
  'webhook secret has not been set',
  'SHOPIFY_WEBHOOK_SECRET environment variable is not set',
  'Secret is not configured'
])('so clearly that no request is meant: %s', said => expect(secretNotSet.test(`{"error":"${said}"}`)).toBe(true))

test.each([
  'Missing webhook secret',
  'webhook secret required',
  'Webhook signature or secret not configured',
  'Stripe or webhook secret not set',
  'Check that the webhook secret is set'
])('not so clearly: %s', said => expect(secretNotSet.test(said)).toBe(false))

test.each(['Webhook not configured', 'Stripe webhooks are not configured.', 'webhook misconfigured'])('%s', said =>
  expect(unconfiguredWords.test(said)).toBe(true)
)

test.each([
  'Missing signature or webhook secret',
  'Webhook secret or signature missing.',
  'Missing stripe-signature or endpointSecret',
  'Webhook signature or secret missing.',
  'Missing Stripe webhook configuration.',
  'Webhook Error: Missing configuration.'
])('to a signed request: %s', said => expect(eitherMissing.test(`{"error":"${said}"}`)).toBe(true))

test.each([
  'Missing or invalid signature or secret',
  'Webhook verification failed: missing signature or wrong secret',
  'Missing stripe-signature header',
  'No signatures found matching the expected signature for payload and secret'
])('not: %s', said => expect(eitherMissing.test(said)).toBe(false))

test.each([
  'Missing raw body',
  'Missing raw body for signature verification',
  'Raw body is required for Stripe signature verification.',
  'Raw body is missing. Ensure rawBody is enabled in main.ts',
  'Raw body not available',
  'rawBody is undefined',
  'No raw request body',
  'req.rawBody is not a Buffer',
  'Webhook payload must be provided as a string or a Buffer'
])('%s', said => expect(rawBodyWords.test(said)).toBe(true))

test.each([
  'Are you passing the raw request body you received from Stripe? \n If a webhook request is missing',
  'Missing raw body or svix headers',
  'The signature or raw body is missing',
  'Raw body and signature are required',
  'Signature and raw body are required',
  'The signature does not match the raw body'
])('not: %s', said => expect(rawBodyWords.test(said)).toBe(false))
