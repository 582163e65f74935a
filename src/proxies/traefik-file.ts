import type { Route } from '../model/deployment.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { locationOf, textOf, textsOf, type YamlNode } from '../text/yaml.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import type { EntryPoint, ProxyFormat, ReadContext } from './proxy-format.ts'
import { nodeAtAnyCase as at, entries, isOn, items, readStructured } from './structured.ts'
import { exposureOfConfig } from './traefik-exposure.ts'
import {
  isInternal,
  judgeRouters,
  type Middleware,
  type Router,
  routerListeners,
  ruleHosts,
  rulePath,
  withoutProvider
} from './traefik-router.ts'
import { parsePort, parseUpstream } from './upstream.ts'

/** Traefik's YAML: the static config with its entry points, the file provider's routers and services. */
export const traefikFile: ProxyFormat = {
  id: 'traefik',
  claims: (file, text) =>
    isActiveConfig(file) &&
    isStructured(file) &&
    !/\.(?:toml|json)/i.test(file) &&
    /(?:^|[\s{,])(?:entrypoints|loadbalancer):/im.test(text) &&
    /^(?:http|tcp|entrypoints):/im.test(text),
  read(text, context) {
    const { roots, unread } = readStructured(text, context)
    const entryPoints = roots.flatMap(readEntryPoints)
    const routes = roots.flatMap(root => dynamicRoutes(root, entryPoints, context))
    return { routes, unread, entryPoints, exposures: roots.flatMap(exposureOfConfig) }
  }
}

/** `entryPoints.websecure.address: ":443"`; TLS there holds for every router on it. */
export const readEntryPoints = (root: YamlNode): readonly EntryPoint[] =>
  entries(at(root, 'entryPoints')).map(({ key, value }) => ({
    name: key.text.text,
    port: parsePort(/:(\d+)(?:\/\w+)?$/.exec(textOf(at(value, 'address'))?.text ?? '')?.[1] ?? ''),
    tls: at(value, 'http', 'tls') !== null
  }))

/** Routers, services and middlewares of a dynamic config; the same tree in YAML and TOML. */
export function dynamicRoutes(
  root: YamlNode,
  entryPoints: readonly EntryPoint[],
  context: ReadContext
): readonly Route[] {
  const middlewares = entries(at(root, 'http', 'middlewares')).flatMap(({ key, value }) =>
    readMiddleware(key.text.text, value)
  )
  return ['http', 'tcp'].flatMap(protocol => {
    const routers = entries(at(root, protocol, 'routers'))
      .map(({ key, value }) => readRouter(key.text, value))
      .filter(router => !isInternal(router))
    const services = entries(at(root, protocol, 'services'))
    return services.flatMap(({ key, value }) => {
      const users = namesFor(key.text.text, services)
      const own = routers.filter(({ service }) => service !== null && users.has(withoutProvider(service)))
      const refusal = judgeRouters(own, middlewares, context.webhookPath)
      return serversOf(value).flatMap(url =>
        routesTo(url, own, entryPoints, context).map(route => ({ ...route, refusal }))
      )
    })
  })
}

/** A service itself and those that hand on to it (weighted, mirroring, failover). */
function namesFor(
  service: string,
  services: readonly { key: { text: MappedText }; value: YamlNode }[]
): ReadonlySet<string> {
  const users = services.filter(({ value }) =>
    [
      ...items(at(value, 'weighted', 'services')).flatMap(item => textOf(at(item, 'name')) ?? []),
      ...textsOf(at(value, 'mirroring', 'service')),
      ...textsOf(at(value, 'failover', 'service')),
      ...textsOf(at(value, 'failover', 'fallback'))
    ].some(({ text }) => text === service)
  )
  return new Set([service, ...users.map(({ key }) => key.text.text)])
}

const serversOf = (service: YamlNode): readonly MappedText[] =>
  items(at(service, 'loadBalancer', 'servers')).flatMap(
    server => textOf(at(server, 'url')) ?? textOf(at(server, 'address')) ?? []
  )

function routesTo(
  url: MappedText,
  routers: readonly Router[],
  entryPoints: readonly EntryPoint[],
  context: ReadContext
): readonly Route[] {
  const upstream = parseUpstream(url.text)
  if (upstream === null) return []
  const route = {
    proxy: 'traefik',
    at: url.location(),
    site: context.site,
    upstream,
    refusal: null,
    evidence: 'declared'
  } as const
  if (routers.length === 0) return [{ ...route, listeners: [], serverNames: [], path: '/' }]
  return routers.map(router => ({
    ...route,
    listeners: routerListeners(router, entryPoints),
    serverNames: ruleHosts(router.rule),
    path: rulePath(router.rule)
  }))
}

function readRouter(name: MappedText, node: YamlNode): Router {
  const rule = textOf(at(node, 'rule'))
  const tls = at(node, 'tls')
  return {
    name: name.text,
    at: (rule ?? name).location(),
    rule: rule?.text ?? '',
    entryPoints: textsOf(at(node, 'entryPoints')).map(text => ({ name: text.text, at: text.location() })),
    // `tls: {}` and a bare `tls:` both turn it on.
    tls: tls !== null && (tls.kind !== 'scalar' || tls.value === null || isOn(tls)),
    service: textOf(at(node, 'service'))?.text ?? null,
    middlewares: textsOf(at(node, 'middlewares')).map(({ text }) => text),
    priority: parsePort(textOf(at(node, 'priority'))?.text ?? '')
  }
}

const readMiddleware = (name: string, node: YamlNode): readonly Middleware[] =>
  entries(node).map(({ key, value }) => ({
    name,
    kind: key.text.text.toLowerCase(),
    at: locationOf(key),
    written: key.text.text,
    values: [...textsOf(at(value, 'sourceRange')), ...textsOf(at(value, 'middlewares'))].map(({ text }) => text)
  }))
