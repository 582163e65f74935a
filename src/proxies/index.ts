import { apache } from './apache.ts'
import { caddyfile } from './caddyfile.ts'
import { haproxy } from './haproxy.ts'
import { nginx } from './nginx.ts'
import type { ContainerProxy, ProxyCommand, ProxyFormat } from './proxy-format.ts'

/** Every proxy config that is read, the most telling first: the first format that claims a file reads it. */
export const proxyFormats: readonly ProxyFormat[] = [haproxy, apache, caddyfile, nginx]

/** Every proxy that routes by what the container itself carries. */
export const containerProxies: readonly ContainerProxy[] = []

/** Every proxy whose route stands on its command line. */
export const proxyCommands: readonly ProxyCommand[] = []
