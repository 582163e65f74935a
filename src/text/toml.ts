import { parse, type TomlValue } from 'smol-toml'
import { MappedText } from './mapped-text.ts'
import type { YamlEntry, YamlNode, YamlReading, YamlScalar } from './yaml.ts'

/**
 * Reads TOML into the nodes that YAML has, so that one reader serves both.
 *
 * No TOML parser keeps positions, so they are found again: the text is scanned for its strings once, in order, and
 * each value takes the first place with its text that is still free. Two equal values may swap places, no others.
 */
export function parseToml(source: MappedText): YamlReading {
  try {
    const places = new Places(source)
    const root = build(parse(source.text, { maxDepth: 50 }), places)
    return { documents: [{ root }], error: null }
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'line' in error ? Number(error.line) : 1
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { documents: [], error: { line, message } }
  }
}

/** Where each text stands that may be a value. */
class Places {
  /** The first thing that the file says: for what has no place of its own. */
  readonly start: MappedText
  readonly #source: MappedText
  readonly #free = new Map<string, number[]>()

  constructor(source: MappedText) {
    const start = Math.max(0, source.text.search(/\S/))
    this.start = source.slice(start, start + 1)
    this.#source = source
    const value = /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+-]+/g
    for (const match of source.text.matchAll(value)) {
      const [written] = match
      if (written.startsWith('#')) continue
      const quoted = /^["']/.test(written) && !/^(?:"""|''')/.test(written)
      const text = quoted ? written.slice(1, -1) : written
      const at = match.index + (quoted ? 1 : 0)
      const known = this.#free.get(text)
      if (known === undefined) this.#free.set(text, [at])
      else known.push(at)
    }
    for (const places of this.#free.values()) places.reverse()
  }

  /** The next free place of `text`; the start of the file where it is written in another way. */
  take(text: string): MappedText {
    const at = this.#free.get(text)?.pop()
    return at === undefined ? MappedText.standingFor(this.start, text) : this.#source.slice(at, at + text.length)
  }
}

function build(value: TomlValue, places: Places): YamlNode {
  if (Array.isArray(value)) {
    const items = value.map(item => build(item, places))
    return { kind: 'list', items, tag: null, at: places.start.location() }
  }
  if (typeof value === 'object' && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([key, inner]): YamlEntry => {
      const name = scalar(key, MappedText.standingFor(places.start, key))
      return { key: name, value: build(inner, places) }
    })
    return { kind: 'map', entries, tag: null, at: places.start.location() }
  }
  const text = value instanceof Date ? value.toISOString() : String(value)
  const simple = typeof value === 'boolean' || typeof value === 'number' ? value : text
  return scalar(simple, places.take(text))
}

const scalar = (value: YamlScalar['value'], text: MappedText): YamlScalar => ({
  kind: 'scalar',
  value,
  text,
  tag: null
})
