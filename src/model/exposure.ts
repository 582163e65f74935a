import type { Location } from '../text/location.ts'
import { HOLE } from '../text/mapped-text.ts'
import { bare, isAddress, isLoopbackHost, isUnspecified } from './address.ts'
import type { Container, Deployment, Hint, Publication, Route } from './deployment.ts'
import { speaking } from './directives.ts'
import { isOperatorTool } from './image.ts'
import { publishesPort, servesPort } from './port-mapping.ts'

/** A proxy that was set up outside the checkout, as the `proxy` input declares it. */
export interface OutsideProxy {
  readonly proxy: string
  /** The loopback port it forwards to; null is every one. */
  readonly port: number | null
}

/** `auto`: what the checkout declares. `none`: no proxy counts. A list: what it declares, and these. */
export type DeclaredProxies = 'auto' | 'none' | readonly OutsideProxy[]

/** What leads to a publication: a route of the checkout, a comment, or an input. */
export interface Way {
  readonly proxy: string
  /** Null where an input vouches for it. */
  readonly at: Location | null
  readonly tls: boolean
  readonly route: Route | null
}

/** A published port of a deployment, with all that bears on who can reach it. */
export interface Exposed {
  readonly container: Container
  readonly publication: Publication
  readonly ways: readonly Way[]
  /** Proxies in containers that forward to what is not the host's loopback. */
  readonly outOfReach: readonly Route[]
  /** Declared proxies that forward to a loopback port which nothing publishes. */
  readonly astray: readonly (Pick<Way, 'proxy' | 'at'> & { readonly port: number })[]
  readonly hints: readonly Hint[]
}

/** A container that publishes nothing, with the routes that lead to it by its name or its labels. */
export interface Enclosed {
  readonly container: Container
  readonly routes: readonly Route[]
}

/** What rules judge. */
export interface Judged {
  readonly deployment: Deployment
  readonly exposed: readonly Exposed[]
  readonly enclosed: readonly Enclosed[]
  /** Containers that outlive their job. */
  readonly deployed: readonly Container[]
}

/** Brings publications and routes together. Judges nothing: rules do. */
export function judge(deployment: Deployment, proxies: DeclaredProxies): Judged {
  const deployed = deployment.containers.filter(({ placement, throwaway }) => placement !== 'hosted' && !throwaway)
  const routes = proxies === 'none' ? [] : deployment.routes
  const outside = typeof proxies === 'string' ? [] : proxies
  const published = (port: number): boolean =>
    deployed.some(({ publications }) => publications.some(({ mapping }) => publishesPort(mapping, port)))
  const places = deployment.containers.flatMap(({ publications }) => publications.map(({ at }) => at))
  const comments = proxies === 'none' ? [] : deployment.directives.filter(({ kind }) => kind === 'proxied-by')
  const declared = speaking(comments, places)
  const astray = [
    ...routes.flatMap(({ proxy, at, site, evidence, upstream: { host, port } }) => {
      const onHost = site !== 'bridge-container' && host !== null && isLoopbackHost(bare(host))
      return onHost && evidence === 'declared' && port !== null && !published(port) ? [{ proxy, at, port }] : []
    }),
    ...outside.flatMap(({ proxy, port }) => (port === null || published(port) ? [] : [{ proxy, at: null, port }]))
  ]
  const exposed = deployed.flatMap(container =>
    container.publications.map((publication): Exposed => {
      const own = proxies === 'none' ? [] : (deployment.ownRoutes.get(container) ?? [])
      const reaching = [
        ...routes.filter(route => reaches(route, container, publication)),
        ...own.filter(route => servesUpstream(route, publication))
      ]
      return {
        container,
        publication,
        ways: [
          ...declared(publication.at, publication.entry ?? container.at).flatMap(({ at, names: [proxy] }) =>
            proxy === undefined ? [] : [{ proxy, at, tls: true, route: null }]
          ),
          ...reaching.map(route => ({ proxy: route.proxy, at: route.at, tls: endsTls(route), route })),
          ...outside
            .filter(({ port }) => port === null || publishesPort(publication.mapping, port))
            .map(({ proxy }) => ({ proxy, at: null, tls: true, route: null }))
        ],
        outOfReach: routes.filter(route => isOutOfReach(route, publication)),
        astray,
        hints: deployment.hints.filter(
          hint =>
            (hint.workflow === null || container.workflows.includes(hint.workflow)) &&
            (hint.port === null || publishesPort(publication.mapping, hint.port))
        )
      }
    })
  )
  const enclosed = deployed.flatMap((container): Enclosed[] => {
    if (container.publications.length + container.refused.length > 0 || proxies === 'none') return []
    const own = deployment.ownRoutes.get(container) ?? []
    const leading = [...routes.filter(route => isNamed(route, container)), ...own]
    return leading.length === 0 ? [] : [{ container, routes: leading }]
  })
  return { deployment, exposed, enclosed, deployed }
}

/** The one thing that is wrong with who can reach a mapping; null where nothing is. */
export type Exposure =
  | 'host-network-publish'
  | 'data-store-exposed'
  | 'host-address-ignored'
  | 'unresolved-binding'
  | 'proxy-bypass'
  | 'public-without-tls'
  | 'proxy-cannot-reach-loopback'
  | 'proxy-port-mismatch'
  | 'loopback-without-proxy'

