import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count, type Figure, kib, type Part, type Subject, table } from './figure.ts'

const example = join(import.meta.dirname, '..', 'examples', 'incident')

/** A port that nothing can listen on, so that the gate ends at its first hop. */
const nowhere = 'http://127.0.0.1:1/webhooks/stripe'

const calls: Readonly<
  Record<string, { readonly args: readonly string[]; readonly env?: Readonly<Record<string, string>> }>
> = {
  '--version': { args: ['--version'] },
  '--help': { args: ['--help'] },
  lint: { args: ['lint', example] },
  'lint, on GitHub': { args: [], env: { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: example, INPUT_MODE: 'lint' } },
  probe: { args: ['probe', nowhere, '--wait', '0'] }
}

/** Which files of dist/ each command loads. */
export function measureLoaded(subject: Subject): Part {
  const rows = Object.keys(calls).map(name => ({ name, ...loadedBy(name, subject) }))
  return {
    figures: rows.flatMap(({ name, files, bytes }): Figure[] => [
      { id: `loaded ${name} files`, what: `\`${name}\` loads, chunks`, value: files.length, unit: 'count' },
      { id: `loaded ${name}`, what: `\`${name}\` loads`, value: kib(bytes), unit: 'KiB' }
    ]),
    table: table(
      ['Command', 'Chunks', 'Bytes', 'The largest'],
      rows.map(({ name, files, bytes }) => [
        `\`${name}\``,
        String(files.length),
        `${count(Math.round(bytes / 1024))} KiB`,
        files
          .slice(0, 3)
          .map(file => `\`${file.name}\``)
          .join(', ')
      ])
    )
  }
}

interface Loaded {
  /** The largest first. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly bytes: number
}

function loadedBy(name: string, { root }: Subject): Loaded {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const list = join(folder, 'loaded.json')
    const { args = [], env = {} } = calls[name] ?? {}
    const hook = join(import.meta.dirname, 'loaded-hook.cjs')
    const started = spawnSync(process.execPath, ['--require', hook, join(root, 'dist', 'index.js'), ...args], {
      cwd: folder,
      // What was kept compiled does not come by the hook.
      env: {
        PATH: process.env['PATH'],
        NODE_DISABLE_COMPILE_CACHE: '1',
        RUNNER_TEMP: folder,
        ...env,
        LOADED_LIST: list
      },
      encoding: 'utf8',
      timeout: 60_000
    })
    if (started.status === null || started.status > 1)
      throw new Error(`${name} ended with ${started.status}: ${started.stderr}`)
    const files = (JSON.parse(readFileSync(list, 'utf8')) as Loaded['files'][number][]).sort(
      (a, b) => b.bytes - a.bytes
    )
    return { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
