import { type Lookup, substituteExpressions } from '../text/expressions.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { child, entriesOf, textOf, type YamlNode } from '../text/yaml.ts'

/** Values that expressions may name, outermost first; the last one wins. */
export type Values = ReadonlyMap<string, MappedText>

/** Defaults of `workflow_call` and `workflow_dispatch` inputs. */
export function defaultInputs(root: YamlNode): Values {
  const on = child(root, 'on') ?? child(root, 'true')
  return new Map(
    ['workflow_dispatch', 'workflow_call'].flatMap(event => [...inputDefaults(child(child(on, event), 'inputs'))])
  )
}

/** Defaults of inputs, as `inputs.x`. */
export const inputDefaults = (inputs: YamlNode | null): Values =>
  new Map(
    entriesOf(inputs).flatMap(({ key, value }) => {
      const text = textOf(child(value, 'default'))
      return text === null ? [] : [[`inputs.${key.text.text.toLowerCase()}`, text] as const]
    })
  )

/** The outer variables with those of an `env` map. */
export function envOf(node: YamlNode | null, values: Values, outer: Values): Values {
  const resolve = resolver(values, outer)
  const own = entriesOf(node).flatMap(({ key, value }) => {
    const text = textOf(value)
    return text === null ? [] : [[key.text.text, resolve(text)] as const]
  })
  return own.length === 0 ? outer : new Map([...outer, ...own])
}

/** Puts known values in for expressions. `github.event.inputs.x` is `inputs.x` of a manual run. */
export function resolver(values: Values, env: Values): (text: MappedText) => MappedText {
  const lookup: Lookup = path => {
    const [context, ...rest] =
      path[0] === 'github' && path[1] === 'event' && path[2] === 'inputs' ? path.slice(2) : path
    const name = rest.join('.')
    const value =
      context === 'env'
        ? env.get(name)
        : (values.get(`${context}.${name}`) ?? values.get(`${context}.${name.toLowerCase()}`))
    return value?.text
  }
  return text => substituteExpressions(text, lookup)
}
