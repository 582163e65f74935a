import type { Listener, Route } from '../model/deployment.ts'
import type { Exposed } from '../model/exposure.ts'
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
  *check({ deployment, exposed }) {
    for (const one of exposed) {
      for (const { route, listener } of plainRoutes(one, deployment.routes)) {
        yield {
          at: listener.at,
          message: `${route.proxy} listens here without TLS, and no other listener leads to ${nameOf(one)} (${place(one.publication.at)}): webhook senders demand https.`,
          fix: {
            description:
              'Add a TLS listener with a certificate. Where certbot or a load balancer adds TLS outside this checkout, say so: "# webhook-reach-check: ignore[proxy-without-tls] reason".',
            edits: []
          },
          related: [{ at: route.at, message: `forwards to ${nameOf(one)}` }]
        }
      }
    }
  }
})

/** Listeners of the routes to a publication, where none of its ways ends TLS and nothing says that one will. */
function plainRoutes(
  { ways, hints, container }: Exposed,
  all: readonly Route[]
): readonly { readonly route: Route; readonly listener: Listener }[] {
  if (container.role !== 'app' || ways.some(({ tls }) => tls)) return []
  if (hints.some(({ what }) => /certbot|acme|letsencrypt/i.test(what))) return []
  const routes = ways.flatMap(({ route }) => (route?.evidence === 'declared' ? [route] : []))
  if (routes.some(({ listeners }) => listeners.length === 0)) return []
  return routes.flatMap(route => {
    const [listener] = route.listeners
    return listener === undefined || behindTls(listener, all) ? [] : [{ route, listener }]
  })
}

/** True where another proxy with TLS forwards to this listener: a tunnel, a balancer. */
const behindTls = ({ port }: Listener, all: readonly Route[]): boolean =>
  all.some(
    ({ listeners, upstream }) =>
      listeners.some(({ tls }) => tls) && (upstream.port === null || port === null || upstream.port === port)
  )