/** One mapping, one verdict: the first line that fits. Rules of these names say what it means. */
export function exposureOf({ container, publication, ways, outOfReach, astray }: Exposed): Exposure | null {
  const { exposure, protocol, ignoredAddress, hostPorts } = publication.mapping
  const { networks, role } = container
  if (networks === 'host') return 'host-network-publish'
  if (networks.some(network => network === 'none' || network.startsWith('container:'))) return null
  if (role === 'data-store') return exposure === 'public' ? 'data-store-exposed' : null
  if (ignoredAddress !== null && !isUnspecified(ignoredAddress)) return 'host-address-ignored'
  if (role === 'proxy' || protocol !== 'tcp') return null
  switch (exposure) {
    case 'private':
      return null
    case 'unknown':
      return 'unresolved-binding'
    case 'public':
      if (ways.length > 0) return 'proxy-bypass'
      // An app on 443 ends TLS itself: what else would a browser or a sender speak there?
      return typeof hostPorts !== 'string' && publishesPort(publication.mapping, 443) ? null : 'public-without-tls'
    case 'loopback':
      if (ways.length > 0 || (container.image !== null && isOperatorTool(container.image))) return null
      if (outOfReach.length > 0) return 'proxy-cannot-reach-loopback'
      return astray.length > 0 ? 'proxy-port-mismatch' : 'loopback-without-proxy'
  }
}

const endsTls = (route: Route): boolean => route.listeners.some(({ tls }) => tls)

/** True where every way still leads to the port once it is published on 127.0.0.1. */
export const staysReachable = ({ container, publication, ways }: Exposed): boolean => {
  const mapping = { ...publication.mapping, hostAddress: '127.0.0.1', exposure: 'loopback' } as const
  return ways.every(
    ({ route }) =>
      route === null || route.upstream.host === 'container' || reaches(route, container, { ...publication, mapping })
  )
}

/** True where what this route forwards reaches the container behind this publication. */
function reaches(route: Route, container: Container, publication: Publication): boolean {
  const { host, port } = route.upstream
  const { mapping } = publication
  if (mapping.protocol !== 'tcp' || host === 'container') return false
  if (host !== null && namesOf(container).includes(host.toLowerCase()))
    return (port === null || servesPort(mapping, port)) && isNamed(route, container)
  if (host !== null && isLoopbackHost(bare(host)) && isInside(route, container))
    return port === null || servesPort(mapping, port)
  if (port !== null && !publishesPort(mapping, port)) return false
  // A tunnel that is set up elsewhere, an upstream in an unknown variable: it may forward to any port of its host's
  // loopback; in a container of its own, to any container on its networks.
  if (host === null) {
    const near =
      route.site !== 'bridge-container' || (route.networks !== undefined && share(route.networks, container.networks))
    return port !== null || (near && mapping.exposure === 'loopback')
  }
  return route.site === 'bridge-container'
    ? isHostGateway(host) && mapping.exposure !== 'loopback'
    : listensAt(bare(host), publication)
}

/** On the host's own network there are no names of containers, only addresses. */
const isNamed = ({ upstream: { host }, networks, site }: Route, container: Container): boolean =>
  host !== null &&
  (site !== 'host-network-container' || isAddress(host)) &&
  namesOf(container).includes(host.toLowerCase()) &&
  share(networks, container.networks)

/** True for a proxy that joins the container's own network stack: `--network container:app`, `network_mode: service:app`. */
const isInside = ({ networks = [] }: Route, container: Container): boolean =>
  networks.some(network => {
    const [, name] = /^container:(.*)$/s.exec(network) ?? []
    return name !== undefined && (name.includes(HOLE) || namesOf(container).includes(name.toLowerCase()))
  })

/** Containers find each other by name on a network of both; the default bridge has no names (Docker, bridge network driver). */
function share(networks: Route['networks'], others: Container['networks']): boolean {
  if (networks === undefined || others === 'host' || [...networks, ...others].some(name => name.includes(HOLE)))
    return true
  return networks.some(name => others.includes(name))
}

/** True where the host's own stack finds the publication at this address or name. */
function listensAt(host: string, { mapping }: Publication): boolean {
  const { hostAddress, exposure } = mapping
  if (exposure === 'unknown') return isLoopbackHost(host)
  if (hostAddress === null || isUnspecified(hostAddress))
    return isLoopbackHost(host) || isAddress(host) || isHostGateway(host)
  // To connect to 0.0.0.0 is to connect to 127.0.0.1 (Linux, ip(7)).
  if (host === '0.0.0.0') return hostAddress.startsWith('127.')
  if (/localhost\.?$/i.test(host)) return exposure === 'loopback'
  return unmapped(host) === unmapped(hostAddress)
}

/** An IPv4 address written as IPv6 is the same address (RFC 4291 2.5.5.2). */
const unmapped = (address: string): string => address.replace(/^::ffff:/i, '')

/** A proxy inside a container that means the host's loopback and gets its own, or the bridge's address. */
function isOutOfReach(route: Route, { mapping }: Publication): boolean {
  const { host, port } = route.upstream
  if (
    route.site !== 'bridge-container' ||
    host === null ||
    mapping.exposure !== 'loopback' ||
    mapping.protocol !== 'tcp'
  )
    return false
  return (isLoopbackHost(bare(host)) || isHostGateway(host)) && (port === null || publishesPort(mapping, port))
}

/** Names and addresses by which a container calls its host; Linux gives it the bridge's address, not its loopback. */
const isHostGateway = (host: string): boolean =>
  /^(host\.docker\.internal|gateway\.docker\.internal|host\.containers\.internal|172\.17\.0\.1)$/i.test(host)

const servesUpstream = (route: Route, { mapping }: Publication): boolean =>
  mapping.protocol === 'tcp' && (route.upstream.port === null || servesPort(mapping, route.upstream.port))

const namesOf = ({ name, aliases }: Container): readonly string[] =>
  [...(name === null ? [] : [name]), ...aliases].map(known => known.toLowerCase())
