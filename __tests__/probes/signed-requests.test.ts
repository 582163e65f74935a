import { expect, test } from 'vitest'
import { signedRequests } from '../../src/probes/webhook.ts'
import { stripe } from '../../src/providers/stripe.ts'

const target = (apiVersion: string | null) => ({
  url: new URL('https://shop.example.com/webhooks/stripe'),
  provider: stripe,
  expectStatus: [400],
  expectBody: null,
  healthUrl: null,
  expectHealthStatus: [200],
  expectVersion: null,
  waitMs: 0,
  stable: 1,
  timeoutMs: 1000,
  directPorts: [],
  resolve: [],
  signingSecret: 'whsec_of_a_test',
  apiVersion
})

const versionOf = (apiVersion: string | null): string =>
  JSON.parse(signedRequests(target(apiVersion), Date.now())?.signed.body ?? '{}').api_version

test("a signed event is of the registered endpoint's API version, else of the newest", () => {
  expect(versionOf('2024-06-20')).toBe('2024-06-20')
  expect(versionOf(null)).toMatch(/^20\d\d-\d\d-\d\d/)
})

test('without a secret nothing is signed', () => {
  expect(signedRequests({ ...target(null), signingSecret: null }, Date.now())).toBeNull()
})
