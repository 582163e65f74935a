import type { Container } from '../../model/deployment.ts'
import { roleOf } from '../../model/role.ts'
import { HOLE, type MappedText } from '../../text/mapped-text.ts'
import { parseShell } from '../../text/shell.ts'
import { expandWord, fieldPart } from '../../text/shell-words.ts'
import { child, entriesOf, itemsOf, textOf, textsOf, type YamlNode } from '../../text/yaml.ts'
import { bindingOption } from '../default-addresses.ts'
import { type ContainerRuns, type Frame, type Recorder, workflowsOf } from '../frame.ts'
import type { CommandLine } from '../images/dockerfile.ts'
import { joinPath } from '../path.ts'
import { Scope } from '../scope.ts'
import { readDotenv } from './dotenv.ts'
import { readPorts } from './ports.ts'
import type { Project, Service } from './project.ts'

/** How the services are brought up. */
export interface Start {
  readonly frame: Frame
  /** The name that networks and containers of the project carry. */
  readonly project: string
  readonly stack: boolean
  readonly throwaway: boolean
}

type Volume = Container['volumes'][number]

/** What a service runs: its own words, and the build of its image. */
export function runsOf(service: Service, frame: Frame): ContainerRuns {
  const { node } = service
  const build = child(node, 'build')
  const text = (of: YamlNode | null, key: string): string | null => textOf(child(of, key))?.text ?? null
  const context = text(build, 'context') ?? '.'
  const file = text(build, 'dockerfile')
  const args = new Map(
    entriesOf(child(build, 'args')).flatMap(({ key, value }) => {
      const arg = textOf(value)
      return arg === null || arg.hasHoles ? [] : [[key.text.text, arg.text] as const]
    })
  )
  return {
    entrypoint: wordsOf(child(node, 'entrypoint')),
    command: wordsOf(child(node, 'command')),
    openEnvironment: child(node, 'env_file') !== null,
    machine: frame.machine,
    build:
      build === null || context.includes(HOLE)
        ? null
        : {
            names: text(node, 'image') === null ? [] : [text(node, 'image') ?? ''],
            context,
            dockerfile: file === null ? null : joinPath(context, file),
            inline: textOf(child(build, 'dockerfile_inline')),
            target: text(build, 'target'),
            args
          }
  }
}

/** A list as it is; a text is cut at blanks as a shell would, and no shell runs it (compose-spec 05-services, command). */
function wordsOf(node: YamlNode | null): CommandLine | null {
  if (node === null) return null
  if (node.kind === 'list') return { form: 'exec', words: textsOf(node) }
  const text = textOf(node)
  if (text === null) return null
  const [command] = parseShell(text).tree.commands.flatMap(({ command }) =>
    command.type === 'Command' ? [command] : []
  )
  const words = [command?.name, ...(command?.args ?? [])].flatMap(word =>
    word?.type === 'Word' ? expandWord(word, text, new Scope()).map(field => fieldPart(field)) : []
  )
  return { form: 'exec', words }
}

/** The container that a service becomes. */
export function containerOf(service: Service, project: Project, start: Start, recorder: Recorder): Container {
  const { name, node } = service
  const { frame } = start
  const image = textOf(child(node, 'image'))?.text ?? null
  const given = textOf(child(node, 'container_name'))?.text ?? null
  const networks = networksOf(node, project, start)
  const aliases = entriesOf(child(node, 'networks')).flatMap(({ value }) =>
    ['aliases', 'ipv4_address'].flatMap(key => textsOf(child(value, key)))
  )
  const made = start.stack ? `${start.project}_${name}` : `${start.project}-${name}-1`
  const labels = [...entriesOf(child(node, 'labels')), ...entriesOf(child(child(node, 'deploy'), 'labels'))]
  return {
    engine: 'compose',
    placement: frame.placement,
    at: service.at,
    workflows: workflowsOf(frame),
    job: frame.job,
    step: frame.step,
    name: given ?? name,
    aliases: [name, ...aliases.map(({ text }) => text), ...linkedAs(name, project), made],
    image,
    role: roleOf(image, name),
    ...readPorts(child(node, 'ports'), { stack: start.stack, defaultAddress: defaultAddress(node, project) }),
    networks,
    labels: pairs(labels),
    environment: new Map([...fromEnvFiles(node, recorder), ...pairs(entriesOf(child(node, 'environment')))]),
    swarm: start.stack,
    volumes: [...volumesOf(node), ...configsOf(node, project)],
    listeners: [],
    arms: frame.arms,
    throwaway: start.throwaway,
    calls: frame.calls
  }
}

