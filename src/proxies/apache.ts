import type { Listener, Route } from '../model/deployment.ts'
import { type Directive, directiveLocation } from '../text/blocks.ts'
import { HOLE } from '../text/mapped-text.ts'
import { loadApache } from './apache-config.ts'
import { judgeApache } from './apache-refusals.ts'
import { collectRoutes, maxRoutes } from './bounds.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { parsePort, parseUpstream, type Upstream } from './upstream.ts'

/** Apache httpd with mod_proxy: virtual hosts, locations, balancers, proxying rewrites. */
export const apache: ProxyFormat = {
  id: 'apache',
  claims: (file, text) =>
    isActiveConfig(file) &&
    !isStructured(file) &&
    /^[ \t]*(?:<VirtualHost\s|<Location|ProxyPass(?:Match)?\s|RewriteRule\s|BalancerMember\s|ServerName\s+[^;\s]+\s*$)/im.test(
      text
    ),
  read(text, context) {
    const { directives, unread } = loadApache(text, context)
    const hosts = hostsOf(directives)
    const balancers = balancersOf(directives)
    const anyTls = hosts.some(({ listeners }) => listeners.some(({ tls }) => tls))
    const found = collectRoutes(text, hosts, host => routesOf(host, balancers, anyTls, context))
    return { routes: found.routes, unread: [...unread, ...found.unread] }
  }
}

interface VirtualHost {
  readonly block: readonly Directive[]
  readonly listeners: readonly Listener[]
}

/** Every virtual host, and the main server with what stands outside of them. */
function hostsOf(directives: readonly Directive[]): readonly VirtualHost[] {
  const listens = directives.filter(({ name }) => name === 'listen')
  const isTls = (block: readonly Directive[]): boolean => {
    const engine = block.findLast(({ name }) => name === 'sslengine')?.args[0]?.text
    // certbot leaves `SSLEngine on` to the file of its own that it includes.
    return engine === undefined
      ? block.some(({ name }) => name === 'sslcertificatefile')
      : /^(?:on|optional)$/i.test(engine)
  }
  const mainTls = isTls(directives)
  const ports = listens.map(listen => ({
    at: directiveLocation(listen),
    port: portOf(listen.args[0]?.text ?? ''),
    tls: mainTls || listen.args[1]?.text.toLowerCase() === 'https'
  }))
  const main = { block: directives, listeners: ports }
  const virtual = directives.flatMap(section => {
    if (section.name !== 'virtualhost' || section.block === null) return []
    const tls = isTls(section.block) || mainTls
    const at = directiveLocation(section)
    return [{ block: section.block, listeners: section.args.map(word => ({ at, port: portOf(word.text), tls })) }]
  })
  return [main, ...virtual]
}

/** `443`, `*:443`, `[::]:443`; an address alone listens on whatever `Listen` says. */
const portOf = (address: string): number | null => parsePort(/(?:^|:)(\d+)$/.exec(address)?.[1] ?? '')

interface Forward {
  readonly at: Directive
  readonly path: string
  readonly upstream: Upstream
}

type Balancers = ReadonlyMap<string, readonly Directive[]>

/** `<Proxy balancer://name>` and the members in it. */
function balancersOf(directives: readonly Directive[]): Balancers {
  const all = [...directives, ...directives.flatMap(({ block }) => block ?? [])]
  return new Map(
    all
      .filter(({ name, block }) => name === 'proxy' && block !== null)
      .map(({ args, block }) => [
        (args[0]?.text ?? '').replace(/\/$/, '').toLowerCase(),
        (block ?? []).filter(({ name }) => name === 'balancermember')
      ])
  )
}

function routesOf(host: VirtualHost, balancers: Balancers, anyTls: boolean, context: ReadContext): readonly Route[] {
  const tls = host.listeners.some(listener => listener.tls)
  const forwards = forwardsOf(host.block, '/', balancers).slice(0, maxRoutes)
  const serverNames = namesOf(host.block)
  const refusal = forwards.length > 0 && (tls || !anyTls) ? judgeApache(host.block, context.webhookPath, tls) : null
  return forwards.map(({ at, path, upstream }) => ({
    proxy: 'apache',
    at: directiveLocation(at),
    site: context.site,
    listeners: host.listeners,
    serverNames,
    path,
    upstream,
    refusal,
    evidence: 'declared'
  }))
}

/** ServerName may carry a scheme and a port (httpd core, `ServerName`). */
const namesOf = (block: readonly Directive[]): readonly string[] =>
  block
    .filter(({ name }) => name === 'servername' || name === 'serveralias')
    .flatMap(({ args }) => args.map(word => word.text.replace(/^\w+:\/\//, '').replace(/:\d+$/, '')))
    .filter(name => name !== '' && !name.includes(HOLE))

function forwardsOf(block: readonly Directive[], path: string, balancers: Balancers): readonly Forward[] {
  return block.flatMap(directive => {
    if (directive.block !== null) {
      const isLocation = directive.name === 'location' || directive.name === 'locationmatch'
      const own = isLocation ? (directive.args.at(-1)?.text ?? path) : path
      return directive.name === 'virtualhost' || directive.name === 'proxy'
        ? []
        : forwardsOf(directive.block, own, balancers)
    }
    const found = targets.get(directive.name)?.(
      directive.args.map(word => word.text),
      path
    )
    return found == null ? [] : upstreams(directive, found, balancers)
  })
}

interface Target {
  readonly path: string
  readonly url: string
}

/** What forwards, by directive: the path on this side and the URL on the other. */
const targets: ReadonlyMap<string, (args: readonly string[], path: string) => Target | null> = new Map(
  Object.entries({
    // In a <Location> the path is the section's; `!` excludes a path.
    proxypass: (args, path) => {
      const [from = '', to = ''] = args
      const own =
        from.startsWith('/') || from.startsWith('^') || from === '!' ? { path: from, url: to } : { path, url: from }
      return own.url === '!' || own.path === '!' || own.url === '' ? null : own
    },
    proxypassmatch: (args, path) => {
      const [from = '', to] = args
      const own = to === undefined || !/^\w+:\/\/|^!$/.test(to) ? { path, url: from } : { path: from, url: to }
      return own.url === '!' ? null : own
    },
    rewriterule: ([pattern = '', url = '', flags = '']) =>
      /^\w+:\/\//.test(url) && /[[,]\s*(?:P|proxy)\s*[\],]/i.test(flags) ? { path: `~ ${pattern}`, url } : null,
    sethandler: ([handler = ''], path) => (/^proxy:/i.test(handler) ? { path, url: handler.slice(6) } : null)
  })
)

function upstreams(at: Directive, { path, url }: Target, balancers: Balancers): readonly Forward[] {
  const balancer = /^balancer:\/\/[^/]*/i.exec(url)?.[0].toLowerCase()
  const named = balancer === undefined ? [{ at, url }] : membersOf(balancer, balancers)
  return named.flatMap(member => {
    const upstream = parseUpstream(member.url.replace(/[$%]\{?\w+\}?/g, HOLE), 80)
    return upstream === null ? [] : [{ at: member.at, path, upstream }]
  })
}

const membersOf = (balancer: string, balancers: Balancers): readonly { at: Directive; url: string }[] =>
  (balancers.get(balancer) ?? []).slice(0, 64).map(member => ({ at: member, url: member.args[0]?.text ?? '' }))
