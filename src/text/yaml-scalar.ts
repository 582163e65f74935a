import type { CST, Scalar } from 'yaml'
import { MappedText, type Span } from './mapped-text.ts'

/** Decoded characters side by side with the place each comes from; `null` where YAML made it up. */
class Decoding {
  text = ''
  readonly spans: Span[] = []

  put(characters: string, at: number): void {
    this.text += characters
    for (let index = 0; index < characters.length; index++) this.spans.push([at + index, at + index + 1])
  }

  /** Characters that all stand for one piece of the file: an escape, a fold. */
  stand(characters: string, start: number, end: number): void {
    this.text += characters
    for (let index = 0; index < characters.length; index++) this.spans.push([start, end])
  }

  makeUp(characters: string): void {
    this.text += characters
    for (let index = 0; index < characters.length; index++) this.spans.push(null)
  }

  /** Drops blanks at the end, back to `floor`. */
  trimEnd(floor: number): void {
    let length = this.text.length
    while (length > floor && (this.text[length - 1] === ' ' || this.text[length - 1] === '\t')) length--
    this.text = this.text.slice(0, length)
    this.spans.length = length
  }
}

/**
 * A scalar's text with the place of each character, by decoding its source once more while counting (YAML 1.2.2,
 * chapters 7 and 8). Where that disagrees with the parser, every character stands for the whole scalar: a less exact
 * place, never a wrong text.
 */
export function decodeScalar(node: Scalar, source: MappedText): MappedText {
  const token = node.srcToken
  const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0]
  const value = typeof node.value === 'string' ? node.value : (node.source ?? '')
  const spans = (): readonly Span[] => {
    const decoding = new Decoding()
    if (token?.type === 'block-scalar') decodeBlock(token, node.type === 'BLOCK_LITERAL', decoding)
    else if (token !== undefined && 'source' in token) decodeFlow(token, decoding)
    const own =
      decoding.text === value ? decoding.spans : Array.from({ length: value.length }, (): Span => [start, end])
    return source.isWholeFile ? own : own.map(span => span && source.span(...span))
  }
  return MappedText.decoded(source.file, value, spans, () => source.span(start, start)[0])
}

interface BlockLine {
  readonly indent: string
  /** Without the line's `\r`. */
  readonly text: string
  readonly at: number
  /** Offset of the line break. */
  readonly end: number
}

const isBlank = (line: BlockLine): boolean => line.text === ''

function blockLines(token: CST.BlockScalar): BlockLine[] {
  let at = token.offset
  for (const prop of token.props) if ('source' in prop) at += prop.source.length
  return token.source.split('\n').map(line => {
    const indent = /^ */.exec(line)?.[0] ?? ''
    const made = { indent, text: line.slice(indent.length).replace(/\r$/, ''), at, end: at + line.length }
    at += line.length + 1
    return made
  })
}

/** Chapter 8.1: literal keeps its lines, folded joins them, save for blank and more-indented ones. */
function decodeBlock(token: CST.BlockScalar, literal: boolean, into: Decoding): void {
  const header = token.props.find(prop => prop.type === 'block-scalar-header')
  const marks = header !== undefined && 'source' in header ? header.source : ''
  const lines = blockLines(token)
  let last = lines.length
  while (last > 0 && isBlank(lines[last - 1] as BlockLine)) last--
  const given = Number(/[1-9]/.exec(marks)?.[0] ?? 0)
  const body = lines.slice(0, last)
  const width = given > 0 ? token.indent + given : (body.find(line => !isBlank(line))?.indent.length ?? 0)
  // A blank line that is more indented than the block is content even at the end.
  while (last < lines.length && lines.slice(last).some(line => line.indent.length > width)) last++
  const content = lines.slice(0, last)
  if (last > 0 && content.some(line => !isBlank(line) || line.indent.length > width)) {
    if (literal) putLiteral(content, width, into)
    else putFolded(content, width, into)
  }
  chomp(lines, last, width, marks, into)
}

function putLiteral(lines: readonly BlockLine[], width: number, into: Decoding): void {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before !== undefined) into.stand('\n', before.end, before.end + 1)
    putLine(line, width, into)
  }
}

