import type { Listener } from '../model/deployment.ts'
import { type Directive, directiveLocation } from '../text/blocks.ts'
import { expandNginx, type Scope } from './nginx-values.ts'
import { parsePort } from './upstream.ts'

/** A listener with what tells it apart from other sockets. */
interface Socket extends Listener {
  readonly socket: string
}

/** Where the server blocks of one http or stream context listen, in their order. */
export function listenersOf(
  servers: readonly Scope[],
  stream: boolean,
  environment: ReadonlyMap<string, string>
): readonly (readonly Listener[])[] {
  const outer = servers[0]?.slice(0, -1).some(switchesTls) ?? false
  const sockets = servers.map(scope => readSockets(scope, stream, outer, environment))
  // `ssl` belongs to the socket: said once, it holds for every server block on the same address and port.
  const tls = new Set(sockets.flat().flatMap(({ tls, socket }) => (tls ? [socket] : [])))
  return sockets.map(own => own.map(({ at, port, socket }) => ({ at, port, tls: tls.has(socket) })))
}

function readSockets(
  scope: Scope,
  stream: boolean,
  outer: boolean,
  environment: ReadonlyMap<string, string>
): readonly Socket[] {
  const server = scope.at(-1) ?? []
  const everywhere = outer || switchesTls(server)
  return server
    .filter(({ name, args }) => name === 'listen' && !args[0]?.text.startsWith('unix:'))
    .filter(({ args }) => !args.some(word => word.text === 'udp'))
    .map(directive => {
      const [address = '', ...flags] = directive.args.map(word => expandNginx(word.text, scope, environment))
      const port = listenPort(address)
      const tls = everywhere || flags.some(flag => flag === 'ssl' || flag === 'quic')
      // A stream server on 443 passes TLS through untouched: its upstream ends it.
      return { at: directiveLocation(directive), port, tls: tls || (stream && port === 443), socket: address || '80' }
    })
}

const switchesTls = (block: readonly Directive[]): boolean =>
  block.some(({ name, args }) => tlsSwitches.has(name) && args[0]?.text === 'on')

/** `ssl on` (until nginx 1.25) ends TLS on every socket; `ssl_preread` looks at TLS that goes through. */
const tlsSwitches: ReadonlySet<string> = new Set(['ssl', 'ssl_preread'])

/** `80`, `*:80`, `[::]:80`, `192.0.2.1:80`; an address alone means port 80 (ngx_http_core_module, `listen`). */
function listenPort(address: string): number | null {
  const port = /^(?:\[[^\]]*\]|[^:[\]]*):([^:]*)$/.exec(address)?.[1]
  if (port !== undefined) return parsePort(port)
  return /^\d+$/.test(address) ? parsePort(address) : /^(?:\[.*\]|[a-z0-9*][\w.*-]*)$/i.test(address) ? 80 : null
}

/** The place that stands for a server block's listener where it has no `listen`: the word `server`. */
export const defaultListener = (server: Directive): Listener => ({
  at: directiveLocation(server),
  port: 80,
  tls: false
})
