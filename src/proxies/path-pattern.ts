/** What matching came to; `unknown` where the pattern is none that can be run safely. */
export type PatternMatch = RegExpExecArray | 'no' | 'unknown'

const maxPath = 512
const maxPattern = 500
/** The most steps, as a power of two: about a tenth of a second. */
const maxBits = 24

/**
 * Matches a path against a regular expression out of a config, as far as that is safe.
 *
 * JavaScript's engine backtracks, so a pattern whose worst case goes beyond 2²⁴ steps is not run at all.
 */
export function matchPath(pattern: string, path: string, ignoreCase = false): PatternMatch {
  const inline = pattern.startsWith('(?i)')
  const source = (inline ? pattern.slice(4) : pattern).replaceAll('(?P<', '(?<')
  if (source.length > maxPattern || path.length > maxPath || costBits(source, path.length) > maxBits) return 'unknown'
  try {
    return new RegExp(source, ignoreCase || inline ? 'i' : '').exec(path) ?? 'no'
  } catch {
    return 'unknown'
  }
}

const piece = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[)|*+?]|\{\d*,?\d*\}|./gs

/** An upper bound for the ways to match: every repetition may end anywhere, every alternative may be tried. */
function costBits(source: string, length: number): number {
  const each = Math.log2(length + 1)
  let bits = each
  /** For each open group: may it match in more than one way? */
  const groups: boolean[] = []
  let closed = false
  for (const [token] of source.matchAll(piece)) {
    const isRepetition = /^(?:[*+]|\{.*\})$/s.test(token)
    // A repeated group that repeats or branches inside has exponentially many ways; so may a back reference.
    if ((isRepetition && closed) || /^\\[1-9k]/.test(token)) return Number.POSITIVE_INFINITY
    const isVariable = isRepetition || token === '?' || token === '|'
    if (isVariable) bits += isRepetition ? each : 1
    if (isVariable && groups.length > 0) groups[groups.length - 1] = true
    closed = token === ')' && (groups.pop() ?? false)
    if (closed && groups.length > 0) groups[groups.length - 1] = true
    if (token.startsWith('(')) groups.push(false)
  }
  return bits
}
