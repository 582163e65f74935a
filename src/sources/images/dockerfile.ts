import { MappedText } from '../../text/mapped-text.ts'
import { itemsOf, parseYaml, textOf } from '../../text/yaml.ts'
import { interpolate, type Lookup } from '../compose/interpolate.ts'

/** A command as an image or a service gives it: words as they are, or a text for a shell. */
export type CommandLine =
  | { readonly form: 'exec'; readonly words: readonly MappedText[] }
  | { readonly form: 'shell'; readonly text: MappedText }

/** What a Dockerfile makes of an image, as far as it says so itself. */
export interface ImageSource {
  readonly file: string
  /** The image that the last stage starts from, through the stages before it. */
  readonly base: string
  readonly entrypoint: CommandLine | null
  readonly command: CommandLine | null
  readonly environment: ReadonlyMap<string, MappedText>
  /** TCP ports of EXPOSE. */
  readonly exposed: readonly number[]
  /** Files and folders of the context that the last stage takes in. */
  readonly copies: readonly { readonly from: string; readonly to: string }[]
}

interface Stage {
  readonly name: string
  readonly image: ImageSource
}

/** No real file has more instructions. */
const most = 2_000

/** Reads a Dockerfile (docs.docker.com/reference/dockerfile): the stage of this name, else the last; null where there is none. */
export function readDockerfile(
  text: MappedText,
  target: string | null = null,
  args: ReadonlyMap<string, string> = new Map()
): ImageSource | null {
  const stages: Stage[] = []
  const globals = new Map<string, MappedText>()
  let scope = new Map<string, MappedText>()
  for (const { name, body } of instructions(text).slice(0, most)) {
    const current = stages.at(-1)
    const lookup: Lookup = variable => scope.get(variable)
    if (name === 'FROM') {
      scope = new Map(globals)
      const stage = startStage(interpolate(body, lookup), stages, text.file.path)
      stages.push(stage)
      for (const [key, value] of stage.image.environment) scope.set(key, value)
    } else if (name === 'ARG') {
      for (const [key, value] of assignments(body)) {
        const given = args.get(key)
        const known = given === undefined ? (value ?? globals.get(key)) : MappedText.standingFor(body, given)
        if (known !== undefined) scope.set(key, interpolate(known, lookup))
        if (current === undefined && known !== undefined) globals.set(key, interpolate(known, lookup))
      }
    } else if (current !== undefined) {
      const image = change(current.image, name, body, lookup)
      stages[stages.length - 1] = { ...current, image }
      for (const [key, value] of image.environment) scope.set(key, value)
    }
  }
  return (stages.find(stage => stage.name === target) ?? stages.at(-1))?.image ?? null
}

function startStage(body: MappedText, stages: readonly Stage[], file: string): Stage {
  const words = body.text.split(/\s+/).filter(word => word !== '' && !word.startsWith('--'))
  const [base = '', as = '', name = ''] = words
  const before = stages.find(stage => stage.name === base.toLowerCase())
  const empty: ImageSource = {
    file,
    base,
    entrypoint: null,
    command: null,
    environment: new Map(),
    exposed: [],
    copies: []
  }
  return { name: /^as$/i.test(as) ? name.toLowerCase() : `#${stages.length}`, image: before?.image ?? empty }
}

function change(image: ImageSource, name: string, body: MappedText, lookup: Lookup): ImageSource {
  switch (name) {
    case 'ENV': {
      const environment = new Map(image.environment)
      for (const [key, value] of assignments(body)) if (value !== null) environment.set(key, interpolate(value, lookup))
      return { ...image, environment }
    }
    case 'EXPOSE':
      return { ...image, exposed: [...image.exposed, ...exposedPorts(interpolate(body, lookup).text)] }
    case 'CMD':
      return { ...image, command: commandLine(body) }
    case 'ENTRYPOINT':
      // A new entry point takes away the command that came with the base (docs.docker.com, CMD and ENTRYPOINT).
      return { ...image, entrypoint: commandLine(body), command: null }
    case 'COPY':
    case 'ADD':
      return { ...image, copies: [...image.copies, ...copied(interpolate(body, lookup).text)] }
    default:
      return image
  }
}

