import type { Listener, Route } from '../model/deployment.ts'
import { type Directive, directiveLocation, parseNginxBlocks } from '../text/blocks.ts'
import { HOLE } from '../text/mapped-text.ts'
import { collectRoutes, maxRoutes } from './bounds.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import { isPlaceholder, loadNginx, mayHoldMore } from './nginx-config.ts'
import { defaultListener, listenersOf } from './nginx-listen.ts'
import { readLocation } from './nginx-locations.ts'
import { readMaps, severalSets, throughMaps } from './nginx-maps.ts'
import { judgeNginx } from './nginx-refusals.ts'
import { expandNginx, type Scope } from './nginx-values.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { parseUpstream, type Upstream } from './upstream.ts'

const path = /nginx|openresty|(?:^|\/)(?:conf\.d|sites-\w+|proxy-confs|vhosts?(?:\.d)?)\/|\.(?:conf|vhost)(?:\.\w+)?$/i
const block = /(?:^|[\s;}])(?:server|location\s[^;{}]{1,200}|upstream\s+[\w.-]+)\s*\{/
const directive = /(?:^|[\s;{}])(?:(?:proxy|grpc|fastcgi|uwsgi|scgi)_pass|listen|server_name)\s+[^;{}]{1,500};/

/** A main config that leaves every server to the files it includes. */
const onlyIncludes = (text: string): boolean =>
  /(?:^|[\s;}])(?:http|stream)\s{0,20}\{/.test(text) && /\sinclude\s/.test(text)

/** nginx and its relatives: http and stream servers, whole configs, sites and snippets. */
export const nginx: ProxyFormat = {
  id: 'nginx',
  claims: (file, text) =>
    isActiveConfig(file) &&
    !isStructured(file) &&
    (path.test(file) ? block.test(text) || /_pass\s/.test(text) || onlyIncludes(text) : block.test(text)) &&
    (directive.test(text) || onlyIncludes(text)),
  read(text, context) {
    const { directives, unread } = loadNginx(text, context)
    const blocks = contexts(directives)
    const upstreams = new Upstreams(
      text.file.path,
      context,
      blocks.map(({ scope }) => scope.at(-1) ?? [])
    )
    const found = collectRoutes(
      text,
      blocks.flatMap(each => serversOf(each, context)),
      server => serverRoutes(server, upstreams, context)
    )
    return { routes: found.routes, unread: [...unread, ...found.unread] }
  }
}

interface Context {
  /** Null for a fragment that does not say. */
  readonly kind: 'http' | 'stream' | null
  readonly scope: Scope
}

/** http and stream blocks; what stands outside of them is a fragment that some other file includes. */
const contexts = (directives: readonly Directive[]): readonly Context[] => [
  { kind: null, scope: [directives] },
  ...directives.flatMap(({ name, block }) =>
    (name === 'http' || name === 'stream') && block !== null ? [{ kind: name, scope: [block] } as const] : []
  )
]

interface Server {
  readonly directive: Directive | null
  readonly scope: Scope
  readonly listeners: readonly Listener[]
  /** Plain HTTP beside a TLS server is there for the redirect. */
  readonly judged: boolean
}

function serversOf(context: Context, read: ReadContext): readonly Server[] {
  const outer = context.scope.at(-1) ?? []
  const servers = outer.filter(({ name, block }) => name === 'server' && block !== null)
  const scopes = servers.map(server => [...context.scope, server.block ?? []])
  const stream = context.kind === 'stream' || (context.kind === null && scopes.some(isStream))
  const listeners = listenersOf(scopes, stream, read.variables)
  const found: Omit<Server, 'judged'>[] = scopes.map((scope, index) => {
    const directive = servers[index] ?? null
    const own = listeners[index] ?? []
    const block = directive?.block ?? []
    const silent = directive !== null && !block.some(({ name }) => name === 'listen')
    if (silent && !stream)
      return { directive, scope, listeners: saysElsewhere(block) ? [] : [defaultListener(directive)] }
    return { directive, scope, listeners: own.some(({ tls }) => tls) || !block.some(isPlaceholder) ? own : [] }
  })
  // Locations without a server around them: a snippet, whose listeners some other file has.
  if (context.kind === null) found.push({ directive: null, scope: context.scope, listeners: [] })
  const anyTls = found.some(isTls)
  return found.filter(isTcp).map(server => ({ ...server, judged: !stream && (!anyTls || isTls(server)) }))
}

/** A certificate without a `listen`, or what is not in the checkout: where it listens, some other file says. */
const saysElsewhere = (block: readonly Directive[]): boolean =>
  block.some(directive => directive.name === 'ssl_certificate' || mayHoldMore(directive))

const isTls = ({ listeners }: { readonly listeners: readonly Listener[] }): boolean => listeners.some(({ tls }) => tls)

/** A server whose every `listen` is for UDP carries no webhooks. */
const isTcp = ({ scope }: { readonly scope: Scope }): boolean => {
  const listens = (scope.at(-1) ?? []).filter(({ name }) => name === 'listen')
  return listens.length === 0 || !listens.every(({ args }) => args.some(word => word.text === 'udp'))
}

/** A `proxy_pass` straight in the server, without a scheme: only stream servers have that. */
const isStream = (scope: Scope): boolean =>
  (scope.at(-1) ?? []).some(({ name, args }) => name === 'proxy_pass' && !/:\/\/|^\$/.test(args[0]?.text ?? ''))

function serverRoutes(server: Server, upstreams: Upstreams, read: ReadContext): readonly Route[] {
  const block = server.scope.at(-1) ?? []
  const found = passes(block, server.scope, null, server.directive === null).slice(0, maxRoutes)
  if (found.length === 0) return []
  const judged = { scope: server.scope, tls: isTls(server), environment: read.variables }
  const refusal = server.judged ? judgeNginx(judged, read.webhookPath) : null
  const serverNames = block
    .filter(({ name }) => name === 'server_name')
    .flatMap(({ args }) => args.map(word => expandNginx(word.text, server.scope, read.variables)))
    .filter(name => name !== '_' && name !== '' && !name.includes(HOLE))
  return found.flatMap(({ directive, scope, location }) =>
    upstreams.resolve(directive, scope).map(({ at, upstream }) => ({
      proxy: 'nginx',
      at: directiveLocation(at),
      site: read.site,
      listeners: server.listeners,
      serverNames,
      path: location === null ? '/' : locationPath(location, block),
      upstream,
      refusal,
      evidence: 'declared'
    }))
  )
}

interface Pass {
  readonly directive: Directive
  readonly scope: Scope
  /** Null where it stands in the server itself. */
  readonly location: Directive | null
}

const passNames: ReadonlySet<string> = new Set(['proxy_pass', 'grpc_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass'])
const transparent: ReadonlySet<string> = new Set(['if', 'limit_except'])

/** Every `…_pass` of a server, with the location around it. */
function passes(
  block: readonly Directive[],
  scope: Scope,
  location: Directive | null,
  fragment: boolean
): readonly Pass[] {
  return block.flatMap(directive => {
    if (passNames.has(directive.name)) return directive.args.length > 0 ? [{ directive, scope, location }] : []
    if (directive.block === null) return []
    const inner = [...scope, directive.block]
    if (directive.name === 'location') return passes(directive.block, inner, directive, false)
    return transparent.has(directive.name) && !fragment ? passes(directive.block, inner, location, false) : []
  })
}

/** The path as written; a regular expression keeps its `~`, a named location has the path that leads to it. */
function locationPath(location: Directive, server: readonly Directive[]): string {
  const { kind, pattern } = readLocation(location)
  if (kind === 'regex' || kind === 'regex-any-case') return `~ ${pattern}`
  if (kind !== 'named') return pattern
  const from = server.find(
    ({ name, block }) =>
      name === 'location' && block?.some(inner => inner.name === 'try_files' && inner.args.at(-1)?.text === pattern)
  )
  return from === undefined || from === location ? '/' : locationPath(from, [])
}

/** Files that nginx reads together: those beside each other, and what the packages' own nginx.conf includes. */
const together = ['*', '../*', '../upstream*/*', '/etc/nginx/conf.d/*', '/etc/nginx/sites-enabled/*']

/** The `upstream` blocks that a context sees, those of files beside it included. */
class Upstreams {
  readonly #file: string
  readonly #context: ReadContext
  readonly #known = new Map<string, readonly Directive[]>()
  readonly #maps: ReadonlyMap<string, readonly string[]>
  readonly #open: boolean
  #searched = false

  constructor(file: string, context: ReadContext, blocks: readonly (readonly Directive[])[]) {
    this.#file = file
    this.#context = context
    this.#maps = readMaps(blocks)
    this.#open = blocks.some(block => block.some(mayHoldMore))
    for (const block of blocks) this.#collect(block)
  }

  /** What one `…_pass` forwards to; the servers of an `upstream` block stand for themselves. */
  resolve(pass: Directive, scope: Scope): readonly { readonly at: Directive; readonly upstream: Upstream }[] {
    const written = pass.args[0]?.text ?? ''
    const choices = new Map([...this.#maps, ...severalSets(written, scope)])
    return throughMaps(written, choices).flatMap(text => this.#resolveOne(pass, text, scope))
  }

  #resolveOne(
    pass: Directive,
    text: string,
    scope: Scope
  ): readonly { readonly at: Directive; readonly upstream: Upstream }[] {
    const written = expandNginx(text, scope, this.#context.variables)
    const named = this.#find(/^(?:\w+:\/\/)?([\w.-]+)(?:\/|$)/.exec(written)?.[1] ?? '')
    if (named.length === 0) {
      const upstream = this.#mayBeElsewhere(written) ? { host: null, port: null } : parseUpstream(written)
      return upstream === null ? [] : [{ at: pass, upstream }]
    }
    return named
      .flatMap(({ block }) => block ?? [])
      .filter(({ name, args }) => name === 'server' && !args.some(word => word.text === 'down'))
      .slice(0, 64)
      .flatMap(at => {
        const upstream = parseUpstream(expandNginx(at.args[0]?.text ?? '', [], this.#context.variables), 80)
        return upstream === null ? [] : [{ at, upstream }]
      })
  }

  /** A name alone, beside an `include` of a file that is not in the checkout: that may hold the `upstream` block of the name. */
  #mayBeElsewhere(written: string): boolean {
    return this.#open && /^(?:\w+:\/\/)?[a-z][\w-]*(?:\/|$)/i.test(written) && !/localhost/i.test(written)
  }

  /** Several where more than one file beside this one has a block of that name: each may be the one that counts. */
  #find(name: string): readonly Directive[] {
    const key = name.toLowerCase()
    // A name without a dot may be an upstream of a file beside this one: sites often share one for all.
    if (!this.#known.has(key) && /^[a-z][\w-]*$/.test(key) && key !== 'localhost' && !this.#searched) {
      this.#searched = true
      const own = new Set(this.#known.keys())
      const files = together.flatMap(pattern => this.#context.include(pattern, this.#file))
      for (const file of files.slice(0, 50)) {
        if (/\bupstream\s/.test(file.text)) this.#collect(parseNginxBlocks(file).directives, own)
      }
    }
    return this.#known.get(key) ?? []
  }

  #collect(directives: readonly Directive[], settled: ReadonlySet<string> = new Set()): void {
    for (const directive of directives) {
      if (directive.name !== 'upstream' || directive.block === null) continue
      const key = (directive.args[0]?.text ?? '').toLowerCase()
      if (!settled.has(key)) this.#known.set(key, [...(this.#known.get(key) ?? []), directive])
    }
  }
}
