import { fillTemplate } from '../../proxies/template.ts'
import type { Location } from '../../text/location.ts'
import type { MappedText } from '../../text/mapped-text.ts'
import {
  child,
  entriesOf,
  itemsOf,
  locationOf,
  parseYaml,
  textOf,
  textsOf,
  type YamlMap,
  type YamlNode,
  type YamlReading
} from '../../text/yaml.ts'
import type { Located, Recorder } from '../frame.ts'
import { joinPath } from '../path.ts'
import { readDotenv } from './dotenv.ts'
import type { Lookup } from './interpolate.ts'
import { mergeServices, withoutReset } from './merge.ts'
import { interpolateTree, normalize, withPath } from './normal-form.ts'

/** One service, merged from every file that speaks of it. */
export interface Service {
  readonly name: string
  /** From its name to the end of what it says. */
  readonly at: Location
  readonly node: YamlMap
}

/** What compose files come to, merged. */
export interface Project {
  readonly name: string | null
  readonly services: ReadonlyMap<string, Service>
  readonly networks: ReadonlyMap<string, YamlNode>
  readonly configs: ReadonlyMap<string, YamlNode>
}

/** A compose file, and the folder that its paths start at: in the checkout, and as the command names it on the server. */
export interface ComposeFile {
  readonly text: MappedText
  readonly via: Located['via']
  readonly folder: string
  readonly server: string
}

/** `include` in `include`, `extends` of `extends`: no real project goes deeper, and circles end. */
const deepest = 12
/** No real file has more. */
const mostServices = 1_000
/** Services read for one checkout, each as often as a command, an `include` or an `extends` names it; 1,000 characters cost as much. */
const mostReads = 10_000
/** Files read for one project: no real one includes more. */
const mostFiles = 500

const reads = new WeakMap<Recorder, number>()

/** Reads and merges compose files in the order in which compose does: variables, `extends`, `include`, then file over file. */
export function readProject(files: readonly ComposeFile[], lookup: Lookup, recorder: Recorder): Project {
  const reader = new ProjectReader(recorder)
  const [first] = files
  // Paths of every file count from the first one's folder (compose-spec 13-merge).
  const project = merged(files.map(file => reader.read({ ...file, folder: first?.folder ?? file.folder }, lookup, 0)))
  const services = [...project.services].map(
    ([name, service]) => [name, { ...service, node: withoutReset(service.node) }] as const
  )
  return { ...project, services: new Map(services) }
}

/** A file that another one names, on the server or beside it in the checkout. */
export function besides(file: ComposeFile, path: string, recorder: Recorder): Located | null {
  const deployed = recorder.locate(path, file.server)
  if (deployed?.via === 'deploy') return deployed
  const near = recorder.locate(path, file.folder)
  const outside = /^[/~$]/.test(file.folder)
  return outside || near?.text.file.path === joinPath(file.folder, path) ? near : null
}

/** The folder of a path. */
export const folderOf = (path: string): string => joinPath(path, '..')

const readings = new WeakMap<MappedText, YamlReading>()

/** Once for each text, however many commands start what it holds; what a template leaves open is unknown. */
function parsed(text: MappedText): YamlReading {
  const reading = readings.get(text) ?? parseYaml(fillTemplate(text, new Map()))
  readings.set(text, reading)
  return reading
}

class ProjectReader {
  readonly #recorder: Recorder
  readonly #roots = new Map<Lookup, Map<MappedText, YamlNode | null>>()
  #files = 0

  constructor(recorder: Recorder) {
    this.#recorder = recorder
  }

  read(file: ComposeFile, lookup: Lookup, depth: number): Project {
    const root = this.#parse(file.text, lookup)
    const included = itemsOf(child(root, 'include')).flatMap(node => this.#include(node, file, lookup, depth))
    const services = new Map<string, Service>()
    const listed = servicesOf(root)
    const nodes = keyed(listed)
    if (nodes.size > mostServices) {
      const reason = `it has more than ${mostServices} services; the others were not linted`
      this.#recorder.addUnread({ file: file.text.file.path, line: 1, reason })
    }
    for (const { key, value } of entriesOf(listed).slice(0, mostServices)) {
      const name = key.text.text
      const at = spanning(key.text.location(), locationOf(value))
      const node: YamlMap | null =
        value.tag === '!reset'
          ? { kind: 'map', entries: [], tag: '!reset', at }
          : this.#service(name, nodes, file, lookup, depth)
      if (node !== null) services.set(name, { name, at, node })
    }
    const own: Project = {
      name: textOf(child(root, 'name'))?.text ?? null,
      services,
      networks: keyed(child(root, 'networks')),
      configs: new Map(
        [...keyed(child(root, 'configs'))].map(([name, node]) => [
          name,
          node.kind === 'map' ? withPath(node, 'file', file.folder) : node
        ])
      )
    }
    return merged([...included, own])
  }

  /** Each file once for the same variables. */
  #parse(text: MappedText, lookup: Lookup): YamlNode | null {
    const roots = this.#roots.get(lookup) ?? new Map<MappedText, YamlNode | null>()
    this.#roots.set(lookup, roots)
    const known = roots.get(text)
    if (known !== undefined) return known
    const root = this.#parseNew(text, lookup)
    roots.set(text, root)
    return root
  }

