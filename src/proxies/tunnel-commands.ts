import { anywhere, commandRoute, edge, firstTarget, optionValues } from './command-line.ts'
import { localTarget } from './ngrok.ts'
import type { ProxyCommand } from './proxy-format.ts'

/** `cloudflared tunnel --url X`; a tunnel run by name or token is configured elsewhere: unknown, not absent. */
export const cloudflaredCommand: ProxyCommand = {
  id: 'cloudflared',
  names: ['cloudflared'],
  routes(args, site) {
    const words = args.map(({ text }) => text)
    const [first] = args
    if (first === undefined || words.includes('--hello-world')) return []
    const names = optionValues(args, '--hostname').map(({ text }) => text)
    const urls = optionValues(args, '--url')
    if (urls.length > 0) {
      return urls.flatMap(url => {
        const upstream = localTarget(url.text)
        return upstream === null ? [] : [commandRoute('cloudflared', url, site, upstream, edge, names)]
      })
    }
    const isRun = words.includes('tunnel') && (words.includes('run') || words.some(word => word.startsWith('--token')))
    const isService = words[0] === 'service' && words[1] === 'install'
    return isRun || isService ? [commandRoute('cloudflared', first, site, anywhere, edge)] : []
  }
}

/** `ngrok http 8000`; `ngrok start` takes its tunnels from the agent's config. */
export const ngrokCommand: ProxyCommand = {
  id: 'ngrok',
  names: ['ngrok'],
  routes(args, site) {
    const at = args.findIndex(({ text }) => text === 'http' || text === 'tcp' || text === 'tls')
    const target = at === -1 ? undefined : firstTarget(args, at + 1)
    const upstream = target === undefined ? null : localTarget(target.text)
    if (target === undefined || upstream === null) return []
    const names = optionValues(args, '--domain', '--hostname', '--url').map(({ text }) =>
      text.replace(/^https?:\/\//, '')
    )
    return [commandRoute('ngrok', target, site, upstream, edge, names)]
  }
}

/** `tailscale funnel T`; `tailscale serve` is for the tailnet alone, which no webhook sender is in. */
export const tailscaleCommand: ProxyCommand = {
  id: 'tailscale',
  names: ['tailscale'],
  routes(args, site) {
    const at = args.findIndex(({ text }) => text === 'funnel')
    const words = args.map(({ text }) => text)
    if (at === -1 || words.includes('off') || words.includes('reset') || words.includes('status')) return []
    // `tailscale funnel 443 on` opens what `tailscale serve` has set up.
    const target = words.includes('on') ? undefined : firstTarget(args, at + 1)
    const upstream = target === undefined ? anywhere : localTarget(target.text)
    const port = Number(optionValues(args, '--https', '--tls-terminated-tcp', '--tcp')[0]?.text ?? 443) || null
    const place = target ?? args[at]
    return upstream === null || place === undefined
      ? []
      : [commandRoute('tailscale', place, site, upstream, [{ port, tls: true }])]
  }
}
