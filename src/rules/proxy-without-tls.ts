import { isAddress, isLoopbackHost } from '../model/address.ts'
import type { Container, Hint, Listener, Route } from '../model/deployment.ts'
import type { Enclosed, Exposed, Way } from '../model/exposure.ts'
import { isOperatorTool } from '../model/image.ts'
import { publishesPort, servesPort } from '../model/port-mapping.ts'
import type { Location } from '../text/location.ts'
import { defineRule, deployWith, exampleFile, nameOf, nginxSite, place } from './rule.ts'

export const proxyWithoutTls = defineRule({
  id: 'proxy-without-tls',
  level: 'warning',
  title: 'The proxy before the app has no TLS listener',
  why: 'Webhook senders demand https (Stripe does in live mode), and this proxy answers plain HTTP only.',
  fix: 'Get a certificate and let the proxy listen on 443 with it: `certbot --nginx` in the deploy, or Caddy, which gets one by itself.',
  examples: {
    bad: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': nginxSite({ listen: '80' }) },
    good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': nginxSite() }
  },
  *check({ exposed, enclosed, deployment: { routes, hints } }) {
    const doors = exposed.filter(({ container: { role, networks } }) => role === 'proxy' && networks !== 'host')
    const around: Around = { routes, hints, doors, secured: exposed.filter(({ ways }) => ways.some(({ tls }) => tls)) }
    for (const app of [...exposed.map(published), ...enclosed.flatMap(one => behindDoor(one, around))]) {
      for (const { route, listener } of plainRoutes(app, around)) {
        yield {
          at: listener.at,
          message: `${route.proxy} listens here without TLS, and no other listener leads to ${nameOf(app)} (${place(app.at)}): webhook senders demand https.`,
          fix: {
            description:
              'Add a TLS listener with a certificate. Where certbot or a load balancer adds TLS outside this checkout, say so: "# webhook-reach-check: ignore[proxy-without-tls] reason".',
            edits: []
          },
          related: [{ at: route.at, message: `forwards to ${nameOf(app)}` }]
        }
      }
    }
  }
})

/** What every app is seen against. */
interface Around {
  readonly routes: readonly Route[]
  readonly hints: readonly Hint[]
  /** Ports that containers of proxies publish. */
  readonly doors: readonly Exposed[]
  /** Ports that something with TLS leads to: a proxy on the host, a tunnel, one that an input or a comment vouches for. */
  readonly secured: readonly Exposed[]
}

/** An app, where it stands, and what leads to it. */
interface Led {
  readonly container: Container
  readonly at: Location
  readonly ways: readonly Pick<Way, 'tls' | 'route'>[]
  readonly hints: readonly Hint[]
}

const published = ({ container, publication: { at }, ways, hints }: Exposed): Led => ({ container, at, ways, hints })

/** An app that only a proxy's container reaches, where that container has its plain port on the internet and no other. */
function behindDoor({ container, routes }: Enclosed, { doors, hints }: Around): readonly Led[] {
  if (container.image !== null && isOperatorTool(container.image)) return []
  const open = doors.map(({ publication }) => publication.mapping).filter(({ exposure }) => exposure === 'public')
  const opens = ({ port }: Listener): boolean => port !== null && open.some(mapping => servesPort(mapping, port))
  if (open.some(mapping => publishesPort(mapping, 443)) || !routes.every(({ listeners }) => listeners.some(opens)))
    return []
  const ways = routes.map(route => ({ route, tls: route.listeners.some(({ tls }) => tls) }))
  return [
    {
      container,
      at: container.at,
      ways,
      hints: hints.filter(({ workflow }) => workflow === null || container.workflows.includes(workflow))
    }
  ]
}

/** Listeners of the routes to an app, where none of its ways ends TLS and nothing says that one will. */
function plainRoutes(
  { ways, hints, container }: Led,
  around: Around
): readonly { readonly route: Route; readonly listener: Listener }[] {
  if (container.role !== 'app' || ways.some(({ tls }) => tls)) return []
  if (hints.some(({ what }) => /certbot|acme|letsencrypt/i.test(what))) return []
  const routes = ways.flatMap(({ route }) => (route?.evidence === 'declared' ? [route] : []))
  if (routes.some(({ listeners }) => listeners.length === 0)) return []
  return routes.flatMap(route => {
    const [listener] = route.listeners
    return listener === undefined ||
      behindTls(listener, around) ||
      behindSecuredPort(container, route, listener, around)
      ? []
      : [{ route, listener }]
  })
}

/** True where another proxy with TLS forwards to this listener: a tunnel, a balancer. */
const behindTls = ({ port }: Listener, { routes }: Around): boolean =>
  routes.some(
    ({ listeners, upstream }) =>
      listeners.some(({ tls }) => tls) && (upstream.port === null || port === null || upstream.port === port)
  )

/** The same by way of the port that the proxy's container publishes. */
function behindSecuredPort(app: Container, route: Route, { port }: Listener, { secured }: Around): boolean {
  const { site, networks, upstream } = route
  const named = upstream.host !== null && !isLoopbackHost(upstream.host) && !isAddress(upstream.host)
  return secured.some(({ container, publication }) => {
    // Where no container is known to hold the config, any may that finds the app by its name.
    const mayHoldIt =
      container.role === 'proxy' ? site === 'bridge-container' : named && networks === undefined && container !== app
    return mayHoldIt && (port === null || servesPort(publication.mapping, port))
  })
}
