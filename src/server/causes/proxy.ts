import type { ServerFacts } from '../facts.ts'
import { few, type Sight } from '../sight.ts'
import { type Seen, type ServerCause, setupFix } from './cause.ts'
import { certificateMissing } from './surroundings.ts'

const nothingOn443 = ({ port443 }: Sight): boolean => port443 === 'no' || port443 === 'loopback'

/** Where the name leads to a load balancer or CDN, TLS may end there and this server need not listen on 443. */
const levelOf = ({ dns }: Sight): 'error' | 'warning' => (dns === 'elsewhere' ? 'warning' : 'error')

/** ` (container app answers on 127.0.0.1:8000 only)`, since that is the other half of the story. */
const onLoopback = ({ app, appLoopbackOnly, published }: Sight): string => {
  const [port] = published
  if (app === null || !appLoopbackOnly || port === undefined) return ''
  return `, and container ${app.name} is published on ${port.address}:${port.port} only`
}

export const proxyNotInstalled: ServerCause = {
  code: 'proxy-not-installed',
  see(sight) {
    const { facts, proxyContainers, stoppedProxyContainers } = sight
    const containers = [...proxyContainers, ...stoppedProxyContainers]
    if (!nothingOn443(sight) || facts.proxies.length > 0 || containers.length > 0) return null
    return {
      level: levelOf(sight),
      message: `Nothing listens on port 443 for the internet, nginx is not installed, nor is Caddy, Apache, HAProxy or Traefik${onLoopback(sight)}.`,
      fix: setupFix(sight)
    }
  }
}

export const proxyNotRunning: ServerCause = {
  code: 'proxy-not-running',
  see(sight) {
    const { facts, runningProxies, proxyContainers, stoppedProxyContainers } = sight
    const [first] = facts.proxies
    const [stopped] = stoppedProxyContainers
    if (!nothingOn443(sight) || runningProxies.length > 0 || proxyContainers.length > 0) return null
    if (first === undefined) {
      if (stopped === undefined) return null
      return {
        level: levelOf(sight),
        message: `Nothing listens on port 443 for the internet: container ${stopped.name}, a proxy, is ${stopped.status}${onLoopback(sight)}.`,
        fix: `Read \`${facts.access.engine || 'docker'} logs ${stopped.name}\`, mend what it says, and start it again.`
      }
    }
    const names = few(facts.proxies.map(each => each.name))
    return {
      level: levelOf(sight),
      message: `Nothing listens on port 443 for the internet: ${names} ${facts.proxies.length > 1 ? 'are' : 'is'} installed and not running${onLoopback(sight)}.`,
      fix: `On the server run: sudo systemctl enable --now ${first.name}, and look at \`systemctl status ${first.name}\` if it does not start.`
    }
  }
}

export const proxyConfigInvalid: ServerCause = {
  code: 'proxy-config-invalid',
  see(sight) {
    const { facts, runningProxies, port443 } = sight
    // One that stands still is nobody's business where something else answers.
    const needed = runningProxies.length === 0 && port443 !== 'all'
    const broken = facts.proxies.find(each => each.config === 'invalid' && (each.running || needed))
    if (broken === undefined) return null
    return {
      level: broken.running ? 'warning' : 'error',
      message: `The configuration of ${broken.name} is not valid${broken.running ? ' (it runs on with the one before)' : ''}: ${broken.why}`,
      fix: `Mend what it names, then on the server run: sudo systemctl ${broken.running ? 'reload' : 'restart'} ${broken.name}.`
    }
  }
}

export const proxyNoRoute: ServerCause = {
  code: 'proxy-no-route',
  see(sight) {
    const route = deciding(sight)
    return (
      unheard(sight) ?? (route !== null && route.kind !== 'forward' ? answering(sight, route) : passing(sight, route))
    )
  }
}

/** The site answers by itself. */
function answering(sight: Sight, route: ServerFacts['routes'][number]): Seen {
  const { facts } = sight
  const { domain, path } = facts.asked
  const site = route.named
    ? `${route.proxy} has a site for ${domain}, which`
    : `${route.proxy} has no site for ${domain}; the one in its place`
  return {
    level: 'error',
    message: `${site} does not forward ${path} to the app${answersWith(route)}.`,
    fix: `Let it forward ${path} to the app on 127.0.0.1:${facts.appPort ?? 8000}. ${setupFix(sight)}`
  }
}

