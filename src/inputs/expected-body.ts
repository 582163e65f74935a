import { BadValue } from './input-spec.ts'
import type { Parser } from './parsers.ts'

/**
 * Text to be found, or `/regular expression/` with flags.
 *
 * `/webhooks/stripe` is text: no more than three letters after the last slash count as flags, and wrong ones are
 * refused rather than searched for as text that no body holds.
 */
export const parseExpectedBody: Parser<string | RegExp> = text => {
  const [, source, flags] = /^\/(.+)\/([a-z]{0,3})$/s.exec(text) ?? []
  if (source === undefined || flags === undefined) return text
  if (/[^imsuv]/.test(flags)) throw new BadValue(text)
  try {
    return new RegExp(source, flags)
  } catch {
    throw new BadValue(text)
  }
}
