import type { Container } from '../model/deployment.ts'
import type { Directive } from '../text/blocks.ts'
import { parseCaddyBlocks } from '../text/caddy-blocks.ts'
import { MappedText } from '../text/mapped-text.ts'
import { caddyRoutes, caddyServers } from './caddyfile.ts'
import type { CaddySite } from './caddyfile-config.ts'
import type { ContainerProxy } from './proxy-format.ts'

/** caddy-docker-proxy: a Caddyfile spread over labels, a dot for every block. */
export const caddyLabels: ContainerProxy = {
  id: 'caddy-docker-proxy',
  routes(container, _all, _entryPoints, webhookPath = '/') {
    const context = { webhookPath, include: () => [], variables: new Map(), site: 'bridge-container' } as const
    const sites = [...groups(container)].flatMap(([, labels]) => siteOf(labels) ?? [])
    return caddyServers(sites, [])
      .flatMap(server => caddyRoutes(server, context))
      .map(route => ({ ...route, proxy: 'caddy-docker-proxy' }))
  }
}

interface Label {
  readonly keys: readonly string[]
  readonly value: MappedText
}

/** Labels by their prefix: `caddy`, `caddy_0`, `caddy_1`, … are sites of their own. */
function groups({ labels }: Container): ReadonlyMap<string, readonly Label[]> {
  const found = new Map<string, Label[]>()
  for (const [key, value] of labels) {
    const [, prefix, rest = ''] = /^(caddy(?:_\d+)?)(?:\.(.{1,300}))?$/.exec(key) ?? []
    if (prefix === undefined) continue
    const keys = rest === '' ? [] : rest.split('.').slice(0, 20)
    found.set(prefix, [...(found.get(prefix) ?? []), { keys, value }])
  }
  return found
}

function siteOf(labels: readonly Label[]): CaddySite | null {
  const address = labels.find(({ keys }) => keys.length === 0)
  const addresses = address === undefined ? undefined : parseCaddyBlocks(address.value).directives[0]
  if (addresses === undefined) return null
  return { addresses, directives: blockOf(labels.filter(({ keys }) => keys.length > 0)) }
}

/** `handle.reverse_proxy` is `reverse_proxy` in the block of `handle`; `1_handle` keeps two of a name apart. */
function blockOf(labels: readonly Label[]): readonly Directive[] {
  const names = new Set(labels.map(({ keys }) => keys[0] ?? ''))
  return [...names].flatMap(name => {
    const own = labels.filter(({ keys }) => keys[0] === name)
    const inner = own.filter(({ keys }) => keys.length > 1).map(({ keys, value }) => ({ keys: keys.slice(1), value }))
    const first = own.find(({ keys }) => keys.length === 1)?.value ?? own[0]?.value
    if (first === undefined) return []
    const value = withUpstreams(first)
    const args = own.some(({ keys }) => keys.length === 1) ? wordsOf(value) : []
    return [
      {
        name: name.replace(/^\d+_/, ''),
        args,
        block: inner.length > 0 ? blockOf(inner) : null,
        source: value,
        start: 0,
        end: value.text.length
      }
    ]
  })
}

const wordsOf = (value: MappedText): Directive['args'] =>
  parseCaddyBlocks(value)
    .directives.slice(0, 1)
    .flatMap(({ name, args, start, source }) => [
      { text: name, start, end: Math.min(start + name.length, source.text.length), quoted: false },
      ...args
    ])

/** `{{upstreams 8000}}` and `{{upstreams http 8000}}` are the labelled container's own address; the port is 80 if left out. */
function withUpstreams(value: MappedText): MappedText {
  if (!value.text.includes('{{')) return value
  const text = value.text.replace(/\{\{\s*upstreams(?:\s+(https?|h2c))?(?:\s+(\d+))?\s*\}\}/g, (_, scheme, port) =>
    [scheme === undefined ? '' : `${scheme}://`, 'container:', port ?? (scheme === 'https' ? '443' : '80')].join('')
  )
  return MappedText.standingFor(value, text)
}
