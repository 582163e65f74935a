import type { Refusal } from '../model/deployment.ts'
import { argumentText, type Directive, directiveLocation } from '../text/blocks.ts'
import { HOLE } from '../text/mapped-text.ts'
import { mayAdmitSender } from './access-list.ts'
import { mayHoldMore } from './nginx-config.ts'
import { serveLocation } from './nginx-locations.ts'
import { expandNginx, type Scope } from './nginx-values.ts'
import { matchPath } from './path-pattern.ts'
import { because, refuse } from './refusal.ts'

/** A server block as the webhook's request meets it. */
export interface JudgedServer {
  /** http and server, without locations. */
  readonly scope: Scope
  readonly tls: boolean
  readonly environment: ReadonlyMap<string, string>
}

/** What rewriting came to: another path to go on with, or the directive that answers. */
type Rewritten = { readonly path: string; readonly again: boolean } | Refusal

/** What turns away a POST to `path`, in the order of nginx's phases: rewrite, access, content. Null where nothing is known to. */
export function judgeNginx(server: JudgedServer, path: string): Refusal | null {
  const first = rewrite(server.scope.at(-1) ?? [], server, path)
  if (isRefusal(first)) return first
  return (first.path === path ? judgeInternal(server, path) : null) ?? judgeLocation(server, first.path, 0)
}

/** What is `internal` is not found from outside, but where an error page serves in its stead. */
function judgeInternal({ scope }: JudgedServer, path: string): Refusal | null {
  const location = serveLocation(scope.at(-1) ?? [], path)?.locations.at(-1)
  const internal = location?.block?.find(({ name }) => name === 'internal')
  const isServed = [...scope.flat(), ...(location?.block ?? [])].some(({ name }) => name === 'error_page')
  return internal === undefined || isServed ? null : refuse(internal, 'nginx answers 404 here to all but itself')
}

function judgeLocation(server: JudgedServer, path: string, turns: number): Refusal | null {
  const served = serveLocation(server.scope.at(-1) ?? [], path)
  if (served === null || turns > 10) return null
  const innermost = served.locations.at(-1)
  if (served.slashRedirect && innermost !== undefined) {
    return refuse(
      innermost,
      `nginx answers ${path} with a redirect to ${path}/, and webhook senders do not follow redirects`
    )
  }
  const scope = [...server.scope, ...served.locations.map(location => location.block ?? [])]
  // `limit_except` is a location of its own to nginx: a POST meets its access rules, and no rewriting at all.
  const limit = scope.at(-1)?.find(isMethodLimit)
  if (limit?.block != null) {
    const refusal = judgeAccess([...scope, limit.block])
    return refusal !== null && holds(limit.block, refusal) ? refuse(limit, because.method) : refusal
  }
  if (innermost !== undefined) {
    const rewritten = rewrite(innermost.block ?? [], { ...server, scope }, path)
    if (isRefusal(rewritten)) return rewritten
    if (rewritten.again) return judgeLocation(server, rewritten.path, turns + 1)
  }
  return judgeAccess(scope) ?? judgeNamed(server, scope)
}

const holds = (block: readonly Directive[], { at }: Refusal): boolean =>
  block.some(directive => {
    const own = directiveLocation(directive)
    return own.line === at.line && own.column === at.column
  })

/** `try_files … @name` hands the request to a named location, with phases of its own. */
function judgeNamed(server: JudgedServer, scope: Scope): Refusal | null {
  const tried = scope
    .at(-1)
    ?.find(directive => directive.name === 'try_files')
    ?.args.at(-1)?.text
  if (tried === undefined || !tried.startsWith('@')) return null
  const named = server.scope.at(-1)?.find(({ name, args }) => name === 'location' && args[0]?.text === tried)
  if (named === undefined) return null
  const inner = [...server.scope, named.block ?? []]
  const rewritten = rewrite(named.block ?? [], { ...server, scope: inner }, '/')
  return isRefusal(rewritten) ? rewritten : judgeAccess(inner)
}

/** Runs the rewrite module's directives of one block in order (ngx_http_rewrite_module). */
function rewrite(block: readonly Directive[], server: JudgedServer, path: string): Rewritten {
  let current = path
  for (const directive of block) {
    if (directive.name === 'break') break
    if (directive.name === 'return') {
      const refusal = judgeReturn(directive, server)
      if (refusal !== null) return refusal
      break
    }
    if (directive.name === 'if' && directive.block !== null && conditionHolds(directive, server)) {
      const inner = rewrite(directive.block, server, current)
      if (isRefusal(inner) || inner.again) return inner
      current = inner.path
    }
    if (directive.name !== 'rewrite') continue
    const [pattern = '', target = '', flag = ''] = directive.args.map(word => word.text)
    const match = matchPath(pattern, current)
    if (match === 'no' || match === 'unknown') continue
    const to = target.replace(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? '')
    if (flag === 'redirect' || flag === 'permanent' || /^(?:https?:\/\/|\$scheme)/.test(to)) {
      if (isTlsUpgrade(to, server)) break
      return refuse(directive, because.redirects)
    }
    current = to.replace(/\?.*$/s, '')
    if (flag === 'last') return { path: current, again: true }
    if (flag === 'break') break
  }
  return { path: current, again: false }
}

