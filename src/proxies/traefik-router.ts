import type { Listener, Refusal } from '../model/deployment.ts'
import type { Location } from '../text/location.ts'
import { mayAdmitSender } from './access-list.ts'
import { matchPath } from './path-pattern.ts'
import type { EntryPoint } from './proxy-format.ts'
import { because } from './refusal.ts'

/** A router of Traefik, from labels or a file. */
export interface Router {
  readonly name: string
  /** Where its rule, or else the router, stands. */
  readonly at: Location
  readonly rule: string
  readonly entryPoints: readonly { readonly name: string; readonly at: Location }[]
  readonly tls: boolean
  /** With its provider, if it names one (`app@docker`). Null where it is left to Traefik: the only service there is. */
  readonly service: string | null
  readonly middlewares: readonly string[]
  readonly priority: number | null
}

/** A middleware: its kind in lower case and the values that it was given. */
export interface Middleware {
  readonly name: string
  readonly kind: string
  readonly at: Location
  readonly written: string
  readonly values: readonly string[]
}

/** A router to Traefik itself: `api@internal` is its dashboard, whatever else is called `api`. */
export const isInternal = ({ service }: Router): boolean => /@internal$/i.test(service ?? '')

export const withoutProvider = (service: string): string => service.replace(/@.*$/s, '')

/** The names that Traefik's own documentation gives its entry points; others are known from the static config only. */
const usualPorts: ReadonlyMap<string, number> = new Map(
  Object.entries({ web: 80, http: 80, websecure: 443, https: 443 })
)
const usualTls = /secure|https|tls|443/i

/** Where a router listens: its entry points, TLS where the router or the entry point says so. */
export function routerListeners(router: Router, known: readonly EntryPoint[]): readonly Listener[] {
  if (router.entryPoints.length === 0) {
    // It is on every entry point; where those are unknown, so is whether one of them ends TLS for all its routers.
    if (known.length > 0) return known.map(({ port, tls }) => ({ at: router.at, port, tls: tls || router.tls }))
    return router.tls ? [{ at: router.at, port: 443, tls: true }] : []
  }
  return router.entryPoints.map(({ name, at }) => {
    const point = known.find(each => each.name.toLowerCase() === name.toLowerCase())
    const port = point?.port ?? usualPorts.get(name.toLowerCase()) ?? null
    return { at, port, tls: router.tls || (point?.tls ?? usualTls.test(name)) }
  })
}

/** The names of `Host(…)` and `HostSNI(…)` in a rule, Traefik 1's `Host:a,b` too. */
export function ruleHosts(rule: string): readonly string[] {
  const calls = rule.matchAll(/\bHost(?:SNI|Header)?\(([^()]{0,1000})\)/g)
  const old = /\bHost:\s*([^;]+)/.exec(rule)?.[1]?.split(/\s*,\s*/) ?? []
  return [...[...calls].flatMap(([, inner = '']) => quotedWords(inner)), ...old].filter(
    name => name !== '*' && /^[\w.*-]+$/.test(name)
  )
}

/** The first path that a rule names, else `/`. */
export const rulePath = (rule: string): string =>
  quotedWords(/\bPath(?:Prefix)?\(([^()]{0,1000})\)/.exec(rule)?.[1] ?? '')[0] ??
  /\bPath(?:Prefix)?:\s*([^;,]+)/.exec(rule)?.[1]?.trim() ??
  '/'

const quotedWords = (text: string): readonly string[] =>
  [...text.matchAll(/[`"']([^`"']*)[`"']/g)].map(match => match[1] ?? '')

/** Whether a rule can hold for a request to `path`: false only where a path or a method rules it out. */
function ruleMayHold(rule: string, path: string, method = 'POST'): boolean {
  // Alternatives and negations are left alone: what is not understood may hold.
  if (/\|\||!/.test(rule)) return true
  for (const [, matcher = '', inner = ''] of rule.matchAll(
    /\b(Path|PathPrefix|PathRegexp|Method)\(([^()]{0,1000})\)/g
  )) {
    const values = quotedWords(inner)
    if (values.length > 0 && !values.some(value => matches.get(matcher)?.(value, path, method))) return false
  }
  return true
}

const matches: ReadonlyMap<string, (value: string, path: string, method: string) => boolean> = new Map(
  Object.entries({
    // Braces hold a regular expression in Traefik 2.
    Path: (value, path) => value.includes('{') || value === path,
    PathPrefix: (value, path) => value.includes('{') || path.startsWith(value),
    PathRegexp: (value, path) => matchPath(value, path) !== 'no',
    Method: (value, _path, method) => value.toUpperCase() === method
  })
)

/** What the router that serves `path` turns a webhook away with; the longest rule wins where no priority is set. */
export function judgeRouters(
  routers: readonly Router[],
  middlewares: readonly Middleware[],
  path: string
): Refusal | null {
  const secure = routers.filter(router => router.tls)
  const serving = (secure.length > 0 ? secure : routers)
    .filter(({ rule }) => ruleMayHold(rule, path))
    .toSorted((a, b) => (b.priority ?? b.rule.length) - (a.priority ?? a.rule.length))
    .at(0)
  if (serving !== undefined) return judgeChain(serving.middlewares, middlewares, 0)
  const limited = routers.find(({ rule }) => ruleMayHold(rule, path, 'GET'))
  return limited === undefined ? null : { at: limited.at, directive: limited.rule.slice(0, 120), why: because.method }
}

function judgeChain(names: readonly string[], middlewares: readonly Middleware[], depth: number): Refusal | null {
  for (const name of depth > 5 ? [] : names.slice(0, 50)) {
    const bare = name.trim().replace(/@.*$/s, '')
    const middleware = middlewares.find(each => each.name === bare)
    if (middleware === undefined) continue
    if (middleware.kind === 'chain') {
      const inner = judgeChain(middleware.values, middlewares, depth + 1)
      if (inner !== null) return inner
    }
    const why = judges.get(middleware.kind)?.(middleware.values) ?? null
    if (why !== null) return { at: middleware.at, directive: middleware.written, why }
  }
  return null
}

const judgeAddresses = (values: readonly string[]): string | null =>
  values.length > 0 && !values.some(value => mayAdmitSender(value)) ? because.address : null

/** Middlewares that keep a webhook out. `redirectScheme` is none: it leaves https requests alone. */
const judges: ReadonlyMap<string, (values: readonly string[]) => string | null> = new Map(
  Object.entries({
    basicauth: () => because.password,
    digestauth: () => because.password,
    forwardauth: () => because.login,
    ipallowlist: judgeAddresses,
    ipwhitelist: judgeAddresses
  })
)
