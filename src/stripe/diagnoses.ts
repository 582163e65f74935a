import type { Diagnosis } from '../diagnosis/cause.ts'

/** Every code of the stripe hop, in the order they are documented. */
export const stripeDiagnoses: readonly Diagnosis[] = [
  {
    code: 'stripe-endpoint-missing',
    hop: 'stripe',
    level: 'error',
    title: 'Stripe has no endpoint with this URL',
    cause:
      'It was never registered, or with another spelling (www, a slash at the end, http://, another path), in the ' +
      'other mode, as a Connect endpoint, or as a v2 event destination with thin events. Stripe calls exactly what ' +
      'is registered and follows no redirect.',
    fix: 'Register the URL in Workbench, Webhooks, or correct the one that the message names.',
    waitingHelps: false
  },
  {
    code: 'stripe-endpoint-disabled',
    hop: 'stripe',
    level: 'error',
    title: "Stripe's endpoint with this URL is disabled",
    cause: 'Somebody disabled it, or Stripe did after days of failed deliveries. Nothing is sent or retried meanwhile.',
    fix: 'Let the probe pass first, then enable the endpoint in Workbench, Webhooks, and resend what was missed.',
    waitingHelps: false
  },
  {
    code: 'stripe-events-missing',
    hop: 'stripe',
    level: 'error',
    title: 'The endpoint is not subscribed to all wanted events',
    cause: "The endpoint's list of events lacks some of `stripe-events`. `*` counts as all.",
    fix: 'Add them in Workbench, Webhooks, the endpoint, Edit; or take what the app does not need off `stripe-events`.',
    waitingHelps: false
  },
  {
    code: 'stripe-auth',
    hop: 'stripe',
    level: 'error',
    title: 'Stripe refuses the API key',
    cause: 'The key was revoked or mistyped (401), or is a restricted key that may not read webhook endpoints (403).',
    fix: 'Give a restricted key with Webhook Endpoints: Read and Events: Read.',
    waitingHelps: false
  },
  {
    code: 'stripe-wrong-mode',
    hop: 'stripe',
    level: 'warning',
    title: 'The key and the URL are of different modes',
    cause: 'A key of test mode sees the endpoints of test mode alone, so that nothing is known of live payments.',
    fix: 'For a production deploy give a restricted key of live mode (rk_live_…).',
    waitingHelps: false
  },
  {
    code: 'stripe-undelivered-events',
    hop: 'stripe',
    level: 'warning',
    title: 'Events of the last days were not delivered',
    cause:
      'At least one endpoint of the account did not take them; Stripe does not say which. It retries for three days.',
    fix: 'Once the endpoint passes, resend them: Workbench, Webhooks, the endpoint, Event deliveries, Resend.',
    waitingHelps: false
  },
  {
    code: 'stripe-api-unreachable',
    hop: 'stripe',
    level: 'warning',
    title: "Stripe's API did not answer what was asked",
    cause:
      'The runner cannot reach api.stripe.com, Stripe limits the rate or has a fault, or the key may not read events.',
    fix: 'Let the runner reach api.stripe.com on port 443, or set `stripe-api-base` to an egress proxy.',
    waitingHelps: true
  }
]
