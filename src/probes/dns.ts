import { bare, isAddress, isLoopbackHost } from '../model/address.ts'
import type { DnsAnswer, Network } from '../platform/host.ts'
import type { NamedAddress } from './target.ts'

/** Where the addresses come from: the URL itself, `resolve`, DNS, or this machine's own settings. */
export type AddressSource = 'url' | 'resolve' | 'dns' | 'system'

export interface DnsFacts {
  readonly source: AddressSource
  /** Each once, IPv4 first; empty where there is none. */
  readonly addresses: readonly string[]
  /** Null where DNS was not asked. */
  readonly wire: { readonly v4: DnsAnswer; readonly v6: DnsAnswer } | null
  readonly system: DnsAnswer | null
  /** True where DNS and this machine's resolver have no address in common. */
  readonly differs: boolean
}

/** A name with hundreds of addresses is walked only so far. */
const maxAddresses = 16

/** Asks for A and AAAA on the wire and through the system, so that a hosts file or split DNS shows. */
export async function resolveHost(
  url: URL,
  named: readonly NamedAddress[],
  network: Network,
  timeoutMs: number
): Promise<DnsFacts> {
  const host = bare(url.hostname)
  const given = named.filter(entry => entry.host === host.toLowerCase() && entry.port === portOf(url))
  if (given.length > 0) return unasked('resolve', each(given.map(entry => bare(entry.address))))
  if (isAddress(host)) return unasked('url', [host])
  // RFC 6761 6.3: such a name is this machine wherever it is asked for.
  if (isLoopbackHost(host)) return unasked('url', ['127.0.0.1'])
  const [v4, v6, system] = await ask(host, network, timeoutMs)
  const onWire = each([...v4.addresses, ...v6.addresses])
  if (onWire.length === 0) {
    return { source: 'system', addresses: each(system.addresses), wire: { v4, v6 }, system, differs: false }
  }
  const differs = disjoint(onWire, system.addresses) && (await stillDisjoint(host, onWire, system, network, timeoutMs))
  return { source: 'dns', addresses: onWire, wire: { v4, v6 }, system, differs }
}

const ask = (host: string, network: Network, timeoutMs: number): Promise<[DnsAnswer, DnsAnswer, DnsAnswer]> =>
  Promise.all([network.query(host, 4, timeoutMs), network.query(host, 6, timeoutMs), network.lookup(host, timeoutMs)])

const unasked = (source: AddressSource, addresses: readonly string[]): DnsFacts => ({
  source,
  addresses,
  wire: null,
  system: null,
  differs: false
})

const each = (addresses: readonly string[]): string[] =>
  [...new Set(addresses)].sort((a, b) => familyOf(a) - familyOf(b)).slice(0, maxAddresses)

const disjoint = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some(address => b.includes(address))

/** A name that hands out one of many addresses in turn looks split at the first look, not at the second. */
async function stillDisjoint(
  host: string,
  onWire: readonly string[],
  system: DnsAnswer,
  network: Network,
  timeoutMs: number
): Promise<boolean> {
  const [v4, v6, again] = await ask(host, network, timeoutMs)
  return disjoint([...onWire, ...v4.addresses, ...v6.addresses], [...system.addresses, ...again.addresses])
}

export const familyOf = (address: string): 4 | 6 => (address.includes(':') ? 6 : 4)

/** The port that a URL names, or its scheme's. */
export const portOf = (url: URL): number => (url.port !== '' ? Number(url.port) : url.protocol === 'https:' ? 443 : 80)
