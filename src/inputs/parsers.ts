import { BadValue } from './input-spec.ts'

/** Reads a value from trimmed, non-empty text, or throws BadValue. */
export type Parser<Value> = (text: string) => Value

/** One of a few words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Parser<Word> =>
  text => {
    const word = words.find(candidate => candidate === text)
    if (word === undefined) throw new BadValue(text)
    return word
  }

/** Nothing where nothing was given. */
export const optional =
  <Value>(parse: Parser<Value>): Parser<Value | null> =>
  text =>
    text === '' ? null : parse(text)

/** Any text. */
export const anyText: Parser<string> = text => text

/** A whole number written in decimal digits. */
export const wholeNumber =
  (least: number, most: number): Parser<number> =>
  text => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most)) throw new BadValue(text)
    return value
  }

/** A TCP port that something can listen on. */
export const port: Parser<number> = wholeNumber(1, 65_535)

/** HTTP statuses that end an exchange: 1xx never do (RFC 9110 15.2). */
export const status: Parser<number> = wholeNumber(200, 599)

/** Reads every part and names all that are bad, not the first alone. */
function all<Value>(parts: readonly string[], parse: Parser<Value>, most: number): readonly Value[] {
  if (parts.length > most) throw new BadValue(`${parts.length} of them, more than ${most}`)
  const bad: string[] = []
  const values = parts.flatMap(part => {
    try {
      return [parse(part)]
    } catch (error) {
      if (!(error instanceof BadValue)) throw error
      bad.push(...error.got)
      return []
    }
  })
  if (bad.length > 0) throw new BadValue(...bad)
  return values
}

/** The lines of a text, trimmed, without blank ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

/** One value a line. */
export const eachLine =
  <Value>(parse: Parser<Value>, most = 100): Parser<readonly Value[]> =>
  text =>
    all(linesOf(text), parse, most)

/** Values separated by commas, blanks or line breaks; at least one. */
export const eachWord =
  <Value>(parse: Parser<Value>, most = 100): Parser<readonly Value[]> =>
  text => {
    const words = text.split(/[\s,]+/).filter(word => word !== '')
    if (words.length === 0) throw new BadValue(text)
    return all(words, parse, most)
  }

/** The same value twice is that value once. */
export const distinct =
  <Value>(parse: Parser<readonly Value[]>): Parser<readonly Value[]> =>
  text => [...new Set(parse(text))]

/** A whole http:// or https:// URL, as written. WHATWG forgives blanks, missing slashes and backslashes; a person means none of them. */
export const httpUrl: Parser<string> = text => {
  if (!/^https?:\/\/[^\s\\/]/i.test(text) || /[\s\\]/.test(text) || !URL.canParse(text)) throw new BadValue(text)
  if (new URL(text).port === '0') throw new BadValue(text)
  return text
}
