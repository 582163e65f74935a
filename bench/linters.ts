import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Command, find } from './measure.ts'

/** Another linter of workflows, as it is called on a checkout. */
export interface Linter {
  readonly name: string
  /** The program, null where it is not installed. */
  readonly program: string | null
  /** The largest checkout that it is given: shellcheck is a process for every script. */
  readonly most: number
  command(program: string, checkout: string): Command
}

/** `ACTIONLINT` and `ZIZMOR` name programs that stand elsewhere. */
const actionlint = process.env['ACTIONLINT'] || find('actionlint', [join(goPath(), 'bin')])

export const linters: readonly Linter[] = [
  {
    name: 'actionlint, no shellcheck',
    program: actionlint,
    most: Number.POSITIVE_INFINITY,
    command: (program, cwd) => ({ program, args: ['-shellcheck=', '-pyflakes='], cwd, exits: [0, 1] })
  },
  {
    name: 'actionlint',
    // Without shellcheck it is the one above.
    program: find('shellcheck') === null ? null : actionlint,
    most: 100,
    command: (program, cwd) => ({ program, args: [], cwd, exits: [0, 1] })
  },
  {
    name: 'zizmor',
    program: process.env['ZIZMOR'] || find('zizmor', [join(homedir(), '.local', 'bin')]),
    most: Number.POSITIVE_INFINITY,
    // 11 to 14 is the gravest finding's severity.
    command: (program, cwd) => ({
      program,
      args: ['--offline', '--no-progress', '--quiet', '.'],
      cwd,
      exits: [0, 11, 12, 13, 14]
    })
  }
]

/** First line of what each says its version is. */
export function linterVersions(): readonly string[] {
  const programs = new Map(linters.flatMap(({ name, program }) => (program === null ? [] : [[program, name]])))
  return [...programs].map(([program, name]) => {
    const said = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout
    return `${name?.split(',')[0]} ${/\d+(\.\d+)+/.exec(said)?.[0] ?? ''}`
  })
}

function goPath(): string {
  const said = spawnSync('go', ['env', 'GOPATH'], { encoding: 'utf8' }).stdout?.trim()
  return said ? said : join(homedir(), 'go')
}
