import { describe, expect, test } from 'vitest'
import { proxyCommands } from '../../src/proxies/index.ts'
import { SourceFile } from '../../src/text/location.ts'
import { MappedText } from '../../src/text/mapped-text.ts'
import { printRoute } from './checkout.ts'

/** Reads a command line whose words have no quotes. */
function routesOf(line: string): string[] {
  const text = MappedText.whole(new SourceFile('deploy.sh', line))
  const [name, ...args] = [...line.matchAll(/\S+/g)].map(match =>
    text.slice(match.index, match.index + match[0].length)
  )
  return proxyCommands
    .filter(command => command.names.includes(name?.text ?? ''))
    .flatMap(command => command.routes(args, 'host').map(route => `${route.proxy} ${printRoute(route)}`))
}

describe('routes on a command line', () => {
  test.each([
    ['caddy reverse-proxy --from example.com --to :8000', 'caddy 1:45-50 localhost:8000 / example.com <- 443s@1:45-50'],
    ['caddy reverse-proxy -f :80 -t 127.0.0.1:8000', 'caddy 1:31-45 127.0.0.1:8000 / * <- 80@1:31-45'],
    ['caddy reverse-proxy --from=http://a.example --to=app', 'caddy 1:50-53 app:80 / a.example <- 80@1:50-53'],
    ['cloudflared tunnel --url http://localhost:8000', 'cloudflared 1:26-47 localhost:8000 / * <- 443s@1:26-47'],
    ['cloudflared tunnel --url localhost:8000 run app', 'cloudflared 1:26-40 localhost:8000 / * <- 443s@1:26-40'],
    ['cloudflared tunnel --no-autoupdate run --token x', 'cloudflared 1:13-19 ?:? / * <- 443s@1:13-19'],
    ['cloudflared service install x', 'cloudflared 1:13-20 ?:? / * <- 443s@1:13-20'],
    ['ngrok http --domain=a.example 8000', 'ngrok 1:31-35 localhost:8000 / a.example <- 443s@1:31-35'],
    ['ngrok http http://127.0.0.1:3000', 'ngrok 1:12-33 127.0.0.1:3000 / * <- 443s@1:12-33'],
    ['tailscale funnel --bg 8000', 'tailscale 1:23-27 localhost:8000 / * <- 443s@1:23-27'],
    ['tailscale funnel --https=8443 http://127.0.0.1:8000', 'tailscale 1:31-52 127.0.0.1:8000 / * <- 8443s@1:31-52'],
    ['tailscale funnel 443 on', 'tailscale 1:11-17 ?:? / * <- 443s@1:11-17'],
    [
      'kamal-proxy deploy web --target web-1:3000 --host a.example --tls',
      'kamal-proxy 1:33-43 web-1:3000 / a.example <- 443s@1:33-43 80@1:33-43'
    ],
    ['dokku ports:set app http:80:5000', 'dokku 1:21-33 app:5000 / * <- 80@1:21-33'],
    ['socat TCP-LISTEN:80,fork,reuseaddr TCP:127.0.0.1:8000', 'socat 1:36-54 127.0.0.1:8000 / * <- 80@1:36-54'],
    ['socat TCP4-LISTEN:443,fork TCP4:[::1]:8443', 'socat 1:28-43 [::1]:8443 / * <- 443s@1:28-43'],
    ['ssh -N -R 80:localhost:8000 user@host', 'ssh 1:11-28 localhost:8000 / * <- 80@1:11-28'],
    ['ssh -R *:8080:127.0.0.1:3000 host', 'ssh 1:8-29 127.0.0.1:3000 / * <- 8080@1:8-29'],
    ['systemd-socket-proxyd 127.0.0.1:8000', 'systemd-socket-proxyd 1:23-37 127.0.0.1:8000 / * <- ?'],
    [
      'iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 172.18.0.2:8000',
      'iptables 1:74-89 172.18.0.2:8000 / * <- 80@1:74-89'
    ]
  ])('%s', (line, expected) => {
    expect(routesOf(line)).toEqual([expected])
  })
})

describe('no routes', () => {
  test.each([
    'caddy run --config Caddyfile',
    'caddy reload',
    'cloudflared tunnel create app',
    'cloudflared tunnel route dns app a.example',
    'cloudflared --version',
    'cloudflared',
    'ngrok config add-authtoken x',
    'ngrok start --all',
    'tailscale serve 8000',
    'tailscale up --authkey x',
    'tailscale funnel status',
    'kamal-proxy run',
    'dokku ports:list app',
    'socat - TCP:127.0.0.1:8000',
    'socat TCP-LISTEN:80,fork UNIX-CONNECT:/run/app.sock',
    'ssh -L 8000:localhost:8000 host',
    'ssh -R 8000 host',
    'systemd-socket-proxyd /run/app.sock',
    'iptables -A INPUT -p tcp --dport 80 -j ACCEPT'
  ])('%s', line => {
    expect(routesOf(line)).toEqual([])
  })
})
