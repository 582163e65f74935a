import { apache } from './apache.ts'
import { caddyJson } from './caddy-json.ts'
import { caddyLabels } from './caddy-labels.ts'
import { caddyfile } from './caddyfile.ts'
import { cloudflared } from './cloudflared.ts'
import { coolify } from './coolify.ts'
import { envoy } from './envoy.ts'
import { haproxy } from './haproxy.ts'
import { kamal } from './kamal.ts'
import { nginx } from './nginx.ts'
import { nginxProxy } from './nginx-proxy.ts'
import { ngrok } from './ngrok.ts'
import type { ContainerProxy, ProxyFormat } from './proxy-format.ts'
import { systemd } from './systemd.ts'
import { tailscale } from './tailscale.ts'
import { traefikFile } from './traefik-file.ts'
import { traefikLabels } from './traefik-labels.ts'
import { traefikToml } from './traefik-toml.ts'

/** Every proxy config that is read, the most telling first: the first format that claims a file reads it. */
export const proxyFormats: readonly ProxyFormat[] = [
  kamal,
  cloudflared,
  ngrok,
  tailscale,
  caddyJson,
  envoy,
  traefikFile,
  traefikToml,
  systemd,
  haproxy,
  apache,
  caddyfile,
  nginx
]

/** Every proxy that routes by what the container itself carries. */
export const containerProxies: readonly ContainerProxy[] = [traefikLabels, caddyLabels, nginxProxy, coolify]

export { joinChains } from './chains.ts'
export { proxyCommands } from './commands.ts'
export { entryPointsOf, settingsIn } from './traefik-arguments.ts'
export { exposureOfPrograms, isTaken } from './traefik-exposure.ts'
