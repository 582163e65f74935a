import type { Route } from '../model/deployment.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { textOf, type YamlNode } from '../text/yaml.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { items, nodeAt, readStructured } from './structured.ts'
import { parseUpstream } from './upstream.ts'

/** cloudflared's config: Cloudflare ends TLS at its edge, the tunnel ends at `service`. */
export const cloudflared: ProxyFormat = {
  id: 'cloudflared',
  claims: (file, text) =>
    isActiveConfig(file) &&
    isStructured(file) &&
    /^["']?(?:tunnel|credentials-file)["']?:/m.test(text) &&
    /^["']?(?:ingress|url)["']?:/m.test(text),
  read(text, context) {
    const { roots, unread } = readStructured(text, context)
    return { routes: roots.flatMap(root => tunnelRoutes(root, context)), unread }
  }
}

function tunnelRoutes(root: YamlNode, context: ReadContext): readonly Route[] {
  const rules = items(nodeAt(root, 'ingress')).map(rule => ({
    service: textOf(nodeAt(rule, 'service')),
    hostname: textOf(nodeAt(rule, 'hostname')),
    path: textOf(nodeAt(rule, 'path'))
  }))
  const single = { service: textOf(nodeAt(root, 'url')), hostname: textOf(nodeAt(root, 'hostname')), path: null }
  return [...rules, single].flatMap(({ service, hostname, path }) => {
    const upstream = service === null ? null : tunnelUpstream(service)
    if (service === null || upstream === null) return []
    return [
      {
        proxy: 'cloudflared',
        at: service.location(),
        site: context.site,
        listeners: [{ at: (hostname ?? service).location(), port: 443, tls: true }],
        serverNames: hostname === null || hostname.text === '*' ? [] : [hostname.text],
        path: path === null ? '/' : `~ ${path.text}`,
        upstream,
        refusal: null,
        evidence: 'declared' as const
      }
    ]
  })
}

/** A URL or `host:port`; `http_status:404`, `hello_world` and the like forward nowhere. */
function tunnelUpstream({ text }: MappedText): { host: string | null; port: number | null } | null {
  if (/^(?:http_status:|hello[_-]world$|bastion$|socks-proxy$|unix)/.test(text)) return null
  const scheme = /^(ssh|rdp|smb|tcp):\/\//.exec(text)?.[1] ?? ''
  return parseUpstream(text, { ssh: 22, rdp: 3389, smb: 445 }[scheme] ?? null)
}
