import type { Listener, Refusal, Route } from '../model/deployment.ts'
import { textOf, textsOf, type YamlNode } from '../text/yaml.ts'
import { matchesGlob } from './caddyfile-matchers.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { because } from './refusal.ts'
import { entries, items, nodeAt, readStructured } from './structured.ts'
import { parsePort, parseUpstream } from './upstream.ts'

/** Caddy's own configuration, JSON. */
export const caddyJson: ProxyFormat = {
  id: 'caddy-json',
  claims: (file, text) =>
    isActiveConfig(file) && isStructured(file) && /"apps"\s*:/.test(text) && /"reverse_proxy"|"proxy"/.test(text),
  read(text, context) {
    const { roots, unread } = readStructured(text, context)
    const servers = roots.flatMap(root => entries(nodeAt(root, 'apps', 'http', 'servers')).map(({ value }) => value))
    return { routes: servers.flatMap(server => serverRoutes(server, context)), unread }
  }
}

function serverRoutes(server: YamlNode, context: ReadContext): readonly Route[] {
  const automatic = textOf(nodeAt(server, 'automatic_https', 'disable'))?.text !== 'true'
  const policies = items(nodeAt(server, 'tls_connection_policies')).length > 0
  const found = routesIn(nodeAt(server, 'routes'), { hosts: [], path: '/', served: true }, 0)
  // Automatic HTTPS takes every server that has a name to serve, save on port 80.
  const skipped = new Set(textsOf(nodeAt(server, 'automatic_https', 'skip')).map(({ text }) => text))
  const named = found.some(({ hosts }) => hosts.some(host => !skipped.has(host)))
  const listeners = textsOf(nodeAt(server, 'listen')).map((text): Listener => {
    const port = parsePort(/:(\d+)$/.exec(text.text)?.[1] ?? '')
    const tls = policies || (automatic && port !== 80 && (named || port === 443))
    return { at: text.location(), port, tls }
  })
  const refusal = judge(nodeAt(server, 'routes'), context.webhookPath, 0)
  return found.map(({ dial, hosts, path }) => ({
    proxy: 'caddy',
    at: dial.at,
    site: context.site,
    listeners,
    serverNames: hosts,
    path,
    upstream: dial.upstream,
    refusal: refusal === 'served' ? null : refusal,
    evidence: 'declared'
  }))
}

interface Scope {
  readonly hosts: readonly string[]
  readonly path: string
  readonly served: boolean
}

interface Dial {
  readonly dial: { readonly at: Route['at']; readonly upstream: Route['upstream'] }
  readonly hosts: readonly string[]
  readonly path: string
}

const maxDepth = 10

function routesIn(list: YamlNode | null, scope: Scope, depth: number): readonly Dial[] {
  if (depth > maxDepth) return []
  return items(list).flatMap(route => {
    const match = items(nodeAt(route, 'match'))
    const hosts = match.flatMap(each => textsOf(nodeAt(each, 'host')).map(({ text }) => text))
    const paths = match.flatMap(each => textsOf(nodeAt(each, 'path')).map(({ text }) => text))
    const inner = { ...scope, hosts: hosts.length > 0 ? hosts : scope.hosts, path: paths[0] ?? scope.path }
    return items(nodeAt(route, 'handle')).flatMap(handler => {
      if (textOf(nodeAt(handler, 'handler'))?.text === 'subroute')
        return routesIn(nodeAt(handler, 'routes'), inner, depth + 1)
      return items(nodeAt(handler, 'upstreams')).flatMap(each => {
        const dial = textOf(nodeAt(each, 'dial'))
        const upstream = dial === null ? null : parseUpstream(dial.text.replace(/^:/, 'localhost:'), 80)
        if (dial === null || upstream === null) return []
        return [{ dial: { at: dial.location(), upstream }, hosts: inner.hosts, path: inner.path }]
      })
    })
  })
}

/** Handlers in their order, up to the first that serves the path. */
function judge(list: YamlNode | null, path: string, depth: number): Refusal | 'served' | null {
  if (depth > maxDepth) return 'served'
  for (const route of items(list)) {
    const matchers = items(nodeAt(route, 'match'))
    const meets = (each: YamlNode): boolean | null => {
      const paths = textsOf(nodeAt(each, 'path'))
      if (paths.length > 0 && !paths.some(({ text }) => matchesGlob(text, path))) return false
      return entries(each).some(({ key }) => key.text.text !== 'path' && key.text.text !== 'host') ? null : true
    }
    const met =
      matchers.length === 0
        ? true
        : matchers.some(each => meets(each) === true) || (matchers.some(each => meets(each) === null) ? null : false)
    if (met === false) continue
    for (const handler of items(nodeAt(route, 'handle'))) {
      const kind = textOf(nodeAt(handler, 'handler'))
      const why = answers.get(kind?.text ?? '')
      if (met === true && why !== undefined && kind !== null) return { at: kind.location(), directive: kind.text, why }
      if (/^(?:reverse_proxy|file_server)$/.test(kind?.text ?? '')) return 'served'
      const inner = kind?.text === 'subroute' && met === true ? judge(nodeAt(handler, 'routes'), path, depth + 1) : null
      if (inner !== null) return inner
    }
  }
  return null
}

const answers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    static_response: because.answers,
    authentication: because.password,
    error: because.refuses
  })
)
