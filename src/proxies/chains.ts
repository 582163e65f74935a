import { isLoopbackHost } from '../model/address.ts'
import type { Listener, Route } from '../model/deployment.ts'

/** No chain is longer: a tunnel, a load balancer, a web server. */
const longest = 3

/**
 * Gives a proxy that stands behind another one that one's listeners too: cloudflared before nginx, or TLS in one
 * server block and the app's in another. What ends TLS in front ends it for all behind.
 */
export function joinChains(routes: readonly Route[]): readonly Route[] {
  let joined = routes.slice(0, 2000)
  for (let turn = 0; turn < longest; turn++) {
    const next = joined.map(route => behind(route, joined))
    if (next.every((route, index) => route.listeners.length === joined[index]?.listeners.length)) break
    joined = next
  }
  return [...joined, ...routes.slice(2000)]
}

function behind(route: Route, all: readonly Route[]): Route {
  const front = all.filter(other => other !== route && leadsTo(other, route)).flatMap(({ listeners }) => listeners)
  const added = front.filter(listener => !route.listeners.some(own => isSame(own, listener)))
  const unique = added.filter((listener, index) => added.findIndex(each => isSame(each, listener)) === index)
  return unique.length === 0 ? route : { ...route, listeners: [...route.listeners, ...unique] }
}

/** On one machine by a loopback address; between containers by a name that says which proxy it is. */
function leadsTo(front: Route, back: Route): boolean {
  const { host, port } = front.upstream
  if (host === null || port === null || !back.listeners.some(listener => listener.port === port)) return false
  const bothOnHost = front.site !== 'bridge-container' && back.site !== 'bridge-container'
  return isLoopbackHost(host) ? bothOnHost : host.toLowerCase().includes(back.proxy.replace(/-.*$/, ''))
}

const isSame = (a: Listener, b: Listener): boolean =>
  a.port === b.port &&
  a.tls === b.tls &&
  a.at.file === b.at.file &&
  a.at.line === b.at.line &&
  a.at.column === b.at.column
