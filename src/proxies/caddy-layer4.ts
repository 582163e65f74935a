import { type Directive, directiveLocation } from '../text/blocks.ts'
import type { CaddyServer } from './caddyfile.ts'
import { parsePort } from './upstream.ts'

/** The `layer4` app of a Caddyfile's global options (caddy-l4), by itself or as a wrapper of the sites' own listeners. */
export const layer4Servers = (options: readonly Directive[]): readonly CaddyServer[] =>
  options.flatMap(option => {
    if (option.name !== 'layer4') return layer4Servers(option.block ?? [])
    const block = option.block ?? []
    return block.some(isRoute) ? [serverOf(option, block, 443)] : block.flatMap(ofAddress)
  })

const isRoute = ({ name }: Directive): boolean => name === 'route'

/** `:443 { … }`; what listens on UDP takes no webhook. */
function ofAddress(address: Directive): readonly CaddyServer[] {
  if (address.block === null || address.name.startsWith('udp/')) return []
  return [serverOf(address, address.block, parsePort(/:(\d+)$/.exec(address.name)?.[1] ?? ''))]
}

/** TLS ends in a route's `tls`, or, on 443, in what it is passed on to. */
function serverOf(at: Directive, directives: readonly Directive[], port: number | null): CaddyServer {
  const listener = { at: directiveLocation(at), port, tls: port === 443 || endsTls(directives) }
  return { site: { addresses: at, directives }, listeners: [listener], serverNames: [], judged: false }
}

const endsTls = (block: readonly Directive[]): boolean =>
  block.some(({ name, block }) => name === 'tls' || endsTls(block ?? []))
