import { createHash } from 'node:crypto'
import type { Edit, Finding } from '../model/finding.ts'
import { code, prose } from './escape.ts'
import type { ReviewComment } from './pull-request.ts'

/** Each review comment is a notification to somebody: the first of these say enough. */
const most = 30

/** Lines of the new side of a diff, by file and line number. */
type NewLines = ReadonlyMap<string, ReadonlyMap<number, string>>

/**
 * Review comments that put safe edits on lines of the diff, less those that are there already. GitHub refuses a whole
 * review for one line outside the diff, and the checkout may be a merge of it: a line counts only where its text is the
 * same on both sides.
 */
export function suggestions(
  findings: readonly Finding[],
  patches: readonly { readonly path: string; readonly patch: string }[],
  present: readonly string[],
  sourceLine: (file: string, line: number) => string
): readonly ReviewComment[] {
  const lines = newLines(patches)
  const comments = findings.flatMap(finding => {
    const { fix, at } = finding
    const text = sourceLine(at.file, at.line)
    const edits = fix?.edits ?? []
    const whole =
      edits.length > 0 &&
      edits.every(edit => edit.file === at.file && edit.line === at.line && edit.endLine === at.line)
    if (!whole || text === '' || lines.get(at.file)?.get(at.line) !== text) return []
    const marker = markerOf(finding, text)
    if (present.some(body => body.includes(marker))) return []
    return [{ path: at.file, line: at.line, body: bodyOf(finding, applied(text, edits), marker) }]
  })
  return comments.slice(0, most)
}

/** Survives other edits around the line, and changes with the line itself. */
const markerOf = ({ rule, at }: Finding, text: string): string =>
  `<!-- webhook-reach-check:suggestion:${createHash('sha256').update(`${rule}\n${at.file}\n${text.trim()}`).digest('hex').slice(0, 20)} -->`

function bodyOf({ rule, message, fix }: Finding, text: string, marker: string): string {
  // Longer than any run of backquotes inside, or the block would end early.
  const fence = '`'.repeat(Math.max(3, ...Array.from(text.matchAll(/`+/g), match => match[0].length + 1)))
  return `${code(rule)}: ${prose(message)}\n\n${fence}suggestion\n${text}\n${fence}\n\n${prose(fix?.description ?? '')}\n${marker}`
}

/** From the last edit to the first, so that columns hold. */
const applied = (line: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.column - a.column)
    .reduce((text, edit) => text.slice(0, edit.column - 1) + edit.text + text.slice(edit.endColumn - 1), line)

/** Reads unified diffs: what stands on the new side, at which line. */
function newLines(patches: readonly { readonly path: string; readonly patch: string }[]): NewLines {
  return new Map(
    patches.map(({ path, patch }) => {
      const lines = new Map<number, string>()
      let next = 0
      for (const line of patch.split('\n')) {
        const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)
        if (hunk !== null) next = Number(hunk[1])
        else if (line.startsWith('+') || line.startsWith(' ')) lines.set(next++, line.slice(1).replace(/\r$/, ''))
      }
      return [path, lines] as const
    })
  )
}
