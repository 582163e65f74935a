import type { Route } from '../model/deployment.ts'
import { type Directive, directiveLocation } from '../text/blocks.ts'
import { collectRoutes } from './bounds.ts'
import { layer4Servers } from './caddy-layer4.ts'
import { type CaddySite, loadCaddyfile } from './caddyfile-config.ts'
import { matcherPaths, namedMatchers, splitMatcher } from './caddyfile-matchers.ts'
import { judgeCaddy } from './caddyfile-refusals.ts'
import { readSite, type SiteListeners } from './caddyfile-site.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { parseUpstream, type Upstream } from './upstream.ts'

const path = /(?:^|[/.])caddyfile|\.caddy(?:file)?(?:\.\w+)?$/i
const directive = /^[ \t]*(?:reverse_proxy|php_fastcgi)[ \t]+[^;\n]*[^;\s][ \t]*$/m

/** Caddyfiles: whole ones, imported sites and snippets. */
export const caddyfile: ProxyFormat = {
  id: 'caddy',
  claims: (file, text) => isActiveConfig(file) && !isStructured(file) && (path.test(file) || directive.test(text)),
  read(text, context) {
    const { options, sites, unread } = loadCaddyfile(text, context)
    const servers = [...caddyServers(sites, options), ...layer4Servers(options)]
    const found = collectRoutes(text, servers, server => caddyRoutes(server, context))
    return { routes: found.routes, unread: [...unread, ...found.unread] }
  }
}

/** A site with where it listens. */
export interface CaddyServer extends SiteListeners {
  readonly site: CaddySite
  /** Plain HTTP beside a TLS site is there for the redirect. */
  readonly judged: boolean
}

/** The sites of one Caddyfile, or of one container's labels. */
export function caddyServers(sites: readonly CaddySite[], options: readonly Directive[]): readonly CaddyServer[] {
  const read = sites.map(site => ({ site, ...readSite(site, options) }))
  const anyTls = read.some(isTls)
  return read.map(server => ({ ...server, judged: !anyTls || isTls(server) }))
}

const isTls = ({ listeners }: SiteListeners): boolean => listeners.some(({ tls }) => tls)

export function caddyRoutes(server: CaddyServer, context: ReadContext): readonly Route[] {
  const { site, listeners, serverNames, judged } = server
  const refusal = judged ? judgeCaddy(site.directives, context.webhookPath, isTls(server)) : null
  return forwards(site.directives, '/', new Map(), context).map(({ at, upstream, path }) => ({
    proxy: 'caddy',
    at: directiveLocation(at),
    site: context.site,
    listeners,
    serverNames,
    path,
    upstream,
    refusal,
    evidence: 'declared'
  }))
}

interface Forward {
  readonly at: Directive
  readonly upstream: Upstream
  readonly path: string
}

/** Every directive that forwards, in blocks of any kind. */
function forwards(
  block: readonly Directive[],
  path: string,
  outer: ReadonlyMap<string, Directive>,
  context: ReadContext
): readonly Forward[] {
  const own = namedMatchers(block)
  const named = own.size === 0 ? outer : new Map([...outer, ...own])
  return block.flatMap(directive => {
    const { matcher, args } = splitMatcher(directive)
    const here = matcherPaths(matcher, named)[0] ?? path
    const read = forwarders.get(directive.name)
    if (read !== undefined) {
      return read(
        directive,
        args.map(word => word.text),
        context
      ).map(found => ({ ...found, path: here }))
    }
    const isMatcher = directive.name.startsWith('@')
    return directive.block === null || isMatcher ? [] : forwards(directive.block, here, named, context)
  })
}

type Forwarder = (
  directive: Directive,
  args: readonly string[],
  context: ReadContext
) => readonly Omit<Forward, 'path'>[]

const reverseProxy: Forwarder = (directive, args, context) => [
  ...upstreams(directive, args, context),
  ...(directive.block ?? []).flatMap(inner => {
    if (inner.name === 'to' || inner.name === 'upstream')
      return upstreams(
        inner,
        inner.args.map(word => word.text),
        context
      )
    return inner.name === 'dynamic' ? [{ at: inner, upstream: dynamicUpstream(inner) }] : []
  })
]

/** What forwards, by directive; `proxy` is Caddy 1's, whose first argument is the path, and that of `layer4`. */
const forwarders: ReadonlyMap<string, Forwarder> = new Map(
  Object.entries({
    reverse_proxy: reverseProxy,
    proxy: reverseProxy,
    php_fastcgi: (directive, args, context) => upstreams(directive, args, context)
  })
)

function upstreams(at: Directive, args: readonly string[], context: ReadContext): readonly Omit<Forward, 'path'>[] {
  return args.slice(0, 100).flatMap(written => parseDial(written, context).map(upstream => ({ at, upstream })))
}

/** `host:port`, `:port` (this machine), `scheme://host:port`, `host:8001-8006`; placeholders are unknown. */
function parseDial(written: string, context: ReadContext): readonly Upstream[] {
  const known = written
    .replace(/^tcp[46]?\//, '')
    .replace(/\{env\.(\w+)\}/g, (placeholder, name: string) => context.variables.get(name) ?? placeholder)
  const range = /^(.*):(\d{1,5})-(\d{1,5})$/s.exec(known)
  if (range !== null) {
    const [, host = '', first, last] = range
    const count = Math.min(Number(last) - Number(first) + 1, 64)
    return Array.from({ length: Math.max(count, 0) }, (_, index) => `${host}:${Number(first) + index}`).flatMap(each =>
      parseDial(each, context)
    )
  }
  if (/^:\d+$/.test(known)) return parseDial(`localhost${known}`, context)
  const upstream = parseUpstream(known, 80)
  return upstream === null || /^srv\+/.test(known) ? [] : [upstream]
}

/** `dynamic a NAME PORT`, or the same in a block; other sources are found out at run time. */
function dynamicUpstream(directive: Directive): Upstream {
  const [kind, ...args] = directive.args.map(word => word.text)
  const option = (name: string): string | undefined =>
    directive.block?.find(inner => inner.name === name)?.args[0]?.text
  const host = args[0] ?? option('name') ?? ''
  const unknown = { host: null, port: null }
  return kind === 'a' ? (parseUpstream(`${host}:${args[1] ?? option('port') ?? 80}`) ?? unknown) : unknown
}
