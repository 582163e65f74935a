import type { Container, ProxySite, Route } from '../model/deployment.ts'
import { isActiveConfig, isForeign } from '../proxies/config-path.ts'
import {
  containerProxies,
  entryPointsOf,
  exposureOfPrograms,
  isTaken,
  joinChains,
  proxyCommands,
  proxyFormats,
  settingsIn
} from '../proxies/index.ts'
import type { EntryPoint, ProxyReading, ReadContext } from '../proxies/proxy-format.ts'
import { conditionalLines } from '../proxies/template.ts'
import { globMatcher } from '../text/glob.ts'
import { SourceFile } from '../text/location.ts'
import { MappedText } from '../text/mapped-text.ts'
import { containerRoutes } from './container-commands.ts'
import { setUpInContainers } from './container-scripts.ts'
import { imageHolding, isConfigTarget, readImages, routesInImage } from './images/image-configs.ts'
import { fileName, joinPath } from './path.ts'
import type { ProxyCall, Reading } from './reading.ts'
import { readSurroundings } from './surroundings.ts'

/** Files whose name or place says that they may configure a proxy; the formats themselves look closer. */
const candidates =
  /(^|\/)(caddyfile|nginx|traefik|haproxy|apache2?|httpd|envoy|cloudflared|ngrok|conf\.d|sites-\w+|proxy-confs|proxy|vhosts?)|\.(conf|cfg|vhost|caddy|ya?ml|toml|json|j2|template|tmpl|service|socket)(\.[\w-]+)?$|(^|\/)[\w.-]*(nginx|caddy|haproxy)[\w.-]*$/i
const never =
  /(^|\/)(package(-lock)?|tsconfig[\w.-]*|composer|renovate|biome|\.eslintrc)\.json$|(^|\/)(pnpm-lock|mkdocs|\.pre-commit-config)\.ya?ml$|\.lock$/i
const isCandidate = (path: string): boolean => candidates.test(path) && isActiveConfig(path)
/** Names that promise a proxy's config: one of these that cannot be read may be the one that matters. */
const speaksOfProxies =
  /(^|\/)caddyfile[^/]*$|(nginx|caddy|traefik|haproxy|apache|httpd|envoy|cloudflared|ngrok)[^/]*\.(conf|cfg|ya?ml|toml|json)(\.\w+)?$/i
/** Files that one include may bring in. */
const mostIncluded = 64

export interface ReadRoutes {
  readonly routes: readonly Route[]
  readonly ownRoutes: ReadonlyMap<Container, readonly Route[]>
  /** The config files, those that the deploy writes too. */
  readonly configs: readonly string[]
}

