import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import type { Route } from '../../src/model/deployment.ts'
import type { Unread } from '../../src/model/finding.ts'
import { proxyFormats } from '../../src/proxies/index.ts'
import type { ReadContext } from '../../src/proxies/proxy-format.ts'
import { type Location, SourceFile } from '../../src/text/location.ts'
import { MappedText } from '../../src/text/mapped-text.ts'

/** A text as a file of the checkout. */
export const textOf = (path: string, text: string): MappedText => MappedText.whole(new SourceFile(path, text))

/** What a config is read with when nothing else is said. */
export const contextOf = (change: Partial<ReadContext> = {}): ReadContext => ({
  webhookPath: '/webhooks/stripe',
  include: () => [],
  variables: new Map(),
  site: 'host',
  ...change
})

/** Reads a text by the format that claims it. */
export function readConfig(path: string, text: string, change: Partial<ReadContext> = {}) {
  const format = proxyFormats.find(candidate => candidate.claims(path, text))
  return {
    format: format?.id ?? null,
    ...(format?.read(textOf(path, text), contextOf(change)) ?? { routes: [], unread: [] })
  }
}

/** Every file below a folder, by its path there. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = paths.filter(path => statSync(join(folder, path)).isFile())
  return new Map(files.map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** Reads a folder as a checkout and prints its routes, one a line. */
export function printRoutes(folder: string): string {
  const files = filesBelow(folder)
  const own = new Map([...files].filter(([path]) => !/^(?:expected\.txt|variables\.json)$/.test(path)))
  const given = join(folder, 'variables.json')
  const variables = new Map<string, string>(
    existsSync(given) ? Object.entries(JSON.parse(readFileSync(given, 'utf8'))) : []
  )
  const include = (pattern: string): MappedText[] => {
    const wanted = `**/${pattern.replace(/^\//, '')}`
    return [...own].filter(([path]) => matchesGlob(path, wanted)).map(([path, text]) => textOf(path, text))
  }
  const lines = [...own].flatMap(([path, text]) => {
    const { format, routes, unread } = readConfig(path, text, { include, variables })
    return [`# ${path} ${format ?? 'is no config'}`, ...routes.map(printRoute), ...unread.map(printUnread)]
  })
  return `${lines.join('\n')}\n`
}

const printUnread = ({ file, line, reason }: Unread): string => `unread ${file}:${line} ${reason}`

const printLocation = ({ line, column, endLine, endColumn }: Location): string =>
  `${line}:${column}-${endLine === line ? '' : `${endLine}:`}${endColumn}`

/** `14:5-45 127.0.0.1:8000 / example.com <- 443s@3:5-20 refused 12:3-20 auth_basic "x"` */
export function printRoute({ at, upstream, path, serverNames, listeners, refusal }: Route): string {
  const host = upstream.host?.includes(':') ? `[${upstream.host}]` : (upstream.host ?? '?')
  const from = listeners.map(({ port, tls, at }) => `${port ?? '?'}${tls ? 's' : ''}@${printLocation(at)}`).join(' ')
  const names = serverNames.join(',') || '*'
  const refused = refusal === null ? '' : ` refused ${printLocation(refusal.at)} ${refusal.directive}`
  return `${printLocation(at)} ${host}:${upstream.port ?? '?'} ${path} ${names} <- ${from || '?'}${refused}`
}
