import { MappedText } from '../../text/mapped-text.ts'
import {
  child,
  itemsOf,
  textOf,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar
} from '../../text/yaml.ts'
import { joinPath } from '../path.ts'
import { interpolate, type Lookup } from './interpolate.ts'

/** A tree with variables put into its values; keys stay as they are (compose-spec 12-interpolation). What has none is shared. */
export function interpolateTree(root: YamlNode, lookup: Lookup): YamlNode {
  const known = new Map<YamlNode, YamlNode>()
  const made = (node: YamlNode): YamlNode => {
    if (node.kind === 'scalar') {
      const text = interpolate(node.text, lookup)
      return text === node.text ? node : { ...node, text }
    }
    if (node.kind === 'list') {
      const items = node.items.map(convert)
      return items.every((item, index) => item === node.items[index]) ? node : { ...node, items }
    }
    const entries = node.entries.map(entry => {
      const value = convert(entry.value)
      return value === entry.value ? entry : { key: entry.key, value }
    })
    return entries.every((entry, index) => entry === node.entries[index]) ? node : { ...node, entries }
  }
  const convert = (node: YamlNode): YamlNode => {
    const converted = known.get(node) ?? made(node)
    known.set(node, converted)
    return converted
  }
  return convert(root)
}

/** Keys that take a list of `NAME=value` as well as a map. */
const pairs = new Set(['environment', 'labels'])
/** Keys that take a list of names as well as a map. */
const names = new Set(['networks', 'depends_on'])

/** A service with one form for what compose lets people write in two, and with its paths seen from the workspace. */
export function normalize(service: YamlMap, folder: string): YamlMap {
  const entries = service.entries.map(({ key, value }): YamlEntry => {
    const name = key.text.text
    if (pairs.has(name)) return { key, value: toMap(value, '=') }
    if (names.has(name)) return { key, value: toMap(value, null) }
    if (name === 'volumes') return { key, value: mapItems(value, item => volumeFrom(item, folder)) }
    if (name === 'build') return { key, value: buildFrom(value, folder) }
    if (name === 'env_file') return { key, value: envFilesFrom(value, folder) }
    if (name !== 'deploy' || value.kind !== 'map') return { key, value }
    const deploy = value.entries.map(entry =>
      entry.key.text.text === 'labels' ? { key: entry.key, value: toMap(entry.value, '=') } : entry
    )
    return { key, value: { ...value, entries: deploy } }
  })
  return { ...service, entries }
}

const scalar = (text: MappedText): YamlScalar => ({ kind: 'scalar', value: text.text, text, tag: null })

function toMap(node: YamlNode, separator: string | null): YamlNode {
  if (node.kind !== 'list') return node
  const entries = itemsOf(node).flatMap((item): YamlEntry[] => {
    const text = textOf(item)
    if (text === null) return []
    const at = separator === null ? -1 : text.text.indexOf(separator)
    const [end, start] = at === -1 ? [text.text.length, text.text.length] : [at, at + 1]
    return [{ key: scalar(text.slice(0, end)), value: scalar(text.slice(start)) }]
  })
  return { kind: 'map', entries, tag: node.tag, at: node.at }
}

const mapItems = (node: YamlNode, change: (item: YamlNode) => YamlNode): YamlNode =>
  node.kind === 'list' ? { ...node, items: node.items.map(change) } : node

function volumeFrom(node: YamlNode, folder: string): YamlNode {
  if (node.kind === 'scalar') return /^\.{1,2}(\/|:|$)/.test(node.text.text) ? scalar(from(node.text, folder)) : node
  return node.kind === 'map' ? withPath(node, 'source', folder) : node
}

/** `env_file: app.env`, a list of such, or of `{path: app.env, required: false}`: a list of paths. */
function envFilesFrom(node: YamlNode, folder: string): YamlNode {
  const items = node.kind === 'list' ? node.items : [node]
  const paths = items.flatMap(item => textOf(item) ?? textOf(child(item, 'path')) ?? [])
  const at = node.kind === 'scalar' ? node.text.location() : node.at
  return { kind: 'list', items: paths.map(path => scalar(from(path, folder))), tag: node.tag, at }
}

/** `build: ./app` is `build: {context: ./app}`. */
function buildFrom(node: YamlNode, folder: string): YamlNode {
  if (node.kind === 'map') return withPath(node, 'context', folder)
  if (node.kind === 'list') return node
  const key = scalar(MappedText.standingFor(node.text, 'context'))
  const context = scalar(from(node.text, folder))
  return { kind: 'map', entries: [{ key, value: context }], tag: node.tag, at: node.text.location() }
}

/** The map with the relative path under `key` seen from the workspace; a named volume is no path. */
export const withPath = (map: YamlMap, key: string, folder: string): YamlMap => ({
  ...map,
  entries: map.entries.map(entry => {
    const { value } = entry
    const relative = value.kind === 'scalar' && (key !== 'source' || value.text.text.startsWith('.'))
    return entry.key.text.text === key && relative ? { key: entry.key, value: scalar(from(value.text, folder)) } : entry
  })
})

/** `./conf:/etc/app` from `deploy` is `./deploy/conf:/etc/app`. A path that leaves the checkout, or a URL, stays. */
function from(text: MappedText, folder: string): MappedText {
  if (/^[/~$\uE000]|^\w+:\/\//.test(text.text)) return text
  const [path = '', ...rest] = text.text.split(':')
  const joined = joinPath(folder, path)
  const placed = /^[/~$.]/.test(joined) ? joined : `./${joined}`
  return MappedText.standingFor(text, [placed, ...rest].join(':'))
}