/** A Dockerfile that writes a proxy's config into its image is no config itself. */
const buildFile = /(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$|\.(?:Dockerfile|Containerfile)$/i

/** Reads every proxy the checkout declares: config files, configs that a deploy writes, command lines, labels. */
export function readRoutes(
  reading: Reading,
  paths: readonly string[],
  containers: readonly Container[],
  webhookPath: string
): ReadRoutes {
  const linted = reading.read
  const routes: Route[] = [...reading.routes]
  const programs = reading.programs()
  const entryPoints: EntryPoint[] = programs.flatMap(({ container, words }) =>
    entryPointsOf([...words, ...settingsIn(container)])
  )
  const exposures: boolean[] = [...exposureOfPrograms(programs)]
  const variables = new Map(
    containers.flatMap(({ environment }) => [...environment].map(([name, { text }]) => [name, text] as const))
  )
  const configs: string[] = []
  const filled = new Set(reading.written.map(([, { file }]) => file.path))
  const images = readImages(paths, reading)
  const include = includer(reading, paths)
  const read = (path: string, text: MappedText, mounted = holderOf(path, containers)): void => {
    const image = mounted === null ? imageHolding(path, images) : null
    const site = mounted === null ? (image === null ? 'host' : 'bridge-container') : siteOf(mounted)
    const found = readConfig(path, text, { webhookPath, include, variables, site })
    if (found === null) return
    configs.push(path)
    // What a deploy makes of a template says where it forwards; the template itself leaves that open.
    const isFilled = text.isWholeFile && filled.has(path)
    const sure = isFilled ? found.routes.filter(({ upstream }) => upstream.port !== null) : found.routes
    const own = image === null ? sure : routesInImage(sure, image, containers)
    const networks = mounted === null || mounted.networks === 'host' ? null : mounted.networks
    routes.push(...(networks === null ? own : own.map(route => ({ ...route, networks }))))
    entryPoints.push(...(found.entryPoints ?? []))
    exposures.push(...(found.exposures ?? []))
    for (const unread of found.unread) reading.addUnread(unread)
  }
  for (const path of paths) {
    if (path.startsWith('.github/') || never.test(path) || !isCandidate(path)) continue
    const text = speaksOfProxies.test(path) ? reading.source(path) : quietly(path, reading)
    if (text !== null) read(path, text)
  }
  const around = readSurroundings(reading.files, paths, new Set(linted))
  // A sample counts by the name that it is copied to, as does what is no config by its own.
  const samples = [...reading.copies, ...around.copies].filter(
    ([, { file }]) => !isCandidate(file.path) && !isForeign(file.path)
  )
  for (const [path, text] of [...reading.written, ...around.written, ...samples])
    if (!/^\/(github|dev)\//.test(path) && !buildFile.test(path)) read(path.replace(/^\//, ''), text)
  for (const { container, written } of setUpInContainers(programs, reading.files))
    for (const [path, text] of written) read(path.replace(/^\//, ''), text, container)
  routes.push(...commandRoutes([...reading.proxyCalls, ...around.proxyCalls]))
  // A tunnel is set up elsewhere only where its config isn't in the checkout.
  const open = containerRoutes(programs).filter(
    ({ proxy, upstream }) => upstream.host !== null || !routes.some(route => route.proxy === proxy)
  )
  routes.push(...open)
  const ownRoutes = new Map(
    containers.map(
      container =>
        [
          container,
          containerProxies
            .filter(({ id }) => id !== 'traefik' || isTaken(container, exposures))
            .flatMap(proxy => proxy.routes(container, containers, entryPoints, webhookPath))
        ] as const
    )
  )
  return { routes: joinChains(unique(routes)), ownRoutes, configs }
}

/** A file of data that is too large, or no text, is no news. */
function quietly(path: string, reading: Reading): MappedText | null {
  const result = reading.files.read(path)
  return result !== null && 'text' in result ? MappedText.whole(new SourceFile(path, result.text)) : null
}

/** Reads a file, or a text that would become one, in the first format that claims it; null where none does. */
export function readConfig(path: string, text: MappedText, context: ReadContext): ProxyReading | null {
  const found = proxyFormats.find(format => format.claims(path, text.text))?.read(text, context) ?? null
  const lines = conditionalLines(text.file.text)
  if (found === null || lines.size === 0) return found
  // What a template leaves out for some turns nobody away for sure.
  const isSure = ({ refusal }: Route): boolean => refusal?.at.file !== text.file.path || !lines.has(refusal.at.line)
  return { ...found, routes: found.routes.map(route => (isSure(route) ? route : { ...route, refusal: null })) }
}

/** The routes of proxies that take them on their command line. */
export const commandRoutes = (calls: readonly ProxyCall[]): readonly Route[] =>
  calls.flatMap(({ name, args }) =>
    proxyCommands.filter(({ names }) => names.includes(name)).flatMap(command => command.routes(args, 'host'))
  )

/** A file that another one includes is read on its own too: each way counts once, the one that knows where it listens. */
function unique(routes: readonly Route[]): readonly Route[] {
  const place = ({ at, upstream }: Route): string => JSON.stringify([at, upstream])
  const listening = new Set(routes.filter(({ listeners }) => listeners.length > 0).map(place))
  const seen = new Map<string, Route>()
  for (const route of routes) {
    if (route.listeners.length === 0 && listening.has(place(route))) continue
    seen.set(JSON.stringify([place(route), route.serverNames, route.path, route.listeners.map(({ at }) => at)]), route)
  }
  return [...seen.values()]
}

/** The container that mounts this config where a proxy reads it; null leaves it to the host. */
function holderOf(path: string, containers: readonly Container[]): Container | null {
  const holders = containers.filter(({ volumes, role }) =>
    volumes.some(({ source, target }) => (role === 'proxy' || isConfigTarget(target)) && mounts(source, path))
  )
  return holders.find(({ role }) => role === 'proxy') ?? holders[0] ?? null
}

const siteOf = ({ networks }: Container): ProxySite =>
  networks === 'host' ? 'host-network-container' : 'bridge-container'

/** `./nginx:/etc/nginx/conf.d` mounts nginx/app.conf; a named volume mounts nothing of the checkout. */
function mounts(source: string, path: string): boolean {
  if (!/[./]/.test(source)) return false
  const parts = joinPath('.', source.replace(/^(\$\{?\w+\}?|~|\uE000)\//, './'))
    .split('/')
    .filter(part => part !== '')
  for (let skip = 0; skip < parts.length; skip++) {
    const end = parts.slice(skip).join('/')
    if (path === end || path.startsWith(`${end}/`)) return true
    if (!source.startsWith('/')) return false
  }
  return false
}

const endsOf = (path: string): readonly string[] => {
  const parts = path.split('/').filter(part => part !== '')
  return parts.slice(0, 8).map((_, skip) => parts.slice(skip).join('/'))
}

function includer(reading: Reading, paths: readonly string[]): ReadContext['include'] {
  return (pattern, from) => {
    const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '.'
    const local = globMatcher(joinPath(folder, pattern.replace(/^\//, '')), { dot: true })
    const tail = pattern.split('/').slice(-2).join('/')
    const anywhere = globMatcher(`{${tail},**/${tail}}`, { dot: true })
    const near = paths.filter(path => local(path))
    const found =
      near.length > 0
        ? near
        : pattern.startsWith('/') || fileName(tail) !== tail
          ? paths.filter(path => anywhere(path))
          : []
    // On the server the checkout stands anywhere: the end of a path tells.
    const named = (path: string): boolean =>
      endsOf(path).some(end => local(end)) || (pattern.startsWith('/') && anywhere(path.replace(/^\//, '')))
    const written = reading.written.filter(([path]) => named(path)).map(([, text]) => text)
    return [...written, ...found.slice(0, mostIncluded).flatMap(path => reading.source(path) ?? [])]
  }
}