const pairs = (entries: ReturnType<typeof entriesOf>): ReadonlyMap<string, MappedText> =>
  new Map(entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key.text.text, value.text] as const] : [])))

/** What `env_file` gives it, where the deploy or the checkout has that very file. */
const fromEnvFiles = (node: YamlNode, recorder: Recorder): ReadonlyMap<string, MappedText> =>
  new Map(
    textsOf(child(node, 'env_file')).flatMap(path => {
      const found = path.hasHoles ? null : recorder.locate(path.text, '.')
      const exact = found?.via === 'deploy' || found?.text.file.path === joinPath('.', path.text)
      return found !== null && exact ? [...readDotenv(found.text, () => undefined)] : []
    })
  )

/** Services without `networks` share the project's default one. */
function networksOf(node: YamlNode, project: Project, start: Start): Container['networks'] {
  const mode = start.stack ? null : (textOf(child(node, 'network_mode'))?.text ?? null)
  if (mode === 'host') return 'host'
  if (mode === 'bridge') return []
  if (mode !== null) return [mode.replace(/^service:/, 'container:')]
  const joined = entriesOf(child(node, 'networks')).map(({ key }) => key.text.text)
  return (joined.length > 0 ? joined : ['default']).map(name => networkName(name, project, start.project))
}

function networkName(name: string, project: Project, prefix: string): string {
  const network = project.networks.get(name) ?? null
  const external = child(network, 'external')
  const given = textOf(child(network, 'name')) ?? textOf(child(external, 'name'))
  if (given !== null) return given.text
  return textOf(external)?.text === 'true' ? name : `${prefix}_${name}`
}

/** The address that a bridge network gives to mappings without one, where all of a service's networks agree on it. */
function defaultAddress(node: YamlNode, project: Project): string | null {
  const joined = entriesOf(child(node, 'networks')).map(({ key }) => key.text.text)
  const addresses = (joined.length > 0 ? joined : ['default']).map(name => {
    const options = child(project.networks.get(name), 'driver_opts')
    return textOf(child(options, bindingOption))?.text ?? null
  })
  const [first = null] = addresses
  return addresses.every(address => address === first) ? first : null
}

type Links = ReadonlyMap<string, readonly (readonly [target: string, alias: string])[]>

/** Once for a project, not for each of its services. */
const linksOf = new WeakMap<Project, Links>()

/** What other services call it by: `links: [app:backend]`. */
function linkedAs(name: string, project: Project): readonly string[] {
  const links = linksOf.get(project) ?? readLinks(project)
  linksOf.set(project, links)
  return links.get(name)?.map(([, alias]) => alias) ?? []
}

const readLinks = (project: Project): Links =>
  Map.groupBy(
    [...project.services.values()].flatMap(({ node }) =>
      textsOf(child(node, 'links')).flatMap(link => {
        const [target = '', alias] = link.text.split(':')
        return alias === undefined ? [] : [[target, alias] as const]
      })
    ),
    ([target]) => target
  )

/** Short and long form; the last one of a target holds. */
function volumesOf(node: YamlNode): readonly Volume[] {
  const volumes = new Map<string, Volume>()
  for (const item of itemsOf(child(node, 'volumes'))) {
    const short = textOf(item)?.text.split(':')
    const source = short?.[0] ?? textOf(child(item, 'source'))?.text ?? ''
    const target = short?.[1] ?? textOf(child(item, 'target'))?.text ?? ''
    volumes.set(target, { source, target })
  }
  return [...volumes.values()]
}

/** `configs` bring files of the checkout into a container as volumes do. */
const configsOf = (node: YamlNode, project: Project): readonly Volume[] =>
  itemsOf(child(node, 'configs')).flatMap(item => {
    const name = textOf(item)?.text ?? textOf(child(item, 'source'))?.text ?? ''
    const target = textOf(child(item, 'target'))?.text ?? `/${name}`
    const config = project.configs.get(name)
    const source = textOf(child(config, 'file'))
    if (source !== null) return [{ source: source.text, target }]
    return child(config, 'content') === null ? [] : [{ source: inlinePath(name), target }]
  })

/** Where a config is taken to stand whose text is in the compose file itself. */
const inlinePath = (name: string): string =>
  `/compose/configs/${name}/${/caddy/i.test(name) ? 'Caddyfile' : /haproxy/i.test(name) ? 'haproxy.cfg' : 'nginx.conf'}`

/** Texts of `configs` that stand in the compose file. */
export const inlineConfigs = (project: Project): readonly { readonly path: string; readonly text: MappedText }[] =>
  [...project.configs].flatMap(([name, config]) => {
    const text = textOf(child(config, 'content'))
    return text === null ? [] : [{ path: inlinePath(name), text }]
  })
