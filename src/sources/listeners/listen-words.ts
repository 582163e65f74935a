import { bare, isAddress } from '../../model/address.ts'
import { HOLE, type MappedText } from '../../text/mapped-text.ts'
import { anyProgram, type Server } from './servers.ts'

/** What a command line says of one listener. */
export interface Listening {
  readonly address: string | null
  readonly port: number | null
  /** The word that says so; null for a default. */
  readonly word: MappedText | null
}

/** The variables that the program finds in its environment. */
export type Variables = (name: string) => MappedText | undefined

/** Where a server listens, by its arguments, variables and defaults; empty where it is told by other means (a socket, a file). */
export function listening(
  server: Server,
  args: readonly MappedText[],
  variables: Variables,
  { configured, open }: { readonly configured: boolean; readonly open: boolean }
): readonly Listening[] {
  if (given(args, server.configFlags).length > 0) return []
  const known = {
    host: configured || (open && mayBeTold(server, server.hostVariables)) ? null : server.defaultHost,
    port: configured || (open && mayBeTold(server, server.portVariables)) ? null : server.defaultPort
  }
  const flagged = given(args, server.bind)
  const set = flagged.length === 0 ? first(server.bindVariables, variables) : undefined
  const binds = set === undefined ? flagged : [{ value: set, word: null }]
  const ports = given(args, server.port)
  if (binds.length > 0)
    return binds.flatMap(({ value, word }) =>
      value.split(';').flatMap(one => address(one, word, portOf(ports.at(-1)?.value)) ?? [])
    )
  const operand = server.operand === true ? operandOf(args, server) : undefined
  if (operand !== undefined && server.host === undefined) {
    const found = address(operand.text, operand, known.port)
    return found === null ? [] : [{ ...found, address: found.address ?? known.host }]
  }
  const told = ports.at(-1)?.value ?? operand?.text ?? first(server.portVariables, variables)
  const port = told === undefined ? known.port : portOf(told)
  const host = given(args, server.host).at(-1)
  if (host !== undefined) {
    const found = address(host.value, host.word, port)
    // A program that we don't know may mean anything by a flag, save where its value is an address.
    if (server !== anyProgram || isHost(found?.address)) return found === null ? [] : [found]
  }
  const variable = first(server.hostVariables, variables)
  if (variable !== undefined) return [{ address: addressOf(variable), port, word: null }]
  return known.host === null && port === null ? [] : [{ address: known.host, port, word: null }]
}

/** True where a variable that nobody sees may change the default; gunicorn takes PORT and arguments from there. */
const mayBeTold = (server: Server, variables: readonly string[] = []): boolean =>
  variables.length > 0 || server.programs.includes('gunicorn')

/** `80` or `0.0.0.0:80`; beside a flag for the address only a port. */
const operandOf = (args: readonly MappedText[], server: Server): MappedText | undefined =>
  args.find(({ text }) => (server.host === undefined ? /^[\d.:[\]a-z-]*\d$/i : /^\d+$/).test(text))

const isHost = (text: string | null | undefined): boolean => text != null && (text === 'localhost' || isAddress(text))

const first = (names: readonly string[] | undefined, variables: Variables): string | undefined =>
  names?.map(name => variables(name)?.text).find(value => value !== undefined && value !== '')

/** Values of flags: `--host X`, `--host=X`, `-bX`; a flag without a value means every interface (vite's `--host`). */
function given(
  args: readonly MappedText[],
  flags: readonly string[] = []
): readonly { readonly value: string; readonly word: MappedText }[] {
  return args.flatMap((word, index) => {
    for (const flag of flags) {
      const next = args[index + 1]
      if (word.text === flag) {
        return next === undefined || /^-./.test(next.text)
          ? [{ value: flag === '--host' ? '0.0.0.0' : HOLE, word }]
          : [{ value: next.text, word: next }]
      }
      if (word.text.startsWith(`${flag}=`)) return [{ value: word.text.slice(flag.length + 1), word }]
      if (/^-[a-zA-Z]$/.test(flag) && word.text.startsWith(flag)) return [{ value: word.text.slice(2), word }]
    }
    return []
  })
}

const portOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : null

const addressOf = (text: string): string | null => (text.includes(HOLE) || text.startsWith('$') ? null : bare(text))

/** `host`, `host:port`, `:port`, `[::1]:80`, `tcp://host:port`; null for a socket of another kind. */
function address(value: string, word: MappedText | null, port: number | null): Listening | null {
  const text = value.replace(/^(tcp|https?|ssl):\/\//, '').replace(/[?/].*$/, '')
  if (/^(unix|fd|file|socket):|^\//.test(value) || text === '') return null
  if (isAddress(text)) return { address: bare(text), port, word }
  const match = /^(\[.*\]|[^:]*):([^:]*)$/.exec(text)
  if (match !== null) {
    const host = match[1] ?? ''
    const found = /^[*+]?$/.test(host) ? '0.0.0.0' : addressOf(host)
    return { address: found, port: portOf(match[2]), word }
  }
  return /^\d+$/.test(text) ? { address: null, port: portOf(text), word } : { address: addressOf(text), port, word }
}
