import { BlockBuilder, type Blocks, type Word } from './blocks.ts'
import type { MappedText } from './mapped-text.ts'

/** A word and whether it is the last of its line. */
interface Token extends Word {
  endsLine: boolean
}

/**
 * Reads a Caddyfile as Caddy's own lexer does (caddyconfig/caddyfile/lexer.go): the end of a line ends a directive, a
 * lone `{` at the end of a line opens a block, a lone `}` closes it, site addresses go on after a trailing comma.
 */
export function parseCaddyBlocks(source: MappedText): Blocks {
  const builder = new BlockBuilder(source)
  let words: Word[] = []
  for (const token of tokens(source.text)) {
    const isBrace = !token.quoted && (token.text === '{' || token.text === '}')
    if (isBrace && token.text === '{') {
      builder.add(words, true, token.start)
      words = []
    } else if (isBrace && (words.length === 0 || token.endsLine)) {
      if (words.length > 0) builder.add(words, false, token.start)
      words = []
      builder.close(token.start)
    } else {
      words.push(token)
      const goesOn = builder.depth === 0 && token.text.endsWith(',')
      if (!token.endsLine || goesOn) continue
      builder.add(words, false, token.end)
      words = []
    }
  }
  if (words.length > 0) builder.add(words, false, source.text.length)
  return builder.done()
}

const space = /[ \t\r\uFEFF]/

function tokens(text: string): readonly Token[] {
  const found: Token[] = []
  let index = 0
  while (index < text.length) {
    const char = text.charAt(index)
    if (char === '\n') {
      const last = found.at(-1)
      if (last !== undefined) last.endsLine = true
      index++
    } else if (space.test(char)) index++
    else if (char === '\\' && /^\\\r?\n/.test(text.slice(index, index + 3))) index = text.indexOf('\n', index) + 1
    else if (char === '#') {
      const end = text.indexOf('\n', index)
      index = end === -1 ? text.length : end
    } else {
      const token = heredoc(text, index) ?? quoted(text, index) ?? bare(text, index)
      found.push(token)
      index = token.end
    }
  }
  const last = found.at(-1)
  if (last !== undefined) last.endsLine = true
  return found
}

/** A quote that is never closed takes the rest of the file, as in Caddy. */
function quoted(text: string, start: number): Token | null {
  const quote = text.charAt(start)
  if (quote !== '"' && quote !== '`') return null
  let index = start + 1
  while (index < text.length && text.charAt(index) !== quote)
    index += quote === '"' && text.charAt(index) === '\\' ? 2 : 1
  const inner = text.slice(start + 1, Math.min(index, text.length))
  const end = Math.min(index + 1, text.length)
  return { text: quote === '"' ? inner.replaceAll('\\"', '"') : inner, start, end, quoted: true, endsLine: false }
}

/** `<<MARK` up to the line that holds the mark alone. */
function heredoc(text: string, start: number): Token | null {
  if (!text.startsWith('<<', start)) return null
  const opening = /^<<([\w-]{1,64})\r?\n/.exec(text.slice(start, start + 70))
  const mark = opening?.[1]
  if (opening === null || mark === undefined) return null
  const body = start + opening[0].length
  // Caddy stops at the first place where the mark stands, wherever that is.
  const close = text.indexOf(mark, body)
  const end = close + mark.length
  return close === -1 ? null : { text: text.slice(body, close), start, end, quoted: true, endsLine: false }
}

function bare(text: string, start: number): Token {
  let index = start
  while (index < text.length && text.charAt(index) !== '\n' && !space.test(text.charAt(index))) {
    if (text.charAt(index) === '\\' && /^\\\r?\n/.test(text.slice(index, index + 3))) break
    index++
  }
  return { text: text.slice(start, index), start, end: index, quoted: false, endsLine: false }
}
