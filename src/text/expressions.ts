import { data, Evaluator, type Expr, Lexer, Parser } from '@actions/expressions'
import { type ContextAccess, Grouping, IndexAccess, Literal, Logical } from '@actions/expressions/ast'
import { TokenType } from '@actions/expressions/lexer'
import { truthy } from '@actions/expressions/result'
import { HOLE, MappedText } from './mapped-text.ts'

/** Finds the value at a path such as `['env', 'BIND']`, undefined where it is not known before the run; with holes where a part is. */
export type Lookup = (path: readonly string[]) => string | undefined

/** A value, with the names whose absence it rests on (`vars.BIND || '127.0.0.1'`); null where it is unknown. */
export type ExpressionValue = { readonly text: string; readonly assumed: readonly string[] } | null

const contextNames = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs'
]
/** Known to the parser, so that the other side of an `||` is read; to ask for one of them ends the evaluation. */
const runTimeFunctions = ['hashFiles', 'success', 'always', 'cancelled', 'failure'].map(name => ({
  name,
  minArgs: 0,
  maxArgs: 255
}))
/** No expression that a person wrote is longer; GitHub's own limit is 21,000 characters. */
const longest = 2_000

/**
 * Replaces each `${{ … }}` by its value, as the runner does before a shell sees the script; by a hole where the value
 * is unknown. Every character put in stands for the whole expression.
 */
export function substituteExpressions(text: MappedText, lookup: Lookup): MappedText {
  if (!text.text.includes('${{')) return text
  const pieces: MappedText[] = []
  let from = 0
  for (const [start, end] of expressionRanges(text.text)) {
    const value = evaluate(text.text.slice(start + 3, end - 2), lookup)
    pieces.push(text.slice(from, start))
    pieces.push(MappedText.standingFor(text.slice(start, end), value?.text ?? HOLE, value?.assumed))
    from = end
  }
  pieces.push(text.slice(from))
  return MappedText.join(pieces)
}

/**
 * Ranges of `${{ … }}`. A `}}` inside a quoted string does not end one; `''` is a quote inside a string.
 *
 * What ends one is the next `}}` with an even number of quotes between: found in one pass, however many are never ended.
 */
function expressionRanges(text: string): [number, number][] {
  const starts: { readonly at: number; readonly side: 0 | 1 }[] = []
  const ends: readonly [number[], number[]] = [[], []]
  let side: 0 | 1 = 0
  for (const { 0: sign, index } of text.matchAll(/\$\{\{|\}\}|'/g)) {
    if (sign === "'") side = side === 0 ? 1 : 0
    else if (sign === '}}') ends[side].push(index + 2)
    else starts.push({ at: index, side })
  }
  const ranges: [number, number][] = []
  const next: [number, number] = [0, 0]
  let from = 0
  for (const { at, side } of starts) {
    if (at < from) continue
    while ((ends[side][next[side]] ?? Number.POSITIVE_INFINITY) <= at) next[side]++
    const end = ends[side][next[side]]
    if (end === undefined) continue
    ranges.push([at, end])
    from = end
  }
  return ranges
}

/**
 * Thrown for a value that only the run knows. No Error: most expressions end so, and the stack that nobody reads would
 * cost more than all the rest.
 */
class UnknownValue {
  readonly name: string

  constructor(name = '') {
    this.name = name
  }
}

/** Evaluates one expression, the text between `${{` and `}}`. Null for what is unknown, and for what is no expression. */
export function evaluate(expression: string, lookup: Lookup): ExpressionValue {
  if (expression.length > longest) return null
  try {
    const parsed = new Parser(new Lexer(expression).lex().tokens, contextNames, runTimeFunctions).parse()
    const evaluator = new KnownValues(parsed, lookup, pathOf(parsed) !== null)
    const value = evaluator.evaluate()
    return { text: asText(value), assumed: evaluator.assumed }
  } catch {
    // An unknown value, or an expression that GitHub refuses too: both leave the text open.
    return null
  }
}

/** A list of labels as JSON, which is what `runs-on` takes; GitHub's own word for it in a text is `Array`. */
const asText = (value: data.ExpressionData): string =>
  value instanceof data.Array ? JSON.stringify(value.values().map(item => item.coerceString())) : value.coerceString()

/** GitHub's own evaluator, on the values that are known before the run. */
class KnownValues extends Evaluator {
  readonly assumed: string[] = []
  readonly #lookup: Lookup
  readonly #isName: boolean

  constructor(expression: Expr, lookup: Lookup, isName: boolean) {
    super(expression, new data.Dictionary())
    this.#lookup = lookup
    this.#isName = isName
  }

  override visitContextAccess(access: ContextAccess): never {
    throw new UnknownValue(access.name.lexeme)
  }

  override visitIndexAccess(access: IndexAccess): data.ExpressionData {
    const path = pathOf(access)
    if (path === null) throw new UnknownValue()
    const value = this.#lookup(path)
    // A value that is known in part stands for itself; what is made from it is anybody's guess.
    if (value === undefined || (value.includes(HOLE) && !this.#isName)) throw new UnknownValue(path.join('.'))
    return new data.StringData(value)
  }

  /** `unknown || 'x'` is x until somebody sets the unknown; what is made from an unknown value is anybody's guess. */
  override visitLogical(logical: Logical): data.ExpressionData {
    if (logical.operator.type === TokenType.AND) return super.visitLogical(logical)
    let unknown: UnknownValue | null = null
    let result: data.ExpressionData | null = null
    for (const argument of logical.args) {
      try {
        result = this.eval(argument)
        if (truthy(result)) break
      } catch (error) {
        if (!(error instanceof UnknownValue) || !isNameAlone(argument)) throw error
        unknown = error
        result = null
        this.assumed.push(error.name)
      }
    }
    if (result === null) throw unknown ?? new UnknownValue()
    return result
  }
}

/** True for what is empty as long as nobody sets it: a name, or several of which one is taken. */
function isNameAlone(expression: Expr): boolean {
  if (expression instanceof Grouping) return isNameAlone(expression.group)
  if (expression instanceof Logical)
    return expression.operator.type === TokenType.OR && expression.args.every(isNameAlone)
  return pathOf(expression) !== null
}

/** `github.event.inputs.port` as a path; null where an index is computed. */
function pathOf(expression: Expr): string[] | null {
  if (expression instanceof IndexAccess) {
    const before = pathOf(expression.expr)
    if (before === null || !(expression.index instanceof Literal)) return null
    return [...before, expression.index.literal.coerceString()]
  }
  return 'name' in expression ? [(expression as ContextAccess).name.lexeme] : null
}
