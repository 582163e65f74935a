import { isLoopback } from '../../model/address.ts'
import type { ContainerFacts } from '../facts.ts'
import { few, type Sight } from '../sight.ts'
import type { ServerCause } from './cause.ts'
import { setupFix } from './cause.ts'

const containerPort = (port: ContainerFacts['ports'][number]): number => Number.parseInt(port.container, 10)
const written = (port: ContainerFacts['ports'][number]): string => `${port.address || '0.0.0.0'}:${port.port ?? '?'}`

/** What listens inside on a port that is published; null where that is not known. */
function listeningOn(app: ContainerFacts, port: number): 'all' | 'loopback' | 'nothing' | null {
  if (app.listening === null || app.network === 'host') return null
  const there = app.listening.filter(each => each.port === port)
  if (there.length === 0) return 'nothing'
  return there.every(each => isLoopback(each.address)) ? 'loopback' : 'all'
}

export const containerNotRunning: ServerCause = {
  code: 'container-not-running',
  see({ facts, app }) {
    const { engine, engineDown } = facts.access
    const asked = facts.asked.container
    const fix = `Read \`${engine || 'docker'} logs ${app?.name ?? asked}\`, mend what it says, and start it again.`
    if (engineDown && asked !== '') {
      const message = `The Docker daemon does not run, so container ${asked} cannot either.`
      return { level: 'error', message, fix: 'sudo systemctl enable --now docker' }
    }
    if (app === null) {
      if (asked === '' || !facts.containersKnown) return null
      const message = `There is no container named ${asked} on the server.`
      return {
        level: 'error',
        message,
        fix: 'Let the deploy start it, or give its right name in the input `container`.'
      }
    }
    if (app.status === 'running') return null
    const message = `Container ${app.name} is ${app.status} (exit code ${app.exitCode ?? 'unknown'}, ${app.restarts ?? 0} restarts).`
    return { level: 'error', message, fix: app.status === 'paused' ? `${engine} unpause ${app.name}` : fix }
  }
}

export const appLoopbackInContainer: ServerCause = {
  code: 'app-loopback-in-container',
  see({ app, published }) {
    if (app?.status !== 'running') return null
    const port = published.find(each => listeningOn(app, containerPort(each)) === 'loopback')
    if (port === undefined) return null
    const number = containerPort(port)
    return {
      level: 'error',
      message: `Inside container ${app.name} the app listens on 127.0.0.1:${number} only, where no published port reaches it.`,
      fix: `Let the app listen on 0.0.0.0 inside the container (\`--host 0.0.0.0\`); \`-p ${written(port)}:${number}\` stays as it is.`
    }
  }
}

export const containerNotPublished: ServerCause = {
  code: 'container-not-published',
  see(sight) {
    const { app, published } = sight
    if (app?.status !== 'running' || app.network === 'host') return null
    if (published.length === 0) return sharesNetworkWithProxy(sight) ? null : unpublished(sight, app)
    const silent = published.filter(each => listeningOn(app, containerPort(each)) === 'nothing')
    const [port] = silent
    if (port === undefined || silent.length < published.length) return null
    const open = (app.listening ?? []).filter(each => !isLoopback(each.address)).map(each => each.port)
    const [first] = open
    const number = containerPort(port)
    return {
      level: 'error',
      message: `Container ${app.name} publishes its port ${number}, on which nothing listens inside${first ? `: the app listens on ${few([...new Set(open)])}` : ''}.`,
      fix: first
        ? `Publish the port on which the app listens: \`-p ${written(port)}:${first}\`.`
        : `Start the app on port ${number} inside the container; its log tells why nothing listens.`
    }
  }
}

function unpublished({ facts }: Sight, app: ContainerFacts) {
  const inside = app.listening?.find(each => !isLoopback(each.address))?.port ?? facts.asked.port ?? 8000
  return {
    level: 'error',
    message: `Container ${app.name} publishes no port, so no proxy on the server reaches it.`,
    fix: `Start it with \`-p 127.0.0.1:${facts.asked.port ?? inside}:${inside}\`.`
  } as const
}

/** A proxy container needs no published port of the app where both are on one network. */
function sharesNetworkWithProxy({ app, proxyContainers, stoppedProxyContainers }: Sight): boolean {
  const networks = new Set(app?.networks.split(' ').filter(name => name !== ''))
  return [...proxyContainers, ...stoppedProxyContainers].some(
    each => each.network === 'host' || each.networks.split(' ').some(n => networks.has(n))
  )
}

export const containerLoopbackOnly: ServerCause = {
  code: 'container-loopback-only',
  see(sight) {
    const { app, published, appLoopbackOnly, port443 } = sight
    if (app?.status !== 'running' || !appLoopbackOnly) return null
    const where = few(published.map(written))
    const message = `Container ${app.name} is published on ${where} only: nobody but the server itself reaches it there.`
    const forwarding = forwarder(sight)
    if (forwarding !== null) {
      return {
        level: 'notice',
        message: `${message} That is right: ${forwarding} forwards to it.`,
        fix: 'Nothing to do.'
      }
    }
    const level = port443 === 'no' || port443 === 'loopback' ? 'error' : 'warning'
    const reached = published.some(({ address }) => address === '127.0.0.1')
    const keep = reached ? 'Keep it so' : `Publish it on 127.0.0.1`
    return { level, message, fix: `${keep}, and let a proxy forward to it. ${setupFix(sight)}` }
  }
}

/** The proxy that stands before the app: by its configuration, or because both were asked and answer alike. */
function forwarder({ facts, published }: Sight): string | null {
  const route = facts.routes.find(each => each.kind === 'forward' && published.some(port => leadsTo(each.target, port)))
  if (route !== undefined) return route.proxy
  const status = (to: string): number | null => facts.requests.find(each => each.to === to)?.status ?? null
  const answer = status('proxy')
  return answer !== null && answer < 500 && answer !== 404 && answer === status('app') ? 'the proxy' : null
}

/** `http://127.0.0.1:8000/x`, `localhost:8000`: a target on this machine, with that port. */
const leadsTo = (target: string, { port }: { readonly port: number | null }): boolean => {
  const [, number] = /^(?:https?:\/\/)?(?:127\.[\d.]+|localhost|\[::1\]):(\d+)/.exec(target) ?? []
  return number !== undefined && Number(number) === port
}
