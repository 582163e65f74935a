import { isAddress, isLoopback, isPrivate } from '../model/address.ts'
import type { ContainerFacts, ServerFacts } from './facts.ts'

/** What follows from the facts alone and several causes ask for. */
export interface Sight {
  readonly facts: ServerFacts
  readonly app: ContainerFacts | null
  /** Its published TCP ports. */
  readonly published: ContainerFacts['ports']
  readonly appLoopbackOnly: boolean
  readonly proxyContainers: readonly ContainerFacts[]
  readonly stoppedProxyContainers: readonly ContainerFacts[]
  readonly runningProxies: readonly string[]
  /** Who can reach port 443 on this machine; `unknown` where listeners could not be read. */
  readonly port443: 'all' | 'loopback' | 'no' | 'unknown'
  readonly port80: 'all' | 'loopback' | 'no' | 'unknown'
  readonly dns: 'here' | 'elsewhere' | 'unknown'
  /** Addresses of the name that are none of this server's. */
  readonly foreignAddresses: readonly string[]
}

/** The first few of a list, so that no server can fill a message. */
export const few = (items: readonly (string | number | null)[]): string =>
  items.length > 5 ? `${items.slice(0, 5).join(', ')}, …` : items.join(', ')

/** Reads the facts once, so that each cause is a line or two. */
export function look(facts: ServerFacts): Sight {
  const app = facts.containers.find(each => each.app) ?? null
  const published = app?.ports.filter(each => each.container.endsWith('/tcp')) ?? []
  const proxies = facts.containers.filter(each => each.role === 'proxy')
  return {
    facts,
    app,
    published,
    appLoopbackOnly: published.length > 0 && published.every(each => isLoopback(each.address)),
    proxyContainers: proxies.filter(each => each.status === 'running'),
    stoppedProxyContainers: proxies.filter(each => each.status !== 'running'),
    runningProxies: facts.proxies.filter(each => each.running).map(each => each.name),
    port443: reachOf(facts, 443),
    port80: reachOf(facts, 80),
    ...dnsOf(facts)
  }
}

/** A published port counts whatever listens: without its userland proxy, Docker forwards by packet filter alone. */
function reachOf({ listeners, containers, listenersKnown }: ServerFacts, port: number): Sight['port443'] {
  const open = [
    ...listeners.filter(each => each.port === port),
    ...containers.filter(each => each.status === 'running').flatMap(each => each.ports.filter(p => p.port === port))
  ]
  if (open.some(each => !isLoopback(each.address))) return 'all'
  if (open.length > 0) return 'loopback'
  return listenersKnown ? 'no' : 'unknown'
}

/**
 * Whether the name leads here. A server behind address translation has private addresses alone and cannot tell; one
 * family that leads here proves there is no translation, and the other is then judged too.
 */
function dnsOf({ dns }: ServerFacts): Pick<Sight, 'dns' | 'foreignAddresses'> {
  const addresses = dns.addresses.filter(isAddress)
  const isOwn = (address: string): boolean => dns.own.includes(address)
  const here = addresses.some(isOwn)
  const ownPublic = dns.own.filter(each => isAddress(each) && !isPrivate(each) && !isLoopback(each))
  const foreign = (['v4', 'v6'] as const).flatMap(family => {
    const inFamily = (address: string): boolean => address.includes(':') === (family === 'v6')
    const named = addresses.filter(inFamily)
    const canTell = here || ownPublic.some(inFamily)
    return canTell && !named.some(isOwn) ? named : []
  })
  return { dns: foreign.length > 0 ? 'elsewhere' : here ? 'here' : 'unknown', foreignAddresses: foreign }
}
