import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { InputError } from '../errors.ts'
import { quote } from '../inputs/quote.ts'
import { logLines } from '../reports/escape.ts'
import { systemClock } from './clock.ts'
import { DiskFiles } from './files.ts'
import type { Files, Format, Host } from './host.ts'
import { secretFiles } from './secret-files.ts'
import { isTerminal, print } from './standard-streams.ts'
import { writeFile } from './write-file.ts'

/** What the command line said. */
export interface TerminalSettings {
  readonly format: Format
  /** Folder that is linted. */
  readonly folder: string
  input(name: string): string
}

/** A person at a terminal, or a script: results on standard output, everything else on standard error. Throws InputError for a bad folder. */
export function terminalHost({ format, folder, input }: TerminalSettings): Host {
  const secrets: string[] = []
  const unmasked = (text: string): string => secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text)
  const say = (text: string): void => {
    for (const line of logLines(unmasked(text))) print('stderr', `${line}\n`)
  }
  return {
    format,
    color: format === 'text' && seesColor(),
    input,
    env,
    network: async () => (await import('./network.ts')).nodeNetwork(env),
    files: open(folder),
    clock: systemClock,
    commands: async () => (await import('./commands.ts')).nodeCommands(() => process.env),
    secretFiles: secretFiles(tmpdir(), () => {}),
    mask: secret => secrets.push(secret),
    redact: unmasked,
    log: say,
    debug: line => {
      if (env('RUNNER_DEBUG') === '1') say(line)
    },
    print: document => print('stdout', unmasked(document)),
    // The document says it all.
    annotate: () => {},
    setOutput: () => {},
    summarize: () => {},
    temporary: tmpdir(),
    // What leads up is what the person means; only a link of the checkout must not lead out.
    write: (path, text, start) => writeFile('.', path.startsWith('..') ? resolve(path) : path, unmasked(text), start),
    fail: message => end(message, 1),
    refuse: problems => end(problems.join('\n'), 2)
  }

  function end(message: string, code: number): void {
    if (message !== '') say(message)
    process.exitCode = code
  }
}

function open(folder: string): Files {
  try {
    return new DiskFiles(folder)
  } catch (error) {
    throw new InputError([
      `DIR: got ${quote(folder)}, takes a folder: ${error instanceof Error ? error.message : String(error)}`
    ])
  }
}

/** Prints what the command line itself answers, `--help` and its like. */
export function printHelp(text: string): void {
  print('stdout', text)
}

/** Refuses a command line: one line a problem, exit 2. */
export function refuseUsage(problems: readonly string[]): void {
  for (const line of problems.flatMap(logLines)) print('stderr', `${line}\n`)
  process.exitCode = 2
}

/** https://no-color.org: set and not empty. */
const seesColor = (): boolean => isTerminal('stdout') && !env('NO_COLOR') && env('TERM') !== 'dumb'

const env = (name: string): string => process.env[name] ?? ''