function putFolded(lines: readonly BlockLine[], width: number, into: Decoding): void {
  let separator = ''
  let moreIndented = false
  let index = 0
  for (; index < lines.length && isBlank(lines[index] as BlockLine); index++) {
    const line = lines[index] as BlockLine
    putLine(line, width, into)
    into.stand('\n', line.end, line.end + 1)
  }
  const flush = (line: number): void => {
    const before = lines[line - 1]
    for (const [nth, character] of Array.from(separator).entries()) {
      if (before !== undefined && nth === 0) into.stand(character, before.end, before.end + 1)
      else into.makeUp(character)
    }
  }
  for (; index < lines.length; index++) {
    const line = lines[index] as BlockLine
    const before = lines[index - 1]
    if (line.indent.length > width || line.text.startsWith('\t')) {
      if (separator === ' ') separator = '\n'
      else if (!moreIndented && separator === '\n') separator = '\n\n'
      flush(index)
      putLine(line, width, into)
      separator = '\n'
      moreIndented = true
    } else if (isBlank(line)) {
      if (separator === '\n' && before !== undefined) into.stand('\n', before.end, before.end + 1)
      else separator = '\n'
    } else {
      flush(index)
      putLine(line, width, into)
      separator = ' '
      moreIndented = false
    }
  }
}

function putLine(line: BlockLine, width: number, into: Decoding): void {
  into.put(line.indent.slice(width), line.at + width)
  into.put(line.text, line.at + line.indent.length)
}

/** Chapter 8.1.1.2: `+` keeps the breaks at the end, `-` drops them all, nothing keeps one. */
function chomp(lines: readonly BlockLine[], last: number, width: number, marks: string, into: Decoding): void {
  if (marks.includes('-') || (into.text === '' && !marks.includes('+'))) return
  if (!marks.includes('+')) {
    into.makeUp('\n')
    return
  }
  for (const line of lines.slice(last)) {
    into.makeUp('\n')
    into.put(line.indent.slice(width), line.at + width)
  }
  if (!into.text.endsWith('\n')) into.makeUp('\n')
}

/** Chapter 5.7. */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029'
}
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** Chapter 7.3: plain, single and double quoted; line breaks fold, blanks around them go. */
function decodeFlow(token: { readonly source: string; readonly offset: number }, into: Decoding): void {
  const { source, offset } = token
  const quote = source[0] === '"' || source[0] === "'" ? source[0] : ''
  const end = quote !== '' && source.length > 1 && source.endsWith(quote) ? source.length - 1 : source.length
  let floor = 0
  let index = quote === '' ? 0 : 1
  while (index < end) {
    const character = source[index] ?? ''
    if (character === '\n' || (character === '\r' && source[index + 1] === '\n')) {
      into.trimEnd(floor)
      const start = index
      let breaks = 0
      for (; index < end && /[ \t\r\n]/.test(source[index] ?? ''); index++) if (source[index] === '\n') breaks++
      if (breaks === 1) into.stand(' ', offset + start, offset + index)
      else into.makeUp('\n'.repeat(breaks - 1))
    } else if (quote === "'" && character === "'") {
      into.stand("'", offset + index, offset + index + 2)
      index += 2
    } else if (quote === '"' && character === '\\') {
      index = putEscape(source, offset, index, end, into)
      // Folding never takes away blanks that were written as escapes.
      floor = into.text.length
    } else {
      into.put(character, offset + index)
      index++
    }
  }
}

function putEscape(source: string, offset: number, index: number, end: number, into: Decoding): number {
  const mark = source[index + 1] ?? ''
  if (mark === '\n' || mark === '\r') {
    let next = index + (mark === '\r' ? 3 : 2)
    while (next < end && /[ \t]/.test(source[next] ?? '')) next++
    return next
  }
  const digits = hexDigits[mark] ?? 0
  const code = digits === 0 ? Number.NaN : Number.parseInt(source.slice(index + 2, index + 2 + digits), 16)
  const character = digits === 0 ? (escapes[mark] ?? mark) : code <= 0x10ffff ? String.fromCodePoint(code) : ''
  into.stand(character, offset + index, offset + index + 2 + digits)
  return index + 2 + digits
}
