import { MappedText } from './mapped-text.ts'

/** A fenced code block of Markdown (CommonMark 4.5). */
export interface Fence {
  /** The first word of its info string, in lower case; empty where it has none. */
  readonly language: string
  /** Its lines, without the indentation of a list around them, and without the `$ ` of a prompt. */
  readonly text: MappedText
}

/** Longer ones hold data, not a config. */
const longest = 100_000

/** Every closed fence of a document. */
export function fencesOf(document: MappedText): readonly Fence[] {
  const fences: Fence[] = []
  let open: { readonly mark: string; readonly language: string; readonly indent: number } | null = null
  let lines: MappedText[] = []
  for (const { 0: line, index } of document.text.matchAll(/[^\n]*\n?/g)) {
    const [, blanks = '', mark = '', rest = ''] = /^([ \t>]*)(`{3,}|~{3,})([^\n]*)/.exec(line) ?? []
    const info = rest.trim()
    if (open === null) {
      if (mark === '') continue
      open = { mark, language: /^[\w.+#-]*/.exec(info)?.[0].toLowerCase() ?? '', indent: blanks.length }
      lines = []
    } else if (mark.startsWith(open.mark) && info === '') {
      if (lines.length > 0) fences.push({ language: open.language, text: MappedText.join(lines) })
      open = null
    } else {
      const skipped = new RegExp(`^[ \\t>]{0,${Math.min(open.indent, 100)}}(\\$ )?`).exec(line)?.[0].length ?? 0
      const end = index + line.length
      const lineEnd = /\r?\n?$/.exec(line)?.[0].length ?? 0
      // A shell would take the `\r` of a line for a part of its last word.
      if (line !== '') lines.push(document.slice(index + skipped, end - lineEnd), document.slice(end - 1, end))
    }
  }
  return fences.filter(({ text }) => text.text.length <= longest)
}
