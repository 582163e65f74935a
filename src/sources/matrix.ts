import { MappedText } from '../text/mapped-text.ts'
import { child, entriesOf, itemsOf, parseYaml, textOf, textsOf, type YamlNode } from '../text/yaml.ts'

export type Combination = ReadonlyMap<string, MappedText>

/** A matrix makes at most 256 jobs; the first of these show what a workflow publishes. */
const most = 32

/** The combinations of `strategy.matrix` that stand in the file; one empty one where there is no matrix. */
export function combinations(node: YamlNode | null): readonly Combination[] {
  const matrix = literalOf(node)
  let all: Map<string, MappedText>[] = [new Map()]
  for (const { key, value: written } of entriesOf(matrix)) {
    const name = key.text.text
    const value = literal(written)
    if (name === 'include' || name === 'exclude' || value.kind !== 'list') continue
    all = all.flatMap(before => value.items.map(item => new Map([...before, ...flatten(name, item)]))).slice(0, most)
  }
  const excluded = listed(matrix, 'exclude')
  all = all.filter(
    one => !excluded.some(values => [...values].every(([name, text]) => one.get(name)?.text === text.text))
  )
  const included = listed(matrix, 'include')
  return included.length === 0 ? all : merge(all, included).slice(0, most)
}

/** What `${{ fromJSON('[3000, 3001]') }}` holds, at its place; JSON is YAML. Anything else is itself. */
function literal(node: YamlNode): YamlNode {
  const text = textOf(node)
  const json = text === null ? null : /^(\s*\$\{\{\s*fromJSON\(\s*')([^']*)'\s*\)\s*\}\}\s*$/i.exec(text.text)
  if (text === null || json === null) return node
  const [, before = '', inner = ''] = json
  return parseYaml(text.slice(before.length, before.length + inner.length)).documents[0]?.root ?? node
}

/** `runner: [self-hosted, web-1]` as `runs-on` takes it. */
function labels(node: YamlNode): MappedText | null {
  const items = textsOf(node)
  const [first] = items
  return first === undefined ? null : MappedText.standingFor(first, JSON.stringify(items.map(({ text }) => text)))
}

const literalOf = (node: YamlNode | null): YamlNode | null => (node === null ? null : literal(node))

const listed = (matrix: YamlNode | null, key: 'include' | 'exclude'): Map<string, MappedText>[] =>
  itemsOf(literalOf(child(matrix, key))).map(
    item => new Map(entriesOf(item).flatMap(entry => flatten(entry.key.text.text, entry.value)))
  )

/** An included combination extends those it agrees with, or stands alone. */
function merge(
  all: Map<string, MappedText>[],
  included: readonly Map<string, MappedText>[]
): Map<string, MappedText>[] {
  const base = all.length === 1 && all[0]?.size === 0 ? [] : all
  const alone: Map<string, MappedText>[] = []
  for (const extra of included) {
    const fitting = base.filter(one =>
      [...extra].every(([name, text]) => (one.get(name)?.text ?? text.text) === text.text)
    )
    const extends_ = fitting.filter(one => [...extra.keys()].some(name => one.has(name)) || base.length > 0)
    if (extends_.length === 0) alone.push(extra)
    for (const one of extends_) for (const [name, text] of extra) one.set(name, text)
  }
  return [...base, ...alone]
}

/** `{name: {a: 1}}` as `name.a`. */
function flatten(name: string, node: YamlNode): [string, MappedText][] {
  if (node.kind === 'map') return node.entries.flatMap(entry => flatten(`${name}.${entry.key.text.text}`, entry.value))
  const text = textOf(node) ?? labels(node)
  return text === null ? [] : [[name, text]]
}
