import type { Unread } from '../model/finding.ts'
import type { Directive } from '../text/blocks.ts'
import { parseLines } from '../text/lines.ts'
import { HOLE, type MappedText } from '../text/mapped-text.ts'
import type { ReadContext } from './proxy-format.ts'
import { fillTemplate } from './template.ts'

/** Sections that hold whenever their module or flag is there: their content counts as if it stood outside. */
const transparent: ReadonlySet<string> = new Set([
  'ifmodule',
  'ifdefine',
  'ifversion',
  'ifdirective',
  'ifsection',
  'macro'
])

const maxDepth = 30

/** Reads httpd's configuration into sections, includes in their places; names come out in lower case. */
export function loadApache(
  text: MappedText,
  context: ReadContext
): { directives: readonly Directive[]; unread: readonly Unread[] } {
  const values = new Map(context.variables)
  const unread: Unread[] = []
  let included = 0

  const load = (source: MappedText, trail: readonly string[]): readonly Directive[] => {
    const lines = parseLines(fillTemplate(source, context.variables), 'line-start')
    return sections(lines.flatMap(line => expandLine(line, [...trail, source.file.path])))
  }

  const expandLine = (line: Directive, trail: readonly string[]): readonly Directive[] => {
    const name = line.name.toLowerCase()
    const args = line.args.map(word => ({ ...word, text: fill(word.text, values) }))
    if (name === 'define' && args[0] !== undefined) values.set(args[0].text, args[1]?.text ?? '')
    if (name !== 'include' && name !== 'includeoptional') return [{ ...line, name, args }]
    if (trail.length > 10 || ++included > 200) return []
    const pattern = args[0]?.text ?? ''
    const files = context.include(pattern, line.source.file.path).filter(file => !trail.includes(file.file.path))
    if (files.length === 0 && name === 'include' && !/[*?[]|letsencrypt|ssl|mods-|ports/.test(pattern)) {
      const { file, line: at } = line.source.location(line.start, line.end)
      unread.push({ file, line: at, reason: `httpd includes ${pattern}, which is not in the checkout` })
    }
    return files.flatMap(file => load(file, trail))
  }

  return { directives: load(text, []), unread }
}

/** `${NAME}` from the environment or a `Define` before; `%{…}` and unknown ones are known at request time only. */
const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{(\w+)\}/g, (_, name: string) => values.get(name)?.slice(0, 500) ?? HOLE)

/** `<Name args>` … `</Name>` become blocks. */
function sections(lines: readonly Directive[]): readonly Directive[] {
  const top: Directive[] = []
  const open: { name: string; block: Directive[] }[] = []
  for (const line of lines) {
    const here = open.at(-1)?.block ?? top
    if (line.name.startsWith('</')) {
      const name = line.name.slice(2).replace(/>.*$/s, '')
      const at = open.findLastIndex(section => section.name === name)
      if (at !== -1) open.length = at
    } else if (line.name.startsWith('<') && line.block === null) {
      const name = line.name.slice(1).replace(/>.*$/s, '')
      const block: Directive[] = transparent.has(name) ? here : []
      const section = { ...line, name, args: withoutBracket(line), block }
      if (!transparent.has(name) && open.length < maxDepth) here.push(section)
      open.push({ name, block })
    } else here.push(line)
  }
  return top
}

const withoutBracket = ({ args }: Directive): Directive['args'] =>
  args.map(word => ({ ...word, text: word.text.replace(/>$/, '') })).filter(word => word.text !== '')
