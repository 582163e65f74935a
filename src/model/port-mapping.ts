import { HOLE } from '../text/mapped-text.ts'
import { bare, isAddress, isIPv6, isLoopback, isPrivate, isUnspecified } from './address.ts'

/** Ports from `first` to `last`, both included. */
export interface PortRange {
  readonly first: number
  readonly last: number
}

export type Protocol = 'tcp' | 'udp' | 'sctp'

/** Who can reach a mapping: this machine, everybody, a private network, or nobody can say before the run. */
export type Exposure = 'loopback' | 'public' | 'private' | 'unknown'

/** One `-p`, `--publish` or compose port, read as Docker reads it. */
export interface PortMapping {
  readonly exposure: Exposure
  /** As written, without brackets; null is Docker's default, every interface. Null too where it is unknown. */
  readonly hostAddress: string | null
  readonly hostPorts: PortRange | 'random' | 'unknown'
  readonly containerPorts: PortRange | 'unknown'
  readonly protocol: Protocol
  /** An address that was given and that the engine drops without a word (`host_ip=` of `docker run`'s long form). */
  readonly ignoredAddress: string | null
}

export type MappingResult = { readonly mapping: PortMapping } | { readonly refused: string }

/**
 * podman and nerdctl read the short form like Docker, save for what `podman` says below. Compose has a long form of its
 * own; `swarm` is that of `docker service`.
 */
export type MappingDialect = 'docker' | 'compose' | 'podman' | 'nerdctl' | 'swarm'

class Refused extends Error {}

/**
 * Reads `[[ip:][hostPort]:]containerPort[/protocol]`, and for `docker` the long form `published=…,target=…`.
 *
 * A lone number is the *container* port: the host port is picked at run time. Unknown parts stand as `HOLE`.
 * After docker/cli `opts.go` (convertToStandardNotation) and docker/go-connections `nat.ParsePortSpec`.
 */
export function parsePortMapping(text: string, dialect: MappingDialect): MappingResult {
  try {
    const isLong = (dialect === 'docker' || dialect === 'swarm') && text.includes('=')
    const long = isLong ? toShortForm(text, dialect) : null
    const mapping = parseShort(long?.short ?? text, dialect)
    return { mapping: { ...mapping, ignoredAddress: long?.ignoredAddress ?? null } }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message }
    throw error
  }
}

/**
 * Docker turns its long form into the short one and forgets every key but these three; that of a service knows `mode`
 * too, and refuses others (docker/cli `opts/port.go`).
 */
function toShortForm(text: string, dialect: MappingDialect): { short: string; ignoredAddress: string | null } {
  const fields = new Map<string, string>()
  for (const field of text.split(',')) {
    const at = field.indexOf('=')
    if (at < 1) throw new Refused(`"${field.replaceAll(HOLE, '…')}" is no name=value pair`)
    const name = field.slice(0, at)
    if (dialect === 'swarm' && !/^(published|target|protocol|mode)$/.test(name))
      throw new Refused(`a service's port has no field ${name.replaceAll(HOLE, '…')}`)
    fields.set(name, field.slice(at + 1))
  }
  const field = (name: string): string => fields.get(name) ?? ''
  const short = `${field('published')}:${field('target')}/${field('protocol')}`
  return { short, ignoredAddress: fields.get('host_ip') ?? null }
}

function parseShort(text: string, dialect: MappingDialect): Omit<PortMapping, 'ignoredAddress'> {
  const parts = text.split(':')
  const [container = '', ...protocolParts] = parts.pop()?.split('/') ?? []
  const host = parts.pop() ?? ''
  const address = parts.join(':')
  if (container === '') throw new Refused('it names no container port')
  // Docker takes `80/` for `80/tcp`.
  const protocol = parseProtocol(protocolParts.join('/') || 'tcp')
  const containerPorts = parsePorts(container, 'container port')
  const hostPorts = host === '' ? 'random' : parsePorts(host, 'host port', address)
  checkSizes(hostPorts, containerPorts, dialect)
  if (dialect === 'podman' && isRange(hostPorts) && hostPorts.first === 0)
    throw new Refused('podman takes host ports from 1')
  const where = readAddress(address, dialect, unknownHostMayHoldAddress(host, parts.length, container))
  const random = isRange(hostPorts) && hostPorts.last === 0
  return { ...where, hostPorts: random ? 'random' : hostPorts, containerPorts, protocol }
}

/** `$PORT:8000` may hold `127.0.0.1:8000`; `80$X:80` may not. A lone `$PORTS` may hold a whole mapping. */
const unknownHostMayHoldAddress = (host: string, addressParts: number, container: string): boolean =>
  addressParts === 0 && (host.startsWith(HOLE) || (host === '' && container.startsWith(HOLE)))

function readAddress(
  text: string,
  dialect: MappingDialect,
  hiddenInPort: boolean
): Pick<PortMapping, 'exposure' | 'hostAddress'> {
  if (hiddenInPort) return { exposure: 'unknown', hostAddress: null }
  if (text === '') return { exposure: 'public', hostAddress: null }
  // Three fields of which the first is a hole and empty at run time would be `::`: every interface, still unknown here.
  if (text.includes(HOLE)) {
    const loopback = /^127\.[\d.]*/.test(text)
    return { exposure: loopback ? 'loopback' : 'unknown', hostAddress: loopback ? '127.0.0.1' : null }
  }
  if (dialect === 'swarm') throw new Refused('a service takes no host address: swarm publishes on every interface')
  const address = bare(text)
  if (!isAddress(address) || (text !== address && !isIPv6(address)) || address.includes('%')) {
    throw new Refused(`"${text}" is no IP address, and Docker takes no host names there`)
  }
  if (dialect === 'podman' && text === address && isIPv6(address)) {
    throw new Refused(`podman takes an IPv6 address in brackets only: [${address}]`)
  }
  return { exposure: exposureOf(address), hostAddress: address }
}

