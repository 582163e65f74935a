import { bare, isAddress, isLoopbackHost } from '../model/address.ts'
import type { DnsAnswer, Network } from '../platform/host.ts'
import type { NamedAddress } from './target.ts'

/** Where the addresses come from: the URL itself, `resolve`, DNS, or this machine's own settings. */
export type AddressSource = 'url' | 'resolve' | 'dns' | 'system'

/** The addresses to walk. */
export interface FoundAddresses {
  readonly source: AddressSource
  /** Each once, IPv4 first; empty where there is none. */
  readonly addresses: readonly string[]
  /** Null where DNS was not asked. */
  readonly wire: Wire | null
}

/** What DNS says to the questions for A and for AAAA. */
interface Wire {
  readonly v4: DnsAnswer
  readonly v6: DnsAnswer
}

/** What any other program here would be told. */
export interface SystemView {
  /** Null where it was not asked. */
  readonly system: DnsAnswer | null
  /** True where DNS and this machine's resolver have no address in common. */
  readonly differs: boolean
}

export type DnsFacts = FoundAddresses & SystemView

/** A name with hundreds of addresses is walked only so far. */
const maxAddresses = 16

/** Asks for A and AAAA on the wire; only where that gives none, for what this machine has in its own settings. */
export async function resolveHost(
  url: URL,
  named: readonly NamedAddress[],
  network: Network,
  timeoutMs: number
): Promise<FoundAddresses> {
  const host = bare(url.hostname)
  const given = named.filter(entry => entry.host === host.toLowerCase() && entry.port === portOf(url))
  if (given.length > 0) return unasked('resolve', each(given.map(entry => bare(entry.address))))
  if (isAddress(host)) return unasked('url', [host])
  // RFC 6761 6.3: such a name is this machine wherever it is asked for.
  if (isLoopbackHost(host)) return unasked('url', ['127.0.0.1'])
  const wire = await askWire(host, network, timeoutMs)
  const onWire = each([...wire.v4.addresses, ...wire.v6.addresses])
  if (onWire.length > 0) return { source: 'dns', addresses: onWire, wire }
  const { addresses } = isMute(wire) ? nobody : await network.lookup(host, timeoutMs)
  return { source: 'system', addresses: each(addresses), wire }
}

/**
 * Compares with the system's resolver, so that a hosts file or split DNS shows.
 *
 * Apart from the search for addresses, since nobody has to wait for it before the way is walked.
 */
export async function systemView(
  url: URL,
  { source, addresses, wire }: FoundAddresses,
  network: Network,
  timeoutMs: number
): Promise<SystemView> {
  if (source === 'system')
    return { system: { addresses, error: addresses.length > 0 ? null : 'ENOTFOUND' }, differs: false }
  if (source !== 'dns' || wire === null) return { system: null, differs: false }
  const host = bare(url.hostname)
  const ask = (): Promise<DnsAnswer> => network.lookup(host, timeoutMs, heardFamily(wire))
  const system = await ask()
  const differs =
    disjoint(addresses, system.addresses) &&
    (await stillDisjoint(addresses, system.addresses, () => Promise.all([askWire(host, network, timeoutMs), ask()])))
  return { system, differs }
}

const nobody: DnsAnswer = { addresses: [], error: 'EAI_AGAIN' }

/** Where DNS says nothing that can be read, getaddrinfo waits for it for long, and nothing can stop it. */
const isMute = ({ v4, v6 }: Wire): boolean => isUnheard(v4) && isUnheard(v6)

/** The one family that DNS answers for, or 0. */
const heardFamily = ({ v4, v6 }: Wire): 0 | 4 | 6 => (isUnheard(v6) ? 4 : isUnheard(v4) ? 6 : 0)

const isUnheard = ({ error }: DnsAnswer): boolean =>
  error === 'ETIMEOUT' || error === 'ECANCELLED' || error === 'EBADRESP'

async function askWire(host: string, network: Network, timeoutMs: number): Promise<Wire> {
  const [v4, v6] = await Promise.all([network.query(host, 4, timeoutMs), network.query(host, 6, timeoutMs)])
  return { v4, v6 }
}

const unasked = (source: AddressSource, addresses: readonly string[]): FoundAddresses => ({
  source,
  addresses,
  wire: null
})

const each = (addresses: readonly string[]): string[] =>
  [...new Set(addresses)].sort((a, b) => familyOf(a) - familyOf(b)).slice(0, maxAddresses)

const disjoint = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some(address => b.includes(address))

/** A name that hands out one of many addresses in turn looks split at the first look, not at the second. */
async function stillDisjoint(
  onWire: readonly string[],
  system: readonly string[],
  askAgain: () => Promise<readonly [Wire, DnsAnswer]>
): Promise<boolean> {
  const [{ v4, v6 }, again] = await askAgain()
  return disjoint([...onWire, ...v4.addresses, ...v6.addresses], [...system, ...again.addresses])
}

export const familyOf = (address: string): 4 | 6 => (address.includes(':') ? 6 : 4)

/** The port that a URL names, or its scheme's. */
export const portOf = (url: URL): number => (url.port !== '' ? Number(url.port) : url.protocol === 'https:' ? 443 : 80)
