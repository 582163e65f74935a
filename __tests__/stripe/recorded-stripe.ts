import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server was asked, in order. */
interface Asked {
  readonly method: string
  readonly url: URL
  readonly authorization: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Answers one request, or leaves it hanging. */
export type Answer = (asked: Asked, response: ServerResponse) => void

/** By path; what is not named answers as Stripe does to an unknown path. */
export type Recording = Readonly<Record<string, Answer>>

export interface RecordedStripe {
  readonly base: string
  readonly asked: readonly Asked[]
  close(): Promise<void>
}

/** Any JSON, as Stripe sends it. */
export const json =
  (status: number, body: unknown): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_recorded' })
    response.end(JSON.stringify(body))
  }

/** An error as docs.stripe.com/api/errors has it. */
export const refusal = (status: number, message: string, type = 'invalid_request_error'): Answer =>
  json(status, { error: { message, type } })

/** Pages of a v1 list, by `starting_after` and `limit`, as Stripe cuts them. */
export const pages =
  (items: readonly { readonly id: string }[]): Answer =>
  (asked, response) => {
    const after = asked.url.searchParams.get('starting_after')
    const start = after === null ? 0 : items.findIndex(item => item.id === after) + 1
    const end = start + Number(asked.url.searchParams.get('limit') ?? 10)
    const body = {
      object: 'list',
      url: asked.url.pathname,
      has_more: end < items.length,
      data: items.slice(start, end)
    }
    json(200, body)(asked, response)
  }

/** A webhook endpoint as the API sends it. */
export const endpoint = (fields: Readonly<Record<string, unknown>> = {}) => ({
  id: 'we_1NR8z2LJDmqA11cnX2b7nQ9x',
  object: 'webhook_endpoint',
  api_version: '2025-10-29.clover',
  application: null,
  created: 1690000000,
  description: null,
  enabled_events: [
    'payment_intent.succeeded',
    'payment_intent.payment_failed',
    'payment_intent.canceled',
    'payment_intent.processing'
  ],
  livemode: true,
  metadata: {},
  status: 'enabled',
  url: 'https://your-domain.com/webhooks/stripe',
  ...fields
})

/** An event destination of API v2 as it is sent with `include=webhook_endpoint.url`. */
export const destination = (fields: Readonly<Record<string, unknown>> = {}) => ({
  id: 'ed_61R9z2LJDmqA11cn',
  object: 'v2.core.event_destination',
  created: '2026-01-01T00:00:00.000Z',
  description: '',
  enabled_events: endpoint().enabled_events,
  event_payload: 'snapshot',
  events_from: ['@self'],
  livemode: true,
  name: 'hook',
  snapshot_api_version: '2025-10-29.clover',
  status: 'enabled',
  type: 'webhook_endpoint',
  updated: '2026-01-01T00:00:00.000Z',
  webhook_endpoint: { url: 'https://your-domain.com/webhooks/stripe' },
  ...fields
})

/** A list of API v2. */
export const destinations = (...items: readonly unknown[]): Answer =>
  json(200, { data: items, next_page_url: null, previous_page_url: null })

/** An event as `GET /v1/events` lists it. */
export const event = (type: string, number: number) => ({
  id: `evt_${number}`,
  object: 'event',
  api_version: '2025-10-29.clover',
  created: 1690000000,
  data: { object: {} },
  livemode: true,
  pending_webhooks: 1,
  request: null,
  type
})

/** A healthy account: one endpoint, nothing undelivered. */
export const healthy: Recording = {
  '/v1/webhook_endpoints': pages([endpoint()]),
  '/v2/core/event_destinations': destinations(),
  '/v1/events': pages([])
}

/** Stripe's API on loopback, answering what was recorded. */
export async function serveStripe(recording: Recording): Promise<RecordedStripe> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const one: Asked = {
        method: request.method ?? '',
        url: new URL(request.url ?? '/', 'http://127.0.0.1'),
        authorization: request.headers.authorization ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString()
      }
      asked.push(one)
      const unknown = refusal(404, `Unrecognized request URL (${one.method}: ${one.url.pathname}).`)
      const answer = recording[`${one.method} ${one.url.pathname}`] ?? recording[one.url.pathname] ?? unknown
      answer(one, response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
