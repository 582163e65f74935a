import type { ContainerListener } from '../../model/deployment.ts'
import type { Location } from '../../text/location.ts'
import { HOLE, MappedText } from '../../text/mapped-text.ts'
import { type Command, forEachChild, parseShell, type SyntaxNode } from '../../text/shell.ts'
import { expandWord, fieldPart } from '../../text/shell-words.ts'
import type { CommandLine, ImageSource } from '../images/dockerfile.ts'
import { fileName } from '../path.ts'
import { Scope } from '../scope.ts'
import { type Listening, listening, type Variables } from './listen-words.ts'
import { anyProgram, managers, type Server, servers } from './servers.ts'
import { packageScript, unwrap } from './unwrap.ts'

/** What a container is told to run. */
export interface ContainerCommand {
  readonly entrypoint: CommandLine | null
  readonly command: CommandLine | null
  readonly image: ImageSource | null
  readonly environment: ReadonlyMap<string, MappedText>
  readonly openEnvironment: boolean
}

/** What of the checkout bears on it. */
export interface Surroundings {
  /** True where a file of this name speaks of an address. */
  configures(name: RegExp): boolean
  /** A script of the package.json that goes into the image. */
  packageScript(name: string): MappedText | null
  /** A script of the checkout by its name. */
  script(path: string): MappedText | null
}

/** Where the container's own command makes it listen; empty where that can't be told. */
export function listenersOf(container: ContainerCommand, around: Surroundings): readonly ContainerListener[] {
  const environment = new Map([...(container.image?.environment ?? []), ...container.environment])
  const parts = partsOf(container, around)
  const whole = parts.flat()
  if (whole.length === 0) return byVariable(environment)
  const served = serve(whole, environment, { ...around, open: container.openEnvironment }, 0)
  return served.map(({ address, port, word, program }) => {
    const part = parts.find(words => words.includes(word ?? program)) ?? parts.find(words => words.length > 0) ?? whole
    return { at: place(part, word), address, port }
  })
}

/** Variables that one program alone reads: they tell where it listens even if nobody sees the command. */
const unmistakable: ReadonlySet<string> = new Set(['UVICORN_HOST', 'GRANIAN_HOST', 'FLASK_RUN_HOST', 'ASPNETCORE_URLS'])

/** What a variable tells of a server whose command stands in an image that nobody sees. */
function byVariable(environment: Environment): readonly ContainerListener[] {
  const variables: Variables = name => environment.get(name)
  return [...unmistakable].flatMap(name => {
    const value = environment.get(name)
    const server = servers.find(({ hostVariables = [], bindVariables = [] }) =>
      [...hostVariables, ...bindVariables].includes(name)
    )
    if (value === undefined || server === undefined) return []
    const found = listening(server, [], variables, { configured: true, open: false })
    return found.map(({ address, port }) => ({ at: value.location(), address, port }))
  })
}

/** Entry point and command as Docker joins them; the command alone where the entry point hands over to it. */
function partsOf(
  { entrypoint, command, image }: ContainerCommand,
  around: Surroundings
): readonly (readonly MappedText[])[] {
  const entry = entrypoint ?? image?.entrypoint ?? null
  // An entry point that is given from outside takes the image's command away (docs.docker.com, docker run --entrypoint).
  const then = command ?? (entrypoint === null ? (image?.command ?? null) : null)
  const after = then === null ? [] : wordsOf(then)
  if (entry === null) return [after]
  if (entry.form === 'shell') return [wordsOf(entry)]
  const program = unwrap(entry.words)
  if (program === null || (program.args.length === 0 && /\.sh$|entrypoint/.test(program.name)))
    return program === null || handsOver(program.word.text, around) ? [after] : []
  return [entry.words, after]
}

/** An entry script that ends in `exec "$@"` and starts no server beside it. */
function handsOver(path: string, around: Surroundings): boolean {
  const text = around.script(path)?.text
  if (text === undefined || !/\$[@*]|\$\{@\}/.test(text)) return false
  return ![...managers].some(name => new RegExp(`\\b${name}\\b`).test(text))
}

const wordsOf = (line: CommandLine): readonly MappedText[] => (line.form === 'exec' ? line.words : [line.text])

interface Served extends Listening {
  readonly program: MappedText
}

type Environment = ReadonlyMap<string, MappedText>

/** What bears on a command; `open` where variables come from a file that nobody sees, too. */
type Around = Surroundings & { readonly open: boolean }

/** Scripts that call scripts. */
const deepest = 4

