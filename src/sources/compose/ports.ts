import { bare } from '../../model/address.ts'
import type { BadPublication, Publication } from '../../model/deployment.ts'
import { type MappingResult, type PortMapping, parsePortMapping, withDefaultAddress } from '../../model/port-mapping.ts'
import type { MappedText } from '../../text/mapped-text.ts'
import { child, itemsOf, textOf, type YamlNode } from '../../text/yaml.ts'

/** What a service's `ports` come to. */
export interface Ports {
  readonly publications: readonly Publication[]
  readonly refused: readonly BadPublication[]
}

/** What decides about the host address besides the mapping itself. */
export interface PortContext {
  /** A stack's services listen on 0.0.0.0, whatever the file says (docker/cli warns and goes on). */
  readonly stack: boolean
  /** `com.docker.network.bridge.host_binding_ipv4` of the service's networks. */
  readonly defaultAddress: string | null
}

/** No real service publishes more. */
const most = 500

/** Reads `ports`, short and long form; the same mapping given twice, in two files say, counts once (compose-spec 13-merge). */
export function readPorts(node: YamlNode | null, context: PortContext): Ports {
  const publications = new Map<string, Publication>()
  const refused: BadPublication[] = []
  for (const item of itemsOf(node).slice(0, most)) {
    const port = item.kind === 'map' ? longForm(item) : shortForm(item)
    if (port === null) continue
    const [start, end] = port.at.span()
    const entry = item.kind === 'map' ? { entry: item.at } : {}
    const place = { at: port.at.location(), written: port.at.file.text.slice(start, end) }
    if ('refused' in port.result) refused.push({ ...place, reason: port.result.refused })
    else {
      const mapping = inContext(port.result.mapping, context)
      const key = JSON.stringify(mapping)
      if (!publications.has(key)) publications.set(key, { ...place, ...entry, mapping, assumed: port.assumed })
    }
  }
  return { publications: [...publications.values()], refused }
}

interface Port {
  /** What a finding points at. */
  readonly at: MappedText
  readonly result: MappingResult
  readonly assumed: readonly string[]
}

function shortForm(node: YamlNode): Port | null {
  const text = textOf(node)
  return text === null ? null : { at: text, result: parsePortMapping(text.text, 'compose'), assumed: text.assumed }
}

/** `{target, published, host_ip, protocol}`, as the short form that says the same. */
function longForm(node: YamlNode): Port | null {
  const field = (name: string): MappedText | null => textOf(child(node, name))
  const [address, published, target] = [field('host_ip'), field('published'), field('target')]
  const at = [address, published, target].find(text => text !== null && text.text !== '') ?? null
  if (at === null) return null
  const host = address?.text ?? ''
  const where = host === '' ? '' : `${host.includes(':') ? `[${bare(host)}]` : host}:`
  const ports = `${published?.text ?? ''}:${target?.text ?? ''}/${field('protocol')?.text ?? 'tcp'}`
  const assumed = [address, published, target].flatMap(text => text?.assumed ?? [])
  return { at, result: parsePortMapping(`${where}${ports}`, 'compose'), assumed: [...new Set(assumed)] }
}

function inContext(mapping: PortMapping, { stack, defaultAddress }: PortContext): PortMapping {
  if (stack) return { ...mapping, exposure: 'public', hostAddress: null, ignoredAddress: mapping.hostAddress }
  return defaultAddress === null ? mapping : withDefaultAddress(mapping, defaultAddress)
}
