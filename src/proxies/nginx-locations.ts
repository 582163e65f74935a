import type { Directive } from '../text/blocks.ts'
import { matchPath } from './path-pattern.ts'

/** How a `location` names what it serves. */
export interface LocationMatch {
  readonly kind: 'exact' | 'prefix' | 'prefix-final' | 'regex' | 'regex-any-case' | 'named'
  readonly pattern: string
}

const kinds = {
  '=': 'exact',
  '^~': 'prefix-final',
  '~*': 'regex-any-case',
  '~': 'regex'
} as const satisfies Record<string, LocationMatch['kind']>

/** Reads `location [=|^~|~|~*] pattern`; nginx takes the modifier glued to the pattern too. */
export function readLocation(location: Directive): LocationMatch {
  const [first = '', second] = location.args.map(word => word.text)
  const modifier = /^(?:=|\^~|~\*|~)/.exec(first)?.[0] as keyof typeof kinds | undefined
  if (modifier !== undefined) return { kind: kinds[modifier], pattern: second ?? first.slice(modifier.length) }
  return { kind: first.startsWith('@') ? 'named' : 'prefix', pattern: first }
}

/** Where nginx serves a path: the locations from the outermost to the innermost; empty is the server block itself. */
export interface Served {
  readonly locations: readonly Directive[]
  /** Set where nginx itself redirects the path to the same with a slash. */
  readonly slashRedirect: boolean
}

/**
 * Finds the location that serves `path`: an exact one, else the longest prefix, inside it again, and then the first
 * regular expression unless the prefix was `^~`. After `ngx_http_core_find_location`. Null where that is unknown.
 */
export function serveLocation(block: readonly Directive[], path: string): Served | null {
  const found = search(block, path, 0)
  return found === null ? null : { locations: found.locations, slashRedirect: found.redirects }
}

interface Found {
  readonly locations: readonly Directive[]
  readonly redirects: boolean
  /** No regular expression further out is tried any more. */
  readonly settled: boolean
}

interface Candidate {
  readonly directive: Directive
  readonly match: LocationMatch
}

function search(block: readonly Directive[], path: string, depth: number): Found | null {
  const candidates = block
    .filter(directive => directive.name === 'location' && directive.block !== null)
    .map(directive => ({ directive, match: readLocation(directive) }))
  if (depth > 10 || candidates.length === 0) return { locations: [], redirects: false, settled: false }

  const exact = candidates.find(({ match }) => match.kind === 'exact' && match.pattern === path)
  if (exact !== undefined) return { locations: [exact.directive], redirects: false, settled: true }
  const prefix = longestPrefix(candidates, path)
  const slashed = prefix?.match.pattern === path ? undefined : candidates.find(candidate => redirects(candidate, path))
  if (slashed !== undefined) return { locations: [slashed.directive], redirects: true, settled: true }

  const inner = prefix === null ? null : search(prefix.directive.block ?? [], path, depth + 1)
  if (prefix !== null && inner === null) return null
  const outer = prefix === null ? [] : [prefix.directive]
  if (inner?.settled) return { ...inner, locations: [...outer, ...inner.locations] }
  const byRegex = prefix?.match.kind === 'prefix-final' ? undefined : firstRegex(candidates, path, depth)
  if (byRegex !== undefined) return byRegex
  return { locations: [...outer, ...(inner?.locations ?? [])], redirects: false, settled: false }
}

const isPrefix = ({ kind }: LocationMatch): boolean => kind === 'prefix' || kind === 'prefix-final'

function longestPrefix(candidates: readonly Candidate[], path: string): Candidate | null {
  let longest: Candidate | null = null
  for (const candidate of candidates) {
    if (!isPrefix(candidate.match) || !path.startsWith(candidate.match.pattern)) continue
    if (candidate.match.pattern.length > (longest?.match.pattern.length ?? -1)) longest = candidate
  }
  return longest
}

/** "If a request arrives for this string without the trailing slash, a permanent redirect" (ngx_http_core_module). */
const redirects = ({ directive, match }: Candidate, path: string): boolean =>
  isPrefix(match) && match.pattern === `${path}/` && (directive.block ?? []).some(({ name }) => name.endsWith('_pass'))

/** Undefined where no regular expression matches, null where that is unknown. */
function firstRegex(candidates: readonly Candidate[], path: string, depth: number): Found | null | undefined {
  for (const { directive, match } of candidates) {
    if (match.kind !== 'regex' && match.kind !== 'regex-any-case') continue
    const result = matchPath(match.pattern, path, match.kind === 'regex-any-case')
    if (result === 'unknown') return null
    if (result === 'no') continue
    const nested = search(directive.block ?? [], path, depth + 1)
    return nested === null ? null : { ...nested, locations: [directive, ...nested.locations], settled: true }
  }
  return undefined
}
