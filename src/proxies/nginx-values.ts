import type { Directive } from '../text/blocks.ts'
import { HOLE } from '../text/mapped-text.ts'

/** Blocks around a directive, the outermost first: http, server, location. */
export type Scope = readonly (readonly Directive[])[]

const variable = /\$(?:\{(\w+)\}|(\w+))/g

/**
 * Puts values for the variables that the scope itself `set`s, or that the template's environment gives; all
 * others (`$host`, captures, maps) are known at request time only and become holes.
 */
export function expandNginx(written: string, scope: Scope, environment: ReadonlyMap<string, string>): string {
  // Values may name variables again: bounded in all, so that no file can make this grow.
  let left = 50
  const expand = (text: string, depth: number): string =>
    text.replace(variable, (_, braced?: string, plain?: string) => {
      const name = braced ?? plain ?? ''
      const value = setValue(name, scope) ?? environment.get(name)
      return value === undefined || depth > 5 || left-- <= 0 ? HOLE : expand(value.slice(0, 500), depth + 1)
    })
  return written.includes('$') ? expand(written, 0) : written
}

/** The last `set` of the innermost block that has one. */
function setValue(name: string, scope: Scope): string | undefined {
  for (const block of scope.toReversed()) {
    const set = block.findLast(directive => directive.name === 'set' && directive.args[0]?.text === `$${name}`)
    if (set !== undefined) return set.args[1]?.text ?? ''
  }
  return undefined
}
