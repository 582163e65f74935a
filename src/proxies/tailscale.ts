import type { Route } from '../model/deployment.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { textOf, type YamlNode } from '../text/yaml.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import { localTarget } from './ngrok.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { entries, nodeAt, readStructured } from './structured.ts'
import { parsePort } from './upstream.ts'

/** Tailscale's serve config; only what `AllowFunnel` opens is reached from the internet. */
export const tailscale: ProxyFormat = {
  id: 'tailscale',
  claims: (file, text) =>
    isActiveConfig(file) && isStructured(file) && /"AllowFunnel"/.test(text) && /"(?:Web|TCP)"/.test(text),
  read(text, context) {
    const { roots, unread } = readStructured(text, context)
    return { routes: roots.flatMap(root => funnels(root, context)), unread }
  }
}

const funnels = (root: YamlNode, context: ReadContext): readonly Route[] =>
  entries(nodeAt(root, 'AllowFunnel')).flatMap(({ key, value }) => {
    if (textOf(value)?.text !== 'true') return []
    const name = key.text.text
    const port = /:(\d+)$/.exec(name)?.[1] ?? '443'
    const web = entries(nodeAt(root, 'Web', name, 'Handlers')).flatMap(handler =>
      funnelTo(textOf(nodeAt(handler.value, 'Proxy')), key.text, handler.key.text.text, context)
    )
    return [...web, ...funnelTo(textOf(nodeAt(root, 'TCP', port, 'TCPForward')), key.text, '/', context)]
  })

function funnelTo(target: MappedText | null, name: MappedText, path: string, context: ReadContext): readonly Route[] {
  const upstream = target === null ? null : localTarget(target.text)
  if (target === null || upstream === null) return []
  const [, host = '', port = '443'] = /^(.*):(\d+)$/s.exec(name.text) ?? []
  return [
    {
      proxy: 'tailscale',
      at: target.location(),
      site: context.site,
      listeners: [{ at: name.location(), port: parsePort(port), tls: true }],
      serverNames: /^[\w.-]+$/.test(host) ? [host] : [],
      path,
      upstream,
      refusal: null,
      evidence: 'declared'
    }
  ]
}
