import { bare, isAddress } from '../model/address.ts'
import { BadValue } from './input-spec.ts'
import { type Parser, port } from './parsers.ts'

/** One `host:port:address`: connect there instead of asking the DNS. */
export interface Pin {
  readonly host: string
  readonly port: number
  readonly address: string
}

/** As curl's `--resolve`; an IPv6 address may stand in brackets or bare. */
export const parsePin: Parser<Pin> = text => {
  const [, host, written, address] = /^([\w.-]+):(\d+):(\S+)$/.exec(text) ?? []
  if (host === undefined || written === undefined || address === undefined || !isAddress(address)) {
    throw new BadValue(text)
  }
  try {
    return { host: host.toLowerCase(), port: port(written), address: bare(address) }
  } catch {
    throw new BadValue(text)
  }
}
