import { HOLE, MappedText } from '../../text/mapped-text.ts'

/** Literal variables by name. */
export type Values = ReadonlyMap<string, MappedText>

/** Variables within variables: no real playbook goes deeper, and no real value needs more of them. */
const deepest = 8
const mostExpansions = 2_000

/** Puts literal values in for `{{ name }}` and `{{ name | default('x') }}`; every other expression is unknown. */
export function fillJinja(text: MappedText, values: Values, depth = 0, budget = { left: mostExpansions }): MappedText {
  if (!text.text.includes('{{') || depth > deepest) return text
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(/\{\{([^{}]{0,500})\}\}/g)) {
    const piece = text.slice(match.index, match.index + match[0].length)
    pieces.push(text.slice(from, match.index), valueOfExpression(match[1] ?? '', piece, values, depth, budget))
    from = match.index + match[0].length
  }
  return from === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}

function valueOfExpression(
  expression: string,
  piece: MappedText,
  values: Values,
  depth: number,
  budget: { left: number }
): MappedText {
  const match = /^\s*(\w+)\s*(?:\|\s*(?:default|d)\(\s*(?:'([^']*)'|"([^"]*)"|(\d+))\s*(?:,\s*true\s*)?\)\s*)?$/.exec(
    expression
  )
  const name = match?.[1] ?? ''
  const known = budget.left-- <= 0 ? undefined : values.get(name)
  const fallback = match?.[2] ?? match?.[3] ?? match?.[4]
  if (match !== null && known !== undefined) {
    const filled = fillJinja(known, values, depth + 1, budget)
    return MappedText.standingFor(piece, filled.text, filled.assumed)
  }
  return fallback === undefined ? MappedText.standingFor(piece, HOLE) : MappedText.standingFor(piece, fallback, [name])
}
