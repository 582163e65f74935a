/** A place in a file of the checkout. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is one past the last character. */
export interface Location {
  /** Relative to the workspace, forward slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A file's text with the offsets at which its lines start. Only place that turns offsets into lines. */
export class SourceFile {
  readonly path: string
  readonly text: string
  #lineStarts: number[] | null = null

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  /** The location of the characters from offset `start` up to but not including `end`. */
  location(start: number, end: number): Location {
    const from = this.#position(start)
    const to = this.#position(Math.max(start, end))
    return { file: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }

  /** The text of line `line` (1-based), without its line break. */
  line(line: number): string {
    const starts = this.#starts()
    const start = starts[line - 1]
    return start === undefined ? '' : this.text.slice(start, starts[line] ?? this.text.length).replace(/[\r\n]+$/, '')
  }

  get lineCount(): number {
    return this.#starts().length
  }

  #starts(): number[] {
    if (this.#lineStarts === null) {
      this.#lineStarts = [0]
      for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1))
        this.#lineStarts.push(at + 1)
    }
    return this.#lineStarts
  }

  #position(offset: number): { line: number; column: number } {
    const starts = this.#starts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** True where `inner` lies on the lines of `outer`. */
export const onLinesOf = (inner: Location, outer: Location): boolean =>
  inner.file === outer.file && inner.line >= outer.line && inner.line <= outer.endLine
