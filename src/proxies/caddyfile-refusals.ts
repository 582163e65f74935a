import type { Refusal } from '../model/deployment.ts'
import type { Directive } from '../text/blocks.ts'
import { type Meets, matcherPaths, meets, namedMatchers, splitMatcher } from './caddyfile-matchers.ts'
import { because, refuse } from './refusal.ts'

/** Caddy sorts the directives of a block by this order (caddyserver.com/docs/caddyfile/directives#directive-order). */
const order = [
  'redir',
  'method',
  'rewrite',
  'uri',
  'try_files',
  'basicauth',
  'basic_auth',
  'forward_auth',
  'request_header',
  'invoke',
  'handle',
  'handle_path',
  'route',
  'abort',
  'error',
  'respond',
  'reverse_proxy',
  'php_fastcgi',
  'file_server',
  'proxy'
]

/** What handling came to: turned away, answered by an upstream or a file, beyond what can be told, or still to be handled. */
interface Handled {
  readonly outcome: Refusal | 'served' | 'unknown' | 'unhandled'
  /** The path that later directives see: rewriting outlasts its block. */
  readonly path: string
}

interface Request {
  readonly path: string
  readonly tls: boolean
  readonly named: ReadonlyMap<string, Directive>
}

/** What turns away a POST to `path` in a site's directives. Null where nothing is known to. */
export function judgeCaddy(directives: readonly Directive[], path: string, tls: boolean): Refusal | null {
  const named = namedMatchers(directives)
  const { outcome } = handle(sorted(directives), { path, tls, named })
  if (typeof outcome !== 'string') return outcome
  if (outcome !== 'unhandled' || directives.some(({ name }) => name === 'import')) return null
  // Nothing takes the POST: would it take a GET?
  const takes = (directive: Directive, method: string): Meets =>
    meets(splitMatcher(directive).matcher, path, named, tls, method)
  const limited = directives.find(
    directive => forwards(directive) && takes(directive, 'GET') === true && takes(directive, 'POST') === false
  )
  return limited === undefined ? null : refuse(limited, because.method)
}

const forwards = ({ name, block }: Directive): boolean =>
  name === 'reverse_proxy' || (containers.has(name) && block?.some(inner => inner.name === 'reverse_proxy') === true)

/** Of these only the first that matches runs in a block. */
const exclusive: ReadonlyMap<string, string> = new Map(
  Object.entries({ handle: 'handle', handle_path: 'handle', rewrite: 'rewrite' })
)

function handle(directives: readonly Directive[], request: Request): Handled {
  const done = new Set<string>()
  let { path } = request
  for (const directive of directives) {
    const met = meets(splitMatcher(directive).matcher, path, request.named, request.tls)
    const group = exclusive.get(directive.name)
    if (met === false || (group !== undefined && done.has(group))) continue
    if (group !== undefined) done.add(group)
    const handled = handleOne(directive, met, { ...request, path })
    if (handled.outcome !== 'unhandled') return handled
    path = handled.path
  }
  return { outcome: 'unhandled', path }
}

function handleOne(directive: Directive, met: Meets, request: Request): Handled {
  const { path } = request
  const judge = judges.get(directive.name)
  if (judge !== undefined) {
    const why = met === true ? judge(directive, request) : null
    return { outcome: why === null ? 'unhandled' : refuse(directive, why), path }
  }
  if (terminal.has(directive.name)) return { outcome: met === null ? 'unknown' : 'served', path }
  if (rewriters.has(directive.name)) {
    const rewritten = met === null ? null : rewrite(directive, path)
    return rewritten === null ? { outcome: 'unknown', path } : { outcome: 'unhandled', path: rewritten }
  }
  if (!containers.has(directive.name) || directive.block === null) return { outcome: 'unhandled', path }
  if (met === null) return { outcome: 'unknown', path }
  const own = namedMatchers(directive.block)
  const named = own.size === 0 ? request.named : new Map([...request.named, ...own])
  const inner = directive.name === 'route' ? directive.block : sorted(directive.block)
  return handle(inner, { ...request, named, path: innerPath(directive, path) })
}

