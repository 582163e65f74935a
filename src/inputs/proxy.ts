import type { DeclaredProxies, OutsideProxy } from '../model/exposure.ts'
import { BadValue } from './input-spec.ts'
import { eachLine, type Parser, port } from './parsers.ts'

/** Names that `proxy` takes. */
export const outsideProxyNames = [
  'nginx',
  'caddy',
  'traefik',
  'haproxy',
  'apache',
  'httpd',
  'envoy',
  'cloudflared',
  'nginx-proxy',
  'openresty',
  'lighttpd',
  'kong'
] as const

const outsideProxy: Parser<OutsideProxy> = line => {
  const [name = '', ...rest] = line.split(':')
  if (!outsideProxyNames.some(known => known === name) || rest.length > 1) throw new BadValue(line)
  const [written] = rest
  return { proxy: name, port: written === undefined ? null : portOf(written, line) }
}

const portOf = (written: string, line: string): number => {
  try {
    return port(written)
  } catch {
    throw new BadValue(line)
  }
}

/** `auto`, `none`, or proxies one a line. */
export const parseProxy: Parser<DeclaredProxies> = text =>
  text === 'auto' || text === 'none' ? text : eachLine(outsideProxy)(text)
