import type { Container } from '../../model/deployment.ts'
import { roleOf } from '../../model/role.ts'
import type { MappedText } from '../../text/mapped-text.ts'
import { parseShell } from '../../text/shell.ts'
import { expandWord, fieldPart } from '../../text/shell-words.ts'
import { readPublications } from '../docker-run.ts'
import { type ContainerRuns, type Frame, workflowsOf } from '../frame.ts'
import type { CommandLine } from '../images/dockerfile.ts'
import { Scope } from '../scope.ts'
import { type UnitEntry, withSpecifiers } from './unit-file.ts'

/** The container of a Quadlet file (podman-systemd.unit(5)); null where it names no image. */
export function readQuadlet(
  entries: readonly UnitEntry[],
  unit: string,
  file: MappedText,
  frame: Frame
): { readonly container: Container; readonly runs: ContainerRuns } | null {
  const values = (key: string): readonly MappedText[] =>
    entries.flatMap(entry =>
      entry.section === 'Container' && entry.key === key ? [withSpecifiers(entry.value, unit)] : []
    )
  const words = (key: string): readonly MappedText[] => values(key).flatMap(wordsOf)
  const image = values('Image').at(-1)?.text ?? null
  const ports = readPublications(values('PublishPort'), 'podman')
  if (image === null) return null
  const name = values('ContainerName').at(-1)?.text ?? `systemd-${unit.replace(/\.\w+$/, '')}`
  const networks = values('Network').map(({ text }) => networkName(text))
  const container: Container = {
    engine: 'podman',
    placement: frame.placement,
    at: file.location(),
    workflows: workflowsOf(frame),
    job: frame.job,
    step: frame.step,
    name,
    aliases: values('NetworkAlias').map(({ text }) => text),
    image,
    role: roleOf(image, name),
    ...ports,
    networks: networks.includes('host') ? 'host' : networks,
    labels: pairs(words('Label')),
    environment: pairs(words('Environment')),
    volumes: values('Volume').map(({ text }) => volumeOf(text)),
    listeners: [],
    arms: frame.arms,
    throwaway: false,
    calls: frame.calls
  }
  const runs: ContainerRuns = {
    entrypoint: execForm(words('Entrypoint')),
    command: execForm(words('Exec')),
    build: null,
    openEnvironment: values('EnvironmentFile').length > 0,
    machine: frame.machine
  }
  return { container, runs }
}

const volumeOf = (text: string): Container['volumes'][number] => {
  const [source = '', target = ''] = text.split(':')
  return { source, target }
}

const execForm = (words: readonly MappedText[]): CommandLine | null =>
  words.length === 0 ? null : { form: 'exec', words }

/** `web.network` is a Quadlet of its own, whose network podman calls `systemd-web`; options come after a colon. */
function networkName(text: string): string {
  const [name = ''] = text.split(':')
  return name.endsWith('.network')
    ? `systemd-${name.slice(0, -'.network'.length)}`
    : text.startsWith('container:')
      ? text
      : name
}

/** Words as systemd parts them: like a shell, without its variables. */
export function wordsOf(text: MappedText): readonly MappedText[] {
  const [command] = parseShell(text).tree.commands.flatMap(({ command }) =>
    command.type === 'Command' ? [command] : []
  )
  const assigned = command?.prefix.map(prefix => text.slice(prefix.pos, prefix.end)) ?? []
  const rest = [command?.name, ...(command?.args ?? [])].flatMap(word =>
    word?.type === 'Word' ? expandWord(word, text, new Scope()).map(field => fieldPart(field)) : []
  )
  return [...assigned, ...rest]
}

const pairs = (texts: readonly MappedText[]): ReadonlyMap<string, MappedText> =>
  new Map(
    texts.flatMap(text => {
      const equals = text.text.indexOf('=')
      return equals === -1 ? [] : [[text.text.slice(0, equals), text.slice(equals + 1)] as const]
    })
  )
