/** Eight groups of sixteen bits; an IPv4 address in its mapped form, `::ffff:127.0.0.1` (RFC 4291 2.5.5.2). */
type Groups = readonly number[]

/** Groups that all its addresses share, and how many bits of them. */
interface Network {
  readonly groups: Groups
  readonly prefix: number
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const dotted = new RegExp(`^${octet}(?:\\.${octet}){3}$`)
/** With a zone or without; whether the rest is one is the URL parser's to say. */
const colons = /^([\da-f.]*:[\da-f:.]*)(?:%[\w.:-]+)?$/i

// node:net answers these two as well, and takes longer to load than a workflow takes to lint.
export const isIPv4 = (address: string): boolean => dotted.test(address)
export const isIPv6 = (address: string): boolean => colons.test(address) && groupsOf(address) !== null

/** Of an IPv6 address what the URL parser makes of it: `::1.2.3.4` is `[::102:304]` there (WHATWG URL 3.5). */
function groupsOf(address: string): Groups | null {
  if (isIPv4(address)) return mapped(address)
  const text = colons.exec(address)?.[1]
  const host = text === undefined ? undefined : URL.parse(`http://[${text}]`)?.hostname.slice(1, -1)
  if (host === undefined) return null
  const [before = [], after = []] = host.split('::').map(half => (half === '' ? [] : half.split(':')))
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].map(group => Number.parseInt(group, 16))
}

function mapped(address: string): Groups {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return [0, 0, 0, 0, 0, 0xffff, (a << 8) | b, (c << 8) | d]
}

const ipv4 = (network: string, prefix: number): Network => ({ groups: mapped(network), prefix: 96 + prefix })

const loopback: readonly Network[] = [ipv4('127.0.0.0', 8), { groups: [0, 0, 0, 0, 0, 0, 0, 1], prefix: 128 }]

/** RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291 2.5.6. Documentation and benchmark networks are not in it. */
const privateNetworks: readonly Network[] = [
  ipv4('10.0.0.0', 8),
  ipv4('172.16.0.0', 12),
  ipv4('192.168.0.0', 16),
  ipv4('100.64.0.0', 10),
  ipv4('169.254.0.0', 16),
  { groups: [0xfc00], prefix: 7 },
  { groups: [0xfe80], prefix: 10 }
]

function lieIn(networks: readonly Network[], address: string): boolean {
  const groups = groupsOf(address)
  return groups !== null && networks.some(network => holds(network, groups))
}

const holds = ({ groups, prefix }: Network, address: Groups): boolean =>
  groups.every((group, index) => {
    const open = Math.min(16, Math.max(0, 16 * (index + 1) - prefix))
    return group >> open === (address[index] ?? 0) >> open
  })

/** Takes the brackets off `[::1]`. */
export const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** True for an address that only this machine reaches: 127.0.0.0/8, ::1, ::ffff:127.0.0.0/104 (RFC 1122 3.2.1.3, RFC 4291 2.5.3). */
export const isLoopback = (address: string): boolean => lieIn(loopback, bare(address))

/** True for `localhost`, a name below it (RFC 6761 6.3), or a loopback address. */
export const isLoopbackHost = (host: string): boolean => /^(.+\.)?localhost\.?$/i.test(host) || isLoopback(host)

/** True for 0.0.0.0 and ::, in any spelling. */
export const isUnspecified = (address: string): boolean =>
  address === '0.0.0.0' || groupsOf(bare(address))?.every(group => group === 0) === true

/** True for an address that the internet does not route: private, link-local, carrier-grade NAT, unique-local; not loopback. */
export const isPrivate = (address: string): boolean => lieIn(privateNetworks, bare(address))

export const isAddress = (host: string): boolean => groupsOf(bare(host)) !== null
