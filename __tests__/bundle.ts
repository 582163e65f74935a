import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { parse } from 'yaml'

/** What is committed, or another build of it. */
export const entry = resolve(process.env['BUNDLE'] ?? 'dist/index.js')

/** What a process came to. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs Node on the bundle with this environment alone, and ends it where it hangs. */
export function node(args: readonly string[], env: Readonly<Record<string, string>>, cwd: string): Promise<Ended> {
  return program(process.execPath, args, env, cwd)
}

export function program(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
  timeout = 25_000
): Promise<Ended> {
  return new Promise((settle, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout })
    const told = { stdout: '', stderr: '' }
    child.stdout.on('data', chunk => {
      told.stdout += chunk
    })
    child.stderr.on('data', chunk => {
      told.stderr += chunk
    })
    child.on('error', reject)
    child.on('close', code => settle({ code, ...told }))
  })
}

/** The bundle on a terminal. */
export const commandLine = (...args: readonly string[]): Promise<Ended> =>
  node([entry, ...args], { PATH: process.env['PATH'] ?? '', NODE_DISABLE_COMPILE_CACHE: '1' }, process.cwd())

/** A workflow command in the log, as the runner reads it. */
export interface LogCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** What one step came to, as GitHub would see it. */
export interface Step extends Ended {
  readonly commands: readonly LogCommand[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

const defaults = (): Record<string, string> => {
  const { inputs }: { inputs: Record<string, { default?: string }> } = parse(readFileSync('action.yml', 'utf8'))
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: value = '' }]) => [name, value.includes('${{') ? '' : value])
  )
}

/** What the runner gives a step: its own folder, and an environment with nothing else of this machine's in it. */
export function runner(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string | undefined>> = {}
): { readonly temp: string; readonly env: Readonly<Record<string, string>> } {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'))
  onTestFinished(() => rmSync(temp, { recursive: true, force: true }))
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_STATE: 'state', GITHUB_ENV: 'env' }
  const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(temp, file)]))
  for (const path of Object.values(paths)) writeFileSync(path, '')
  const given = Object.entries({ ...defaults(), ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value
  ])
  const all = {
    PATH: process.env['PATH'],
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    RUNNER_TEMP: temp,
    RUNNER_ENVIRONMENT: 'github-hosted',
    ...paths,
    ...Object.fromEntries(given),
    ...env
  }
  const set = Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined))
  return { temp, env: set }
}

/** Runs the bundle as the runner does: declared inputs are always set. `within` is what it is started by, if anything. */
export async function step(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string | undefined>> = {},
  within: readonly string[] = [],
  { main = entry, timeout }: { readonly main?: string; readonly timeout?: number } = {}
): Promise<Step> {
  const { temp, env: set } = runner(workspace, inputs, env)
  const [command = '', ...args] = [...within, ...(within.length === 0 ? [] : exactly(set)), process.execPath, main]
  const ended = await program(command, args, set, workspace, timeout)
  return {
    ...ended,
    commands: commandsIn(ended.stdout),
    outputs: outputsIn(readFileSync(join(temp, 'output'), 'utf8')),
    summary: readFileSync(join(temp, 'summary'), 'utf8')
  }
}

/** Shells drop variables whose names they could not have made, such as INPUT_WEBHOOK-URL. */
export const exactly = (env: Readonly<Record<string, string>>): readonly string[] => [
  'env',
  '-i',
  ...Object.entries(env).map(([name, value]) => `${name}=${value}`)
]

/** The runner trims a line before it looks for a command (actions/runner, ActionCommand.cs). */
export function commandsIn(log: string): LogCommand[] {
  return log.split('\n').flatMap(line => {
    const [, name = '', properties = '', message = ''] = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? []
    return name === '' ? [] : [{ name, properties: propertiesIn(properties), message: unescaped(message) }]
  })
}

const propertiesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(',').flatMap(pair => {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(pair) ?? []
      return name === '' ? [] : [[name, unescaped(value).replaceAll('%3A', ':').replaceAll('%2C', ',')]]
    })
  )

const unescaped = (text: string): string =>
  text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')

/** `name<<delimiter`, the value, the delimiter, each on lines of its own. */
const outputsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value])
  )
