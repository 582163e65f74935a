import type { Refusal } from '../model/deployment.ts'
import type { Directive } from '../text/blocks.ts'
import { mayAdmitSender } from './access-list.ts'
import { matchPath } from './path-pattern.ts'
import { because, refuse } from './refusal.ts'

/** What in a virtual host turns a POST to `path` away: rewriting and redirects first, then access. Null where nothing is known to. */
export function judgeApache(host: readonly Directive[], path: string, tls: boolean): Refusal | null {
  const applying = host.filter(section => applies(section, path))
  const sections = applying.map(({ block }) => block ?? [])
  // mod_proxy maps a path before mod_alias does: what it proxies, a redirect beside it never sees. One in a section does.
  const redirecting = isProxied(host, sections, path) ? sections : [host, ...sections]
  return judgeRewrites(host, path, tls) ?? judgeRedirects(redirecting, path, tls) ?? judgeAccess([host, ...sections])
}

/** The first ProxyPass whose path fits decides, `!` against proxying. */
function isProxied(host: readonly Directive[], sections: readonly (readonly Directive[])[], path: string): boolean {
  if (sections.flat().some(({ name, args }) => /^proxypass/.test(name) && args[0]?.text !== '!')) return true
  const first = host.find(({ name, args }) => {
    const from = args[0]?.text ?? ''
    return name === 'proxypass' ? path.startsWith(from) : name === 'proxypassmatch' && isMatch(from, path)
  })
  return first !== undefined && first.args[1]?.text !== '!'
}

/** Sections are merged in this order by httpd too: proxies first, then locations as they stand. */
function applies({ name, args, block }: Directive, path: string): boolean {
  const [first = '', second] = args.map(word => word.text)
  if (block === null) return false
  if (name === 'proxy') return first === '*'
  if (name === 'locationmatch' || (name === 'location' && first === '~')) return isMatch(second ?? first, path)
  if (name !== 'location') return false
  return path === first || path.startsWith(first.endsWith('/') ? first : `${first}/`)
}

const isMatch = (pattern: string, path: string): boolean => typeof matchPath(pattern, path) !== 'string'

/** Redirect, RedirectMatch and their shorthands (mod_alias). */
function judgeRedirects(layers: readonly (readonly Directive[])[], path: string, tls: boolean): Refusal | null {
  for (const directive of layers.flat()) {
    if (!/^redirect(?:match|permanent|temp)?$/.test(directive.name)) continue
    const words = directive.args.map(word => word.text)
    const isStatus = /^(?:\d{3}|permanent|temp|seeother|gone)$/i.test(words[0] ?? '') && directive.name.length <= 13
    const [from = '', to = ''] = isStatus ? words.slice(1) : words
    const here = directive.name === 'redirectmatch' ? isMatch(from, path) : isBelow(from, path, to === '')
    if (here && !isTlsUpgrade(to || from, tls)) return refuse(directive, because.redirects)
  }
  return null
}

/** In a `<Location>` a redirect has no path of its own. */
const isBelow = (prefix: string, path: string, inLocation: boolean): boolean =>
  inLocation || prefix === '/' || path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)

const isTlsUpgrade = (target: string, tls: boolean): boolean => !tls && target.startsWith('https://')

