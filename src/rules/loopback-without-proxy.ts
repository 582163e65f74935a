import type { Hint } from '../model/deployment.ts'
import type { Exposed } from '../model/exposure.ts'
import { defineRule, deployWith, exampleFile, exposedAs, nameOf, nginxSite, place, portOf, restsOn } from './rule.ts'

export const loopbackWithoutProxy = defineRule({
  id: 'loopback-without-proxy',
  level: 'error',
  title: 'A port is published on loopback, and no proxy forwards to it',
  why: 'Docker takes connections for a 127.0.0.1 mapping from the server itself only, so whoever calls from outside gets "connection refused". That is right behind a reverse proxy, and the end of every webhook without one.',
  fix: 'Put a reverse proxy with TLS before the port, in this checkout or on the server. One that stands outside the checkout is declared in one line: `# webhook-reach-check: proxied-by nginx` before the command, or `proxy: nginx` for the action.',
  examples: {
    bad: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000') },
    good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': nginxSite() }
  },
  check: judged =>
    exposedAs(judged, 'loopback-without-proxy', exposed => {
      const [hint] = exposed.hints
      const evidence =
        hint === undefined ? '' : ` ${place(hint.at)} speaks for a proxy (${hint.what}), ${missing(hint)}.`
      return {
        message: `${nameOf(exposed)} is published on loopback${restsOn(exposed)}: only the server itself reaches ${portOf(exposed)}, and no proxy in this checkout forwards to it. A webhook sender gets "connection refused".${evidence}`,
        ...(hint === undefined ? {} : { level: 'warning' as const }),
        related: hint === undefined ? [] : [{ at: hint.at, message: hint.what }],
        fix: { description: advice(exposed), edits: [] }
      }
    })
})

const missing = ({ port }: Hint): string =>
  port === null ? 'but the checkout does not show where it forwards' : 'but nothing in the checkout sets it up'

const advice = (exposed: Exposed): string =>
  `Put nginx or Caddy with TLS before ${portOf(exposed)} (the input \`fix-dir\`, or \`node dist/index.js fix --domain your-domain.com\`, writes the set-up). If one is there already, declare it: \`# webhook-reach-check: proxied-by nginx\` on the line before the command, or the input \`proxy: nginx\`.`
