import type { Location, SourceFile } from './location.ts'

/** Where one decoded character comes from: offsets in the file, end exclusive. `null` where a format made it up (a YAML fold). */
export type Span = readonly [start: number, end: number] | null

/** Stands for a value that is not known before the run: a secret, an output, an unset variable. From the private-use area. */
export const HOLE = '\uE000'

/** Twice the longest file that is read. */
const longest = 2 * 1024 * 1024

/**
 * Decoded text that still knows where each of its characters stands in the file: a YAML scalar, a shell word, a
 * heredoc body, a script inside a quoted word. Positions compose by mapping, never by searching the file again.
 */
export class MappedText {
  readonly file: SourceFile
  readonly text: string
  /** Variables that gave this text their default (`${BIND:-127.0.0.1}`): the value is what holds when nobody sets them. */
  readonly assumed: readonly string[]
  readonly #spanAt: (index: number) => Span
  /** Where a value stands that turned out empty, and so has no character to say it. */
  readonly #emptyAt: (() => Span) | null
  /** Where a text without characters stands. */
  readonly #anchor: (() => number) | null

  private constructor(
    file: SourceFile,
    text: string,
    spanAt: (index: number) => Span,
    assumed: readonly string[],
    emptyAt: (() => Span) | null = null,
    anchor: (() => number) | null = null
  ) {
    this.file = file
    this.text = text
    this.#spanAt = spanAt
    this.assumed = assumed
    this.#emptyAt = emptyAt
    this.#anchor = anchor
  }

  static whole(file: SourceFile): MappedText {
    return new MappedText(file, file.text, index => [index, index + 1], [])
  }

  /** Text decoded by a format. `spans` and `anchor` are asked only when a location is wanted, since most text never is. */
  static decoded(file: SourceFile, text: string, spans: () => readonly Span[], anchor: () => number): MappedText {
    let known: readonly Span[] | null = null
    const spanAt = (index: number): Span => {
      known ??= spans()
      return known[index] ?? null
    }
    return new MappedText(file, text, spanAt, [], null, anchor)
  }

  /** Text whose every character stands for the same piece of the file: the value of `$X`, or of an expression. */
  static standingFor(piece: MappedText, text: string, assumed: readonly string[] = []): MappedText {
    let span: Span | undefined
    const spanAt = (): Span => {
      span ??= piece.span()
      return span
    }
    return new MappedText(
      piece.file,
      text,
      spanAt,
      [...piece.assumed, ...assumed],
      text === '' && piece.text !== '' ? spanAt : null,
      () => piece.span()[0]
    )
  }

  /**
   * Pieces one after the other. Pieces of another file than the first's keep their text and lose their place. An empty
   * value (`${BIND:-}8000:8000`) lends its place to the character after it.
   */
  static join(pieces: readonly MappedText[]): MappedText {
    const [first] = pieces
    if (first === undefined) throw new Error('nothing to join')
    if (pieces.length === 1) return first
    const starts: number[] = []
    let length = 0
    for (const piece of pieces) {
      starts.push(length)
      length += piece.text.length
    }
    const spanAt = (index: number): Span => {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= index) low = middle
        else high = middle - 1
      }
      const piece = pieces[low]
      if (piece === undefined || piece.file !== first.file) return null
      const span = piece.#spanAt(index - (starts[low] ?? 0))
      const before = low === 0 ? null : (pieces[low - 1] ?? piece).#emptyAt
      return index !== starts[low] || before === null || span === null ? span : [before()?.[0] ?? span[0], span[1]]
    }
    // Variables that hold themselves twice over grow without end: no real text is that long, so nobody knows it.
    if (length > longest) return MappedText.standingFor(first, HOLE)
    return new MappedText(
      first.file,
      pieces.map(piece => piece.text).join(''),
      spanAt,
      [...new Set(pieces.flatMap(piece => piece.assumed))],
      null,
      () => first.span()[0]
    )
  }

  slice(start: number, end: number = this.text.length): MappedText {
    if (start === 0 && end === this.text.length) return this
    const text = this.text.slice(start, end)
    const anchor = text === '' ? () => this.span(start, start)[0] : null
    return new MappedText(this.file, text, index => this.#spanAt(start + index), this.assumed, null, anchor)
  }

  withAssumed(names: readonly string[]): MappedText {
    const assumed = [...new Set([...this.assumed, ...names])]
    return new MappedText(this.file, this.text, this.#spanAt, assumed, null, this.#anchor)
  }

  /** File offsets from the first mapped character to the last; what YAML made up at the ends takes its neighbour's place. */
  span(start = 0, end: number = this.text.length): readonly [number, number] {
    let first: Span = null
    let last: Span = null
    for (let index = start; index < end && first === null; index++) first = this.#spanAt(index)
    for (let index = end - 1; index >= start && last === null; index--) last = this.#spanAt(index)
    if (first !== null && last !== null) return [first[0], last[1]]
    for (let index = Math.min(start, this.text.length) - 1; index >= 0; index--) {
      const before = this.#spanAt(index)
      if (before !== null) return [before[1], before[1]]
    }
    for (let index = end; index < this.text.length; index++) {
      const after = this.#spanAt(index)
      if (after !== null) return [after[0], after[0]]
    }
    const at = this.#anchor?.() ?? 0
    return [at, at]
  }

  location(start = 0, end: number = this.text.length): Location {
    return this.file.location(...this.span(start, end))
  }

  get isWholeFile(): boolean {
    return this.text === this.file.text
  }

  /** True where a part of the value is unknown. */
  get hasHoles(): boolean {
    return this.text.includes(HOLE)
  }
}
