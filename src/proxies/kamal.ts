import type { Listener, Route } from '../model/deployment.ts'
import { textOf, textsOf, type YamlNode } from '../text/yaml.ts'
import { isActiveConfig } from './config-path.ts'
import type { ProxyFormat } from './proxy-format.ts'
import { isOn, nodeAt, readStructured } from './structured.ts'
import { parsePort } from './upstream.ts'

/** Kamal 2's deploy config: kamal-proxy forwards to the primary role's containers by itself. */
export const kamal: ProxyFormat = {
  id: 'kamal',
  claims: (file, text) =>
    isActiveConfig(file) &&
    /(?:^|\/)deploy[\w.-]*\.ya?ml(?:\.erb)?$/.test(file) &&
    /^service:/m.test(text) &&
    /^(?:image|servers|proxy):/m.test(text),
  read(text, context) {
    const { roots, unread } = readStructured(text, context)
    return { routes: roots.flatMap(root => proxyRoute(root)), unread }
  }
}

function proxyRoute(root: YamlNode): readonly Route[] {
  const proxy = nodeAt(root, 'proxy')
  const service = textOf(nodeAt(root, 'service'))
  if (service === null || nodeAt(root, 'image') === null || textOf(proxy)?.text === 'false') return []
  const written = textOf(nodeAt(proxy, 'app_port'))
  const names = [...textsOf(nodeAt(proxy, 'host')), ...textsOf(nodeAt(proxy, 'hosts'))]
  const at = (names[0] ?? service).location()
  const tls: readonly Listener[] = isOn(nodeAt(proxy, 'ssl')) ? [{ at, port: 443, tls: true }] : []
  return [
    {
      proxy: 'kamal-proxy',
      at: (written ?? service).location(),
      site: 'bridge-container',
      listeners: [...tls, { at, port: 80, tls: false }],
      serverNames: names.flatMap(({ text }) => text.split(',')),
      path: textOf(nodeAt(proxy, 'path_prefix'))?.text ?? '/',
      upstream: { host: service.text, port: written === null ? 80 : parsePort(written.text) },
      refusal: null,
      evidence: 'declared'
    }
  ]
}