  #parseNew(text: MappedText, lookup: Lookup): YamlNode | null {
    if (!this.#mayRead(text, Math.ceil(text.text.length / 1000))) return null
    const { documents, error } = parsed(text)
    const { path } = text.file
    this.#recorder.addComposeFile(path)
    if (error !== null) {
      const reason = `it is no valid YAML: ${error.message}`
      const inner = text.isWholeFile ? error.line : text.location().line + error.line - 1
      this.#recorder.addUnread({ file: path, line: inner, reason, whole: true })
    }
    const root = documents[0]?.root ?? null
    return root === null ? null : interpolateTree(root, lookup)
  }

  /** A service with what it extends. */
  #service(
    name: string,
    nodes: ReadonlyMap<string, YamlNode>,
    file: ComposeFile,
    lookup: Lookup,
    depth: number
  ): YamlMap | null {
    const node = nodes.get(name)
    if (node?.kind !== 'map' || !this.#mayRead(file.text, 1)) return null
    const own = normalize(node, file.folder)
    const extended = child(node, 'extends')
    const base = textOf(child(extended, 'service')) ?? textOf(extended)
    if (base === null || depth > deepest) return own
    const path = textOf(child(extended, 'file'))
    const other = path === null ? file : this.#open(path, file)
    if (other === null) return own
    const from = other === file ? nodes : keyed(servicesOf(this.#parse(other.text, lookup)))
    const found = this.#service(base.text, from, other, lookup, depth + 1)
    return found === null ? own : mergeServices(found, own)
  }

  #mayInclude({ text }: ComposeFile): boolean {
    if (++this.#files === mostFiles) {
      const reason = `more than ${mostFiles} files are included by here; the rest is not read`
      this.#recorder.addUnread({ file: text.file.path, line: 1, reason })
    }
    return this.#files < mostFiles
  }

  /** A budget for all of the checkout: files that include each other come to any number of services. */
  #mayRead(text: MappedText, cost: number): boolean {
    const before = reads.get(this.#recorder) ?? 0
    const count = before + cost
    reads.set(this.#recorder, count)
    if (before < mostReads && count >= mostReads) {
      const reason = `more than ${mostReads} services read by here; the rest is not read`
      this.#recorder.addUnread({ file: text.file.path, line: 1, reason })
    }
    return count < mostReads
  }

  #include(node: YamlNode, file: ComposeFile, lookup: Lookup, depth: number): readonly Project[] {
    if (depth > deepest || !this.#mayInclude(file)) return []
    const opened = [...textsOf(node), ...textsOf(child(node, 'path'))].flatMap(path => this.#open(path, file) ?? [])
    const [first] = opened
    if (first === undefined) return []
    const folder = textOf(child(node, 'project_directory'))
    const base = folder === null ? first.folder : joinPath(file.folder, folder.text)
    const given = textsOf(child(node, 'env_file')).map(path => besides(file, path.text, this.#recorder))
    const env = given.length > 0 ? given : [besides({ ...first, folder: base }, '.env', this.#recorder)]
    const values = new Map(env.flatMap(found => (found === null ? [] : [...readDotenv(found.text, lookup)])))
    const inner: Lookup = name => lookup(name) ?? values.get(name)
    return [merged(opened.map(one => this.read({ ...one, folder: base }, inner, depth + 1)))]
  }

  #open(path: MappedText, file: ComposeFile): ComposeFile | null {
    const found = path.hasHoles ? null : besides(file, path.text, this.#recorder)
    if (found !== null) return composeFile(found, joinPath(file.server, path.text))
    const at = path.location()
    const reason = path.hasHoles
      ? 'the compose file that is named here is not known before the run'
      : `${path.text} is named here and is not in the checkout`
    this.#recorder.addUnread({ file: at.file, line: at.line, reason })
    return null
  }
}

/** A located file with its folders; `path` is where the command finds it. */
export function composeFile({ text, via }: Located, path: string): ComposeFile {
  const server = folderOf(path)
  return { text, via, server, folder: text.isWholeFile || via === 'checkout' ? folderOf(text.file.path) : server }
}

function merged(projects: readonly Project[]): Project {
  const services = new Map<string, Service>()
  for (const service of projects.flatMap(project => [...project.services.values()])) {
    const before = services.get(service.name)
    const { tag } = service.node
    if (tag === '!reset') services.delete(service.name)
    else if (before === undefined || tag === '!override') services.set(service.name, service)
    else services.set(service.name, { ...before, node: mergeServices(before.node, service.node) })
  }
  return {
    name: projects.findLast(project => project.name !== null)?.name ?? null,
    services,
    networks: new Map(projects.flatMap(project => [...project.networks])),
    configs: new Map(projects.flatMap(project => [...project.configs]))
  }
}

/** The services of a file; those of Compose's first format, which docker-compose 1 still starts, are all that it holds. */
export function servicesOf(root: YamlNode | null): YamlNode | null {
  const services = child(root, 'services')
  if (services !== null || root === null) return services
  const all = entriesOf(root)
  const isService = ({ value }: (typeof all)[number]): boolean =>
    value.kind === 'map' && (child(value, 'image') !== null || child(value, 'build') !== null)
  return all.length > 0 && all.every(isService) ? root : null
}

const keyed = (node: YamlNode | null): ReadonlyMap<string, YamlNode> =>
  new Map(entriesOf(node).map(({ key, value }) => [key.text.text, value]))

const spanning = (start: Location, end: Location): Location =>
  start.file === end.file && end.endLine >= start.line
    ? { ...start, endLine: end.endLine, endColumn: end.endColumn }
    : start
