import type { Directive, Word } from '../text/blocks.ts'
import { HOLE } from '../text/mapped-text.ts'
import { mayAdmitSender } from './access-list.ts'
import { matchPath } from './path-pattern.ts'

/** Whether a webhook's POST meets a matcher; null where that depends on more than the config. */
export type Meets = boolean | null

/** A directive's matcher, if its first argument is one, and the arguments after it. */
export interface Matched {
  readonly matcher: string | null
  readonly args: readonly Word[]
}

/** The first argument is a matcher where it is `*`, a path or a named one (caddyserver.com/docs/caddyfile/matchers). */
export function splitMatcher(directive: Directive): Matched {
  const [first, ...rest] = directive.args
  const isMatcher = first !== undefined && !first.quoted && /^(?:\*$|\/|@)/.test(first.text)
  return isMatcher ? { matcher: first.text, args: rest } : { matcher: null, args: directive.args }
}

/** The named matchers of a block, by name. */
export const namedMatchers = (block: readonly Directive[]): ReadonlyMap<string, Directive> =>
  new Map(block.filter(({ name }) => name.startsWith('@')).map(directive => [directive.name, directive]))

/** True, false or unknown for a request to `path` from a public address over this site. */
export function meets(
  matcher: string | null,
  path: string,
  named: ReadonlyMap<string, Directive>,
  tls: boolean,
  method = 'POST'
): Meets {
  if (matcher === null || matcher === '*') return true
  if (matcher.startsWith('/')) return matchesGlob(matcher, path)
  const definition = named.get(matcher)
  if (definition === undefined) return null
  const [kind, ...args] = definition.args
  const inline = kind === undefined ? [] : [meetsOne(kind.text, args, null, { path, tls, method })]
  const block = definition.block ?? []
  return every([...inline, ...block.map(one => meetsOne(one.name, one.args, one.block, { path, tls, method }))])
}

/** The paths that a matcher names. */
export function matcherPaths(matcher: string | null, named: ReadonlyMap<string, Directive>): readonly string[] {
  if (matcher === null || matcher === '*') return []
  if (matcher.startsWith('/')) return [matcher]
  const definition = named.get(matcher)
  const inline = definition?.args[0]?.text === 'path' ? definition.args.slice(1) : []
  const block = definition?.block?.filter(({ name }) => name === 'path').flatMap(({ args }) => args) ?? []
  return [...inline, ...block].map(word => word.text)
}

function meetsOne(
  kind: string,
  args: readonly Word[],
  block: readonly Directive[] | null,
  request: { readonly path: string; readonly tls: boolean; readonly method: string }
): Meets {
  const { path, tls, method } = request
  const values = args.map(word => word.text)
  if (kind === 'path') return values.some(value => matchesGlob(value, path))
  if (kind === 'method') {
    const isOpen = values.some(value => value.includes('{') || value.includes(HOLE))
    return values.some(value => value.toUpperCase() === method) || (isOpen ? null : false)
  }
  if (kind === 'protocol') return values.includes('https') ? tls : values.includes('http') ? !tls : null
  if (kind === 'remote_ip' || kind === 'client_ip') {
    // A list of private addresses never holds the sender's; one with a public address may.
    return values.some(value => value !== 'private_ranges' && value !== 'forwarded' && mayAdmitSender(value))
      ? null
      : false
  }
  if (kind === 'path_regexp') {
    const match = matchPath(values.at(-1) ?? '', path)
    return match === 'unknown' ? null : match !== 'no'
  }
  if (kind === 'not') {
    const [first, ...rest] = args
    const inner = first === undefined ? [] : [meetsOne(first.text, rest, null, request)]
    const met = every([...inner, ...(block ?? []).map(one => meetsOne(one.name, one.args, one.block, request))])
    return met === null ? null : !met
  }
  return null
}

const every = (all: readonly Meets[]): Meets => (all.includes(false) ? false : all.includes(null) ? null : true)

/** Paths match whole and without regard to case, `*` at either end or inside stands for anything. */
export function matchesGlob(pattern: string, path: string): boolean {
  const wanted = pattern.toLowerCase()
  const actual = path.toLowerCase()
  if (!wanted.includes('*')) return wanted === actual
  const [head = '', ...rest] = wanted.split('*')
  const tail = rest.pop() ?? ''
  if (!actual.startsWith(head) || !actual.endsWith(tail) || actual.length < head.length + tail.length) return false
  let from = head.length
  for (const part of rest) {
    const found = actual.indexOf(part, from)
    if (found === -1 || found + part.length > actual.length - tail.length) return false
    from = found + part.length
  }
  return true
}
