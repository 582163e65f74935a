import type { MappedText } from '../text/mapped-text.ts'
import { commandRoute, optionValues } from './command-line.ts'
import type { ProxyCommand } from './proxy-format.ts'
import { parsePort, parseUpstream } from './upstream.ts'

/** `caddy reverse-proxy --from X --to UP`: automatic TLS for X unless it says `http://` or `:80`. */
export const caddyCommand: ProxyCommand = {
  id: 'caddy',
  names: ['caddy'],
  routes(args, site) {
    if (args[0]?.text !== 'reverse-proxy') return []
    const from = optionValues(args, '--from', '-f')[0]?.text ?? 'localhost'
    const [, scheme, host = '', port] = /^(?:(https?):\/\/)?([^:/]*)(?::(\d+))?/.exec(from) ?? []
    const plain = scheme === 'http' || port === '80'
    const listener = { port: parsePort(port ?? (plain ? '80' : '443')), tls: !plain }
    return optionValues(args, '--to', '-t')
      .flatMap(to => splitList(to))
      .flatMap(to => {
        const upstream = parseUpstream(to.text.replace(/^:/, 'localhost:'), 80)
        return upstream === null ? [] : [commandRoute('caddy', to, site, upstream, [listener], [host])]
      })
  }
}

/** Parts between commas, each with its place. */
function splitList(text: MappedText): readonly MappedText[] {
  let from = 0
  return text.text.split(',').map(part => {
    const piece = text.slice(from, from + part.length)
    from += part.length + 1
    return piece
  })
}

/** `kamal-proxy deploy NAME --target HOST:PORT`. */
export const kamalProxyCommand: ProxyCommand = {
  id: 'kamal-proxy',
  names: ['kamal-proxy'],
  routes(args, site) {
    const names = optionValues(args, '--host').flatMap(({ text }) => text.split(','))
    const tls = args.some(({ text }) => text === '--tls' || text === '--tls=true')
    const listeners = [...(tls ? [{ port: 443, tls }] : []), { port: 80, tls: false }]
    return optionValues(args, '--target').flatMap(target => {
      const upstream = parseUpstream(target.text, 80)
      return upstream === null ? [] : [commandRoute('kamal-proxy', target, site, upstream, listeners, names)]
    })
  }
}

/** `socat TCP-LISTEN:80,fork TCP:127.0.0.1:8000`. */
export const socatCommand: ProxyCommand = {
  id: 'socat',
  names: ['socat'],
  routes(args, site) {
    const listen = /^(?:TCP[46]?|OPENSSL|SSL)-(?:LISTEN|L):(\d+)|^TCP[46]?-L:(\d+)/i
    const from = args.map(({ text }) => listen.exec(text)).find(match => match !== null)
    const to = args.find(({ text }) => /^(?:TCP[46]?|TCP[46]?-CONNECT|OPENSSL|SSL):/i.test(text))
    if (from == null || to === undefined) return []
    const upstream = parseUpstream(to.text.replace(/^[\w-]+:/, '').replace(/,.*$/s, ''))
    const port = parsePort(from[1] ?? from[2] ?? '')
    const tls = /^(?:OPENSSL|SSL)/i.test(from[0] ?? '') || port === 443
    return upstream === null ? [] : [commandRoute('socat', to, site, upstream, [{ port, tls }])]
  }
}

/** `ssh -R [bind:]port:host:hostport`: the far end listens, this machine dials. */
export const sshCommand: ProxyCommand = {
  id: 'ssh',
  names: ['ssh', 'autossh'],
  routes: (args, site) =>
    optionValues(args, '-R').flatMap(forward => {
      const [, port = '', target = ''] =
        /^(?:(?:\[[^\]]*\]|[^:]*):)?(\d+):((?:\[[^\]]*\]|[^:]*):\d+)$/.exec(forward.text) ?? []
      const upstream = target === '' ? null : parseUpstream(target)
      const listener = { port: parsePort(port), tls: port === '443' }
      return upstream === null ? [] : [commandRoute('ssh', forward, site, upstream, [listener])]
    })
}

/** `systemd-socket-proxyd 127.0.0.1:8000`; the socket unit beside it says where it listens. */
export const socketProxyCommand: ProxyCommand = {
  id: 'systemd-socket-proxyd',
  names: ['systemd-socket-proxyd'],
  routes: (args, site) =>
    args.slice(-1).flatMap(target => {
      const upstream = target.text.startsWith('-') ? null : parseUpstream(target.text.replace(/^\//, 'unix:/'))
      return upstream === null ? [] : [commandRoute('systemd-socket-proxyd', target, site, upstream, [])]
    })
}

/** `iptables -t nat … --dport 80 -j DNAT --to-destination HOST:PORT`. */
export const iptablesCommand: ProxyCommand = {
  id: 'iptables',
  names: ['iptables', 'ip6tables'],
  routes(args, site) {
    const words = args.map(({ text }) => text)
    if (!words.includes('DNAT') || words.includes('-D') || words.includes('--delete')) return []
    const port = parsePort(optionValues(args, '--dport', '--destination-port')[0]?.text ?? '')
    return optionValues(args, '--to-destination', '--to').flatMap(target => {
      const upstream = parseUpstream(target.text, port)
      return upstream === null ? [] : [commandRoute('iptables', target, site, upstream, [{ port, tls: port === 443 }])]
    })
  }
}

/** `dokku ports:set APP http:80:5000`. */
export const dokkuCommand: ProxyCommand = {
  id: 'dokku',
  names: ['dokku'],
  routes(args, site) {
    const [verb, app, ...maps] = args
    if (app === undefined || !/^(?:ports:(?:set|add)|proxy:ports-(?:set|add))$/.test(verb?.text ?? '')) return []
    return maps.flatMap(map => {
      const [, scheme = '', port = '', inner = ''] = /^(https?|tcp|grpcs?):(\d+):(\d+)$/.exec(map.text) ?? []
      if (scheme === '') return []
      const listener = { port: parsePort(port), tls: scheme === 'https' || scheme === 'grpcs' || port === '443' }
      return [commandRoute('dokku', map, site, { host: app.text, port: parsePort(inner) }, [listener])]
    })
  }
}
