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
  'file_server'
]

/** What handling came to: turned away, answered by an upstream or a file (or nobody knows), or still to be handled. */
type Handled = Refusal | 'served' | 'unknown' | 'unhandled'

interface Request {
  readonly path: string
  readonly tls: boolean
  readonly named: ReadonlyMap<string, Directive>
}

/** What turns away a POST to `path` in a site's directives. Null where nothing is known to. */
export function judgeCaddy(directives: readonly Directive[], path: string, tls: boolean): Refusal | null {
  const handled = handle(sorted(directives), { path, tls, named: namedMatchers(directives) })
  return typeof handled === 'string' ? null : handled
}

function handle(directives: readonly Directive[], request: Request): Handled {
  let handledOnce = false
  let { path } = request
  for (const directive of directives) {
    const { matcher } = splitMatcher(directive)
    const met = meets(matcher, path, request.named, request.tls)
    if (met === false) continue
    const isHandle = directive.name === 'handle' || directive.name === 'handle_path'
    if (isHandle && handledOnce) continue
    if (rewriters.has(directive.name)) {
      const rewritten = met === null ? null : rewrite(directive, path)
      if (rewritten === null) return 'unknown'
      path = rewritten
      continue
    }
    const handled = handleOne(directive, met, { ...request, path })
    if (handled !== 'unhandled') return handled
    if (isHandle) handledOnce = true
  }
  return 'unhandled'
}

function handleOne(directive: Directive, met: Meets, request: Request): Handled {
  const judge = judges[directive.name]
  if (judge !== undefined) {
    const why = met === true ? judge(directive, request) : null
    return why === null ? 'unhandled' : refuse(directive, why)
  }
  if (terminal.has(directive.name)) return met === null ? 'unknown' : 'served'
  if (!containers.has(directive.name) || directive.block === null) return 'unhandled'
  if (met === null) return 'unknown'
  const named = new Map([...request.named, ...namedMatchers(directive.block)])
  const inner = directive.name === 'route' ? directive.block : sorted(directive.block)
  return handle(inner, { ...request, named, path: innerPath(directive, request.path) })
}

/** What each directive that answers by itself tells the sender; null where it lets the request through. */
const judges: Readonly<Record<string, (directive: Directive, request: Request) => string | null>> = {
  redir: (directive, { tls }) =>
    !tls && /^https:\/\//.test(splitMatcher(directive).args[0]?.text ?? '') ? null : because.redirects,
  respond: () => because.answers,
  abort: () => because.closes,
  error: () => because.refuses,
  basicauth: () => because.password,
  basic_auth: () => because.password,
  forward_auth: () => because.login
}

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

/** By the order of directives, then the longest path first; a matcher without a path comes after, none at all last. */
function sorted(directives: readonly Directive[]): readonly Directive[] {
  const named = namedMatchers(directives)
  const weight = (directive: Directive): number => {
    const { matcher } = splitMatcher(directive)
    const paths = matcherPaths(matcher, named)
    const [only] = paths
    return only !== undefined && paths.length === 1
      ? only.replace(/\*$/, '').length + 2
      : matcher === null || matcher === '*'
        ? 0
        : 1
  }
  const rank = (name: string): number => order.indexOf(name.replace(/^handle_path$/, 'handle'))
  return directives
    .filter(({ name }) => order.includes(name) || name === 'proxy')
    .toSorted((a, b) => rank(a.name) - rank(b.name) || weight(b) - weight(a))
}
