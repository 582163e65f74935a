import type { Files, ReadResult } from '../../src/platform/host.ts'
import { SourceFile } from '../../src/text/location.ts'
import { Broken } from './target.ts'

/** As a file stands after it was written to disk and read again: a lone surrogate is U+FFFD, a byte order mark is gone. */
export const stored = (text: string): string => text.toWellFormed().replace(/^\ufeff/, '')

/** A checkout that is nowhere but here, and that reads as one on disk does. */
export class MemoryFiles implements Files {
  readonly texts: ReadonlyMap<string, string>
  readonly #paths: readonly string[]

  constructor(files: ReadonlyMap<string, string>) {
    this.texts = new Map([...files].map(([path, text]) => [path, stored(text)]))
    this.#paths = [...files.keys()].sort((a, b) => (a < b ? -1 : 1))
  }

  list = (): readonly string[] => this.#paths
  exists = (path: string): boolean => this.texts.has(path)

  read(path: string): ReadResult | null {
    const text = this.texts.get(path)
    if (text === undefined) return null
    return text.includes('\0') ? { unreadable: 'it is binary' } : { text }
  }
}

interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Every place within what a reader gave back, wherever it stands. */
function* placesIn(value: unknown, seen = new Set<object>()): Generator<Place> {
  if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof SourceFile) return
  seen.add(value)
  if ('endColumn' in value && 'line' in value && 'file' in value) yield value as Place
  const inner = value instanceof Map ? [...value].flat() : Object.values(value)
  for (const each of inner) yield* placesIn(each, seen)
}

/** Throws for a place that is not inside its file, and for what was not read at a line that is none. */
export function checkPlaces(value: unknown, texts: ReadonlyMap<string, string>): void {
  const lines = new Map([...texts].map(([path, text]) => [path, text.split('\n')]))
  for (const place of placesIn(value)) {
    if (!isInside(place, lines.get(place.file))) throw new Broken('every place lies inside its file', place)
  }
}

function isInside({ line, column, endLine, endColumn }: Place, lines: readonly string[] | undefined): boolean {
  const [first, last] = [lines?.[line - 1], lines?.[endLine - 1]]
  return (
    first !== undefined &&
    last !== undefined &&
    column >= 1 &&
    column <= first.length + 1 &&
    endColumn >= 1 &&
    endColumn <= last.length + 1 &&
    (endLine > line || (endLine === line && endColumn >= column))
  )
}

/** The text at a place. */
export function textAt({ file, line, column, endLine, endColumn }: Place, texts: ReadonlyMap<string, string>): string {
  const lines = (texts.get(file) ?? '').split('\n').slice(line - 1, endLine)
  const last = lines.length - 1
  return lines
    .map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : text.length))
    .join('\n')
}

/** The same with every line number of `file` moved, in words too, to compare with the reading of a text with lines before it. */
export function shifted(value: unknown, file: string, by: number): unknown {
  if (typeof value === 'string' && file !== '') {
    return value
      .split(`${file}:`)
      .map((piece, index) => (index === 0 ? piece : piece.replace(/^\d+/, line => String(Number(line) + by))))
      .join(`${file}:`)
  }
  if (Array.isArray(value)) return value.map(each => shifted(each, file, by))
  if (value instanceof Map) return [...value].map(pair => shifted(pair, file, by))
  if (typeof value !== 'object' || value === null) return value
  const own = 'file' in value && value.file === file
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      own && (key === 'line' || key === 'endLine') ? Number(each) + by : shifted(each, file, by)
    ])
  )
}
