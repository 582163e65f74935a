import type { Directive } from '../text/blocks.ts'
import type { Scope } from './nginx-values.ts'

/** Values of a map that are looked at: more than any config chooses its upstream from. */
const mostValues = 64

const settings: ReadonlySet<string> = new Set(['hostnames', 'volatile'])

/** The values that `map` and `split_clients` choose from, by the variable that they set; none where a file is missing. */
export function readMaps(blocks: readonly (readonly Directive[])[]): ReadonlyMap<string, readonly string[]> {
  const maps = blocks.flat().filter(({ name }) => name === 'map' || name === 'split_clients')
  return new Map(
    maps.flatMap(({ args, block }) => {
      const variable = args[1]?.text ?? ''
      if (!variable.startsWith('$') || block === null || block.some(({ name }) => name === 'include')) return []
      const values = block.flatMap(({ name, args }) => (settings.has(name) ? [] : (args[0]?.text ?? [])))
      return [[variable.slice(1), [...new Set(values)].slice(0, mostValues)] as const]
    })
  )
}

/** The values of variables in this text that a block sets more than once: within an `if`, in each of several files that may be there. */
export function severalSets(written: string, scope: Scope): ReadonlyMap<string, readonly string[]> {
  const found = Array.from(written.matchAll(/\$\{?(\w+)/g), ([, name = '']) => {
    const block = scope.findLast(each => setsOf(name, each).length > 0) ?? []
    return [name, setsOf(name, block).slice(0, mostValues)] as const
  })
  return new Map(found.filter(([, values]) => values.length > 1))
}

const setsOf = (name: string, block: readonly Directive[]): readonly string[] =>
  block.flatMap(directive => {
    if (directive.name === 'if') return setsOf(name, directive.block ?? [])
    return directive.name === 'set' && directive.args[0]?.text === `$${name}` ? (directive.args[1]?.text ?? '') : []
  })

/** Maps that choose from maps: no config goes deeper. */
const deepest = 3

/** Every text that maps may make of this one, by way of other maps too; itself where it names none of theirs. */
export function throughMaps(written: string, maps: ReadonlyMap<string, readonly string[]>): readonly string[] {
  let texts: readonly string[] = [written]
  for (let depth = 0; depth < deepest && texts.some(text => text.includes('$')); depth++) texts = [...few(texts, maps)]
  return texts
}

function few(texts: readonly string[], maps: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const made of throughMap(text, maps)) found.add(made)
    if (found.size >= mostValues) break
  }
  return found
}

function throughMap(written: string, maps: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const variable = /\$(?:\{(\w+)\}|(\w+))/g
  for (const { 0: all, 1: braced, 2: plain, index } of written.matchAll(variable)) {
    const values = maps.get(braced ?? plain ?? '')
    if (values !== undefined && values.length > 0)
      return values.map(value => written.slice(0, index) + value + written.slice(index + all.length))
  }
  return [written]
}
