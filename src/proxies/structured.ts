import type { Unread } from '../model/finding.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { child, entriesOf, itemsOf, parseYaml, type YamlEntry, type YamlNode } from '../text/yaml.ts'
import type { ReadContext } from './proxy-format.ts'
import { fillTemplate } from './template.ts'

/** A YAML or JSON config (JSON is YAML) with its templates filled, every document of it. */
export function readStructured(
  text: MappedText,
  context: ReadContext
): { readonly roots: readonly YamlNode[]; readonly unread: readonly Unread[] } {
  const { documents, error } = parseYaml(fillTemplate(text, context.variables))
  const unread = error === null ? [] : [{ file: text.file.path, line: error.line, reason: error.message }]
  return { roots: documents.flatMap(({ root }) => root ?? []), unread }
}

/** The node at the end of these keys. */
export const nodeAt = (node: YamlNode | null | undefined, ...keys: readonly string[]): YamlNode | null =>
  keys.reduce<YamlNode | null>((at, key) => child(at, key), node ?? null)

/** As `nodeAt`, for formats whose keys may be written in any case. */
export const nodeAtAnyCase = (node: YamlNode | null | undefined, ...keys: readonly string[]): YamlNode | null =>
  keys.reduce<YamlNode | null>((at, key) => {
    const wanted = key.toLowerCase()
    return entriesOf(at).findLast(entry => entry.key.text.text.toLowerCase() === wanted)?.value ?? null
  }, node ?? null)

/** No real config lists more; aliases could otherwise multiply what a small file holds. */
const most = 500

export const items = (node: YamlNode | null | undefined): readonly YamlNode[] => itemsOf(node).slice(0, most)
export const entries = (node: YamlNode | null | undefined): readonly YamlEntry[] => entriesOf(node).slice(0, most)

/** True where a scalar says yes; an object counts as yes too (`tls: {}`). */
export const isOn = (node: YamlNode | null | undefined): boolean =>
  node != null && (node.kind !== 'scalar' || /^(?:true|yes|on|1)$/i.test(node.text.text))
