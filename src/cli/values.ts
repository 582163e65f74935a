import { InputError } from '../errors.ts'
import { publicName } from '../fixes/public-name.ts'
import { BadValue } from '../inputs/input-spec.ts'
import { port } from '../inputs/parsers.ts'
import { quote } from '../inputs/quote.ts'

/** The public name of the app, as the DNS holds it. */
export function domain(text: string): string {
  const name = publicName(text)
  if (name !== null) return name
  throw new InputError([
    `domain: got ${text === '' ? 'nothing' : quote(text)}, takes the public name of the app, as your-domain.com`
  ])
}

/** Null where none was given. */
export function optionalPort(text: string): number | null {
  try {
    return text === '' ? null : port(text)
  } catch (error) {
    if (!(error instanceof BadValue)) throw error
    throw new InputError([`port: got ${quote(text)}, takes a port from 1 to 65535`])
  }
}
