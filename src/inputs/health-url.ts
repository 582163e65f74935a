import { BadValue } from './input-spec.ts'
import { httpUrl, type Parser } from './parsers.ts'

/** A path on the webhook's origin, a whole URL, or null for `none`. `//host` would be another origin in disguise. */
export const parseHealthUrl: Parser<string | null> = text => {
  if (text === 'none') return null
  if (!text.startsWith('/')) return httpUrl(text)
  if (text.startsWith('//') || /[\s\\]/.test(text)) throw new BadValue(text)
  return text
}
