import { bare, isAddress } from '../model/address.ts'
import type { NamedAddress } from '../probes/target.ts'
import { BadValue } from './input-spec.ts'
import { type Parser, port } from './parsers.ts'

/** One `host:port:address`, as curl's `--resolve`; an IPv6 address may stand in brackets or bare. */
export const parseNamedAddress: Parser<NamedAddress> = text => {
  const [, host, written, address] = /^([\w.-]+|\[[\da-f:.]+\]):(\d+):(\S+)$/i.exec(text) ?? []
  if (host === undefined || written === undefined || address === undefined || !isAddress(address)) {
    throw new BadValue(text)
  }
  try {
    return { host: bare(host).toLowerCase(), port: port(written), address: bare(address) }
  } catch {
    throw new BadValue(text)
  }
}
