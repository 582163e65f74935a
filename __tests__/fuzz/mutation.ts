import fc from 'fast-check'

/** One change of a text, as data, so that it can be drawn, replayed and shrunk. */
interface Mutation {
  readonly kind: 'delete' | 'duplicate' | 'swap' | 'insert' | 'replace' | 'number' | 'cut' | 'cross' | 'line' | 'many'
  /** Where, as a share of the text. */
  readonly at: number
  readonly length: number
  readonly piece: string
  /** Which other input to take from. */
  readonly other: number
}

/** No input grows beyond this; only `many` makes one longer, to find what takes more than its share of time. */
const longest = 20_000
const longestRepeat = 131_072

/** What breaks parsers of any kind: half of a pair, what opens and never ends, what another layer means something by. */
const pieces = [
  ...'"\'`\\$(){}[]<>|&;:#-*!?~@%=,/\t\r\n\0 .0',
  '\r\n',
  '\n\n',
  '  ',
  '${{',
  '}}',
  '${',
  '$(',
  '<<EOF\n',
  'EOF\n',
  '\u{1F680}',
  '\ud800',
  '\ue000',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\u0085',
  'é',
  '::error::x\n',
  '##[error]x',
  '\u001b[31m',
  '__proto__',
  'constructor',
  '-1',
  '65535',
  '65536',
  '99999999999999999999',
  '127.0.0.1',
  '::1',
  '[::1]:'
]

const kinds = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('insert', 'replace') },
  { weight: 25, arbitrary: fc.constantFrom('delete', 'duplicate', 'swap', 'line') },
  { weight: 15, arbitrary: fc.constantFrom('number', 'cut') },
  { weight: 12, arbitrary: fc.constant('cross') },
  { weight: 1, arbitrary: fc.constant('many') }
) as fc.Arbitrary<Mutation['kind']>

/** A few changes, made of the format's words as often as of what breaks any format. */
export const mutations = (words: readonly string[]): fc.Arbitrary<readonly Mutation[]> =>
  fc.array(
    fc.record({
      kind: kinds,
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof(fc.nat(8), fc.nat(120)),
      piece: fc.oneof(fc.constantFrom(...(words.length > 0 ? words : pieces)), fc.constantFrom(...pieces)),
      other: fc.nat(100_000)
    }),
    { minLength: 1, maxLength: 5 }
  )

/** The text after these changes; `others` is what `cross` takes from. */
export function mutate(text: string, changes: readonly Mutation[], others: readonly string[]): string {
  let changed = text
  for (const change of changes) changed = apply(changed, change, others)
  return changed
}

function apply(text: string, change: Mutation, others: readonly string[]): string {
  const { kind, at, length, piece, other } = change
  const start = snapped(text, Math.floor(at * text.length), other)
  const [before, part, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)]
  switch (kind) {
    case 'delete':
      return before + after
    case 'duplicate':
      return bounded(before + part.repeat(2 + (length % 4)) + after)
    case 'swap':
      return before + after.slice(0, length) + part + after.slice(length)
    case 'insert':
      return bounded(before + piece + part + after)
    case 'replace':
      return bounded(before + piece + (part + after).replace(/^(\w+|\s+|.)/su, ''))
    case 'number':
      return before + (part + after).replace(/\d+/, digits => number(digits, other))
    case 'cut':
      return other % 2 === 0 ? before : part + after
    case 'line':
      return moveLine(text, start, other)
    case 'cross': {
      const from = others[other % Math.max(1, others.length)] ?? ''
      const middle = Math.floor((other / 100_000) * from.length)
      return bounded(before + from.slice(middle, middle + length * 4) + after)
    }
    case 'many': {
      // A target may have words of no length.
      const unit = part || piece || ' '
      return (before + unit.repeat(Math.ceil((other % longestRepeat) / unit.length)) + after).slice(0, longestRepeat)
    }
  }
}

const bounded = (text: string): string => text.slice(0, longest)

/** Half of the changes begin where a word does. */
const snapped = (text: string, at: number, other: number): number => {
  if (other % 2 === 0) return at
  const next = text.slice(at).search(/\b/)
  return next === -1 ? at : at + next
}

const number = (digits: string, other: number): string =>
  [String(Number(digits) + 1), '0', '-1', '443', '80', '65536', `${digits}${digits}`, `0${digits}`, ''][other % 9] ?? ''

function moveLine(text: string, start: number, other: number): string {
  const lines = text.split('\n')
  const nth = text.slice(0, start).split('\n').length - 1
  const [line = ''] = lines.splice(nth, 1)
  lines.splice(other % (lines.length + 1), 0, line)
  return lines.join('\n')
}
