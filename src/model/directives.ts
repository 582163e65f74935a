import { type Location, onLinesOf } from '../text/location.ts'
import type { Directive } from './deployment.ts'

/** Which comments speak for a place, and the statement that it is part of. */
export type Speaking = (at: Location, statement: Location | null) => readonly Directive[]

/**
 * A comment speaks for what stands on its own line; where none of `all` does, for the next line, or, since a continued
 * command holds no comments, for the command that starts there, and so for an entry of several lines.
 */
export function speaking(directives: readonly Directive[], all: readonly Location[]): Speaking {
  const onLine = Map.groupBy(directives, ({ at }) => lineOf(at.file, at.line))
  const taken = new Set(all.map(({ file, line }) => lineOf(file, line)))
  return (at, statement) => {
    const starts = statement !== null && onLinesOf(at, statement) ? [at.line, statement.line] : [at.line]
    const before = new Set(starts.map(line => lineOf(at.file, line - 1)).filter(line => !taken.has(line)))
    return [lineOf(at.file, at.line), ...before].flatMap(line => onLine.get(line) ?? [])
  }
}

const lineOf = (file: string, line: number): string => `${line} ${file}`
