import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { performance } from 'node:perf_hooks'

/** A process to measure. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Beside this process's own. */
  readonly env?: Readonly<Record<string, string>>
  /** Exit codes that say it did its work; 0 alone unless given. */
  readonly exits?: readonly number[]
  /** What it prints where it did; the output of others is thrown away. */
  readonly says?: string
}

/** What a process cost, from its start to its end. */
export interface Cost {
  readonly ms: number
  /** MiB of resident memory at its peak, null where GNU time is not there to say. */
  readonly peak: number | null
}

export const node = (...args: readonly string[]): Command => ({ program: process.execPath, args })

/** A bundle as on a runner, where nothing is kept compiled; or as on a terminal, which keeps it in that folder. */
export const bundle = (root: string, args: readonly string[], cache: string | null = null): Command => ({
  ...node(join(root, 'dist', 'index.js'), ...args),
  env: cache === null ? { NODE_DISABLE_COMPILE_CACHE: '1' } : { CI: '', GITHUB_ACTIONS: '', XDG_CACHE_HOME: cache }
})

/**
 * Medians of each command over some rounds. In a round each command runs once, so that a machine that is busy for a
 * while is busy for all of them.
 */
export function interleaved<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number
): Record<Name, Cost> {
  const names = Object.keys(commands) as Name[]
  const costs = new Map(names.map(name => [name, [] as Cost[]]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) costs.get(name)?.push(run(commands[name]))
  }
  const middle = (name: Name): Cost => {
    const all = costs.get(name) ?? []
    const peaks = all.flatMap(({ peak }) => peak ?? [])
    return { ms: median(all.map(({ ms }) => ms)), peak: peaks.length === 0 ? null : median(peaks) }
  }
  return Object.fromEntries(names.map(name => [name, middle(name)])) as Record<Name, Cost>
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Runs it once. Throws where it ended in a way that measures nothing. */
function run({ program, args, cwd, env, exits = [0], says }: Command): Cost {
  // GNU time costs a fork of a small process, for all of them alike.
  const [first, ...rest] = gnuTime === null ? [program, ...args] : [gnuTime, '-f', peakMark, program, ...args]
  const started = performance.now()
  const { status, stdout, stderr, error } = spawnSync(first ?? program, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', says === undefined ? 'ignore' : 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  const ms = performance.now() - started
  if (error !== undefined) throw error
  if (!exits.includes(status ?? -1) || (says !== undefined && !stdout.includes(says)))
    throw new Error(`${program} ${args.slice(0, 4).join(' ')} ended with ${status}: ${stderr.slice(-500)}`)
  const kilobytes = /KBYTES=(\d+)\s*$/.exec(stderr)?.[1]
  return { ms, peak: kilobytes === undefined ? null : Number(kilobytes) / 1024 }
}

const peakMark = 'KBYTES=%M'

/** The path of a program, null where it is not there. */
export function find(program: string, folders: readonly string[] = []): string | null {
  const all = [...(process.env['PATH'] ?? '').split(delimiter), ...folders]
  return all.map(folder => join(folder, program)).find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Busybox has a `time` too, that takes no such format for GNU's. */
const gnuTime = ((): string | null => {
  const path = find('time')
  const trial = path === null ? null : spawnSync(path, ['-f', peakMark, 'true'], { encoding: 'utf8' })
  return trial !== null && /KBYTES=\d+/.test(trial.stderr) ? path : null
})()
