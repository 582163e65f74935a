import type { Container, Refusal, Route } from '../model/deployment.ts'
import type { Exposed } from '../model/exposure.ts'
import { isOperatorTool } from '../model/image.ts'
import { defineRule, deployWith, exampleFile, nameOf, nginxSite } from './rule.ts'

export const proxyBlocksWebhook = defineRule({
  id: 'proxy-blocks-webhook',
  level: 'error',
  title: "The proxy's own config turns the webhook away",
  why: 'A webhook sender brings no password, follows no redirect and posts from addresses that change. What the proxy refuses or redirects on the way to the endpoint never reaches the app.',
  fix: 'Let the webhook path through: a location of its own without the restriction, forwarding to the app. The signature is what protects it.',
  examples: {
    bad: {
      [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'),
      'deploy/nginx.conf': nginxSite({
        extra: '    auth_basic "staff";\n    auth_basic_user_file /etc/nginx/htpasswd;\n'
      })
    },
    good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': nginxSite() }
  },
  *check({ exposed, enclosed, deployment: { webhookPath } }) {
    const apps = [...exposed.map(published), ...enclosed].filter(isApp)
    // A path that is only assumed may be one that the app never had.
    const assumed =
      webhookPath?.isAssumed === true
        ? ` This is judged for ${webhookPath.path}, since no \`webhook-url\` names another path.`
        : ''
    const open = new Set(apps.filter(app => routesTo(app).some(isOpen)).map(({ container }) => container))
    for (const one of apps) {
      // A second app that is open to webhooks may be the one that takes them.
      if (open.size > (open.has(one.container) ? 1 : 0)) continue
      for (const { route, refusal } of refusals(one)) {
        yield {
          at: refusal.at,
          message: `\`${refusal.directive}\` of ${route.proxy} turns webhooks to ${nameOf(one)} away: ${refusal.why}.`,
          fix: {
            description: `Give the webhook path a location of its own that forwards to the app without this restriction.${assumed}`,
            edits: []
          },
          related: [{ at: route.at, message: `forwards to ${nameOf(one)}` }]
        }
      }
    }
  }
})

/** An app, with the routes that lead to it; null is a way that nothing is known of but that it is there. */
interface Led {
  readonly container: Container
  readonly routes: readonly (Route | null)[]
}

/** What only its operator uses has its password for a reason. */
const isApp = ({ container: { role, image } }: Led): boolean =>
  role === 'app' && (image === null || !isOperatorTool(image))

const published = ({ container, ways }: Exposed): Led => ({ container, routes: ways.map(({ route }) => route) })

/** Routes with TLS where there are any: a sender takes no other. */
function routesTo({ routes }: Led): readonly Route[] {
  const declared = routes.flatMap(route => (route?.evidence === 'declared' ? [route] : []))
  const secure = declared.filter(({ listeners }) => listeners.some(({ tls }) => tls))
  return secure.length > 0 ? secure : declared
}

const isOpen = ({ refusal }: Route): boolean => refusal === null

/** What refuses on every way there is. */
function refusals(app: Led): readonly { readonly route: Route; readonly refusal: Refusal }[] {
  const routes = routesTo(app)
  if (app.routes.includes(null) || routes.some(isOpen)) return []
  return routes.flatMap(route => (route.refusal === null ? [] : [{ route, refusal: route.refusal }]))
}