/** What each directive that answers by itself tells the sender; null where it lets the request through. */
const judges: ReadonlyMap<string, (directive: Directive, request: Request) => string | null> = new Map(
  Object.entries({
    redir: (directive, { tls }) =>
      !tls && /^https:\/\//.test(splitMatcher(directive).args[0]?.text ?? '') ? null : because.redirects,
    respond: () => because.answers,
    abort: () => because.closes,
    error: () => because.refuses,
    basicauth: () => because.password,
    basic_auth: () => because.password,
    forward_auth: () => because.login
  })
)

const terminal: ReadonlySet<string> = new Set(['reverse_proxy', 'proxy', 'php_fastcgi', 'file_server', 'invoke'])
const containers: ReadonlySet<string> = new Set(['handle', 'handle_path', 'route'])
const rewriters: ReadonlySet<string> = new Set(['rewrite', 'uri', 'method', 'try_files'])

/** The path after a rewrite, null where it cannot be told. */
function rewrite(directive: Directive, path: string): string | null {
  const args = splitMatcher(directive).args.map(word => word.text)
  if (directive.name === 'rewrite') {
    const to = (args[0] ?? '').replace(/\{(?:uri|path|http\.request\.uri(?:\.path)?)\}/g, path).replace(/\?.*$/s, '')
    return to.startsWith('/') && !to.includes('{') ? to : null
  }
  const [operation, prefix = ''] = args
  if (directive.name !== 'uri' || operation !== 'strip_prefix') return null
  return path.startsWith(prefix) ? path.slice(prefix.length) || '/' : path
}

/** `handle_path /api/*` takes `/api` off what it hands on. */
function innerPath(directive: Directive, path: string): string {
  if (directive.name !== 'handle_path') return path
  const prefix = (splitMatcher(directive).matcher ?? '').replace(/\*$/, '').replace(/\/$/, '')
  return path.slice(prefix.length) || '/'
}

/**
 * By the order of directives; of the same directive the longer path first, and one without a matcher last. As in
 * Caddy this is no total order, so that it takes Caddy's own way of sorting, too: insertion.
 */
function sorted(directives: readonly Directive[]): readonly Directive[] {
  const named = namedMatchers(directives)
  const entries = directives
    .filter(({ name }) => order.includes(name))
    .slice(0, 500)
    .map(directive => {
      const { matcher } = splitMatcher(directive)
      const paths = matcherPaths(matcher, named)
      return {
        directive,
        matched: matcher !== null && matcher !== '*',
        path: paths.length === 1 ? (paths[0] ?? null) : null
      }
    })
  for (let end = 1; end < entries.length; end++) {
    for (let at = end; at > 0; at--) {
      const [before, here] = [entries[at - 1], entries[at]]
      if (before === undefined || here === undefined || !comesFirst(here, before)) break
      entries[at - 1] = here
      entries[at] = before
    }
  }
  return entries.map(({ directive }) => directive)
}

interface Entry {
  readonly directive: Directive
  readonly matched: boolean
  /** The one path that its matcher names. */
  readonly path: string | null
}

/** `handle_path` is sorted among the `handle`s. */
const rankOf = ({ name }: Directive): number => order.indexOf(name === 'handle_path' ? 'handle' : name)

function comesFirst(a: Entry, b: Entry): boolean {
  const rank = rankOf(a.directive) - rankOf(b.directive)
  if (rank !== 0) return rank < 0
  if (a.path === null || b.path === null) return a.matched && !b.matched
  // The same but for a `*` at the end: the one without is the more specific.
  const isSame = a.path.replace(/\*$/, '') === b.path.replace(/\*$/, '')
  return isSame ? a.path.length < b.path.length : a.path.length > b.path.length
}
