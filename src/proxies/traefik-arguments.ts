import type { Container } from '../model/deployment.ts'
import { MappedText } from '../text/mapped-text.ts'
import type { EntryPoint } from './proxy-format.ts'
import { parsePort } from './upstream.ts'

/** Traefik's entry points from its command line (`--entrypoints.websecure.address=:443`), as compose's `command` gives it. */
export function entryPointsOf(args: readonly MappedText[]): readonly EntryPoint[] {
  const found = new Map<string, { port: number | null; tls: boolean }>()
  for (const { text } of args.slice(0, 500)) {
    const [, name, field = '', value = ''] = /^--entrypoints\.([\w-]+)\.([\w.[\]-]+)(?:=(.*))?$/is.exec(text) ?? []
    if (name === undefined) continue
    const known = found.get(name) ?? { port: null, tls: false }
    const isTls = /^http\.tls(?:$|\.)/i.test(field) && !/^false$/i.test(value)
    const port = /^address$/i.test(field) ? parsePort(/:(\d+)(?:\/\w+)?$/.exec(value)?.[1] ?? '') : known.port
    found.set(name, { port, tls: known.tls || isTls })
  }
  return [...found].map(([name, { port, tls }]) => ({ name, port, tls }))
}

/** Traefik's settings in the environment, as the words that they stand for: `TRAEFIK_ENTRYPOINTS_WEB_ADDRESS=:80`. */
export const settingsIn = ({ environment }: Container): readonly MappedText[] =>
  [...environment].flatMap(([name, value]) => {
    const [, point, field] = /^TRAEFIK_ENTRYPOINTS_([A-Z0-9]+)_(ADDRESS|HTTP_TLS(?:_[A-Z]+)?)$/i.exec(name) ?? []
    if (point === undefined || field === undefined) return []
    const setting = `--entrypoints.${point}.${field.replaceAll('_', '.')}=${value.text}`.toLowerCase()
    return [MappedText.standingFor(value, setting)]
  })
