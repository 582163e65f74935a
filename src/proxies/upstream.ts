import { HOLE } from '../text/mapped-text.ts'

/** Where a proxy forwards to; what is unknown is null. */
export interface Upstream {
  readonly host: string | null
  readonly port: number | null
}

/** What a scheme's address means without a port (RFC 9110 4.2, grpc's and httpd's own defaults). */
const schemePorts: ReadonlyMap<string, number> = new Map(
  Object.entries({
    http: 80,
    https: 443,
    ws: 80,
    wss: 443,
    h2: 443,
    h2c: 80,
    grpc: 80,
    grpcs: 443,
    'https+insecure': 443,
    ajp: 8009,
    fcgi: 8000
  })
)

/**
 * Reads `host:port`, `[::1]:port`, `:port` or `scheme://host:port/path`; null for what is no TCP address (a Unix
 * socket). A part that holds a variable or a placeholder is unknown, and an unknown host without a port hides one.
 */
export function parseUpstream(written: string, defaultPort: number | null = null): Upstream | null {
  if (/^(?:\w+:\/\/)?unix(?:[:/@]|\+)/i.test(written)) return null
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):\/\//i.exec(written)
  const fallback = scheme === null ? defaultPort : (schemePorts.get((scheme[1] ?? '').toLowerCase()) ?? defaultPort)
  const rest = written.slice(scheme?.[0].length ?? 0)
  const authority = (/^[^/?#]*/.exec(rest)?.[0] ?? '').replace(/^[^@]*@/, '')
  const split = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority)
  // More than one colon without brackets: a bare IPv6 address, or a name glued to placeholders.
  if (split === null || (split[2] ?? '').includes(':')) return { host: knownHost(authority), port: fallback }
  const host = knownHost(split[1] ?? '')
  if (split[2] === undefined) return { host, port: host === null && split[1] !== '' ? null : fallback }
  return { host, port: parsePort(split[2]) }
}

/** A decimal TCP port, else null: a variable, a placeholder, or no port at all. */
export const parsePort = (text: string): number | null =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535 ? Number(text) : null

function knownHost(text: string): string | null {
  if (text.includes(HOLE)) return null
  const address = text.replace(/^\[(.*)\]$/s, '$1')
  if (/^[0-9a-f:.]+(%\w+)?$/i.test(address) && address.includes(':')) return address
  return /^[\w.-]+$/.test(address) && !/^__\w*__$/.test(address) ? address : null
}
