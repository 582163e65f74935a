import { bare, isAddress } from '../model/address.ts'
import type { NamedAddress } from '../probes/target.ts'
import { BadValue } from './input-spec.ts'
import { type Parser, port } from './parsers.ts'

/** `host:port:address`, as curl's `--resolve`: several addresses with commas; an IPv6 one may stand in brackets or bare. */
export const parseNamedAddresses: Parser<readonly NamedAddress[]> = text => {
  const [, host, written, list] = /^([\w.-]+|\[[\da-f:.]+\]):(\d+):(\S+)$/i.exec(text) ?? []
  const addresses = list?.split(',') ?? []
  if (host === undefined || written === undefined || list === undefined || !addresses.every(isAddress)) {
    throw new BadValue(text)
  }
  try {
    const at = { host: bare(host).toLowerCase(), port: port(written) }
    return addresses.map(address => ({ ...at, address: bare(address) }))
  } catch {
    throw new BadValue(text)
  }
}