const exposureOf = (address: string): Exposure =>
  isLoopback(address) ? 'loopback' : isUnspecified(address) || !isPrivate(address) ? 'public' : 'private'

function parseProtocol(text: string): Protocol {
  const protocol = text.toLowerCase()
  if (protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp') return protocol
  if (protocol.includes(HOLE)) return 'tcp'
  throw new Refused(`"${text}" is no protocol: tcp, udp or sctp`)
}

function parsePorts(text: string, what: string, address: string | null = null): PortRange | 'unknown' {
  if (text.includes(HOLE)) return 'unknown'
  // Docker looks at the first two parts alone: `1-3-5` is `1-3` to it.
  const [first = '', last = first] = text.split('-')
  const range = { first: parsePort(first), last: parsePort(last) }
  if (range.first === null || range.last === null) {
    const hint = address === '' && isAddress(text) ? `; to give an address, write ${text}:HOST_PORT:CONTAINER_PORT` : ''
    throw new Refused(`"${text}" is no ${what} (0 to 65535) or range of ports${hint}`)
  }
  if (range.first > range.last) throw new Refused(`the range ${text} ends before it starts`)
  return { first: range.first, last: range.last }
}

const parsePort = (text: string): number | null =>
  /^\d{1,10}$/.test(text) && Number(text) <= 65535 ? Number(text) : null

function checkSizes(
  host: PortRange | 'random' | 'unknown',
  container: PortRange | 'unknown',
  dialect: MappingDialect
): void {
  if (!isRange(host) || !isRange(container) || size(host) === size(container)) return
  // Docker picks one free port of a host range for a single container port; podman does not.
  if (size(container) === 1 && dialect !== 'podman') return
  throw new Refused(`${size(host)} host ports do not fit ${size(container)} container ports`)
}

const size = (range: PortRange): number => range.last - range.first + 1
const isRange = (ports: PortRange | string): ports is PortRange => typeof ports !== 'string'

/** `8000`, or `8000-8002`. */
export const formatRange = (range: PortRange): string =>
  range.first === range.last ? String(range.first) : `${range.first}-${range.last}`

/** True where `port` is one of the mapping's host ports, or may be. */
export const publishesPort = (mapping: PortMapping, port: number): boolean =>
  isRange(mapping.hostPorts)
    ? port >= mapping.hostPorts.first && port <= mapping.hostPorts.last
    : mapping.hostPorts === 'unknown'

/** True where `port` is one of the mapping's container ports, or may be. */
export const servesPort = (mapping: PortMapping, port: number): boolean =>
  isRange(mapping.containerPorts)
    ? port >= mapping.containerPorts.first && port <= mapping.containerPorts.last
    : mapping.containerPorts === 'unknown'

/** A mapping on a network, or a daemon, that has an address of its own for those that name none. */
export function withDefaultAddress(mapping: PortMapping, address: string): PortMapping {
  if (mapping.hostAddress !== null || mapping.exposure !== 'public') return mapping
  if (!isAddress(address) || isUnspecified(address)) return mapping
  return { ...mapping, exposure: exposureOf(bare(address)), hostAddress: bare(address) }
}

/** Docker's short form of a mapping that is wholly known. */
export function formatPortMapping(mapping: PortMapping): string {
  const address = mapping.hostAddress
  const host = isRange(mapping.hostPorts) ? formatRange(mapping.hostPorts) : ''
  const container = isRange(mapping.containerPorts) ? formatRange(mapping.containerPorts) : ''
  const where = address === null ? '' : `${isIPv6(address) ? `[${address}]` : address}:`
  const ports = host === '' && where === '' ? container : `${host}:${container}`
  return `${where}${ports}/${mapping.protocol}`
}

/** The known host ports of a mapping; none for a range that is longer than any app's. */
export function hostPortsOf({ hostPorts }: PortMapping): readonly number[] {
  if (typeof hostPorts === 'string' || hostPorts.last - hostPorts.first >= 64) return []
  return Array.from({ length: hostPorts.last - hostPorts.first + 1 }, (_, nth) => hostPorts.first + nth)
}

/** True where two mappings claim one address of the host: the same, or one that stands for all. */
export function collide(a: PortMapping, b: PortMapping): boolean {
  if (a.protocol !== b.protocol || a.exposure === 'unknown' || b.exposure === 'unknown') return false
  if (!isRange(a.hostPorts) || !isRange(b.hostPorts)) return false
  if (a.hostPorts.last < b.hostPorts.first || b.hostPorts.last < a.hostPorts.first) return false
  const [one, other] = [a.hostAddress, b.hostAddress]
  if (one === null || other === null || one === other) return true
  return sameFamily(one, other) && (isUnspecified(one) || isUnspecified(other))
}

const sameFamily = (a: string, b: string): boolean => a.includes(':') === b.includes(':')
