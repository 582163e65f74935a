import type { Container, Route } from '../model/deployment.ts'
import type { Location } from '../text/location.ts'
import type { MappedText } from '../text/mapped-text.ts'
import type { ContainerProxy, EntryPoint } from './proxy-format.ts'
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
import { parsePort, parseUpstream, type Upstream } from './upstream.ts'

/** Traefik's Docker provider: labels on the container it forwards to. */
export const traefikLabels: ContainerProxy = {
  id: 'traefik',
  routes(container, all, entryPoints = [], webhookPath = '/') {
    const labels = traefikTree(container)
    if (labels.size === 0 || /^false$/i.test(labels.get('traefik.enable')?.text ?? '')) return []
    const declared = readRouters(labels)
    const routers = declared.filter(router => !isInternal(router))
    const middlewares = [container, ...all].slice(0, 200).flatMap(each => readMiddlewares(traefikTree(each)))
    const services = readServices(labels, routers, declared.length > routers.length)
    return services.flatMap(service => routesOf(service, routers, { middlewares, entryPoints, webhookPath }))
  }
}

type Labels = ReadonlyMap<string, MappedText>

/** Label names are written in any case. */
const traefikTree = ({ labels }: Container): Labels =>
  new Map(
    [...labels].map(([key, value]) => [key.toLowerCase(), value] as const).filter(([key]) => key.startsWith('traefik.'))
  )

interface Service {
  /** Null for the one that Traefik makes by itself. */
  readonly name: string | null
  readonly at: Location
  readonly upstream: Upstream
}

function readServices(labels: Labels, routers: readonly Router[], isDashboard: boolean): readonly Service[] {
  const named = [...labels].flatMap(([key, value]): Service[] => {
    const [, name = null, field] =
      /^traefik\.(?:http|tcp)\.services\.([^.]+)\.loadbalancer\.server\.(port|url)$/.exec(key) ?? []
    if (field === 'port') return [{ name, at: value.location(), upstream: toContainer(parsePort(value.text)) }]
    const upstream = field === 'url' ? parseUpstream(value.text) : null
    return upstream === null ? [] : [{ name, at: value.location(), upstream }]
  })
  const [old] = [...labels].filter(([key]) => /^traefik\.(?:[\w-]+\.)?port$/.test(key))
  if (old !== undefined)
    named.push({ name: null, at: old[1].location(), upstream: toContainer(parsePort(old[1].text)) })
  if (named.length > 0) return named
  if (isDashboard && routers.length === 0) return []
  // Without a port Traefik takes the lowest one that the image exposes.
  const enabled = labels.get('traefik.enable')
  const at = routers[0]?.at ?? (/^true$/i.test(enabled?.text ?? '') ? enabled?.location() : undefined)
  return at === undefined ? [] : [{ name: null, at, upstream: toContainer(null) }]
}

const toContainer = (port: number | null): Upstream => ({ host: 'container', port })

function readRouters(labels: Labels): readonly Router[] {
  const names = new Set(
    [...labels.keys()].flatMap(key => /^traefik\.((?:http|tcp)\.routers\.[^.]+)\./.exec(key)?.[1] ?? [])
  )
  const old = [...labels].filter(([key]) => /^traefik\.(?:[\w-]+\.)?frontend\.rule$/.test(key))
  return [
    ...[...names].map(path => readRouter(path, labels)),
    ...old.map(([, value]) => ({
      name: '',
      at: value.location(),
      rule: value.text,
      entryPoints: [],
      tls: true,
      service: null,
      middlewares: [],
      priority: null
    }))
  ]
}

function readRouter(path: string, labels: Labels): Router {
  const field = (name: string): MappedText | undefined => labels.get(`traefik.${path}.${name}`)
  const keys = [...labels.keys()].filter(key => key.startsWith(`traefik.${path}.`))
  const rule = field('rule')
  const first = rule ?? labels.get(keys[0] ?? '')
  const points = field('entrypoints')
  const tls = field('tls')
  return {
    name: path,
    at: (first as MappedText).location(),
    rule: rule?.text ?? '',
    entryPoints: points === undefined ? [] : list(points).map(name => ({ name, at: points.location() })),
    tls: /^true$/i.test(tls?.text ?? '') || keys.some(key => key.startsWith(`traefik.${path}.tls.`)),
    service: field('service')?.text ?? null,
    middlewares: list(field('middlewares')),
    priority: parsePort(field('priority')?.text ?? '')
  }
}

const list = (value: MappedText | undefined): readonly string[] =>
  value?.text.split(/\s*,\s*/).filter(part => part !== '') ?? []

function readMiddlewares(labels: Labels): readonly Middleware[] {
  return [...labels].flatMap(([key, value]) => {
    const [, name, kind] = /^traefik\.http\.middlewares\.([^.]+)\.([^.]+)\./.exec(key) ?? []
    if (name === undefined || kind === undefined) return []
    return [{ name, kind, at: value.location(), written: key.slice(0, 120), values: list(value) }]
  })
}

interface Around {
  readonly middlewares: readonly Middleware[]
  readonly entryPoints: readonly EntryPoint[]
  readonly webhookPath: string
}

function routesOf(service: Service, routers: readonly Router[], around: Around): readonly Route[] {
  const own = routers.filter(
    router => router.service === null || withoutProvider(router.service).toLowerCase() === service.name
  )
  const refusal = judgeRouters(own, around.middlewares, around.webhookPath)
  const route = { proxy: 'traefik', at: service.at, site: 'bridge-container', evidence: 'declared' } as const
  if (own.length === 0) {
    return [{ ...route, listeners: [], serverNames: [], path: '/', upstream: service.upstream, refusal: null }]
  }
  // Plain HTTP beside a TLS router is there for the redirect.
  return own.map(router => ({
    ...route,
    listeners: routerListeners(router, around.entryPoints),
    serverNames: ruleHosts(router.rule),
    path: rulePath(router.rule),
    upstream: service.upstream,
    refusal: router.tls || !own.some(({ tls }) => tls) ? refusal : null
  }))
}
