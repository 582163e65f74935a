import type { Route } from '../model/deployment.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { textOf, type YamlNode } from '../text/yaml.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { entries, items, nodeAt, readStructured } from './structured.ts'
import { parseUpstream, type Upstream } from './upstream.ts'

/** ngrok's agent config: endpoints (version 3) and tunnels (version 2). */
export const ngrok: ProxyFormat = {
  id: 'ngrok',
  claims: (file, text) =>
    isActiveConfig(file) &&
    isStructured(file) &&
    /^(?:tunnels|endpoints):/m.test(text) &&
    (/ngrok/i.test(file) || /^(?:version:\s*["']?[23]\b|agent:|authtoken:)/m.test(text)),
  read(text, context) {
    const { roots, unread } = readStructured(text, context)
    return { routes: roots.flatMap(root => [...endpoints(root, context), ...tunnels(root, context)]), unread }
  }
}

const endpoints = (root: YamlNode, context: ReadContext): readonly Route[] =>
  items(nodeAt(root, 'endpoints')).flatMap(endpoint =>
    tunnelTo(textOf(nodeAt(endpoint, 'upstream', 'url')), textOf(nodeAt(endpoint, 'url')), context)
  )

const tunnels = (root: YamlNode, context: ReadContext): readonly Route[] =>
  entries(nodeAt(root, 'tunnels')).flatMap(({ value }) =>
    tunnelTo(
      textOf(nodeAt(value, 'addr')),
      textOf(nodeAt(value, 'domain')) ?? textOf(nodeAt(value, 'hostname')),
      context
    )
  )

function tunnelTo(target: MappedText | null, name: MappedText | null, context: ReadContext): readonly Route[] {
  const upstream = target === null ? null : localTarget(target.text)
  if (target === null || upstream === null) return []
  const host = name?.text.replace(/^https?:\/\//, '').replace(/[/:].*$/s, '')
  return [
    {
      proxy: 'ngrok',
      at: target.location(),
      site: context.site,
      listeners: [{ at: (name ?? target).location(), port: 443, tls: true }],
      serverNames: host === undefined || host === '' ? [] : [host],
      path: '/',
      upstream,
      refusal: null,
      evidence: 'declared'
    }
  ]
}

/** A URL, `host:port`, or a port of this machine. */
export const localTarget = (text: string): Upstream | null =>
  parseUpstream(/^:?\d+$/.test(text) ? `localhost:${text.replace(':', '')}` : text, 80)
