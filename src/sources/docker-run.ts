import type { BadPublication, Container, Engine, Publication } from '../model/deployment.ts'
import { type MappingDialect, parsePortMapping } from '../model/port-mapping.ts'
import { roleOf } from '../model/role.ts'
import { HOLE, type MappedText } from '../text/mapped-text.ts'
import { type Field, fieldPart } from '../text/shell-words.ts'
import { runFlags, serviceFlags } from './docker-flags.ts'
import { type FlagTable, type ParsedFlags, parseFlags } from './flags.ts'
import { type ContainerRuns, type Frame, type Invocation, workflowsOf } from './frame.ts'

/** A container, and what it is told to run. */
export interface Run {
  readonly container: Container
  readonly runs: ContainerRuns
  /** Other containers by name, and what it calls them. */
  readonly links: readonly (readonly [name: string, alias: string])[]
  /** Where docker writes the container's id. */
  readonly cidFile: string | null
}

/** Reads the words after `docker run` or `docker create`; null where they name no image. */
export const readRun = (invocation: Invocation, engine: Engine): Run | null =>
  read(invocation, engine, { flags: runFlags, dialect: engine === 'compose' ? 'docker' : engine })

/** Reads the words after `docker service create`. */
export function readService(invocation: Invocation): Run | null {
  const run = read(invocation, 'docker', { flags: serviceFlags, dialect: 'swarm' })
  return run === null ? null : { ...run, container: { ...run.container, swarm: true, throwaway: false } }
}

function read(
  { args, statement, frame }: Invocation,
  engine: Engine,
  { flags, dialect }: { readonly flags: FlagTable; readonly dialect: MappingDialect }
): Run | null {
  const parsed = parseFlags(args, flags, index => isOptions(args, index))
  const [imageField] = parsed.rest
  const values = (name: string): readonly MappedText[] =>
    parsed.flags.flatMap(flag => (flag.name === name && flag.value !== null ? [flag.value] : []))
  const last = (name: string): string | null => values(name).at(-1)?.text ?? null
  const name = last('name')
  const image = imageField?.text.text ?? null
  // A linked container is found by name on the default bridge as well: networks do not tell what it reaches.
  const links = values('link').flatMap(({ text }) => {
    const [linked = '', alias = linked] = text.split(':')
    return [[linked, alias] as const]
  })
  const networks = [...values('network'), ...values('net')]
    .map(network => networkName(network.text))
    .concat(links.map(() => HOLE))
  const published = readPublications(values('publish'), dialect)
  if (image === null && published.publications.length === 0 && published.refused.length === 0) return null
  const container: Container = {
    engine,
    placement: frame.placement,
    at: statement.location(),
    workflows: workflowsOf(frame),
    job: frame.job,
    step: frame.step,
    name,
    aliases: ['network-alias', 'net-alias', 'hostname', 'ip'].flatMap(flag => values(flag).map(({ text }) => text)),
    image,
    role: roleOf(image, name),
    ...published,
    networks: networks.includes('host') ? 'host' : networks,
    labels: pairs(values('label')),
    environment: pairs(values('env')),
    volumes: [...values('volume').map(shortVolume), ...values('mount').map(mounted)],
    listeners: [],
    arms: frame.arms,
    throwaway: frame.supervised !== true && isForegroundOnce(parsed),
    calls: frame.calls
  }
  const runs = runsOf(parsed, values('entrypoint').at(-1), values('env-file').length > 0, frame)
  return { container, runs, links, cidFile: last('cidfile') }
}

/** What stands after the image is the container's command. */
function runsOf(
  { rest }: ParsedFlags,
  entrypoint: MappedText | undefined,
  openEnvironment: boolean,
  frame: Frame
): ContainerRuns {
  const words = rest.slice(1).map(field => fieldPart(field))
  return {
    entrypoint: entrypoint === undefined ? null : { form: 'exec', words: [entrypoint] },
    command: words.length === 0 ? null : { form: 'exec', words },
    build: null,
    openEnvironment,
    machine: frame.machine
  }
}

/** Reads the mappings one by one; each keeps its place. */
export function readPublications(
  texts: readonly MappedText[],
  dialect: MappingDialect
): { readonly publications: readonly Publication[]; readonly refused: readonly BadPublication[] } {
  const publications: Publication[] = []
  const refused: BadPublication[] = []
  for (const text of texts) {
    const read = parsePortMapping(text.text, dialect)
    const [start, end] = text.span()
    const place = { at: text.location(), written: text.file.text.slice(start, end) }
    if ('refused' in read) refused.push({ ...place, reason: read.refused })
    else publications.push({ ...place, mapping: read.mapping, assumed: text.assumed })
  }
  return { publications, refused }
}

type Volume = Container['volumes'][number]

const shortVolume = ({ text }: MappedText): Volume => {
  const [source = '', target = ''] = text.split(':')
  return { source, target }
}

/** `type=bind,source=./conf.d,target=/etc/nginx/conf.d`. */
function mounted({ text }: MappedText): Volume {
  const field = (names: string): string => new RegExp(`(?:^|,)(?:${names})=([^,]*)`).exec(text)?.[1] ?? ''
  return { source: field('source|src'), target: field('target|destination|dst') }
}

/** `name=app,alias=web` or `app`. */
const networkName = (text: string): string => /(?:^|,)name=([^,]*)/.exec(text)?.[1] ?? text

const pairs = (texts: readonly MappedText[]): ReadonlyMap<string, MappedText> =>
  new Map(
    texts.map(text => {
      const equals = text.text.indexOf('=')
      return equals === -1
        ? [text.text, text.slice(text.text.length)]
        : [text.text.slice(0, equals), text.slice(equals + 1)]
    })
  )

/** `--rm` in the foreground: gone when the command is, so nothing that a webhook could reach. */
function isForegroundOnce({ flags }: ParsedFlags): boolean {
  const on = (name: string): boolean => flags.some(flag => flag.name === name && flag.value?.text !== 'false')
  return on('rm') && !on('detach')
}

/**
 * True where an unknown word before the image stands for flags (`docker run $OPTS -p …`): it may split, and flags that
 * docker knows come after it. A word that names an image, or is quoted, is the image.
 */
function isOptions(args: readonly Field[], index: number): boolean {
  const field = args[index]
  if (field === undefined || field.text.text !== HOLE) return false
  const [start, end] = field.word.span()
  const written = field.word.file.text.slice(start, end)
  if ((field.quoted && !/\[@\]\}|\$[@*]/.test(written)) || /image|img|tag|repo|registry/i.test(written)) return false
  const next = args[index + 1]?.text.text ?? ''
  const name = /^--?([a-z][a-z-]*)/.exec(next)?.[1] ?? ''
  return next.startsWith('--')
    ? runFlags.values.has(name) || runFlags.switches.has(name)
    : runFlags.short[name[0] ?? ''] !== undefined
}
