import { defineRule, deployWith, exampleFile, exposedAs, nameOf, narrowing, place, portOf, restsOn } from './rule.ts'

const caddyfile = `your-domain.com {
  reverse_proxy 127.0.0.1:8000
}
`

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
        fix: narrowing(exposed, 'Publish on 127.0.0.1: the proxy still reaches it.'),
        related: way?.at == null ? [] : [{ at: way.at, message: `${way.proxy} forwards from here` }]
      }
    })
})
