import { HOLE, MappedText } from '../../text/mapped-text.ts'

/** The value of a variable; undefined where nothing in the checkout sets it. */
export type Lookup = (name: string) => MappedText | undefined

/** Defaults within defaults: no real file goes deeper. */
const deepest = 16
/** No `${…}` that a person wrote is longer. */
const longest = 2_000

/**
 * Puts variables in as compose does (compose-spec 12-interpolation, compose-go `template.go`): `$X`, `${X}` with
 * `:-`, `-`, `:?`, `?`, `:+`, `+`, and `$$` for a dollar. What is put in stands at the variable.
 *
 * Compose takes an unset variable for empty; here it stays unknown, since the server's own `.env` may set it.
 */
export function interpolate(text: MappedText, lookup: Lookup, depth = 0): MappedText {
  if (!text.text.includes('$') || depth > deepest) return text
  const pieces: MappedText[] = []
  let from = 0
  for (let at = text.text.indexOf('$'); at !== -1; at = text.text.indexOf('$', at)) {
    const variable = readVariable(text.text, at)
    if (variable === null) {
      at++
      continue
    }
    pieces.push(text.slice(from, at))
    pieces.push(resolve(variable, text.slice(at, variable.end), lookup, depth))
    from = variable.end
    at = variable.end
  }
  return from === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}

interface Variable {
  /** Null for `$$`. */
  readonly name: string | null
  readonly operator: string
  /** Where the operand starts, counted from the dollar. */
  readonly operand: number
  readonly end: number
}

function readVariable(text: string, at: number): Variable | null {
  if (text[at + 1] === '$') return { name: null, operator: '', operand: 2, end: at + 2 }
  if (text[at + 1] !== '{') {
    const name = /^[A-Za-z_]\w*/.exec(text.slice(at + 1, at + 200))?.[0]
    return name === undefined ? null : { name, operator: '', operand: 0, end: at + 1 + name.length }
  }
  const end = closingBrace(text, at + 2)
  if (end === -1) return null
  const match = /^([A-Za-z_]\w*)(:?[-?+]|$)/.exec(text.slice(at + 2, end))
  if (match === null) return null
  return { name: match[1] ?? '', operator: match[2] ?? '', operand: 2 + match[0].length, end: end + 1 }
}

/** The brace that ends `${…`, past those of variables within. */
function closingBrace(text: string, from: number): number {
  let open = 1
  for (let at = from; at < Math.min(text.length, from + longest); at++) {
    if (text.startsWith('${', at)) open++
    else if (text[at] === '}' && --open === 0) return at
  }
  return -1
}

function resolve({ name, operator, operand }: Variable, piece: MappedText, lookup: Lookup, depth: number): MappedText {
  if (name === null) return MappedText.standingFor(piece, '$')
  const given = lookup(name)
  const unset = given === undefined || given.text === HOLE
  const missing = unset || (operator.startsWith(':') && given.text === '')
  const inner = (): MappedText => interpolate(piece.slice(operand, piece.text.length - 1), lookup, depth + 1)
  const kind = operator.at(-1)
  if (kind === '-' && missing) {
    const text = inner()
    return MappedText.standingFor(piece, text.text, [...text.assumed, name])
  }
  if (kind === '+' && !missing) return MappedText.standingFor(piece, inner().text)
  if (kind === '+' && !unset) return MappedText.standingFor(piece, '')
  return unset || kind === '+'
    ? MappedText.standingFor(piece, HOLE)
    : MappedText.standingFor(piece, given.text, given.assumed)
}
