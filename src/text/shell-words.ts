import { HOLE, MappedText, type Span } from './mapped-text.ts'
import type { HereDoc, ParsedScript, Word, WordPart } from './shell.ts'
import { expandBraces } from './shell-braces.ts'

/** What a variable holds, as far as the checkout shows. */
export type ShellValue =
  | { readonly kind: 'text'; readonly text: MappedText }
  | { readonly kind: 'list'; readonly items: readonly MappedText[] }

/** Variables and positional parameters in force; undefined where nothing in the checkout sets one. */
export interface ShellScope {
  variable(name: string): ShellValue | undefined
  /** `${X:=default}` sets as it reads. */
  set(name: string, value: ShellValue): void
  /** What `$(…)` prints, where the checkout can tell: a file's text, the script's own folder. Undefined for any other. */
  printed(parse: () => ParsedScript | undefined, written: MappedText, source: MappedText): MappedText | undefined
  /** The path at which a program finds what `<(…)` prints; undefined where the checkout can't tell that. */
  piped(parse: () => ParsedScript | undefined, written: MappedText, source: MappedText): string | undefined
  /** `$1`, `$2`, … ; undefined where the caller is unknown. */
  readonly positional: readonly MappedText[] | undefined
}

/**
 * One argument after expansion. A word keeps the places of its own characters; what a variable gave stands either at
 * the word that uses it (`-p $MAP`), or, where one word became several arguments, at the text that was assigned.
 */
export interface Field {
  readonly text: MappedText
  /** The word as it stands in the command; for a lone variable, without the quotes around it. */
  readonly word: MappedText
  /** Quoted as a whole: one argument, whatever it holds. */
  readonly quoted: boolean
  readonly from: 'word' | 'variable' | 'elsewhere'
}

/** Where the characters `start` to `end` of an argument stand. */
export function fieldPart(field: Field, start = 0, end: number = field.text.text.length): MappedText {
  return field.from === 'variable'
    ? MappedText.standingFor(field.word, field.text.text.slice(start, end), field.text.assumed)
    : field.text.slice(start, end)
}

interface Chunk {
  /** The value, at the place where it was written: for a variable, the assignment. */
  readonly text: MappedText
  /** The piece of the word that gave it. */
  readonly site: MappedText
  /** From a variable outside quotes: blanks in it part arguments. */
  readonly splits: boolean
  readonly variable: boolean
  /** `"${ARGS[@]}"`: each item is an argument of its own. */
  readonly list: readonly MappedText[] | null
}

/** Expands one word to its arguments: none for an unquoted empty variable, several for a list or split text. */
export function expandWord(word: Word, source: MappedText, scope: ShellScope): readonly Field[] {
  const written = source.slice(word.pos, word.end)
  if (word.parts?.some(isBraces) === true)
    return waysOf(word.parts, source, scope).flatMap(chunks => fieldsOf(chunks, written))
  return fieldsOf(chunksOf(word, source, scope, false), written)
}

const isBraces = ({ type }: WordPart): boolean => type === 'BraceExpansion'

/** Words that braces make of one come to no more, and no person writes more braces in a row. */
const mostWays = 256
const mostBraces = 8

/** `app-{blue,green}` is two words. */
function waysOf(parts: readonly WordPart[], source: MappedText, scope: ShellScope): readonly (readonly Chunk[])[] {
  const isKnown = parts.filter(isBraces).length <= mostBraces
  let ways: Chunk[][] = [[]]
  for (const part of parts) {
    const written = source.slice(part.pos, part.end)
    if (isBraces(part) && isKnown) {
      const texts = expandBraces(written)
      ways = ways.flatMap(way => texts.map(text => [...way, plain(text)])).slice(0, mostWays)
    } else {
      const chunks = isBraces(part)
        ? [plain(MappedText.standingFor(written, HOLE))]
        : expandPart(part, source, scope, false)
      for (const way of ways) way.push(...chunks)
    }
  }
  return ways
}

function fieldsOf(chunks: readonly Chunk[], written: MappedText): readonly Field[] {
  const [only] = chunks
  if (chunks.length === 1 && only !== undefined && only.variable) return expandVariable(only, written)
  if (chunks.some(chunk => chunk.list !== null || chunk.splits)) return splitFields(chunks, written)
  return [{ text: join(chunks, written), word: written, quoted: isQuoted(written), from: 'word' }]
}

/** The pieces of a word; with `splits`, blanks part its unquoted text too, as they do inside `${X:+…}`. */
const chunksOf = (word: Word, source: MappedText, scope: ShellScope, splits: boolean): readonly Chunk[] =>
  word.parts === undefined
    ? [{ ...plain(unquote(source.slice(word.pos, word.end), word.value, 'word')), splits }]
    : word.parts.flatMap(part =>
        expandPart(part, source, scope, false).map(chunk => (part.type === 'Literal' ? { ...chunk, splits } : chunk))
      )

