import { HOLE, MappedText } from '../../text/mapped-text.ts'

/** One rule: what it needs first, and its recipe as logical lines. */
export interface MakeRule {
  readonly targets: readonly string[]
  readonly needs: readonly string[]
  readonly recipe: readonly MappedText[]
}

export interface Makefile {
  readonly rules: readonly MakeRule[]
  readonly variables: ReadonlyMap<string, MakeVariable>
  /** Files that it includes. */
  readonly includes: readonly string[]
}

export interface MakeVariable {
  readonly value: MappedText
  /** `?=`: what the environment says wins. */
  readonly weak: boolean
}

/** No real file has more lines that matter. */
const most = 20_000
/** Nor longer ones: a line that goes on for ever is no rule. */
const longest = 10_000

/** Reads a Makefile (GNU make manual, chapters 4 to 6): rules with recipes, variables; all branches of conditionals. */
export function readMakefile(text: MappedText): Makefile {
  const rules: { targets: string[]; needs: string[]; recipe: MappedText[] }[] = []
  const variables = new Map<string, MakeVariable>()
  const includes: string[] = []
  let current: { targets: string[]; needs: string[]; recipe: MappedText[] } | null = null
  for (const line of logicalLines(text).slice(0, most)) {
    const plain = line.text
    if (plain.length > longest) continue
    if (plain.startsWith('\t')) {
      if (current !== null && plain.trim() !== '') current.recipe.push(line.slice(1))
      continue
    }
    const code = withoutComment(plain)
    const variable = /^\s*(?:export\s+|override\s+)*([\w.-]+)\s*(\?|\+|::?:?)?=\s*/.exec(code)
    const rule = /^([^\s:=#][^:=#]*?)\s*::?(?!=)\s*([^;=]*)(;.*)?$/.exec(code)
    const include = /^\s*-?s?include\s+(.*)$/.exec(code)
    if (include !== null) includes.push(...(include[1] ?? '').trim().split(/\s+/))
    else if (variable !== null) define(variables, variable, line.slice(variable[0].length, code.trimEnd().length))
    else if (rule !== null) {
      current = { targets: words(rule[1]), needs: words(rule[2]).filter(word => word !== '|'), recipe: [] }
      const inline = rule[3]
      if (inline !== undefined) current.recipe.push(line.slice(code.length - inline.length + 1, code.length))
      rules.push(current)
    } else if (code.trim() !== '' && !/^\s*(if|else|endif|define|endef|export|unexport|vpath|\.)/.test(code))
      current = null
  }
  return { rules, variables, includes }
}

const words = (text = ''): string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')

const withoutComment = (line: string): string => line.replace(/(^|[^\\])#.*$/s, '$1')

function define(
  variables: Map<string, MakeVariable>,
  [, name = '', operator = '']: RegExpExecArray,
  value: MappedText
): void {
  const before = variables.get(name)
  if (operator === '+' && before !== undefined) {
    if (before.value.text.length > longest) return
    const joined = MappedText.join([before.value, MappedText.standingFor(value, ' '), value])
    variables.set(name, { value: joined, weak: before.weak })
  } else if (operator !== '?' || before === undefined) variables.set(name, { value, weak: operator === '?' })
}

/** Lines with those joined that end in a backslash; in a recipe the shell sees the backslash and joins them itself. */
function logicalLines(text: MappedText): readonly MappedText[] {
  const lines: MappedText[] = []
  let start = 0
  for (let end = text.text.indexOf('\n'); start < text.text.length; end = text.text.indexOf('\n', end + 1)) {
    const stop = end === -1 ? text.text.length : end
    if (end !== -1 && /\\\r?$/.test(text.text.slice(Math.max(start, stop - 2), stop))) continue
    lines.push(text.slice(start, text.text[stop - 1] === '\r' ? stop - 1 : stop))
    if (end === -1) break
    start = stop + 1
  }
  return lines
}

/** Variables within variables: no real file goes deeper, and no real recipe needs more of them. */
const deepest = 12
const mostExpansions = 2_000

/** Puts variables into a recipe; `$$` is the shell's dollar, functions and what nobody sets are unknown. */
export function expandMake(
  text: MappedText,
  value: (name: string) => MappedText | undefined,
  depth = 0,
  budget = { left: mostExpansions }
): MappedText {
  if (!text.text.includes('$') || depth > deepest) return text
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(
    /\$(?:(\$)|([@<^?*])|\(([\w.-]+)\)|\{([\w.-]+)\}|\([^()]*(?:\([^()]*\)[^()]*)*\)|(\w))/g
  )) {
    const [whole, dollar, automatic, round, curly, letter] = match
    const piece = text.slice(match.index, match.index + whole.length)
    const name = automatic ?? round ?? curly ?? letter
    const found = name === undefined || budget.left-- <= 0 ? undefined : value(name)
    pieces.push(text.slice(from, match.index))
    if (dollar !== undefined) pieces.push(MappedText.standingFor(piece, '$'))
    else if (found === undefined) pieces.push(MappedText.standingFor(piece, HOLE))
    else {
      const expanded = expandMake(found, value, depth + 1, budget)
      pieces.push(MappedText.standingFor(piece, expanded.text, expanded.assumed))
    }
    from = match.index + whole.length
  }
  return from === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}
