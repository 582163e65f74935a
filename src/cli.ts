import { parseArgs } from 'node:util'
import { type Command, commands } from './cli/commands.ts'
import { helpText } from './cli/help.ts'
import { inputSpecs } from './inputs/index.ts'
import { listed, quote } from './inputs/quote.ts'
import type { Format } from './platform/host.ts'

/** What the arguments ask for. */
export type CommandLine =
  | { readonly print: string }
  | { readonly refused: readonly string[] }
  | { readonly run: Invocation }

/** A command with everything it was given; the raw values are read and judged like those of the action. */
export interface Invocation {
  readonly command: Command
  readonly format: Format
  /** Folder that is linted. */
  readonly folder: string
  input(name: string): string
  /** An option of the command's own, empty where it was not given; a flag is `true`. */
  option(name: string): string
}

type Token = { readonly option: string; readonly value: string | undefined } | { readonly positional: string }

/** Reads the arguments after the program's name. Values of inputs are judged later, all of them at once. */
export function parseCommandLine(args: readonly string[], version: string): CommandLine {
  const tokens = tokensOf(args)
  const given = (name: string): boolean => tokens.some(token => 'option' in token && token.option === name)
  if (args.length === 0 || args[0] === 'help' || given('help')) return { print: helpText(version) }
  if (given('version')) return { print: `${version}\n` }
  const [name, ...operands] = tokens.flatMap(token => ('positional' in token ? [token.positional] : []))
  const command = commands.find(candidate => candidate.name === name)
  if (command === undefined) {
    const names = listed(
      commands.map(known => known.name),
      'or'
    )
    return {
      refused: [`command: got ${name === undefined ? 'nothing' : quote(name)}, takes ${names} (--help tells more)`]
    }
  }
  const options = optionsOf(tokens)
  const known = optionsFor(command)
  const unknown = [...options.keys()].some(option => !known.includes(option))
  const problems = [
    ...optionProblems(tokens, command),
    // The value of an option that is not known looks like an operand.
    ...(unknown ? [] : operandProblems(command, operands)),
    ...twiceGiven(command, operands, options),
    ...formatProblems(command, options.get('format'))
  ]
  if (problems.length > 0) return { refused: problems }
  const values = new Map([...options].map(([option, given]) => [option, given.join('\n')]))
  for (const [input, value] of command.inputs(operands)) if (!values.has(input)) values.set(input, value)
  return {
    run: {
      command,
      format: command.formats.find(format => format === values.get('format')) ?? 'text',
      folder: command.operand === 'DIR' ? (operands[0] ?? '.') : '.',
      input: wanted => values.get(wanted) ?? '',
      option: wanted => values.get(wanted) ?? ''
    }
  }
}

const optionsFor = ({ options = [] }: Command): readonly string[] => [
  ...new Set([...inputSpecs, ...options].map(option => option.name)),
  'format',
  'help',
  'version'
]

const allOptions: readonly string[] = [...new Set(commands.flatMap(optionsFor))]
const ownFlags = commands.flatMap(({ options = [] }) => options.filter(({ flag }) => flag).map(({ name }) => name))
const flags: ReadonlySet<string> = new Set(['help', 'version', ...ownFlags])

function tokensOf(args: readonly string[]): readonly Token[] {
  const typed = allOptions.map(name => [name, { type: flags.has(name) ? 'boolean' : 'string' }] as const)
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(typed),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'V' }
    },
    // Its own refusals come one at a time and say nothing of what is taken.
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  return tokens.flatMap((token): Token[] =>
    token.kind === 'positional'
      ? [{ positional: token.value }]
      : token.kind === 'option'
        ? [{ option: token.name, value: token.value }]
        : []
  )
}

function optionsOf(tokens: readonly Token[]): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, readonly string[]>()
  for (const token of tokens) {
    if (!('option' in token)) continue
    const value = token.value ?? (flags.has(token.option) ? 'true' : null)
    options.set(token.option, [...(options.get(token.option) ?? []), ...(value === null ? [] : [value])])
  }
  return options
}

function optionProblems(tokens: readonly Token[], command: Command): readonly string[] {
  const known = optionsFor(command)
  const seen = new Set<string>()
  return tokens.flatMap(token => {
    if (!('option' in token)) return []
    const { option, value } = token
    const own = command.options?.find(candidate => candidate.name === option)
    const spec = own === undefined ? inputSpecs.find(candidate => candidate.name === option) : undefined
    const again = seen.has(option)
    seen.add(option)
    if (!known.includes(option)) {
      return [
        `option: got ${quote(option.length === 1 ? `-${option}` : `--${option}`)}, takes ${listed(
          known.map(name => `--${name}`),
          'or'
        )}`
      ]
    }
    if (flags.has(option)) return value === undefined ? [] : [`${option}: got ${quote(value)}, takes no value`]
    const takes = own?.takes ?? spec?.takes ?? listed(command.formats, 'or')
    if (value === undefined) return [`${option}: got nothing, takes ${takes}`]
    return again && !spec?.lines ? [`${option}: got two values, takes one: ${takes}`] : []
  })
}

const operandProblems = ({ name, operand, most, least }: Command, operands: readonly string[]): readonly string[] =>
  operands.length > most
    ? [
        `${name}: got ${listed(operands.slice(0, 5).map(quote))}, takes ${most === 1 ? `one ${operand}` : `at most ${most} ${operand}`}`
      ]
    : operands.length < least
      ? [`${name}: got nothing, takes ${operand}`]
      : operands.includes('')
        ? [`${name}: got "", takes ${operand}`]
        : []

/** An operand that an option of the same meaning would push aside without a word. */
const twiceGiven = (
  { name, operand, inputs }: Command,
  operands: readonly string[],
  options: ReadonlyMap<string, readonly string[]>
): readonly string[] =>
  operands.length === 0
    ? []
    : inputs(operands).flatMap(([input, value]) =>
        options.has(input) && value === operands.join('\n')
          ? [`${input}: got --${input} and ${operand}, takes one of them: ${name} ${operand}`]
          : []
      )

const formatProblems = ({ formats }: Command, given: readonly string[] | undefined): readonly string[] => {
  const bad = given?.find(value => !formats.some(format => format === value))
  return bad === undefined ? [] : [`format: got ${quote(bad)}, takes ${listed(formats, 'or')}`]
}
