import { bare, isAddress } from '../model/address.ts'
import { BadValue } from './input-spec.ts'
import { type Parser, port } from './parsers.ts'

/** Where to look at the server: over ssh, or here. */
export type ServerLogin = 'local' | { readonly user: string; readonly host: string; readonly port: number }

/** A leading dash would be an option of ssh. */
const user = /^[a-z_][\w.-]{0,63}\$?$/i
const name = /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i

/** `user@host`, `user@host:port`, or `local`. */
export const parseServerLogin: Parser<ServerLogin> = text => {
  if (text === 'local') return 'local'
  const [, login = '', host = '', written = '22'] = /^([^@\s]+)@(\[[^\]]+\]|[^:@\s]+)(?::(\d+))?$/.exec(text) ?? []
  if (!user.test(login) || !(name.test(host) || isAddress(host))) throw new BadValue(text)
  try {
    return { user: login, host: bare(host), port: port(written) }
  } catch {
    throw new BadValue(text)
  }
}
