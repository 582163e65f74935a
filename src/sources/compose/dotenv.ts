import type { MappedText } from '../../text/mapped-text.ts'
import { interpolate, type Lookup } from './interpolate.ts'

const line = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:'([^'\n]*)'|"((?:[^"\\\n]|\\.)*)"|([^\n]*))/gm

/** Variables of an env file as compose reads it: quotes taken off, comments after a blank cut, earlier variables put in. */
export function readDotenv(text: MappedText, outer: Lookup): ReadonlyMap<string, MappedText> {
  const values = new Map<string, MappedText>()
  const lookup: Lookup = name => outer(name) ?? values.get(name)
  for (const match of text.text.matchAll(line)) {
    const [whole, name = '', literal, quoted, plain = ''] = match
    const end = match.index + whole.length
    if (literal !== undefined) values.set(name, text.slice(end - 1 - literal.length, end - 1))
    else if (quoted !== undefined) values.set(name, interpolate(text.slice(end - 1 - quoted.length, end - 1), lookup))
    else {
      const kept = plain.replace(/(^|\s)#.*$/s, '').trimEnd().length
      const start = end - plain.length
      values.set(name, interpolate(text.slice(start, start + kept), lookup))
    }
  }
  return values
}