/** What the proxy answers, beside what the app itself answers on the same machine. */
function passing(sight: Sight, route: ServerFacts['routes'][number] | null): Seen | null {
  const { facts, port443 } = sight
  const { domain, path } = facts.asked
  const status = (to: string): number | null => facts.requests.find(each => each.to === to)?.status ?? null
  const [answer, own] = [status('proxy'), status('app')]
  if (answer === null || (route === null && port443 !== 'all')) return null
  const proxy = route?.proxy ?? (facts.listeners.find(each => each.port === 443)?.process || 'the proxy')
  const gateway = [502, 503, 504].includes(answer)
  const [, port] = /^(?:https?:\/\/)?(?:127\.[\d.]+|localhost):(\d+)/.exec(route?.target ?? '') ?? []
  if (gateway && port !== undefined && facts.appPort !== null && Number(port) !== facts.appPort) {
    return {
      level: 'error',
      message: `${proxy} forwards ${domain}${path} to port ${port} and answers ${answer}; the app is published on port ${facts.appPort}.`,
      fix: `Let ${proxy} forward to port ${facts.appPort} (\`proxy_pass http://127.0.0.1:${facts.appPort};\`), or publish the app on port ${port}.`
    }
  }
  if (own === null || own >= 500) return null
  const forwards =
    route === null
      ? `answers ${answer} for ${domain}${path}`
      : `forwards ${domain}${path} to ${route.target} and answers ${answer}`
  const message = `${proxy.replace(/^the /, 'The ')} ${forwards}; asked itself on port ${facts.appPort}, the app answers ${own}.`
  if (gateway) {
    return {
      level: 'error',
      message,
      fix: `Let ${proxy} forward to http://127.0.0.1:${facts.appPort}. Where it does, its error log tells why it gets no answer (on Red Hat's systems: sudo setsebool -P httpd_can_network_connect 1).`
    }
  }
  // What the app refuses, and the proxy lets pass or refuses otherwise, may never have come to the app. One that only
  // redirects to https when asked directly, or does not know the path, says nothing of the proxy.
  const refuses = [400, 401, 403, 422].includes(own) && answer !== own
  const unlike = refuses && (answer < 400 || [401, 403, 404, 405].includes(answer))
  const fix = `Look at what ${proxy} does with ${path}: a password, a deny, a limit of methods, another site, a path after the port it forwards to.`
  return unlike ? { level: 'warning', message, fix } : null
}

/** A proxy runs, and nobody outside gets to it. Where it serves port 80 alone, the certificate is what is missing; a tunnel needs no port. */
function unheard(sight: Sight): Seen | null {
  const { facts, runningProxies, proxyContainers, port443 } = sight
  const running = [...runningProxies, ...proxyContainers.map(each => `container ${each.name}`)]
  const [first] = running
  const tunnel = [...runningProxies, ...proxyContainers.map(each => each.image)].some(name => /cloudflared/.test(name))
  if (first === undefined || tunnel || !nothingOn443(sight) || certificateMissing.see(sight) !== null) return null
  const where = port443 === 'loopback' ? 'port 443 answers on loopback only' : 'nothing listens on port 443'
  return {
    level: levelOf(sight),
    message: `${few(running)} ${running.length > 1 ? 'run' : 'runs'}, and ${where}: nobody outside gets to it.`,
    fix:
      runningProxies.length > 0
        ? `Let ${first} listen on port 443 of every interface, with a certificate for ${facts.asked.domain || 'the public name'}.`
        : `Publish port 443 of ${first} (\`-p 443:443\`), and let the proxy in it end TLS.`
  }
}

/** The route that decides, of a proxy that really stands on the port; null where another program may answer there. */
function deciding({ facts, runningProxies }: Sight): ServerFacts['routes'][number] | null {
  for (const port of [443, 80]) {
    const listeners = facts.listeners.filter(each => each.port === port)
    const route = facts.routes.find(each => each.port === port)
    if (listeners.length === 0 || route === undefined) continue
    if (!runningProxies.includes(route.proxy)) return null
    const names = listeners.map(each => each.process).filter(name => name !== '')
    if (names.length > 0 ? !names.includes(route.proxy) : runningProxies.length > 1) return null
    // On port 80 a redirect to a site that is missing on 443 is a matter of the certificate.
    return port === 80 && route.kind === 'return' ? null : route
  }
  return null
}

function answersWith({ kind, target, location }: ServerFacts['routes'][number]): string {
  if (kind === 'return') return ` but answers itself (return ${target})`
  return location === '' ? '' : ` (location ${location})`
}