/** Rules whose conditions are known to hold; any other condition depends on the request (mod_rewrite). */
function judgeRewrites(host: readonly Directive[], path: string, tls: boolean): Refusal | null {
  if (host.findLast(({ name }) => name === 'rewriteengine')?.args[0]?.text.toLowerCase() !== 'on') return null
  let conditions: boolean[] = []
  for (const directive of host) {
    if (directive.name === 'rewritecond') conditions.push(conditionHolds(directive, path, tls))
    if (directive.name !== 'rewriterule') continue
    const [pattern = '', target = '', flagText = ''] = directive.args.map(word => word.text)
    const met = conditions.every(holds => holds) && ruleMatches(pattern, path)
    conditions = []
    if (!met) continue
    const flags = flagText.replace(/^\[|\]$/g, '').split(/\s*,\s*/)
    const has = (flag: RegExp): boolean => flags.some(each => flag.test(each))
    if (has(/^(?:F|forbidden|G|gone)$/i)) return refuse(directive, because.refuses)
    if (has(/^(?:P|proxy)$/i) || (target === '-' && has(/^(?:L|last|END)$/i))) return null
    if ((has(/^(?:R|redirect)(?:=|$)/i) || /^https?:\/\//.test(target)) && !isTlsUpgrade(target, tls)) {
      return refuse(directive, because.redirects)
    }
  }
  return null
}

const ruleMatches = (pattern: string, path: string): boolean => {
  const match = matchPath(pattern.replace(/^!/, ''), path)
  return match !== 'unknown' && (match === 'no') === pattern.startsWith('!')
}

function conditionHolds(directive: Directive, path: string, tls: boolean): boolean {
  const [subject = '', pattern = '', flags = ''] = directive.args.map(word => word.text)
  const actual = new Map([
    ['%{HTTPS}', tls ? 'on' : 'off'],
    ['%{REQUEST_METHOD}', 'POST'],
    ['%{REQUEST_URI}', path],
    ['%{REQUEST_SCHEME}', tls ? 'https' : 'http'],
    ['%{SERVER_PORT}', tls ? '443' : '80']
  ]).get(subject)
  if (actual === undefined) return false
  const negated = pattern.startsWith('!')
  const wanted = negated ? pattern.slice(1) : pattern
  if (wanted.startsWith('=')) return (actual === wanted.slice(1)) !== negated
  const match = matchPath(wanted, actual, /\bNC\b/i.test(flags))
  return match !== 'unknown' && (match !== 'no') !== negated
}

/** The innermost section that says who may come in decides, if only for some methods (mod_authz_core: no merging by default). */
function judgeAccess(layers: readonly (readonly Directive[])[]): Refusal | null {
  const layer = layers
    .slice(1)
    .findLast(each => each.some(one => isAccess(one) || (isLimit(one) && one.block?.some(isAccess))))
  if (layer === undefined) return null
  const limit = layer.find(one => isLimit(one) && limitsPost(one) && one.block?.some(isAccess))
  const refusal = judgeLayer([...layer, ...(limit?.block ?? [])], layers)
  return refusal !== null && limit !== undefined ? refuse(limit, because.method) : refusal
}

const isLimit = ({ name }: Directive): boolean => name === 'limit' || name === 'limitexcept'

/** `<Limit POST>`, `<LimitExcept GET>`. */
const limitsPost = ({ name, args }: Directive): boolean =>
  args.some(word => word.text.toUpperCase() === 'POST') === (name === 'limit')

const isAccess = ({ name }: Directive): boolean => /^(?:require|requireany|requireall|deny|allow)$/.test(name)

function judgeLayer(layer: readonly Directive[], layers: readonly (readonly Directive[])[]): Refusal | null {
  if (layer.some(({ name, args }) => name === 'satisfy' && args[0]?.text.toLowerCase() === 'any')) return null
  const denied = layer.find(({ name, args }) => name === 'deny' && args[1]?.text.toLowerCase() === 'all')
  const allowed = layer.some(
    ({ name, args }) => name === 'allow' && args.slice(1).some(word => mayAdmitSender(word.text))
  )
  if (denied !== undefined && !allowed) return refuse(denied, because.address)
  const requirements = layer.filter(({ name }) => /^require(?:any|all)?$/.test(name))
  const [first] = requirements
  if (first === undefined || requirements.some(admits)) return null
  const isLogin = requirements.some(requirement => isLoginRequirement(requirement))
  if (!isLogin) return refuse(first, because.address)
  const type = layers
    .toReversed()
    .flatMap(each => each.find(({ name }) => name === 'authtype') ?? [])
    .at(0)
  if (type?.args[0]?.text.toLowerCase() === 'none') return null
  return refuse(type ?? first, because.password)
}

/** True where a webhook's sender may meet a requirement. */
function admits(requirement: Directive): boolean {
  const { name, args, block } = requirement
  const inner = (block ?? []).filter(each => /^require/.test(each.name))
  if (name === 'requireany') return inner.some(admits)
  if (name === 'requireall') return inner.every(admits)
  const [kind = '', ...values] = args.map(word => word.text.toLowerCase())
  if (kind === 'all') return values[0] !== 'denied'
  if (kind === 'ip') return values.some(mayAdmitSender)
  if (kind === 'method') return values.includes('post')
  return !/^(?:local|valid-user|user|group|dbm-group|ldap-.*|claim)$/.test(kind)
}

const isLoginRequirement = ({ args, block }: Directive): boolean =>
  /^(?:valid-user|user|group|dbm-group|ldap-.*|claim)$/i.test(args[0]?.text ?? '') ||
  (block ?? []).some(isLoginRequirement)
