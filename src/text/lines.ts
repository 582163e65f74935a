import type { Directive, Word } from './blocks.ts'
import type { MappedText } from './mapped-text.ts'

/** Where a `#` starts a comment: anywhere outside quotes (HAProxy), or as a line's first character only (httpd). */
export type CommentStyle = 'anywhere' | 'line-start'

/**
 * Reads line-based configuration (HAProxy, httpd): one directive a line, a backslash at the end of a line joins the
 * next, words split at blanks, single and double quotes.
 */
export function parseLines(source: MappedText, comments: CommentStyle): readonly Directive[] {
  const { text } = source
  const directives: Directive[] = []
  let index = 0
  while (index < text.length) {
    const words: Word[] = []
    index = readLine(text, index, comments, words)
    const [name, ...args] = words
    const last = words.at(-1)
    if (name !== undefined && last !== undefined) {
      directives.push({ name: name.text, args, block: null, source, start: name.start, end: last.end })
    }
  }
  return directives
}

/** Collects one logical line's words and returns the index after its line break. */
function readLine(text: string, start: number, comments: CommentStyle, words: Word[]): number {
  let index = start
  while (index < text.length) {
    const char = text.charAt(index)
    const joined = continuation(text, index)
    if (char === '\n') return index + 1
    if (joined > 0) index += joined
    else if (/\s|\uFEFF/.test(char)) index++
    else if (char === '#' && (comments === 'anywhere' || words.length === 0)) return lineEnd(text, index, comments)
    else {
      const word = readWord(text, index, comments)
      words.push(word)
      index = word.end
    }
  }
  return index
}

/** The length of a backslash and its line break at `index`, or 0. */
const continuation = (text: string, index: number): number =>
  text.charAt(index) !== '\\' ? 0 : text.charAt(index + 1) === '\n' ? 2 : text.startsWith('\r\n', index + 1) ? 3 : 0

/** httpd joins lines before it looks for comments, so that a comment may go on. */
function lineEnd(text: string, start: number, comments: CommentStyle): number {
  let end = text.indexOf('\n', start)
  while (comments === 'line-start' && end > 0 && /\\\r?$/.test(text.slice(end - 2, end)))
    end = text.indexOf('\n', end + 1)
  return end === -1 ? text.length : end + 1
}

function readWord(text: string, start: number, comments: CommentStyle): Word {
  let value = ''
  let quote = ''
  let quoted = false
  let index = start
  for (; index < text.length; index++) {
    const char = text.charAt(index)
    // A quote that is never closed ends with its line, and the break is no part of it.
    if (char === '\n' || text.startsWith('\r\n', index) || continuation(text, index) > 0) break
    if (quote !== '' && char === quote) quote = ''
    else if (quote === '' && (char === '"' || char === "'") && (comments === 'anywhere' || index === start)) {
      quote = char
      quoted = true
    } else if (char === '\\' && quote !== "'" && /["'\\ #]/.test(text.charAt(index + 1))) value += text.charAt(++index)
    else if (quote === '' && (/\s/.test(char) || (char === '#' && comments === 'anywhere'))) break
    else value += char
  }
  return { text: value, start, end: index, quoted }
}
