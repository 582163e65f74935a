import { type Exposed, staysReachable } from '../model/exposure.ts'
import { defineRule, deployWith, exampleFile, exposedAs, nameOf, narrowing, place, portOf, restsOn } from './rule.ts'

const caddyfile = `your-domain.com {
  reverse_proxy 127.0.0.1:8000
}
`

/** What to do where the proxy finds the port by an address other than 127.0.0.1. */
const moved = ({ ways }: Exposed): string =>
  ways.some(({ route }) => route?.site === 'bridge-container')
    ? "Put the proxy and this container on one Docker network, forward to the container's name and port, and drop the mapping: published on 127.0.0.1 it would be out of the proxy's reach."
    : 'Publish on 127.0.0.1 and let the proxy forward to that: by the address it has now it would not reach the port any more.'

export const proxyBypass = defineRule({
  id: 'proxy-bypass',
  level: 'warning',
  title: 'The port behind the proxy is open to the internet as well',
  why: "Clients can skip the proxy with its TLS, limits and logs. ufw does not help: Docker's rules come before its INPUT chain (Docker documentation, packet filtering and firewalls).",
  fix: 'Publish the port on 127.0.0.1; the proxy still reaches it there. A proxy on the same Docker network needs no published port at all.',
  examples: {
    bad: { [exampleFile]: deployWith('-p 8000:8000'), Caddyfile: caddyfile },
    good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), Caddyfile: caddyfile }
  },
  check: judged =>
    exposedAs(judged, 'proxy-bypass', exposed => {
      const [way] = exposed.ways
      const by = way?.at == null ? `the ${way?.proxy} of the proxy input` : `${way.proxy} (${place(way.at)})`
      return {
        message: `${by} forwards to ${nameOf(exposed)}, yet ${portOf(exposed)} is published on every interface${restsOn(exposed)}: anyone can skip the proxy, and ufw does not stop them, since Docker's rules come first.`,
        fix: staysReachable(exposed)
          ? narrowing(exposed, 'Publish on 127.0.0.1: the proxy still reaches it.')
          : { description: moved(exposed), edits: [] },
        related: way?.at == null ? [] : [{ at: way.at, message: `${way.proxy} forwards from here` }]
      }
    })
})
