import { bare, isLoopbackHost } from '../model/address.ts'
import type { Hint, Route } from '../model/deployment.ts'
import type { PortRange } from '../model/port-mapping.ts'
import type { Files } from '../platform/host.ts'
import type { ReadContext } from '../proxies/proxy-format.ts'
import { type Fence, fencesOf } from '../text/fences.ts'
import { SourceFile } from '../text/location.ts'
import { MappedText } from '../text/mapped-text.ts'
import { commandRoutes, readConfig } from './routes.ts'
import { setUpBy } from './surroundings.ts'

/** Documents that are looked through, those near the root first. */
const mostDocuments = 200

/** Words without which no fence forwards anything. */
const telling =
  /_pass\s|reverse[-_]proxy|ProxyPass|RewriteRule|backend|loadBalancer|ingress|funnel|ngrok|cloudflared|socat/i

/** The file that a fence of this language would be, for the formats that tell files by their names. */
const fileOf: Readonly<Record<string, string>> = {
  caddy: 'Caddyfile',
  caddyfile: 'Caddyfile',
  apache: 'apache.conf',
  apacheconf: 'apache.conf',
  haproxy: 'haproxy.cfg',
  yaml: 'config.yml',
  yml: 'config.yml',
  toml: 'traefik.toml',
  json: 'caddy.json',
  ini: 'proxy.service',
  systemd: 'proxy.service'
}

/** Fences that say nothing of their language, or only that it is some config. */
const anyConfig: readonly string[] = ['nginx.conf', 'Caddyfile', 'haproxy.cfg', 'apache.conf']

const shell = /^(|(ba|z|da)?sh|shell|console|shell-?session|terminal)$/

/** Fenced configs and commands of Markdown that forward to one of these ports: prose, which settles nothing. */
export function describedProxies(files: Files, paths: readonly string[], ports: readonly PortRange[]): readonly Hint[] {
  const documents = paths
    .filter(path => /\.(md|mdx|markdown)$/i.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length)
  return documents.slice(0, mostDocuments).flatMap(path => {
    const result = files.read(path)
    if (result === null || 'unreadable' in result || !telling.test(result.text)) return []
    const text = MappedText.whole(new SourceFile(path, result.text))
    return fencesOf(text).flatMap(fence =>
      routesOf(fence, files).flatMap(({ at, proxy, upstream: { host, port } }): Hint[] =>
        port !== null &&
        ports.some(({ first, last }) => port >= first && port <= last) &&
        host !== null &&
        isLoopbackHost(bare(host))
          ? [{ at, what: `a fence describes ${proxy} forwarding to port ${port}`, workflow: null, port }]
          : []
      )
    )
  })
}

const context: ReadContext = { webhookPath: '/', include: () => [], variables: new Map(), site: 'host' }

function routesOf({ language, text }: Fence, files: Files): readonly Route[] {
  const file = fileOf[language]
  const configs = (file === undefined ? anyConfig : [file]).map(name => readConfig(name, text, context))
  const config = configs.find(found => found !== null && found.routes.length > 0)
  if (config != null) return config.routes
  if (!shell.test(language)) return []
  const { written, proxyCalls } = setUpBy(text, files)
  return [
    ...written.flatMap(([path, content]) => readConfig(path.replace(/^\//, ''), content, context)?.routes ?? []),
    ...commandRoutes(proxyCalls)
  ]
}