function judgeReturn(directive: Directive, server: JudgedServer): Refusal | null {
  const [first = '', target] = directive.args.map(word => word.text)
  const code = /^\d{3}$/.test(first) ? Number(first) : 302
  const isRedirect = [301, 302, 303, 307, 308].includes(code)
  if (isRedirect && isTlsUpgrade(target ?? first, server)) return null
  if (isRedirect) return refuse(directive, because.redirects)
  const answer = code === 444 ? 'closes the connection' : `answers ${code}`
  return refuse(directive, `it ${answer} before the request reaches the app`)
}

/** A plain HTTP server that sends everything on to https is how it should be, wherever that https ends. */
function isTlsUpgrade(target: string, server: JudgedServer): boolean {
  const known = expandNginx(target.replace(/^\$scheme\b/, 'http'), server.scope, server.environment)
  // What starts with an unknown value may be https.
  return !server.tls && (known.startsWith('https://') || known.startsWith(HOLE))
}

/** True where the condition is known to hold for a POST over this server's scheme; all others depend on the request. */
function conditionHolds(directive: Directive, server: JudgedServer): boolean {
  const condition = argumentText(directive).replace(/^\(\s*|\s*\)$/g, '')
  const parts = /^\$(request_method|scheme|https)\s*(!?[=~]\*?)\s*(.*)$/s.exec(condition)
  if (parts === null) return false
  const [, variable, operator = '', operand = ''] = parts
  const actual = { request_method: 'POST', scheme: server.tls ? 'https' : 'http', https: server.tls ? 'on' : '' }[
    variable as 'request_method' | 'scheme' | 'https'
  ]
  const wanted = operand.replace(/^(["'])(.*)\1$/s, '$2')
  if (operator.includes('~')) {
    const match = matchPath(wanted, actual, operator.endsWith('*'))
    return match !== 'unknown' && (match === 'no') === operator.startsWith('!')
  }
  return (actual === wanted) === (operator === '=')
}

/** What one module of the access phase says; `declines` where it is not configured or no rule matches. */
type Verdict = Refusal | 'admits' | 'declines'

/** Access phase: `satisfy all` (the default) takes no refusal, `satisfy any` one module that admits. */
function judgeAccess(scope: Scope): Refusal | null {
  const verdicts = [judgeAddress(scope), judgeBasic(scope), judgeSubrequest(scope)]
  const any = inherited(scope, 'satisfy')?.args[0]?.text === 'any'
  if (any && verdicts.includes('admits')) return null
  return verdicts.find(verdict => typeof verdict === 'object') ?? null
}

/** GET stands for HEAD too; a list with POST lets webhooks through (ngx_http_core_module, `limit_except`). */
const isMethodLimit = ({ name, args }: Directive): boolean =>
  name === 'limit_except' && !args.some(word => word.text.toUpperCase() === 'POST')

/** The rules of the innermost block that has any are checked in order until one matches (ngx_http_access_module). */
function judgeAddress(scope: Scope): Verdict {
  const block = scope.toReversed().find(each => each.some(({ name }) => name === 'allow' || name === 'deny')) ?? []
  for (const directive of block) {
    const entry = directive.args[0]?.text ?? ''
    // A list of addresses often stands in a file of its own, which is made on the server.
    if (mayHoldMore(directive) || (directive.name === 'allow' && mayAdmitSender(entry))) return 'admits'
    if (directive.name === 'deny' && /^(?:all|0\.0\.0\.0\/0)$/.test(entry)) return refuse(directive, because.address)
  }
  return 'declines'
}

function judgeBasic(scope: Scope): Verdict {
  const basic = inherited(scope, 'auth_basic')
  const realm = basic?.args[0]?.text ?? 'off'
  if (basic === undefined || realm === 'off') return 'declines'
  // A variable may say `off` for this very request.
  return realm.includes('$') ? 'admits' : refuse(basic, because.password)
}

function judgeSubrequest(scope: Scope): Verdict {
  const request = inherited(scope, 'auth_request')
  return request === undefined || request.args[0]?.text === 'off' ? 'declines' : refuse(request, because.login)
}

/** The directive of the innermost block that has it. */
function inherited(scope: Scope, name: string): Directive | undefined {
  for (const block of scope.toReversed()) {
    const directive = block.findLast(candidate => candidate.name === name)
    if (directive !== undefined) return directive
  }
  return undefined
}

const isRefusal = (value: Rewritten): value is Refusal => 'why' in value
