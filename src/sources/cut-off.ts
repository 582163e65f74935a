import type { CutOff } from '../model/deployment.ts'
import { MappedText } from '../text/mapped-text.ts'
import type { Invocation } from './frame.ts'

/**
 * What ends a continued command too early, null where nothing does. A shell takes a comment to the end of its line,
 * backslash and all, and a backslash before a blank for that blank (POSIX 2.2.1, 2.3): the next line is a command of its own.
 */
export function cutOff({ args, after, statement, frame }: Invocation): CutOff | null {
  if (after === undefined) return null
  const found = byBlanks(args.at(-1)?.word, after) ?? byComment(after)
  if (found === null || !goesOn(after.text.slice(found.rest))) return null
  const at = found.at.location()
  return {
    at,
    by: found.by,
    placement: frame.placement,
    // As it was meant: a comment before it speaks for all of it.
    statement: { ...statement.location(), endLine: at.endLine, endColumn: at.endColumn },
    calls: frame.calls
  }
}

interface Found extends Pick<CutOff, 'by'> {
  readonly at: MappedText
  /** Where the line after it starts, in what comes after the statement. */
  readonly rest: number
}

/** `\` and a blank as the last word. */
function byBlanks(last: MappedText | undefined, after: MappedText): Found | null {
  const line = /^[ \t]*\r?\n/.exec(after.text)
  if (last === undefined || line === null || !/^\\[ \t]$/.test(last.text)) return null
  const more = line[0].trimEnd() === '' ? line[0].replace(/\r?\n$/, '').length : 0
  return { by: 'blanks', at: more === 0 ? last : MappedText.join([last, after.slice(0, more)]), rest: line[0].length }
}

/** A comment on a line that a backslash led to, or one that swallows the backslash of its own line. */
function byComment(after: MappedText): Found | null {
  const continued = /^[ \t]*\\\r?\n(?:[ \t]*\\\r?\n)*[ \t]*(#[^\n]*)(?:\n|$)/.exec(after.text)
  const trailing = /^[ \t]+(#[^\n]*\\[ \t]*)(?:\n|$)/.exec(after.text)
  const match = continued ?? trailing
  const comment = match?.[1]
  if (match === null || comment === undefined) return null
  const start = match[0].lastIndexOf(comment)
  return { by: 'comment', at: after.slice(start, start + comment.trimEnd().length), rest: match[0].length }
}

/** True where the next line that is no comment carries on with flags: what was meant to belong to the command. */
function goesOn(rest: string): boolean {
  const next = rest.split('\n', 50).find(line => line.trim() !== '' && !/^\s*#/.test(line))
  return next !== undefined && /^\s*--?[a-zA-Z]/.test(next)
}