function serve(
  words: readonly MappedText[],
  environment: Environment,
  around: Around,
  depth: number
): readonly Served[] {
  const [first] = words
  if (first === undefined || depth > deepest) return []
  // A lone text with blanks is what a shell gets.
  if (words.length === 1 && /\s/.test(first.text)) return serveScript(first, environment, around, depth)
  const shell = words.findIndex(({ text }) => /^(ba|da|z|a)?sh$/.test(fileName(text)))
  const flag = words[shell + 1]
  const script = words[shell + 2]
  if (shell !== -1 && shell < 4 && flag !== undefined && /^-\w*c$/.test(flag.text) && script !== undefined)
    return serveScript(script, environment, around, depth)
  const named = packageScript(words)
  const text = named === null ? null : around.packageScript(named.script)
  if (named !== null && text !== null) {
    // What stands in package.json is pointed at where the image says to run it.
    return serveScript(text, environment, around, depth, named.more).map(served => ({
      ...served,
      word: null,
      program: first
    }))
  }
  return serveProgram(words, environment, around)
}

function serveProgram(words: readonly MappedText[], environment: Environment, around: Around): readonly Served[] {
  const [first] = words
  const variables: Variables = name => environment.get(name)
  const program = first?.text.startsWith('-') ? { name: '', word: first, args: words } : unwrap(words)
  if (program === null || managers.has(program.name)) return []
  const server = servers.find(candidate => runs(candidate, program.name, program.args)) ?? anyProgram
  const configured = server.config !== undefined && around.configures(server.config)
  const all = server.programs.includes('gunicorn') ? [...gunicornArguments(variables), ...program.args] : program.args
  return adjusted(listening(server, all, variables, { configured, open: around.open }), server, variables).map(
    found => ({
      ...found,
      program: program.word
    })
  )
}

const runs = (server: Server, name: string, args: readonly MappedText[]): boolean =>
  server.programs.includes(name) &&
  !args.some(word => server.except?.includes(word.text) === true) &&
  (server.subcommands === undefined || args.some(word => server.subcommands?.includes(word.text) === true))

/** Two defaults that depend on a variable. */
function adjusted(found: readonly Listening[], server: Server, variables: Variables): readonly Listening[] {
  const [only] = found
  if (only === undefined || only.word !== null) return found
  const given = variables('PORT')
  const port = Number(given?.text)
  if (server.programs.includes('gunicorn') && given !== undefined)
    return [{ address: '0.0.0.0', port: Number.isInteger(port) ? port : null, word: null }]
  const environment = (variables('RAILS_ENV') ?? variables('RACK_ENV'))?.text
  if (server.programs.includes('rails') && environment === 'development') return [{ ...only, address: 'localhost' }]
  return found
}

/** gunicorn reads more arguments from a variable; those of the command line come later and win. */
function gunicornArguments(variables: Variables): readonly MappedText[] {
  const value = variables('GUNICORN_CMD_ARGS')
  if (value === undefined) return []
  return Array.from(value.text.matchAll(/\S+/g), ({ index, 0: word }) => value.slice(index, index + word.length))
}

/** The servers that a shell's text starts. Several commands are told apart; one that manages others leaves all unknown. */
function serveScript(
  text: MappedText,
  environment: Environment,
  around: Around,
  depth: number,
  more: readonly MappedText[] = []
): readonly Served[] {
  const { tree, source, brokenAt } = parseShell(text)
  if (brokenAt !== null) return []
  const scope = new Scope([...environment].map(([name, value]) => [name, { kind: 'text', text: value }] as const))
  // A default (`${PORT:-3000}`) holds only where nobody can have set the variable.
  const certain = (word: MappedText): MappedText =>
    word.assumed.some(name => around.open || environment.has(name)) ? MappedText.standingFor(word, HOLE) : word
  const commands = simpleCommands(tree.commands).map(command =>
    [command.name, ...command.args].flatMap(word =>
      word?.type === 'Word' ? expandWord(word, source, scope).map(field => certain(fieldPart(field))) : []
    )
  )
  if (commands.some(words => managers.has(unwrap(words)?.name ?? ''))) return []
  const last = commands.at(-1)
  if (last !== undefined) last.push(...more)
  return commands.flatMap((words, index) =>
    index === commands.length - 1 || isServer(words) ? serve(words, environment, around, depth + 1) : []
  )
}

function isServer(words: readonly MappedText[]): boolean {
  const program = unwrap(words)
  return program !== null && servers.some(server => runs(server, program.name, program.args))
}

/** Simple commands in the order in which they stand, without those of substitutions. */
function simpleCommands(nodes: readonly SyntaxNode[]): readonly Command[] {
  const found: Command[] = []
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command') found.push(node)
    else if (node.type !== 'CommandExpansion') forEachChild(node, visit)
  }
  for (const node of nodes) visit(node)
  return found
}

/** The command's words where they stand on one line; else the word that decides, since a finding is one line. */
function place(words: readonly MappedText[], word: MappedText | null): Location {
  const [first] = words
  if (first === undefined) throw new Error('a command has words')
  const last = words.findLast(({ file }) => file === first.file) ?? first
  const whole = first.file.location(first.span()[0], last.span()[1])
  if (whole.line === whole.endLine) return whole
  return word !== null && words.some(({ file }) => file === word.file) ? word.location() : first.location()
}
