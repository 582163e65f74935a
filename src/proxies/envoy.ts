import type { Listener, Refusal, Route } from '../model/deployment.ts'
import type { Location } from '../text/location.ts'
import { locationOf, textOf, textsOf, type YamlNode } from '../text/yaml.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import { matchPath } from './path-pattern.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { because } from './refusal.ts'
import { entries, items, nodeAt, readStructured } from './structured.ts'
import { parsePort } from './upstream.ts'

/** Envoy's bootstrap or its static resources, YAML or JSON. */
export const envoy: ProxyFormat = {
  id: 'envoy',
  claims: (file, text) =>
    isActiveConfig(file) && isStructured(file) && /\bclusters\b/.test(text) && /\bsocket_address\b/.test(text),
  read(text, context) {
    const { roots, unread } = readStructured(text, context)
    return { routes: roots.flatMap(root => readBootstrap(root, context)), unread }
  }
}

/** One way from a listener to a cluster. */
interface Way {
  readonly cluster: string
  readonly listener: Listener
  readonly domains: readonly string[]
  readonly path: string
  readonly refusal: Refusal | null
}

function readBootstrap(root: YamlNode, context: ReadContext): readonly Route[] {
  const resources = nodeAt(root, 'static_resources') ?? root
  const ways = items(nodeAt(resources, 'listeners')).flatMap(listener => waysOf(listener, context))
  return items(nodeAt(resources, 'clusters')).flatMap(cluster => {
    const name = textOf(nodeAt(cluster, 'name'))?.text ?? ''
    const own = ways.filter(way => way.cluster === name).slice(0, 50)
    return addressesOf(cluster).flatMap(address => {
      const upstream = { host: knownHost(nodeAt(address, 'address')), port: portOf(address) }
      const route = {
        proxy: 'envoy',
        at: addressLocation(address),
        site: context.site,
        upstream,
        evidence: 'declared'
      } as const
      if (own.length === 0) return [{ ...route, listeners: [], serverNames: [], path: '/', refusal: null }]
      return own.map(({ listener, domains, path, refusal }) => ({
        ...route,
        listeners: [listener],
        serverNames: domains,
        path,
        refusal
      }))
    })
  })
}

/** `load_assignment`, and `hosts` of the second API. */
function addressesOf(cluster: YamlNode): readonly YamlNode[] {
  const endpoints = items(nodeAt(cluster, 'load_assignment', 'endpoints'))
    .flatMap(group => items(nodeAt(group, 'lb_endpoints')))
    .flatMap(each => nodeAt(each, 'endpoint', 'address', 'socket_address') ?? [])
  const hosts = items(nodeAt(cluster, 'hosts')).flatMap(host => nodeAt(host, 'socket_address') ?? [])
  return [...endpoints, ...hosts].slice(0, 200)
}

const knownHost = (node: YamlNode | null): string | null => {
  const text = textOf(node)?.text ?? ''
  return /^[\w.:-]+$/.test(text) ? text : null
}

/** From the address to the port, whichever comes first. */
function addressLocation(node: YamlNode): Location {
  const parts = [nodeAt(node, 'address'), nodeAt(node, 'port_value')].flatMap(part => textOf(part)?.location() ?? [])
  const sorted = parts.toSorted((a, b) => a.line - b.line || a.column - b.column)
  const first = sorted[0] ?? locationOf(node)
  const last = sorted.at(-1) ?? first
  return { ...first, endLine: last.endLine, endColumn: last.endColumn }
}

const portOf = (address: YamlNode | null): number | null => parsePort(textOf(nodeAt(address, 'port_value'))?.text ?? '')

function waysOf(listener: YamlNode, context: ReadContext): readonly Way[] {
  const address = nodeAt(listener, 'address', 'socket_address')
  if (address === null) return []
  const at = addressLocation(address)
  return items(nodeAt(listener, 'filter_chains')).flatMap(chain => {
    const tls = nodeAt(chain, 'transport_socket') !== null || nodeAt(chain, 'tls_context') !== null
    return items(nodeAt(chain, 'filters')).flatMap(filter => {
      const config = nodeAt(filter, 'typed_config') ?? nodeAt(filter, 'config')
      const direct = textOf(nodeAt(config, 'cluster'))?.text
      const port = portOf(address)
      if (direct !== undefined) {
        // A TCP proxy on 443 passes TLS through untouched.
        return [
          { cluster: direct, listener: { at, port, tls: tls || port === 443 }, domains: [], path: '/', refusal: null }
        ]
      }
      return items(nodeAt(config, 'route_config', 'virtual_hosts')).flatMap(host =>
        waysOfHost(host, { at, port, tls }, context.webhookPath)
      )
    })
  })
}

function waysOfHost(host: YamlNode, listener: Listener, webhookPath: string): readonly Way[] {
  const names = textsOf(nodeAt(host, 'domains')).map(({ text }) => text.replace(/:(?:\*|\d+)$/, ''))
  const domains = [...new Set(names)].filter(name => name !== '*')
  const routes = items(nodeAt(host, 'routes'))
  const serving = routes.find(route => mayServe(nodeAt(route, 'match'), webhookPath))
  const refusal = serving === undefined ? null : judge(serving)
  return routes.flatMap(route => {
    const action = nodeAt(route, 'route')
    const weighted = items(nodeAt(action, 'weighted_clusters', 'clusters')).map(each => nodeAt(each, 'name'))
    return [nodeAt(action, 'cluster'), ...weighted].flatMap(node => {
      const cluster = textOf(node)?.text
      return cluster === undefined
        ? []
        : [{ cluster, listener, domains, path: pathOf(nodeAt(route, 'match')), refusal }]
    })
  })
}

/** The first route that may match serves: Envoy takes them in order. */
function mayServe(match: YamlNode | null, path: string): boolean {
  const value = (...keys: string[]): string | undefined => textOf(nodeAt(match, ...keys))?.text
  const [prefix, exact, regex] = [value('prefix'), value('path'), value('safe_regex', 'regex')]
  if (prefix !== undefined) return path.startsWith(prefix)
  if (exact !== undefined) return path === exact
  return regex === undefined || matchPath(`^(?:${regex})$`, path) !== 'no'
}

/** Routes that answer by themselves, unless headers or queries decide as well. */
function judge(route: YamlNode): Refusal | null {
  const isConditional = entries(nodeAt(route, 'match')).some(({ key }) =>
    /headers|query|runtime|grpc|tls/.test(key.text.text)
  )
  for (const [key, why] of [
    ['redirect', because.redirects],
    ['direct_response', because.answers]
  ] as const) {
    const node = nodeAt(route, key)
    if (node === null || isConditional) continue
    const isTlsUpgrade = /^true$/.test(textOf(nodeAt(node, 'https_redirect'))?.text ?? '')
    return isTlsUpgrade ? null : { at: locationOf(node), directive: key, why }
  }
  return null
}

const pathOf = (match: YamlNode | null): string =>
  (textOf(nodeAt(match, 'prefix')) ?? textOf(nodeAt(match, 'path')))?.text ?? '/'
