import { defineRule, deployWith, exampleFile, exposedAs, nameOf, nginxSite, place, portOf, restsOn } from './rule.ts'

export const proxyPortMismatch = defineRule({
  id: 'proxy-port-mismatch',
  level: 'error',
  title: 'The proxy forwards to a port that nothing publishes',
  why: 'The proxy answers 502 Bad Gateway: it knocks at one port while the container listens behind another.',
  fix: 'Make the two ports the same: change the proxy config, or the host port of the mapping.',
  examples: {
    bad: {
      [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'),
      'deploy/nginx.conf': nginxSite({ upstream: '127.0.0.1:8080' })
    },
    good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': nginxSite() }
  },
  check: judged =>
    exposedAs(judged, 'proxy-port-mismatch', exposed => {
      const [nearest] = exposed.astray
      const where =
        nearest?.at == null
          ? `The proxy input (${nearest?.proxy}:${nearest?.port})`
          : `${place(nearest.at)} (${nearest.proxy})`
      return {
        message: `${where} forwards to port ${nearest?.port}, which nothing publishes; ${nameOf(exposed)} is published on loopback, at ${portOf(exposed)}${restsOn(exposed)}, to which nothing forwards. The proxy answers 502.`,
        fix: {
          description: `Forward to ${portOf(exposed)} in ${nearest?.at == null ? 'the proxy input' : place(nearest.at)}, or publish port ${nearest?.port} here.`,
          edits: []
        },
        related: exposed.astray.flatMap(({ at, port, proxy }) =>
          at === null ? [] : [{ at, message: `${proxy} forwards to port ${port}` }]
        )
      }
    })
})
