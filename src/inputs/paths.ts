import { globMatcher } from '../text/glob.ts'
import { BadValue } from './input-spec.ts'
import { linesOf } from './parsers.ts'

/** What `paths` names and what it leaves out. */
export interface PathFilter {
  /** The patterns as written, without the excluding ones; empty leaves it to discovery. */
  readonly patterns: readonly string[]
  /** True for a path that a pattern names and none excludes. */
  includes(path: string): boolean
  excludes(path: string): boolean
  /** Patterns of `patterns` that name none of these paths. */
  unmatched(paths: readonly string[]): readonly string[]
}

type Match = (path: string) => boolean

/** Globs, one a line, `!` excludes wherever it stands. A folder means all that is in it. */
export function parsePaths(text: string): PathFilter {
  const lines = linesOf(text)
  const bad = lines.filter(line => !isInside(line.replace(/^!\s*/, '')))
  if (bad.length > 0) throw new BadValue(...bad)
  const named = lines.filter(line => !line.startsWith('!'))
  const including = named.map(matcher)
  const excluding = lines.filter(line => line.startsWith('!')).map(line => matcher(line.slice(1).trim()))
  const excludes: Match = path => excluding.some(match => match(path))
  return {
    patterns: named,
    excludes,
    includes: path => including.some(match => match(path)) && !excludes(path),
    unmatched: paths => named.filter((_, index) => !paths.some(path => including[index]?.(path)))
  }
}

/** Relative, and never up and out of the checkout. */
const isInside = (pattern: string): boolean =>
  pattern !== '' && pattern.length <= 1000 && !/^([/~]|[a-z]:)/i.test(pattern) && !pattern.split(/[/\\]/).includes('..')

function matcher(pattern: string): Match {
  const glob = pattern.replace(/^(\.\/+)+/, '').replace(/\/+$/, '')
  if (glob === '' || glob === '.') return () => true
  // `dot`, since what matters here lives in .github.
  const whole = globMatcher(glob, { dot: true })
  const below = globMatcher(`${glob}/**`, { dot: true })
  return path => path === glob || whole(path) || below(path)
}
