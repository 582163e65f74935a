import type { HttpOutcome } from '../platform/host.ts'

/** Enough to tell two answers apart, little enough to compare. */
const compared = 4096

/** Ids in hexadecimal, ids of letters and digits mixed (ULID, nanoid, a base of 36), and every number. */
const madeForThisAnswer =
  /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{12,}|\b(?=[\w-]{0,80}\d)(?=[\w-]{0,80}[a-z])[\w-]{8,80}\b|\d+/gi

/** True where two answers say the same: what changes from request to request (paths, ids, times, numbers) does not count. */
export function sameAnswer(a: HttpOutcome, aUrl: URL, b: HttpOutcome, bUrl: URL): boolean {
  return (
    a.status !== null &&
    a.status === b.status &&
    mediaType(a) === mediaType(b) &&
    worded(a.body, aUrl) === worded(b.body, bUrl)
  )
}

const mediaType = ({ headers }: HttpOutcome): string => (headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''

const worded = (body: string, url: URL): string =>
  lastParts(url)
    .reduce((text, part) => text.replaceAll(part, ''), body.slice(0, compared))
    .replace(madeForThisAnswer, '#')
    .replace(/\s+/g, ' ')
    .trim()

/** The path whole, then its last part, as it stands and as HTML or JSON would print it. */
const lastParts = (url: URL): string[] => {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  return [`${url.pathname}${url.search}`, url.pathname, last].filter(part => part.length > 1)
}
