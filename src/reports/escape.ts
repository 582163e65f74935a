/**
 * The one place where text of files and servers is made harmless: for the log, for Markdown, for Mermaid.
 *
 * The runner takes `::command::` after any blanks and the older `##[command]` anywhere in a line for orders to it
 * (actions/runner, ActionCommand.cs), and it splits lines at \r as well as at \n.
 */

/** Controls (C0, C1), formats (bidi, zero width, tags), line and paragraph separators, and the mark of what is unknown. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\ue000]/gu

/** Every character that cannot be seen, or that moves others about, as an escape: `\n`, `\x1b`, `\u202e`. */
export const visible = (text: string): string => text.toWellFormed().replace(invisible, escapeOf)

function escapeOf(character: string): string {
  const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\ue000': '…' }
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16)
  return (
    named[character] ??
    (code < 256 ? `\\x${hex.padStart(2, '0')}` : code < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`)
  )
}

/** One line of a log: never an order to the runner. */
export const logLine = (text: string): string => {
  const line = visible(text).replaceAll('##[', '# #[')
  return /^\s*::/.test(line) ? `| ${line.trimStart()}` : line
}

/** Several lines of a log, each by itself. */
export const logLines = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).map(logLine)

/** Cuts text that would be too long, and says so. */
export const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`
}

/** A body's excerpt is never longer than this. */
const excerptLength = 200

/** What a server sent, as far as it is shown. */
export const excerpt = (text: string): string => cut(visible(text), excerptLength)

/**
 * A sentence that quotes foreign text, inside a Markdown paragraph or table cell: no markup, no link, no mention.
 *
 * What stands between two backticks becomes a code span, whoever wrote them: either side of one is harmless.
 */
export const prose = (text: string): string =>
  visible(text)
    // Four blanks at the start of a line would be a code block.
    .trimStart()
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 0 ? plain(piece) : code(piece)))
    .join('')

/** An underscore inside a word stays as it is, since it is no markup there and people search for such words. */
const plain = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*[\]|~$!]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    // GFM makes links of these by itself; GitHub makes mentions of @ and of nothing with a joiner after it.
    .replaceAll('://', '\\://')
    .replace(/www\./gi, match => `${match.slice(0, -1)}\\.`)
    .replaceAll('@', '\\@\u2060')
    // Only at the start of a line are these markup.
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')

/** Foreign text as it is, in a code span: nothing in it means anything. `inTable`, a bar would end the cell. */
export function code(text: string, inTable = true): string {
  const shown = visible(text)
  if (shown === '') return ''
  // The backslash that keeps a bar in its cell would itself be escaped by one that stands there already.
  if (inTable && shown.includes('\\|')) return plain(shown)
  const fence = '`'.repeat(longestRun(shown) + 1)
  const inner = /^`|`$|^\s|\s$/.test(shown) ? ` ${shown} ` : shown
  return `${fence}${inTable ? inner.replaceAll('|', '\\|') : inner}${fence}`
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length))

/** Lines of foreign text in a fenced block. */
export function codeBlock(lines: readonly string[], language = ''): readonly string[] {
  const shown = lines.map(visible)
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1))
  return [`${fence}${language}`, ...shown, fence]
}

/** A label of a Mermaid picture, with its quotes: everything but plain characters becomes a character code. */
export const mermaidLabel = (text: string): string =>
  `"${visible(text).replace(/[^\p{L}\p{N} .,:/()%+_…·✓✗–-]/gu, character => `#${character.codePointAt(0)};`)}"`
