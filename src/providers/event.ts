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
 * The same request with one byte of its body changed and its signature as it was.
 *
 * The byte lies in a string, so that JSON and forms still parse and only the signature can give it away.
 */
export function tamper(request: WebhookRequest): WebhookRequest {
  const at = request.body.indexOf(eventMarker) + eventMarker.length - 1
  if (at < eventMarker.length - 1) throw new Error('the body holds no event to tamper with')
  return { ...request, body: `${request.body.slice(0, at)}x${request.body.slice(at + 1)}` }
}
