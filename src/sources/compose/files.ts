import { HOLE, type MappedText } from '../../text/mapped-text.ts'
import type { Invocation, Located, Recorder } from '../frame.ts'
import { fileName, joinPath } from '../path.ts'
import { readDotenv } from './dotenv.ts'
import type { Lookup } from './interpolate.ts'
import { besides, type ComposeFile, composeFile, folderOf } from './project.ts'

/** Names that compose looks for, in its order (compose-go `cli/options.go`, DefaultFileNames). */
const defaultNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const overrideNames = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml'
]
/** Folders above the working one in which compose looks, too. */
const parents = 4

/** The command, or the task, that brings services up. */
export type Caller = Pick<Invocation, 'frame' | 'statement' | 'stdin'>

/** What a command line says about files and variables. */
export interface FileFlags {
  readonly files: readonly MappedText[]
  readonly envFiles: readonly MappedText[]
  readonly projectFolder: string | null
  /** A stack reads no `.env`. */
  readonly stack: boolean
}

export interface ComposeFiles {
  readonly files: readonly ComposeFile[]
  /** The shell's variables first, then those of the env files (docs.docker.com, environment variables precedence). */
  readonly lookup: Lookup
  /** The folder on the server, by which compose names the project. */
  readonly folder: string
}

/** What `docker compose config` printed, and what it was made from. */
const printed = new WeakMap<MappedText, ComposeFiles>()

/** The text that `docker compose config` hands on: it stands for the files and variables it was made from. */
export function printConfig(flags: FileFlags, caller: Caller, recorder: Recorder): MappedText | null {
  const found = findComposeFiles(flags, caller, recorder)
  const text = found.files[0]?.text.withAssumed([])
  if (text !== undefined) printed.set(text, found)
  return text ?? null
}

export const isPrintedConfig = (text: MappedText): boolean => printed.has(text)

/** Finds the files that a compose command reads; what is not in the checkout becomes a note at the command. */
export function findComposeFiles(flags: FileFlags, invocation: Caller, recorder: Recorder): ComposeFiles {
  const { scope } = invocation.frame
  const base = flags.projectFolder === null ? scope.cwd : joinPath(scope.cwd, flags.projectFolder)
  const shell: Lookup = name => {
    const value = scope.variable(name)
    return value?.kind === 'text' ? value.text : undefined
  }
  const early = envFiles(flags, base, null, shell, invocation, recorder)
  const named = flags.files.length > 0 ? flags.files : composeFileVariable(early)
  const files =
    named === null ? defaultFiles(base, invocation, recorder) : namedFiles(named, scope.cwd, invocation, recorder)
  const [first, ...more] = files
  if (first === undefined) return { files, lookup: early, folder: base }
  // `docker compose config | docker stack deploy -c -`, or by way of a file: what it was made from.
  const made = more.length === 0 ? printed.get(first.text) : undefined
  if (made !== undefined) return made
  const placed = flags.projectFolder === null ? first : { ...first, folder: projectFolder(first, base), server: base }
  const lookup = envFiles(flags, placed.server, placed, shell, invocation, recorder)
  return { files: [placed, ...more], lookup, folder: placed.server }
}

/** `--project-directory` moves where relative paths start. */
const projectFolder = (first: ComposeFile, base: string): string => (/^[/~$]/.test(base) ? first.folder : base)

/** `COMPOSE_FILE` lists files with a colon between them. */
function composeFileVariable(lookup: Lookup): readonly MappedText[] | null {
  const value = lookup('COMPOSE_FILE')
  if (value === undefined || value.text === '') return null
  return Array.from(value.text.matchAll(/[^:;]+/g), match => value.slice(match.index, match.index + match[0].length))
}

/** Variables of `--env-file`, else of `.env` beside the first compose file; the last of a repeated one wins. */
function envFiles(
  flags: FileFlags,
  folder: string,
  first: ComposeFile | null,
  shell: Lookup,
  { frame, statement }: Caller,
  recorder: Recorder
): Lookup {
  const read = (found: Located | null): (readonly [string, MappedText])[] =>
    found === null ? [] : [...readDotenv(found.text, shell)]
  const values = new Map(
    flags.envFiles.length === 0
      ? read(flags.stack ? null : dotenvOf(folder, first, recorder))
      : flags.envFiles.flatMap(path => {
          const found = recorder.locate(path.text, frame.scope.cwd)
          if (found === null) note(`the env file ${shown(path)}`, statement, recorder)
          return read(found)
        })
  )
  return name => shell(name) ?? values.get(name)
}

export function dotenvOf(folder: string, first: ComposeFile | null, recorder: Recorder): Located | null {
  if (first !== null) return strictly(besides(first, '.env', recorder), first)
  const found = recorder.locate('.env', folder)
  const exact = found?.text.file.path === joinPath(folder, '.env') || /^[/~$]/.test(folder)
  return found?.via === 'deploy' || exact ? found : null
}

/** Where the deploy brings the compose file itself, it has to bring this one too. */
const strictly = (found: Located | null, first: ComposeFile): Located | null =>
  found === null || found.via === 'deploy' || first.via === 'checkout' ? found : null

function namedFiles(
  paths: readonly MappedText[],
  cwd: string,
  { stdin, statement }: Caller,
  recorder: Recorder
): readonly ComposeFile[] {
  return paths.flatMap(path => {
    if (path.text === '-' && stdin !== null)
      return [composeFile({ text: stdin, via: 'deploy' }, joinPath(cwd, 'stdin'))]
    if (path.text === '-') {
      note('what stands on standard input', statement, recorder)
      return []
    }
    const found = recorder.locate(path.text, cwd) ?? recorder.namesake(path.text, cwd)
    if (found !== null) return [composeFile(found, joinPath(cwd, path.text))]
    note(shown(path), statement, recorder)
    return []
  })
}

/** The nearest default file, as compose looks in the folder and then in those above it, and its override file. */
function defaultFiles(cwd: string, { statement }: Caller, recorder: Recorder): readonly ComposeFile[] {
  const [best] = defaultNames
    .flatMap(name => {
      const found = recorder.locate(name, cwd)
      return found === null ? [] : [{ found, name, rank: nearness(found) }]
    })
    .sort((a, b) => b.rank - a.rank)
  const main = best === undefined ? fileAbove(cwd, recorder) : composeFile(best.found, joinPath(cwd, best.name))
  if (main === null) {
    note('a compose file', statement, recorder)
    return []
  }
  for (const name of overrideNames) {
    const found = strictly(besides(main, name, recorder), main)
    if (found !== null) return [main, composeFile(found, joinPath(main.server, name))]
  }
  return [main]
}

/** What the deploy put there is nearest; of the checkout's files the one deepest down is. */
const nearness = ({ text, via }: Located): number =>
  via === 'deploy' ? Number.POSITIVE_INFINITY : text.file.path.split('/').length

function fileAbove(cwd: string, recorder: Recorder): ComposeFile | null {
  let folder = cwd
  for (let level = 0; level < parents && folder !== '.' && folder !== '/'; level++) {
    folder = folderOf(folder)
    for (const name of defaultNames) {
      const found = recorder.locate(name, folder)
      if (found?.via === 'deploy') return composeFile(found, joinPath(folder, name))
    }
  }
  return null
}

function note(what: string, statement: MappedText, recorder: Recorder): void {
  const at = statement.location()
  recorder.addUnread({ file: at.file, line: at.line, reason: `${what} is used here and is not in the checkout` })
}

const shown = (path: MappedText): string => fileName(path.text.replaceAll(HOLE, '…'))
