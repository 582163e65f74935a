import type { ShellValue } from '../text/shell-words.ts'
import { knownEnd } from './path.ts'

/** One way that the arms of an `if` may go. */
export interface Alternative {
  /** Labels of the arms that it takes. */
  readonly arms: readonly string[]
  /** What variables hold then. */
  readonly values: ReadonlyMap<string, ShellValue>
}

/** What variables may hold once one of several arms ran: those of one arm together. */
export type Choice = readonly Alternative[]

/** More ways than these are not followed one by one. */
const mostAlternatives = 6

/** Values that decide who can reach a port stay unknown: no verdict holds for all of them. */
const holdsAddress = /\d+\.\d+\.\d+\.\d+|::|localhost/

/** True for a value that can be followed, should it be the one: a text whose end is known, the words of a command. */
export const isPlain = (value: ShellValue | 'unknown' | undefined): value is ShellValue => {
  if (value === undefined || value === 'unknown') return false
  const texts = value.kind === 'text' ? [value.text] : value.items
  return (
    (value.kind === 'list' || knownEnd(value.text.text) !== null) && !texts.some(({ text }) => holdsAddress.test(text))
  )
}

/** The choice between the ways that set all these variables; null where there is none, or one of too many. */
export function choiceOf(ways: readonly Alternative[], names: number): Choice | null {
  const full = ways.filter(({ values }) => values.size === names)
  return names === 0 || full.length < 2 || full.length > mostAlternatives ? null : full
}

/** True where both leave a variable the same values. */
export const sameFor = (name: string, a: Choice | undefined, b: Choice | undefined): boolean =>
  a === b ||
  (a?.length === b?.length && a?.every(({ values }, nth) => values.get(name) === b?.[nth]?.values.get(name)) === true)
