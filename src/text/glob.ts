/** What fits one item, a name of a path or a character of a name; a star takes any number of them. */
type Piece = '*' | ((item: string) => boolean)

/** Longer than any path (PATH_MAX), and more ways than anybody writes. */
const longest = 4_096
const mostAlternatives = 256

/**
 * Whether a path fits a glob: `*`, `?` and `[a-z]` within a name, `**` for any folders, `{a,b}` for either. With `dot`, names
 * that begin with one fit a star too.
 *
 * In time that grows with the product of both lengths at the most: a regular expression of many stars never ends on a long
 * name, and these patterns come out of files that anybody may have written.
 */
export function globMatcher(pattern: string, { dot = false } = {}): (path: string) => boolean {
  const passes = (name: string): boolean => dot || !name.startsWith('.')
  // All that is in a folder is not the folder itself.
  const ways = alternatives(pattern).map(way =>
    way
      .replace(/(^|\/)\*\*$/, '$&/*')
      .split('/')
      .map((part): Piece => (part === '**' ? '*' : nameMatcher(part, passes)))
  )
  return path => {
    const names = path.split('/')
    return ways.some(parts => fits(parts, names, passes))
  }
}

/** Item by item; a star takes as many as it must, of those it may. Where that fails, only the last star can take one more. */
function fits(pattern: readonly Piece[], items: ArrayLike<string>, passes: (item: string) => boolean): boolean {
  let at = 0
  let afterStar = 0
  let taken = 0
  for (let index = 0; index < items.length; ) {
    const piece = pattern[at]
    if (piece === '*') {
      afterStar = ++at
      taken = index
    } else if (piece?.(items[index] ?? '') === true) {
      at++
      index++
    } else if (afterStar > 0 && passes(items[taken] ?? '')) {
      at = afterStar
      index = ++taken
    } else return false
  }
  return pattern.slice(at).every(piece => piece === '*')
}

/** `{a,b}.conf` as `a.conf` and `b.conf`; the innermost braces first. */
function alternatives(pattern: string): readonly string[] {
  const open = pattern.length > longest ? [] : [pattern]
  const done: string[] = []
  for (let way = open.pop(); way !== undefined && open.length + done.length < mostAlternatives; way = open.pop()) {
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(way)
    if (braces === null) done.push(way)
    else for (const one of (braces[1] ?? '').split(',')) open.push(way.replace(braces[0], () => one))
  }
  return done
}

function nameMatcher(part: string, passes: (name: string) => boolean): (name: string) => boolean {
  if (!/[*?[\\]/.test(part)) return name => name === part
  const pieces = Array.from(
    part.matchAll(/\\(.)|\[([!^]?)(\]?[^\]]*)\]|\*+|./gs),
    ([written, escaped, not, set]): Piece => {
      if (written.startsWith('*')) return '*'
      if (set !== undefined) return char => inSet(set, char) !== (not !== '')
      return written === '?' ? () => true : char => char === (escaped ?? written)
    }
  )
  return name => (part.startsWith('.') || passes(name)) && fits(pieces, name, () => true)
}

/** `a-z0-9_` of `[a-z0-9_]`. */
const inSet = (set: string, char: string): boolean =>
  Array.from(set.matchAll(/(.)(?:-(.))?/gs)).some(([, from = '', to = from]) => from <= char && char <= to)
