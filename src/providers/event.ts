import type { WebhookRequest } from './provider.ts'

/** Stands in every event that is sent: no provider has such a type or id, so that a handler has nothing to act on. */
export const eventMarker = 'webhook_reach_check'

/** An id that no event of a provider has, unique to this run. */
export const eventId = (id: string): string => `${eventMarker}_${id}`

/** A request with a JSON body; `headers` come after the content type. */
export const jsonRequest = (body: unknown, headers: Readonly<Record<string, string>> = {}): WebhookRequest => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body)
})

/**
 * The same request with another meaning and its signature as it was.
 *
 * Not another spelling: a handler that parses and prints the body again would not see a blank. JSON and forms still parse,
 * so that only the signature can give it away.
 */
export const tamper = ({ headers, body }: WebhookRequest): WebhookRequest => ({
  headers,
  body: body.trimEnd().endsWith('}') ? body.replace(/\}\s*$/, ',"tampered":true}') : `${body}&tampered=true`
})
