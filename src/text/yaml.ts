import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseAllDocuments,
  type Scalar
} from 'yaml'
import { type Location, SourceFile } from './location.ts'
import { MappedText } from './mapped-text.ts'
import { decodeScalar } from './yaml-scalar.ts'

/** A value with its text as decoded by YAML, every character of which knows its place in the file. */
export interface YamlScalar {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly text: MappedText
  readonly tag: string | null
}

export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
  readonly tag: string | null
  readonly at: Location
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly tag: string | null
  readonly at: Location
}

/** Aliases are the very node they name, so that a text used twice is still one text. */
export type YamlNode = YamlScalar | YamlMap | YamlList

export interface YamlDocument {
  readonly root: YamlNode | null
}

/** Documents of a file, and where the parser gave up, if it did (1-based line). */
export interface YamlReading {
  readonly documents: readonly YamlDocument[]
  readonly error: { readonly line: number; readonly message: string } | null
}

/** Reads YAML 1.2, with merge keys: a file, or a text within one. Never throws: what is no YAML comes back as `error`. */
export function parseYaml(from: SourceFile | MappedText): YamlReading {
  const source = from instanceof SourceFile ? MappedText.whole(from) : from
  const lineCounter = new LineCounter()
  // Broken text may give an error a character, and a stack trace of each takes longer than the parsing.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    const parsed = parseAllDocuments(source.text, {
      keepSourceTokens: true,
      lineCounter,
      merge: true,
      logLevel: 'silent',
      // Each would be a copy of its whole line.
      prettyErrors: false,
      // The parser's own check compares every key with every other one; ours is below.
      uniqueKeys: false
    })
    const documents = Array.isArray(parsed) ? parsed : []
    const failed = documents.flatMap(document => document.errors).at(0)
    const repeated: number[] = []
    const built = failed === undefined ? documents.map(document => ({ root: build(document, source, repeated) })) : []
    const at = failed?.pos[0] ?? repeated[0]
    if (at === undefined) return { documents: built, error: null }
    const message = failed === undefined ? 'Map keys must be unique' : shortened(failed.message)
    return { documents: [], error: { line: lineCounter.linePos(at).line || 1, message } }
  } catch (error) {
    if (error instanceof RangeError) return { documents: [], error: { line: 1, message: tooDeep } }
    throw error
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

const tooDeep = 'it is nested too deeply'

/** It quotes the token that it stumbled over, which may be the rest of the file. */
const shortened = (message: string): string =>
  /call stack/i.test(message) ? tooDeep : message.length > 200 ? `${message.slice(0, 199).toWellFormed()}…` : message

/** `repeated` takes the offsets of keys that their map already has: YAML 1.2.2 3.2.1.1 has each once, merge keys aside. */
function build(document: Document.Parsed<ParsedNode>, source: MappedText, repeated: number[]): YamlNode | null {
  const built = new Map<Node, YamlNode>()
  // An alias is the last node before it with that anchor (YAML 1.2.2 7.1); the library's own search walks the document.
  const anchors = new Map<string, Node>()
  const empty = (at: number): YamlScalar => ({
    kind: 'scalar',
    value: null,
    text: source.slice(at, at),
    tag: null
  })
  const at = (node: Node): Location => source.location(node.range?.[0] ?? 0, node.range?.[1] ?? 0)

  const convert = (node: Node | null): YamlNode => {
    if (node === null) return empty(0)
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      // An alias inside its own anchor has no value yet: nothing to read there.
      return (target && built.get(target)) ?? empty(node.range?.[0] ?? 0)
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    const known = built.get(node)
    if (known !== undefined) return known
    const made = isScalar(node) ? scalar(node) : isMap(node) ? map(node) : isSeq(node) ? list(node) : empty(0)
    built.set(node, made)
    return made
  }

  const scalar = (node: Scalar): YamlScalar => {
    const { value } = node
    const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
    return { kind: 'scalar', value: simple, text: decodeScalar(node, source), tag: node.tag ?? null }
  }

  const list = (node: Node & { items: unknown[] }): YamlList => ({
    kind: 'list',
    items: node.items.map(item => convert(item as Node | null)),
    tag: node.tag ?? null,
    at: at(node)
  })

  const map = (node: Node & { items: { key: unknown; value: unknown }[] }): YamlMap => {
    const entries: YamlEntry[] = []
    const merged: YamlEntry[] = []
    const own = new Set<string>()
    for (const pair of node.items) {
      const key = convert(pair.key as Node | null)
      const value = convert(pair.value as Node | null)
      if (key.kind !== 'scalar') continue
      if (key.text.text === '<<') merged.push(...mergeSources(value))
      else {
        if (own.has(key.text.text)) repeated.push((pair.key as Node | null)?.range?.[0] ?? 0)
        own.add(key.text.text)
        entries.push({ key, value })
      }
    }
    // A key of the map itself wins over a merged one (YAML merge key language-independent type).
    for (const entry of merged) {
      if (own.has(entry.key.text.text)) continue
      own.add(entry.key.text.text)
      entries.push(entry)
    }
    return { kind: 'map', entries, tag: node.tag ?? null, at: at(node) }
  }

  return document.contents === null ? null : convert(document.contents)
}

function mergeSources(value: YamlNode): readonly YamlEntry[] {
  if (value.kind === 'map') return value.entries
  if (value.kind === 'list') return value.items.flatMap(item => (item.kind === 'map' ? item.entries : []))
  return []
}

/** The value under `key`, null where `node` is no map or has no such key. The last of a repeated key wins. */
export function child(node: YamlNode | null | undefined, key: string): YamlNode | null {
  if (node?.kind !== 'map') return null
  return node.entries.findLast(entry => entry.key.text.text === key)?.value ?? null
}

/** Entries of a map, nothing for any other node. */
export const entriesOf = (node: YamlNode | null | undefined): readonly YamlEntry[] =>
  node?.kind === 'map' ? node.entries : []

/** Items of a list, nothing for any other node. */
export const itemsOf = (node: YamlNode | null | undefined): readonly YamlNode[] =>
  node?.kind === 'list' ? node.items : []

/** A scalar's text, null for other nodes and for null values. */
export const textOf = (node: YamlNode | null | undefined): MappedText | null =>
  node?.kind === 'scalar' && (node.value !== null || node.text.text !== '') ? node.text : null

/** A scalar's text or a list's scalar texts. */
export const textsOf = (node: YamlNode | null | undefined): readonly MappedText[] =>
  (node?.kind === 'list' ? node.items : [node]).flatMap(item => textOf(item) ?? [])

export const locationOf = (node: YamlNode): Location => (node.kind === 'scalar' ? node.text.location() : node.at)
