import type { Refusal } from '../model/deployment.ts'
import { argumentText, type Directive } from '../text/blocks.ts'
import { HOLE } from '../text/mapped-text.ts'
import { mayAdmitSender } from './access-list.ts'
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
  return isRefusal(first) ? first : judgeLocation(server, first.path, 0)
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
  if (innermost !== undefined) {
    const rewritten = rewrite(innermost.block ?? [], { ...server, scope }, path)
    if (isRefusal(rewritten)) return rewritten
    if (rewritten.again) return judgeLocation(server, rewritten.path, turns + 1)
  }
  return judgeAccess(scope) ?? judgeNamed(server, scope)
}

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
    if (directive.name === 'if' && directive.block !== null && holds(directive, server)) {
      const inner = rewrite(directive.block, server, current)
      if (isRefusal(inner) || inner.again) return inner
      current = inner.path
    }
    if (directive.name !== 'rewrite') continue
    const [pattern = '', target = '', flag = ''] = directive.args.map(word => word.text)
    const match = matchPath(pattern, current)
    if (match === 'no' || match === 'unknown') continue
    const to = expandNginx(target, server.scope, server.environment)
    if (flag === 'redirect' || flag === 'permanent' || /^(?:https?:\/\/|\$scheme)/.test(target)) {
      if (isTlsUpgrade(to, server)) break
      return refuse(directive, because.redirects)
    }
    current = target.replace(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? '').replace(/\?.*$/s, '')
    if (flag === 'last') return { path: current, again: true }
    if (flag === 'break') break
  }
  return { path: current, again: false }
}

function judgeReturn(directive: Directive, server: JudgedServer): Refusal | null {
  const [first = '', target] = directive.args.map(word => expandNginx(word.text, server.scope, server.environment))
  const code = /^\d{3}$/.test(first) ? Number(first) : 302
  const isRedirect = [301, 302, 303, 307, 308].includes(code)
  if (isRedirect && isTlsUpgrade(target ?? first, server)) return null
  if (isRedirect) return refuse(directive, because.redirects)
  const answer = code === 444 ? 'closes the connection' : `answers ${code}`
  return refuse(directive, `it ${answer} before the request reaches the app`)
}

/** A plain HTTP server that sends everything on to https is how it should be, wherever that https ends. */
const isTlsUpgrade = (target: string, server: JudgedServer): boolean =>
  !server.tls && (target.startsWith('https://') || target.startsWith(HOLE))

/** True where the condition is known to hold for a POST over this server's scheme; all others depend on the request. */
function holds(directive: Directive, server: JudgedServer): boolean {
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

/** Access phase: `satisfy all` (the default) needs address and password, `satisfy any` one of them. */
function judgeAccess(scope: Scope): Refusal | null {
  const limited = scope.at(-1)?.find(isMethodLimit)
  const byMethod = limited?.block == null ? null : (judgeAddress(limited.block) ?? judgePassword([limited.block]))
  if (limited !== undefined && byMethod !== null) {
    return refuse(limited, because.method)
  }
  const addresses = scope.toReversed().find(block => block.some(({ name }) => name === 'allow' || name === 'deny'))
  const byAddress = addresses === undefined ? null : judgeAddress(addresses)
  const byPassword = judgePassword(scope)
  const any = inherited(scope, 'satisfy')?.args[0]?.text === 'any'
  if (any && addresses !== undefined && (byAddress === null || byPassword === null)) return null
  return byAddress ?? byPassword
}

/** GET stands for HEAD too; a list with POST lets webhooks through (ngx_http_core_module, `limit_except`). */
const isMethodLimit = ({ name, args }: Directive): boolean =>
  name === 'limit_except' && !args.some(word => word.text.toUpperCase() === 'POST')

/** The rules are checked in order until one matches (ngx_http_access_module). */
function judgeAddress(block: readonly Directive[]): Refusal | null {
  for (const directive of block) {
    const entry = directive.args[0]?.text ?? ''
    if (directive.name === 'allow' && (entry === 'all' || mayAdmitSender(entry))) return null
    if (directive.name === 'deny' && entry === 'all') return refuse(directive, because.address)
  }
  return null
}

function judgePassword(scope: Scope): Refusal | null {
  const basic = inherited(scope, 'auth_basic')
  if (basic !== undefined && !/^off$|\$/.test(basic.args[0]?.text ?? 'off')) {
    return refuse(basic, because.password)
  }
  const request = inherited(scope, 'auth_request')
  if (request !== undefined && request.args[0]?.text !== 'off') {
    return refuse(request, because.login)
  }
  return null
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
