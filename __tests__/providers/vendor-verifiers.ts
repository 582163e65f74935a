import { createHmac, timingSafeEqual } from 'node:crypto'
import { verify as verifyGitHub } from '@octokit/webhooks-methods'
import { Paddle } from '@paddle/paddle-node-sdk'
import '@shopify/shopify-api/adapters/node'
import { ApiVersion, shopifyApi } from '@shopify/shopify-api'
import { isValidSlackRequest } from '@slack/bolt'
import { Webhook } from 'standardwebhooks'
import Stripe from 'stripe'
import twilio from 'twilio'
import type { WebhookRequest } from '../../src/providers/provider.ts'

/** Whether the provider's own library takes the request. */
export type Verify = (request: WebhookRequest, secret: string, url: string) => Promise<boolean> | boolean

const holds = (check: () => unknown): boolean => {
  try {
    check()
    return true
  } catch {
    return false
  }
}

const shopify = (secret: string) =>
  shopifyApi({
    apiKey: 'key',
    apiSecretKey: secret,
    apiVersion: Object.values(ApiVersion).at(-1) ?? ApiVersion.Unstable,
    hostName: 'your-domain.com',
    isEmbeddedApp: false,
    logger: { log: () => undefined }
  })

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Each provider's own. Lemon Squeezy's library verifies nothing: its documentation's example. GitLab compares. */
export const verifiers: Readonly<Record<string, Verify>> = {
  stripe: ({ body, headers }, secret) =>
    holds(() => Stripe.webhooks.constructEvent(body, headers['stripe-signature'] ?? '', secret)),
  github: ({ body, headers }, secret) => verifyGitHub(secret, body, headers['x-hub-signature-256'] ?? ''),
  shopify: async ({ body, headers }, secret) =>
    (await shopify(secret).webhooks.validate({ rawBody: body, rawRequest: { headers, method: 'POST', url: '/' } }))
      .valid,
  slack: ({ body, headers }, signingSecret) =>
    isValidSlackRequest({
      signingSecret,
      body,
      headers: {
        'x-slack-signature': headers['x-slack-signature'] ?? '',
        'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp'])
      }
    }),
  'standard-webhooks': ({ body, headers }, secret) => holds(() => new Webhook(secret).verify(body, { ...headers })),
  paddle: ({ body, headers }, secret) =>
    new Paddle('key').webhooks.isSignatureValid(body, secret, headers['paddle-signature'] ?? ''),
  lemonsqueezy: ({ body, headers }, secret) =>
    equal(createHmac('sha256', secret).update(body).digest('hex'), headers['x-signature'] ?? ''),
  twilio: ({ body, headers }, token, url) =>
    twilio.validateRequest(
      token,
      headers['x-twilio-signature'] ?? '',
      url,
      Object.fromEntries(new URLSearchParams(body))
    ),
  gitlab: ({ headers }, secret) => equal(secret, headers['x-gitlab-token'] ?? '')
}
