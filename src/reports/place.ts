import type { Location } from '../text/location.ts'
import { code, cut } from './escape.ts'
import type { ReportContext } from './report.ts'

/** Longer text is no help beside the place. */
const longest = 80

/** A place in the checkout, as a link where the checkout is on the web. */
function linked(file: string, line: number, context: ReportContext): string {
  const shown = code(`${file}:${line}`)
  const url = context.sourceUrl(file, line)
  return url === null ? shown : `[${shown}](${url})`
}

const beside = (place: string, text: string): string => {
  const shown = code(cut(text.trim(), longest))
  return shown === '' ? place : `${place} ${shown}`
}

/** A line with what stands there, but for the shell's sign that it goes on. */
export const lineOf = ({ file, line }: { readonly file: string; readonly line: number }, context: ReportContext) =>
  beside(linked(file, line, context), context.sourceLine(file, line).replace(/\\\s*$/, ''))

/** A place with the very words that are meant. */
export function placeOf({ file, line, column, endLine, endColumn }: Location, context: ReportContext): string {
  const end = endLine === line ? endColumn - 1 : undefined
  return beside(linked(file, line, context), context.sourceLine(file, line).slice(column - 1, end))
}
