import { structuredPatch } from 'diff'
import type { Edit, Finding } from '../model/finding.ts'

/** The text of a file of the checkout, or null where it cannot be read. */
export type ReadText = (path: string) => string | null

/**
 * The findings' edits as one unified diff that `git apply` takes; empty where there are none.
 *
 * A fix is applied as a whole or not at all: one whose edits meet those of another before it is left out.
 */
export function patchOf(findings: readonly Finding[], read: ReadText): string {
  const accepted: Edit[] = []
  for (const { fix } of findings) {
    const fresh = (fix?.edits ?? []).filter(edit => !accepted.some(other => isSame(edit, other)))
    if (fresh.every(edit => !accepted.some(other => overlaps(edit, other)))) accepted.push(...fresh)
  }
  const files = [...new Set(accepted.map(edit => edit.file))].sort()
  return files
    .map(file =>
      filePatch(
        file,
        accepted.filter(edit => edit.file === file),
        read
      )
    )
    .join('')
}

function filePatch(file: string, edits: readonly Edit[], read: ReadText): string {
  const before = read(file)
  if (before === null) return ''
  const { hunks } = structuredPatch('', '', before, applyEdits(before, edits), '', '', { context: 3 })
  if (hunks.length === 0) return ''
  const body = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines
  ])
  return `${[`--- ${headerName(`a/${file}`)}`, `+++ ${headerName(`b/${file}`)}`, ...body].join('\n')}\n`
}

/** The text with the edits made. Those that do not fit the text (it changed in between) are left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text)
  const places = edits.flatMap(edit => {
    const start = offset(starts, edit.line, edit.column)
    const end = offset(starts, edit.endLine, edit.endColumn)
    return start === null || end === null || end < start || end > text.length ? [] : [{ start, end, text: edit.text }]
  })
  // From the last to the first, so that offsets stay good.
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, place) => result.slice(0, place.start) + place.text + result.slice(place.end), text)
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const offset = (starts: readonly number[], line: number, column: number): number | null => {
  const start = starts[line - 1]
  return start === undefined ? null : start + column - 1
}

const isSame = (a: Edit, b: Edit): boolean =>
  a.file === b.file &&
  position(a.line, a.column) === position(b.line, b.column) &&
  a.text === b.text &&
  position(a.endLine, a.endColumn) === position(b.endLine, b.endColumn)

/** Touching ends count: two insertions at one place have no order. */
const overlaps = (a: Edit, b: Edit): boolean =>
  a.file === b.file &&
  position(a.line, a.column) <= position(b.endLine, b.endColumn) &&
  position(b.line, b.column) <= position(a.endLine, a.endColumn)

/** A file has at most 1 MiB, so no column reaches this factor. */
const position = (line: number, column: number): number => line * 2 ** 21 + column

/** git quotes names with controls, quotes and backslashes as C does, and ends one with blanks by a tab (quote.c, diff.c). */
function headerName(name: string): string {
  if (/["\\\p{Cc}]/u.test(name)) return `"${name.replace(/["\\\p{Cc}]/gu, escaped)}"`
  return name.includes(' ') ? `${name}\t` : name
}

const escaped = (character: string): string => {
  if (character === '"' || character === '\\') return `\\${character}`
  return `\\${Buffer.from(character).reduce((text, byte) => `${text}${text && '\\'}${byte.toString(8).padStart(3, '0')}`, '')}`
}