const isQuoted = (written: MappedText): boolean => /^["']/.test(written.text)

/** A word's text where no splitting takes place: an assignment's value, a redirect's target. */
export function expandText(word: Word, source: MappedText, scope: ShellScope): MappedText {
  const fields = expandWord(word, source, scope)
  const [only] = fields
  if (fields.length === 1 && only !== undefined) return only.text
  return fields.length === 0
    ? source.slice(word.pos, word.pos)
    : MappedText.standingFor(source.slice(word.pos, word.end), fields.map(field => field.text.text).join(' '))
}

/** The text that a heredoc hands over: expanded, unless its delimiter is quoted; without leading tabs for `<<-`. */
export function expandHeredoc(heredoc: HereDoc, source: MappedText, scope: ShellScope): MappedText {
  const { body } = heredoc
  const raw = source.slice(body.pos, body.end)
  const expanded =
    heredoc.delimiter?.quoted === true
      ? raw
      : body.parts === undefined
        ? unquote(raw, null, 'heredoc')
        : join(
            body.parts.flatMap(part => expandPart(part, source, scope, 'heredoc')),
            raw
          )
  return heredoc.operator === '<<-' ? withoutLeadingTabs(expanded) : expanded
}

function withoutLeadingTabs(text: MappedText): MappedText {
  const pieces: MappedText[] = []
  for (const match of text.text.matchAll(/^\t*([^\n]*\n?)/gm)) {
    const start = match.index + match[0].length - (match[1] ?? '').length
    if (match[0] !== '') pieces.push(text.slice(start, match.index + match[0].length))
  }
  return pieces.length === 0 ? text : MappedText.join(pieces)
}

const plain = (text: MappedText): Chunk => ({ text, site: text, splits: false, variable: false, list: null })

const unknownChunk = (site: MappedText): Chunk => ({
  text: MappedText.standingFor(site, HOLE),
  site,
  splits: false,
  variable: true,
  list: null
})

/** A chunk beside others in one word: a variable's value stands where the word names the variable. */
const inWord = (chunk: Chunk, text: MappedText = chunk.text): MappedText =>
  chunk.variable ? MappedText.standingFor(chunk.site, text.text, text.assumed) : text

function join(chunks: readonly Chunk[], written: MappedText): MappedText {
  const pieces = chunks.map(chunk =>
    chunk.list === null
      ? inWord(chunk)
      : MappedText.standingFor(chunk.site, chunk.list.map(item => item.text).join(' '))
  )
  return pieces.length === 0 ? written.slice(0, 0) : MappedText.join(pieces)
}

type Quoting = false | 'double' | 'heredoc'

function expandPart(part: WordPart, source: MappedText, scope: ShellScope, quoting: Quoting): readonly Chunk[] {
  const written = source.slice(part.pos, part.end)
  switch (part.type) {
    case 'SingleQuoted':
      return [plain(source.slice(part.pos + 1, Math.max(part.pos + 1, part.end - 1)))]
    case 'AnsiCQuoted':
      return [plain(MappedText.standingFor(written, part.value))]
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.flatMap(child => expandPart(child, source, scope, 'double'))
    case 'Literal':
      return [plain(unquote(written, part.value, quoting === false ? 'word' : quoting))]
    case 'SimpleExpansion':
      return [parameter(part.text.slice(1), null, written, scope, quoting)]
    case 'ParameterExpansion':
      return expandParameter(part, source, scope, quoting)
    case 'CommandExpansion': {
      const printed = scope.printed(() => part.script, written, source)
      const chunk = unknownChunk(written)
      if (printed === undefined) return [chunk]
      // A script of this very text keeps its places beside other words, too: `"$(declare -f deploy); deploy"`.
      const isScript = printed.file === source.file && printed.text.includes('\n')
      return [{ ...chunk, text: printed, splits: quoting === false, variable: !(isScript && quoting === 'double') }]
    }
    case 'ProcessSubstitution': {
      const path = part.operator === '<' ? scope.piped(() => part.script, written, source) : undefined
      return [{ ...unknownChunk(written), text: MappedText.standingFor(written, path ?? HOLE) }]
    }
    case 'ArithmeticExpansion':
      return [unknownChunk(written)]
    default:
      return [plain(written)]
  }
}

function expandParameter(
  part: Extract<WordPart, { type: 'ParameterExpansion' }>,
  source: MappedText,
  scope: ShellScope,
  quoting: Quoting
): readonly Chunk[] {
  const written = source.slice(part.pos, part.end)
  const unknown = unknownChunk(written)
  if (part.prefix !== undefined) return [unknown]
  const { operation } = part
  const index = part.index === undefined ? null : part.index.text
  if (operation === undefined) return [parameter(part.parameter, index, written, scope, quoting)]
  if (operation.type !== 'Default') return [unknown]
  const given = parameter(part.parameter, index, written, scope, quoting)
  const unset = given.list === null && given.text.text === HOLE
  const empty = given.list === null && given.text.text === ''
  switch (operation.operator) {
    case '+':
    case ':+':
      if (unset || empty) return [unknown]
      // `${BIND:+-p $BIND:80:80}` is two arguments, each with its place.
      if (quoting === false) return chunksOf(operation.operand, source, scope, true)
      return [{ ...unknown, text: expandText(operation.operand, source, scope) }]
    case '?':
    case ':?':
      return [given]
    default: {
      if (!unset && !(empty && operation.operator.startsWith(':'))) return [given]
      const text = expandText(operation.operand, source, scope).withAssumed([part.parameter])
      if (operation.operator.endsWith('=')) scope.set(part.parameter, { kind: 'text', text })
      return [
        {
          text,
          site: written,
          splits: quoting === false,
          variable: true,
          list: null
        }
      ]
    }
  }
}

function parameter(
  name: string,
  index: string | null,
  written: MappedText,
  scope: ShellScope,
  quoting: Quoting
): Chunk {
  const chunk = (text: MappedText, list: readonly MappedText[] | null = null): Chunk => ({
    text,
    site: written,
    splits: quoting === false,
    variable: true,
    list
  })
  const unknown = unknownChunk(written)
  if (name === '@' || name === '*') return scope.positional === undefined ? unknown : chunk(written, scope.positional)
  if (/^\d+$/.test(name)) {
    const value = Number(name) === 0 ? undefined : scope.positional?.[Number(name) - 1]
    return value === undefined ? unknown : chunk(value)
  }
  const value = scope.variable(name)
  if (value === undefined) return unknown
  if (value.kind === 'text') return index === null || index === '0' || index === '@' ? chunk(value.text) : unknown
  if (index === '@' || index === '*') return chunk(written, value.items)
  const item = value.items[Number(index ?? 0)]
  return item === undefined ? unknown : chunk(item)
}

/** A word that is nothing but one variable. */
function expandVariable(chunk: Chunk, written: MappedText): readonly Field[] {
  if (chunk.list !== null) return chunk.list.map(text => ({ text, word: written, quoted: true, from: 'elsewhere' }))
  if (!chunk.splits || !/\s/.test(chunk.text.text)) {
    if (chunk.splits && chunk.text.text === '') return []
    return [{ text: chunk.text, word: chunk.site, quoted: isQuoted(written), from: 'variable' }]
  }
  return Array.from(chunk.text.text.matchAll(/\S+/g), match => ({
    text: chunk.text.slice(match.index, match.index + match[0].length),
    word: written,
    quoted: true,
    from: 'elsewhere' as const
  }))
}

/** Words that mix text and variables of several parts: every part but the first and last of a list stands alone. */
function splitFields(chunks: readonly Chunk[], written: MappedText): readonly Field[] {
  let last = { pieces: [] as MappedText[], moved: false, isArgument: false }
  const fields = [last]
  const part = (): void => {
    last = { pieces: [], moved: false, isArgument: false }
    fields.push(last)
  }
  for (const chunk of chunks) {
    const items = chunk.list ?? (chunk.splits ? splitText(chunk.text) : [chunk.text])
    if (chunk.splits && /^\s/.test(chunk.text.text)) part()
    for (const [nth, item] of items.entries()) {
      if (nth > 0) part()
      last.pieces.push(items.length === 1 ? inWord(chunk, item) : item)
      last.moved ||= items.length > 1
      // Nothing outside quotes is no argument, but lends its place to one.
      last.isArgument ||= !chunk.splits || item.text !== ''
    }
    if (chunk.splits && /\s$/.test(chunk.text.text)) part()
  }
  return fields
    .filter(field => field.isArgument)
    .map(field => ({
      text: MappedText.join(field.pieces),
      word: written,
      quoted: isQuoted(written),
      from: field.moved ? 'elsewhere' : 'word'
    }))
}

const splitText = (text: MappedText): readonly MappedText[] =>
  text.text === ''
    ? [text]
    : Array.from(text.text.matchAll(/\S+/g), match => text.slice(match.index, match.index + match[0].length))

/**
 * Takes backslashes away as the shell does (POSIX 2.2.1, 2.2.3, 2.7.4). Where that disagrees with the parser's own
 * value, the whole text stands for it.
 */
function unquote(written: MappedText, value: string | null, where: 'word' | 'double' | 'heredoc'): MappedText {
  if (!written.text.includes('\\')) return written
  const special = where === 'word' ? null : where === 'double' ? '$`"\\\n' : '$`\\\n'
  let text = ''
  const kept: [number, number][] = []
  for (let index = 0; index < written.text.length; index++) {
    const next = written.text[index + 1]
    const escapes = written.text[index] === '\\' && next !== undefined && (special === null || special.includes(next))
    if (escapes && next === '\n') {
      index++
      continue
    }
    kept.push(escapes ? [index, index + 2] : [index, index + 1])
    text += escapes ? next : written.text[index]
    if (escapes) index++
  }
  if (value !== null && value !== text) return MappedText.standingFor(written, value)
  const spans = (): readonly Span[] => kept.map(([start, end]): Span => written.span(start, end))
  return MappedText.decoded(written.file, text, spans, () => written.span()[0])
}