const exposedPorts = (text: string): readonly number[] =>
  text.split(/\s+/).flatMap(port => {
    const match = /^(\d{1,5})(\/tcp)?$/i.exec(port)
    return match === null ? [] : [Number(match[1])]
  })

function copied(text: string): ImageSource['copies'] {
  if (/(^|\s)--from=/.test(text)) return []
  const words = text.replace(/^\s*\[|\]\s*$/g, '').match(/"[^"]*"|[^\s,]+/g) ?? []
  const paths = words.map(word => word.replace(/^"|"$/g, '')).filter(word => !word.startsWith('--'))
  const to = paths.at(-1)
  return to === undefined ? [] : paths.slice(0, -1).map(from => ({ from, to }))
}

/** The exec form is a JSON array; whatever is none is a text for the shell. */
function commandLine(body: MappedText): CommandLine {
  const text = trimmed(body)
  if (!text.text.startsWith('[')) return { form: 'shell', text }
  const { documents, error } = parseYaml(text)
  const root = documents[0]?.root
  if (error !== null || root?.kind !== 'list') return { form: 'shell', text }
  return { form: 'exec', words: itemsOf(root).flatMap(item => textOf(item) ?? []) }
}

function trimmed(text: MappedText): MappedText {
  const start = text.text.length - text.text.trimStart().length
  return text.slice(start, Math.max(start, text.text.trimEnd().length))
}

/** `A=1 B="two words"`, `A` alone, and the old `ENV A one two`. */
function assignments(body: MappedText): readonly (readonly [string, MappedText | null])[] {
  const text = trimmed(body)
  const old = /^([A-Za-z_]\w*)[ \t]+([^=\s].*)$/s.exec(text.text)
  if (old !== null && !/^\w+=/.test(text.text))
    return [[old[1] ?? '', text.slice(text.text.length - (old[2] ?? '').length)]]
  return Array.from(text.text.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|(?:\\.|[^\s\\])*))?/g), match => {
    const [whole, name = '', value] = match
    if (value === undefined) return [name, null] as const
    const end = match.index + whole.length
    const quoted = /^["']/.test(value) ? 1 : 0
    return [name, text.slice(end - value.length + quoted, end - quoted)] as const
  })
}

interface Instruction {
  readonly name: string
  readonly body: MappedText
}

/** Instructions with their continued lines joined, without comments; the bodies of heredocs are left out. */
function instructions(text: MappedText): readonly Instruction[] {
  const found: Instruction[] = []
  const mark = /^(?:#[^\n]*\n)*?#\s*escape\s*=\s*`/i.test(text.text) ? '`' : '\\'
  let pieces: MappedText[] = []
  let heredoc: string | null = null
  for (const match of text.text.matchAll(/([^\n]*)(?:\n|$)/g)) {
    const line = (match[1] ?? '').replace(/\r$/, '')
    if (heredoc !== null) {
      if (line.trim() === heredoc) heredoc = null
      continue
    }
    if (/^\s*#/.test(line) || (line.trim() === '' && pieces.length === 0)) continue
    const continued = line.trimEnd().endsWith(mark)
    const end = continued ? line.trimEnd().length - 1 : line.length
    if (end > 0) pieces.push(text.slice(match.index, match.index + end))
    if (continued) continue
    if (pieces.length > 0) found.push(...instruction(MappedText.join(pieces)))
    pieces = []
    heredoc = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(line)?.[1] ?? null
  }
  if (pieces.length > 0) found.push(...instruction(MappedText.join(pieces)))
  return found
}

function instruction(text: MappedText): readonly Instruction[] {
  const match = /^\s*([A-Za-z]+)\s+/.exec(text.text)
  return match === null ? [] : [{ name: (match[1] ?? '').toUpperCase(), body: text.slice(match[0].length) }]
}
