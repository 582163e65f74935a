import { defineRule, deployWith, exampleFile, exposedAs, nameOf, nginxSite, place, portOf } from './rule.ts'

const proxied = (upstream: string, network: string): string =>
  `${deployWith(`${network}-p 127.0.0.1:8000:8000`).replace(
    'docker run',
    `docker run -d --name proxy ${network}-p 80:80 -p 443:443 -v ./nginx.conf:/etc/nginx/conf.d/app.conf nginx:1.29
            docker run`
  )}# the proxy's upstream is ${upstream}\n`

export const proxyCannotReachLoopback = defineRule({
  id: 'proxy-cannot-reach-loopback',
  level: 'error',
  title: 'The proxy runs in a container, where 127.0.0.1 is the container itself',
  why: "A container on a bridge network has a loopback of its own, and host.docker.internal is the bridge's address: neither reaches a port that the host publishes on loopback. Docker Desktop hides this during development.",
  fix: 'Put both containers on one network and forward to the app by its name and container port, or give the proxy `network_mode: host`.',
  examples: {
    bad: { [exampleFile]: proxied('127.0.0.1:8000', ''), 'nginx.conf': nginxSite() },
    good: { [exampleFile]: proxied('app:8000', '--network web '), 'nginx.conf': nginxSite({ upstream: 'app:8000' }) }
  },
  check: judged =>
    exposedAs(judged, 'proxy-cannot-reach-loopback', exposed => {
      const [route] = exposed.outOfReach
      const where = route === undefined ? 'the proxy' : place(route.at)
      return {
        message: `${where} forwards to ${route?.upstream.host}:${route?.upstream.port ?? '?'} from inside a container: that is not the loopback on which ${nameOf(exposed)} is published. The proxy answers 502.`,
        fix: {
          description: `Put the proxy and ${nameOf(exposed)} on one Docker network and forward to the container by name, or run the proxy with host networking; ${portOf(exposed)} then needs no publishing.`,
          edits: []
        },
        related: exposed.outOfReach.map(({ at, proxy }) => ({
          at,
          message: `${proxy} forwards to its own loopback here`
        }))
      }
    })
})
