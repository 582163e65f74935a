import type { Container } from '../../model/deployment.ts'
import { roleOf } from '../../model/role.ts'
import type { MappedText } from '../../text/mapped-text.ts'
import { child, entriesOf, itemsOf, locationOf, textOf, type YamlNode } from '../../text/yaml.ts'
import { readPublications } from '../docker-run.ts'
import { type ContainerRuns, type Frame, workflowsOf } from '../frame.ts'
import type { CommandLine } from '../images/dockerfile.ts'
import { wordsOf } from '../units/quadlet.ts'
import { fillJinja, type Values } from './jinja.ts'

/** The container of a `docker_container` or `podman_container` task; null where it takes one away. */
export function readTaskContainer(
  task: YamlNode,
  podman: boolean,
  values: Values,
  frame: Frame
): { readonly container: Container; readonly runs: ContainerRuns } | null {
  const fields = new TaskFields(task, values)
  if (/^(absent|stopped)$/.test(fields.text('state')?.text ?? '')) return null
  const image = fields.text('image')?.text ?? null
  const name = fields.text('name')?.text ?? null
  const ports = fields.list('published_ports', 'ports', 'publish').filter(({ text }) => !/^all$/i.test(text))
  const container: Container = {
    engine: podman ? 'podman' : 'docker',
    placement: frame.placement,
    at: locationOf(task),
    workflows: workflowsOf(frame),
    job: frame.job,
    step: frame.step,
    name,
    aliases: fields.aliases(),
    image,
    role: roleOf(image, name),
    ...readPublications(ports, podman ? 'podman' : 'compose'),
    networks: fields.networks(),
    labels: fields.pairs('labels'),
    environment: fields.pairs('env'),
    volumes: fields.list('volumes', 'volume').map(({ text }) => {
      const [source = '', target = ''] = text.split(':')
      return { source, target }
    }),
    listeners: [],
    arms: frame.arms,
    throwaway: false,
    calls: frame.calls
  }
  const [entrypoint, command] = [fields.words('entrypoint'), fields.words('command')]
  const runs = { entrypoint, command, build: null, openEnvironment: fields.has('env_file'), machine: frame.machine }
  return { container, runs }
}

/** A task's fields with its variables put in. */
class TaskFields {
  readonly #task: YamlNode
  readonly #values: Values

  constructor(task: YamlNode, values: Values) {
    this.#task = task
    this.#values = values
  }

  has(key: string): boolean {
    return child(this.#task, key) !== null
  }

  text(...keys: readonly string[]): MappedText | null {
    return this.#filled(this.#field(keys))
  }

  /** A list, or a text that Ansible parts at its commas. */
  list(...keys: readonly string[]): readonly MappedText[] {
    const node = this.#field(keys)
    if (node?.kind === 'list') return node.items.flatMap(item => this.#filled(item) ?? [])
    const text = this.#filled(node)
    return text === null ? [] : commaParts(text)
  }

  words(key: string): CommandLine | null {
    const node = this.#field([key])
    const text = this.#filled(node)
    const words = node?.kind === 'list' ? this.list(key) : text === null ? [] : wordsOf(text)
    return words.length === 0 ? null : { form: 'exec', words }
  }

  pairs(key: string): ReadonlyMap<string, MappedText> {
    return new Map(
      entriesOf(this.#field([key])).flatMap(entry => {
        const value = this.#filled(entry.value)
        return value === null ? [] : [[entry.key.text.text, value] as const]
      })
    )
  }

  networks(): Container['networks'] {
    const mode = this.text('network_mode', 'network')?.text ?? 'bridge'
    if (mode === 'host') return 'host'
    const joined = this.#networks().flatMap(
      item => this.#filled(item)?.text ?? this.#filled(child(item, 'name'))?.text ?? []
    )
    return /^(bridge|default)$/.test(mode) ? joined : [...joined, mode]
  }

  aliases(): readonly string[] {
    return this.#networks().flatMap(item =>
      itemsOf(child(item, 'aliases')).flatMap(alias => this.#filled(alias)?.text ?? [])
    )
  }

  #networks(): readonly YamlNode[] {
    return itemsOf(this.#field(['networks']))
  }

  #field(keys: readonly string[]): YamlNode | null {
    return keys.map(key => child(this.#task, key)).find(node => node !== null) ?? null
  }

  #filled(node: YamlNode | null): MappedText | null {
    const text = textOf(node)
    return text === null ? null : fillJinja(text, this.#values)
  }
}

/** `8000:8000,8001:8001`. */
const commaParts = (text: MappedText): readonly MappedText[] =>
  Array.from(text.text.matchAll(/[^,\s][^,]*/g), ({ index, 0: part }) =>
    text.slice(index, index + part.trimEnd().length)
  )
