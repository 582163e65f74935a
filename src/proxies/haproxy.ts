import type { Listener, Refusal, Route } from '../model/deployment.ts'
import { type Directive, directiveLocation, type Word } from '../text/blocks.ts'
import { parseLines } from '../text/lines.ts'
import { HOLE, type MappedText } from '../text/mapped-text.ts'
import { collectRoutes } from './bounds.ts'
import { isActiveConfig, isStructured } from './config-path.ts'
import { conditionHolds, testedValues } from './haproxy-conditions.ts'
import { judgeHaproxy } from './haproxy-refusals.ts'
import type { ProxyFormat, ReadContext } from './proxy-format.ts'
import { fillTemplate } from './template.ts'
import { parsePort, parseUpstream, type Upstream } from './upstream.ts'

/** HAProxy's configuration: frontends, the backends they use, and listen sections. */
export const haproxy: ProxyFormat = {
  id: 'haproxy',
  claims: (file, text) =>
    isActiveConfig(file) &&
    !isStructured(file) &&
    /^[ \t]*(?:frontend|backend|listen)[ \t]+[^\s{;]+[^{;\n]*$/m.test(text) &&
    /^[ \t]*(?:server|server-template|bind|default_backend|use_backend)[ \t]+[^\s{;]+[^{;\n]*$/m.test(text),
  read(text, context) {
    const sections = readSections(fillTemplate(text, context.variables), context.variables)
    const defaults = sections.filter(({ name }) => name === 'defaults').flatMap(({ block }) => block ?? [])
    const fronts = sections
      .filter(({ name }) => name === 'frontend' || name === 'listen')
      .map(section => ({ section, listeners: listenersOf(section, defaults) }))
    const anyTls = fronts.some(({ listeners }) => listeners.some(({ tls }) => tls))
    const backends = backendsOf(sections, path => context.include(path, text.file.path))
    return collectRoutes(text, fronts, front => routesOf(front, backends, anyTls, context))
  }
}

const sectionNames: ReadonlySet<string> = new Set(
  `global defaults frontend backend listen peers userlist resolvers mailers program http-errors ring cache fcgi-app
  log-forward crt-store traces acme`.split(/\s+/)
)

/** Lines up to the next section's name, with the environment's values in them. */
function readSections(text: MappedText, environment: ReadonlyMap<string, string>): readonly Directive[] {
  const sections: (Directive & { block: Directive[] })[] = []
  for (const line of parseLines(text, 'anywhere')) {
    const directive = { ...line, args: line.args.map(word => ({ ...word, text: expand(word.text, environment) })) }
    if (sectionNames.has(line.name)) sections.push({ ...directive, block: [] })
    else sections.at(-1)?.block.push(directive)
  }
  return sections
}

const expand = (text: string, environment: ReadonlyMap<string, string>): string =>
  text.replace(
    /\$\{(\w+)(?:-([^}]*))?\}/g,
    (_, name: string, fallback?: string) => environment.get(name) ?? fallback ?? HOLE
  )

/** `bind [addr]:port[,…] [ssl …]`, and the old form with the address after the section's name. */
function listenersOf(section: Directive, defaults: readonly Directive[]): readonly Listener[] {
  const block = section.block ?? []
  const mode = [...defaults, ...block].findLast(({ name }) => name === 'mode')?.args[0]?.text
  const binds = block.filter(({ name }) => name === 'bind')
  const old = section.args[1]
  const oldForm = old !== undefined && /:\d/.test(old.text) ? [{ ...section, args: [old] }] : []
  return [...oldForm, ...binds].flatMap(bind => {
    const [addresses, ...options] = bind.args.map(word => word.text)
    return (addresses ?? '')
      .split(',')
      .filter(address => !/^(?:\/|unix@|abns@|fd@|sockpair@)/.test(address))
      .map(address => {
        const port = parsePort(/:(\d+)(?:-\d+)?$/.exec(address)?.[1] ?? '')
        // In TCP mode port 443 passes TLS through untouched: the server behind ends it.
        const tls = options.includes('ssl') || /^quic\d?@/.test(address) || (mode === 'tcp' && port === 443)
        return { at: directiveLocation(bind), port, tls }
      })
  })
}

interface Front {
  readonly section: Directive
  readonly listeners: readonly Listener[]
}

/** A use of a backend: which, and for which names and path. */
interface Use {
  readonly backend: Directive
  readonly names: readonly string[]
  readonly path: string
}

function routesOf(front: Front, backends: Backends, anyTls: boolean, context: ReadContext): readonly Route[] {
  const { section, listeners } = front
  const tls = listeners.some(listener => listener.tls)
  const refusal = tls || !anyTls ? judge(section, backends, context.webhookPath, tls) : null
  return usesOf(section, backends).flatMap(({ backend, names, path }) =>
    (backend.block ?? [])
      .filter(isServer)
      .slice(0, 64)
      .flatMap(server =>
        serverUpstream(server, listeners).map(upstream => ({
          proxy: 'haproxy',
          at: directiveLocation(server),
          site: context.site,
          listeners,
          serverNames: names,
          path,
          upstream,
          refusal,
          evidence: 'declared' as const
        }))
      )
  )
}

const isServer = ({ name, args }: Directive): boolean =>
  (name === 'server' || name === 'server-template') && !args.some(word => word.text === 'disabled')

function usesOf(section: Directive, backends: Backends): readonly Use[] {
  const block = section.block ?? []
  const acls = block.filter(({ name }) => name === 'acl').slice(0, 1000)
  const own = section.name === 'listen' ? [{ backend: section, names: [], path: '/' }] : []
  const used = block
    .filter(({ name }) => name === 'use_backend' || name === 'default_backend')
    .slice(0, 200)
    .flatMap(directive => {
      const words = directive.args.map(word => word.text)
      const names = testedValues(words, acls, /(?:host\)|_sni|base_dom)/)
      const path = testedValues(words, acls, /^(?:path|url|base)/)[0] ?? '/'
      return findBackends(directive.args[0], backends).map(backend => ({ backend, names, path }))
    })
  return [...own, ...used]
}

interface Backends {
  readonly named: ReadonlyMap<string, Directive>
  /** Texts of the map file that a converter names. */
  readonly mapFile: (path: string) => readonly MappedText[]
  /** What a computed name may stand for. */
  readonly any: readonly Directive[]
}

function backendsOf(sections: readonly Directive[], mapFile: Backends['mapFile']): Backends {
  const all = sections.filter(({ name }) => name === 'backend' || name === 'listen')
  return {
    mapFile,
    named: new Map(all.map(section => [section.args[0]?.text ?? '', section])),
    any: all.filter(({ name }) => name === 'backend').slice(0, 50)
  }
}

/** A name that is computed (`%[…]`) is one of its map's, or may be any backend's. */
function findBackends(name: Word | undefined, { named, any, mapFile }: Backends): readonly Directive[] {
  if (name === undefined) return []
  const computed = name.text.includes('%[') || name.text.includes(HOLE)
  const names = computed ? mappedNames(name.text, mapFile) : [name.text]
  return names?.flatMap(name => named.get(name) ?? []) ?? any
}

/** `%[req.hdr(host),lower,map(/etc/haproxy/hosts.map,default)]`: the values of the map, which are names; null where it is not at hand. */
function mappedNames(text: string, mapFile: Backends['mapFile']): readonly string[] | null {
  const found = /^([^%]*)%\[[^\]]*\bmap(?:_\w+)?\((?:\w+@)?([^,()]+)(?:,([^()]*))?\)\](.*)$/.exec(text)
  const [, before = '', path = '', fallback, after = ''] = found ?? []
  if (found === null || text.includes(HOLE)) return null
  const files = mapFile(path)
  const values = files.flatMap(({ text }) =>
    Array.from(text.matchAll(/^[ \t]*[^#\s]\S*[ \t]+(\S+)/gm), ([, value = '']) => value)
  )
  const names = [...new Set([...values, ...(fallback === undefined ? [] : [fallback])])]
  return files.length === 0 ? null : names.slice(0, 200).map(name => `${before}${name}${after}`)
}

/** `server NAME ADDR[:PORT]`; without a port it is the listener's own, `+N` is an offset to that. */
function serverUpstream({ name, args }: Directive, listeners: readonly Listener[]): readonly Upstream[] {
  const written = (args[name === 'server' ? 1 : 2]?.text ?? '').replace(/^(?:ipv[46]|tcp[46]?)@/, '')
  if (written === '' || /^(?:\/|unix@|abns@|sockpair@|rev@|@)/.test(written)) return []
  const offset = /^(.*):([+-]\d{1,5})$/.exec(written)
  const parsed = parseUpstream(offset?.[1] ?? written)
  if (parsed === null) return []
  const host = parsed.host === '0.0.0.0' || written.startsWith('*') ? null : parsed.host
  if (/:[^+\-\]][^\]]*$/.test(written) && offset === null) return [{ host, port: parsed.port }]
  const ports = new Set(listeners.map(({ port }) => (port === null ? null : port + Number(offset?.[2] ?? 0))))
  return ports.size === 0 ? [{ host, port: null }] : [...ports].map(port => ({ host, port }))
}

/** The frontend's own rules, then those of the backend that serves the path. */
function judge(section: Directive, all: Backends, path: string, tls: boolean): Refusal | null {
  const block = section.block ?? []
  const own = judgeHaproxy(block, path, tls)
  if (own !== null) return own
  const acls = block.filter(({ name }) => name === 'acl')
  for (const use of [...block.filter(isUse), ...block.filter(({ name }) => name === 'default_backend')]) {
    const holds = conditionHolds(
      use.args.map(word => word.text),
      { path, tls, acls }
    )
    if (holds === false) continue
    const backends = holds === null ? [] : findBackends(use.args[0], all)
    const [backend] = backends
    return backends.length === 1 && backend !== undefined ? judgeHaproxy(backend.block ?? [], path, tls) : null
  }
  return null
}

const isUse = ({ name }: Directive): boolean => name === 'use_backend'
