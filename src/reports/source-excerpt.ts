import type { Location } from '../text/location.ts'
import { visible } from './escape.ts'

/** Longer lines are shown around what is pointed at. */
const width = 120
const before = 40

/** A line of the checkout as a terminal shows it, tabs and invisible characters included: one display string a UTF-16 unit. */
function cells(text: string): readonly string[] {
  const shown = [...text].flatMap(character => {
    const cell = character === '\t' ? '    ' : visible(character)
    // The second half of a pair takes no room of its own.
    return character.length === 2 ? [cell, ''] : [cell]
  })
  // As in `logLine`: the runner takes `##[command]` for an order wherever it stands.
  for (let order = text.indexOf('##['); order !== -1; order = text.indexOf('##[', order + 1)) shown[order + 1] = ' #'
  return shown
}

/** The source line with a line of carets under the range, both behind a gutter that no runner takes for a command. */
export function sourceExcerpt(at: Location, line: string): readonly string[] {
  if (line.trim() === '') return []
  const { length } = line
  const start = Math.min(at.column - 1, length)
  const end = at.endLine === at.line ? Math.max(start + 1, at.endColumn - 1) : length
  const from = length <= width ? 0 : Math.max(0, Math.min(start - before, length - width))
  const to = Math.min(length, from + width)
  const shown = cells(line.slice(from, to))
  const text = (first: number, last: number): string => shown.slice(first - from, last - from).join('')
  const head = from > 0 ? '…' : ''
  const blank = ' '.repeat(head.length + text(from, start).length)
  const carets = '^'.repeat(Math.max(1, text(start, Math.min(end, to)).length))
  const gutter = String(at.line)
  return [
    `  ${gutter} | ${head}${text(from, to)}${to < length ? '…' : ''}`.trimEnd(),
    `  ${' '.repeat(gutter.length)} | ${blank}${carets}`
  ]
}
