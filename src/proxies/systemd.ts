import { parseLines } from '../text/lines.ts'
import { proxyCommands } from './commands.ts'
import { isActiveConfig } from './config-path.ts'
import type { ProxyFormat } from './proxy-format.ts'

/** systemd units that start a proxy with its route on the command line. */
export const systemd: ProxyFormat = {
  id: 'systemd',
  claims: (file, text) =>
    isActiveConfig(file) &&
    /\.service$/.test(file) &&
    /^ExecStart=.*(?:proxyd|socat|caddy|cloudflared|ngrok|tailscale|ssh)\b/m.test(text),
  read(text, context) {
    const lines = parseLines(text, 'line-start').filter(({ name }) => name.startsWith('ExecStart='))
    const routes = lines.flatMap(({ args, source, start, end }) => {
      const command = /^ExecStart=[-@:+!]*(\S+)/.exec(source.text.slice(start, end))?.[1] ?? ''
      const name = command.slice(command.lastIndexOf('/') + 1)
      const words = args.map(word => source.slice(word.start, word.end))
      return proxyCommands.filter(each => each.names.includes(name)).flatMap(each => each.routes(words, context.site))
    })
    return { routes, unread: [] }
  }
}
