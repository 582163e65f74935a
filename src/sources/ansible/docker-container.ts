import type { Container } from '../../model/deployment.ts'
import { roleOf } from '../../model/role.ts'
import type { MappedText } from '../../text/mapped-text.ts'
import { child, entriesOf, itemsOf, locationOf, textOf, type YamlNode } from '../../text/yaml.ts'
import { readPublications } from '../docker-run.ts'
import type { ContainerRuns, Frame } from '../frame.ts'
import { wordsOf } from '../units/quadlet.ts'
import { fillJinja, type Values } from './jinja.ts'

/** The container of a `docker_container` or `podman_container` task; null where it takes one away. */
export function readTaskContainer(
  task: YamlNode,
  podman: boolean,
  values: Values,
  frame: Frame
): { readonly container: Container; readonly runs: ContainerRuns } | null {
  const filled = (node: YamlNode | null): MappedText | null => {
    const text = textOf(node)
    return text === null ? null : fillJinja(text, values)
  }
  const field = (...keys: readonly string[]): YamlNode | null =>
    keys.map(key => child(task, key)).find(node => node !== null) ?? null
  const list = (...keys: readonly string[]): readonly MappedText[] => {
    const node = field(...keys)
    const texts = node?.kind === 'list' ? node.items.flatMap(item => filled(item) ?? []) : [filled(node) ?? []].flat()
    return node?.kind === 'list' ? texts : texts.flatMap(commaParts)
  }
  const image = filled(field('image'))?.text ?? null
  const name = filled(field('name'))?.text ?? null
  if (/^(absent|stopped)$/.test(filled(field('state'))?.text ?? '')) return null
  const mode = filled(field('network_mode', 'network'))?.text ?? null
  const networks = itemsOf(field('networks')).flatMap(
    item => filled(item)?.text ?? filled(child(item, 'name'))?.text ?? []
  )
  const ports = list('published_ports', 'ports', 'publish').filter(({ text }) => !/^all$/i.test(text))
  const words = (...keys: readonly string[]): readonly MappedText[] => {
    const node = field(...keys)
    return node?.kind === 'list' ? list(...keys) : [filled(node)].flatMap(text => (text === null ? [] : wordsOf(text)))
  }
  const [command, entrypoint] = [words('command'), words('entrypoint')]
  const pairs = (key: string): ReadonlyMap<string, MappedText> =>
    new Map(
      entriesOf(field(key)).flatMap(entry => {
        const value = filled(entry.value)
        return value === null ? [] : [[entry.key.text.text, value] as const]
      })
    )
  return {
    container: {
      engine: podman ? 'podman' : 'docker',
      placement: frame.placement,
      at: locationOf(task),
      workflow: frame.workflow,
      job: frame.job,
      step: frame.step,
      name,
      aliases: itemsOf(field('networks')).flatMap(item =>
        itemsOf(child(item, 'aliases')).flatMap(alias => filled(alias)?.text ?? [])
      ),
      image,
      role: roleOf(image, name),
      ...readPublications(ports, podman ? 'podman' : 'compose'),
      networks:
        mode === 'host'
          ? 'host'
          : [...networks, ...(mode === null || mode === 'bridge' || mode === 'default' ? [] : [mode])],
      labels: pairs('labels'),
      environment: pairs('env'),
      volumes: list('volumes', 'volume').map(({ text }) => ({
        source: text.split(':')[0] ?? '',
        target: text.split(':')[1] ?? ''
      })),
      listeners: [],
      arms: frame.arms,
      throwaway: false,
      calls: frame.calls
    },
    runs: {
      entrypoint: entrypoint.length === 0 ? null : { form: 'exec', words: entrypoint },
      command: command.length === 0 ? null : { form: 'exec', words: command },
      build: null,
      openEnvironment: field('env_file') !== null,
      machine: frame.machine
    }
  }
}

/** `8000:8000,8001:8001`: Ansible parts a text at its commas. */
const commaParts = (text: MappedText): readonly MappedText[] =>
  Array.from(text.text.matchAll(/[^,\s][^,]*/g), ({ index, 0: part }) =>
    text.slice(index, index + part.trimEnd().length)
  )
