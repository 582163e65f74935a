import type { YamlEntry, YamlMap, YamlNode } from '../../text/yaml.ts'

/** How two files' values of one key of a service become one (compose-spec 13-merge); any other key is replaced. */
const ways: Readonly<Record<string, 'append' | 'map'>> = {
  ports: 'append',
  volumes: 'append',
  configs: 'append',
  links: 'append',
  profiles: 'append',
  env_file: 'append',
  environment: 'map',
  labels: 'map',
  networks: 'map',
  depends_on: 'map',
  build: 'map',
  deploy: 'map'
}

/** One service as two files give it, the second one over the first. `!override` replaces, `!reset` takes away. */
export const mergeServices = (base: YamlMap, over: YamlMap): YamlMap =>
  mergeMaps(base, over, (key, before, value) => {
    const way = ways[key]
    return way === 'append' ? append(before, value) : way === 'map' ? deepen(before, value, 2) : value
  })

/** A map without the keys that `!reset` takes away. */
export const withoutReset = (map: YamlMap): YamlMap =>
  map.entries.some(entry => entry.value.tag === '!reset')
    ? { ...map, entries: map.entries.filter(entry => entry.value.tag !== '!reset') }
    : map

function mergeMaps(
  base: YamlMap,
  over: YamlMap,
  merge: (key: string, before: YamlNode, value: YamlNode) => YamlNode
): YamlMap {
  const entries = new Map<string, YamlEntry>(base.entries.map(entry => [entry.key.text.text, entry]))
  for (const entry of over.entries) {
    const key = entry.key.text.text
    const before = entries.get(key)?.value
    if (entry.value.tag === '!reset') entries.delete(key)
    else if (before === undefined || entry.value.tag === '!override') entries.set(key, entry)
    else entries.set(key, { key: entry.key, value: merge(key, before, entry.value) })
  }
  return { ...base, entries: [...entries.values()] }
}

const append = (before: YamlNode, value: YamlNode): YamlNode =>
  before.kind === 'list' && value.kind === 'list' ? { ...value, items: [...before.items, ...value.items] } : value

/** Bounded in depth: aliases could otherwise make a small file's merge endless. */
function deepen(before: YamlNode, value: YamlNode, depth: number): YamlNode {
  if (before.kind === 'map' && value.kind === 'map' && depth > 0)
    return mergeMaps(before, value, (_, inner, over) => deepen(inner, over, depth - 1))
  return append(before, value)
}
