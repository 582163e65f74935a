import { BlockList, isIPv4, isIPv6 } from 'node:net'

const list = (...subnets: readonly [string, number, 'ipv4' | 'ipv6'][]): BlockList => {
  const blocks = new BlockList()
  for (const [network, prefix, family] of subnets) blocks.addSubnet(network, prefix, family)
  return blocks
}

const loopback = list(['127.0.0.0', 8, 'ipv4'], ['::1', 128, 'ipv6'])

/** RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291 2.5.6. Documentation and benchmark networks are not in it. */
const privateNetworks = list(
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6']
)

const holds = (blocks: BlockList, address: string): boolean =>
  isIPv4(address) ? blocks.check(address, 'ipv4') : isIPv6(address) && blocks.check(address, 'ipv6')

/** Takes the brackets off `[::1]`. */
export const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** True for an address that only this machine reaches: 127.0.0.0/8, ::1, ::ffff:127.0.0.0/104 (RFC 1122 3.2.1.3, RFC 4291 2.5.3). */
export const isLoopback = (address: string): boolean => holds(loopback, bare(address))

/** True for `localhost`, a name below it (RFC 6761 6.3), or a loopback address. */
export const isLoopbackHost = (host: string): boolean => /^(.+\.)?localhost\.?$/i.test(host) || isLoopback(host)

/** True for 0.0.0.0 and ::, in any spelling. */
export const isUnspecified = (address: string): boolean => {
  const host = bare(address)
  return isIPv4(host) ? host === '0.0.0.0' : isIPv6(host) && /^[0:]+(:0\.0\.0\.0)?$/.test(host)
}

/** True for an address that the internet does not route: private, link-local, carrier-grade NAT, unique-local; not loopback. */
export const isPrivate = (address: string): boolean => holds(privateNetworks, bare(address))

export const isAddress = (host: string): boolean => isIPv4(bare(host)) || isIPv6(bare(host))
