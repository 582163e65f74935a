import {
  caddyCommand,
  dokkuCommand,
  iptablesCommand,
  kamalProxyCommand,
  socatCommand,
  socketProxyCommand,
  sshCommand
} from './forward-commands.ts'
import type { ProxyCommand } from './proxy-format.ts'
import { cloudflaredCommand, ngrokCommand, tailscaleCommand } from './tunnel-commands.ts'

/** Every proxy whose route stands on its command line. */
export const proxyCommands: readonly ProxyCommand[] = [
  caddyCommand,
  cloudflaredCommand,
  ngrokCommand,
  tailscaleCommand,
  kamalProxyCommand,
  dokkuCommand,
  socatCommand,
  sshCommand,
  socketProxyCommand,
  iptablesCommand
]
