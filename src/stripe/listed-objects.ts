import type { Destination, Endpoint, UndeliveredEvent } from './api.ts'

/** Every field that is looked at, none of which is certain to be there. */
type Fields = {
  readonly [name in
    | 'id'
    | 'url'
    | 'status'
    | 'enabled_events'
    | 'livemode'
    | 'application'
    | 'api_version'
    | 'webhook_endpoint'
    | 'event_payload'
    | 'events_from'
    | 'snapshot_api_version'
    | 'type']?: unknown
}

const fieldsOf = (raw: unknown): Fields => (typeof raw === 'object' && raw !== null ? raw : {})
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 5000) : '')
/** Ids and event types are printed: letters, digits and a few signs, or nothing. */
const word = (value: unknown): string => (/^[\w.:*@-]{1,255}$/.test(text(value)) ? text(value) : '')
const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(word).filter(one => one !== '') : [])
const wordOrNull = (value: unknown): string | null => word(value) || null

/** Reads a `webhook_endpoint`; null where it has no URL. A server may send anything. */
export function readEndpoint(raw: unknown): Endpoint | null {
  const fields = fieldsOf(raw)
  const url = text(fields.url)
  if (url === '') return null
  return {
    id: word(fields.id),
    url,
    enabled: fields.status !== 'disabled',
    events: words(fields.enabled_events),
    livemode: fields.livemode === true,
    connect: text(fields.application) !== '',
    apiVersion: wordOrNull(fields.api_version)
  }
}

/** Reads a `v2.core.event_destination`; null where it leads to no URL (EventBridge, Event Grid). */
export function readDestination(raw: unknown): Destination | null {
  const fields = fieldsOf(raw)
  const url = text(fieldsOf(fields.webhook_endpoint).url)
  if (url === '') return null
  const from = words(fields.events_from)
  return {
    id: word(fields.id),
    url,
    enabled: fields.status !== 'disabled',
    events: words(fields.enabled_events),
    livemode: fields.livemode === true,
    payload: fields.event_payload === 'snapshot' ? 'snapshot' : 'thin',
    // `@self`, or `self` in older API versions; the account itself is the default.
    fromSelf: from.length === 0 || from.some(source => source.replace('@', '') === 'self'),
    apiVersion: wordOrNull(fields.snapshot_api_version)
  }
}

/** Reads an `event`, of which the type alone is wanted; null for anything else. */
export function readEvent(raw: unknown): UndeliveredEvent | null {
  const type = word(fieldsOf(raw).type)
  return type === '' ? null : { type }
}
