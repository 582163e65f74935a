import type { Location } from './location.ts'
import type { MappedText } from './mapped-text.ts'

/** One word of a directive, decoded; `start` and `end` are indexes into the source it came from, quotes included. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

/** A directive with its arguments and, where it opens one, its block. */
export interface Directive {
  readonly name: string
  readonly args: readonly Word[]
  /** Null where it has none: `listen 80;`. */
  readonly block: readonly Directive[] | null
  readonly source: MappedText
  /** From the first character of its name … */
  readonly start: number
  /** … to one past the last of its last argument, before `;` or `{`. */
  readonly end: number
}

/** A place where the text is not what its format asks for; what surrounds it was read all the same. */
export interface BlockProblem {
  readonly source: MappedText
  readonly index: number
  readonly reason: string
}

export interface Blocks {
  readonly directives: readonly Directive[]
  readonly problems: readonly BlockProblem[]
}

/** Where a directive stands, from its name to its last argument. */
export const directiveLocation = (directive: Directive): Location =>
  directive.source.location(directive.start, directive.end)

/** The decoded arguments, one blank between them. */
export const argumentText = (directive: Directive): string => directive.args.map(word => word.text).join(' ')

/** Deeper blocks are read and dropped: no server takes them, and whoever walks the tree may recurse. */
const maxDepth = 50

/** Collects directives into nested blocks, so that depth costs no stack. */
export class BlockBuilder {
  readonly problems: BlockProblem[] = []
  readonly #source: MappedText
  readonly #top: Directive[] = []
  readonly #open: { readonly block: Directive[]; readonly at: number }[] = []

  constructor(source: MappedText) {
    this.#source = source
  }

  get depth(): number {
    return this.#open.length
  }

  /** Ends the directive of these words; with `opens`, what follows goes into its block. */
  add(words: readonly Word[], opens: boolean, openedAt: number): void {
    const [name, ...args] = words
    const last = words.at(-1)
    const block: Directive[] | null = opens ? [] : null
    const directive: Directive = {
      name: name?.text ?? '',
      args,
      block,
      source: this.#source,
      start: name?.start ?? openedAt,
      end: last?.end ?? openedAt + 1
    }
    ;(this.#open.at(-1)?.block ?? this.#top).push(directive)
    if (block === null) return
    this.#open.push({ block: this.#open.length < maxDepth ? block : [], at: openedAt })
  }

  close(index: number): void {
    if (this.#open.pop() === undefined) this.problem(index, 'a "}" closes a block that was never opened')
  }

  problem(index: number, reason: string): void {
    if (this.problems.length < 20) this.problems.push({ source: this.#source, index, reason })
  }

  done(): Blocks {
    const unclosed = this.#open.at(-1)
    if (unclosed !== undefined) this.problem(unclosed.at, 'a block is opened here and never closed')
    return { directives: this.#top, problems: this.problems }
  }
}

const blank = (char: string): boolean => char === ' ' || char === '\t' || char === '\n' || char === '\r'
const escapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n', '"': '"', "'": "'", '\\': '\\' }

/**
 * Reads nginx configuration as nginx's own reader does (`ngx_conf_read_token` in src/core/ngx_conf_file.c): `#` and
 * quotes count at the start of a word only, `${x}` does not open a block, a `}` inside a word belongs to it.
 */
export function parseNginxBlocks(source: MappedText): Blocks {
  const text = source.text
  const builder = new BlockBuilder(source)
  let words: Word[] = []
  let index = 0
  while (index < text.length) {
    const char = text.charAt(index)
    if (blank(char) || (char === '\uFEFF' && index === 0)) index++
    else if (char === '#') index = lineEnd(text, index)
    else if (char === ';') {
      if (words.length > 0) builder.add(words, false, index)
      words = []
      index++
    } else if (char === '{') {
      const foreign = /_by_lua_block$/.test(words[0]?.text ?? '')
      builder.add(words, !foreign, index)
      words = []
      index = foreign ? afterLua(text, index) : index + 1
    } else if (char === '}') {
      if (words.length > 0) {
        builder.problem(words[0]?.start ?? index, 'a directive has no ";" at its end')
        builder.add(words, false, index)
      }
      words = []
      builder.close(index++)
    } else {
      const word = char === '"' || char === "'" ? quotedWord(text, index) : bareWord(text, index)
      if (word === null) {
        builder.problem(index, 'a quote is opened here and never closed')
        return builder.done()
      }
      words.push(word)
      index = word.end
    }
  }
  if (words.length > 0) {
    builder.problem(words[0]?.start ?? 0, 'a directive has no ";" at its end')
    builder.add(words, false, text.length)
  }
  return builder.done()
}

const lineEnd = (text: string, index: number): number => {
  const end = text.indexOf('\n', index)
  return end === -1 ? text.length : end
}

function quotedWord(text: string, start: number): Word | null {
  const quote = text.charAt(start)
  for (let index = start + 1; index < text.length; index++) {
    const char = text.charAt(index)
    if (char === '\\') index++
    else if (char === quote)
      return { text: unescaped(text.slice(start + 1, index)), start, end: index + 1, quoted: true }
  }
  return null
}

function bareWord(text: string, start: number): Word {
  let index = start
  for (; index < text.length; index++) {
    const char = text.charAt(index)
    if (char === '\\') index++
    else if (char === '$' && text.charAt(index + 1) === '{') index++
    else if (blank(char) || char === ';' || char === '{') break
  }
  const end = Math.min(index, text.length)
  return { text: unescaped(text.slice(start, end)), start, end, quoted: false }
}

/** nginx drops the backslash before these only; before any other character it stays, as regular expressions need it. */
const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(["'\\trn])/g, (_, char: string) => escapes[char] ?? char) : text

/** Lua has braces of its own, and strings and comments that hold more of them. */
function afterLua(text: string, open: number): number {
  const piece = /--\[\[[^\]]*\]\]|--[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]/gs
  piece.lastIndex = open
  let depth = 0
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}' && --depth === 0) return piece.lastIndex
  }
  return text.length
}
