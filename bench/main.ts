/** Start-up, size and work per file, as ratios in one run: `npm run bench`. Prints a Markdown table. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { writeWorkflows } from './workflows.ts'

const bundle = join('dist', 'index.js')
const rows: [string, string][] = []

/** Median milliseconds of a whole process, the rounds of all commands interleaved. */
function medians(commands: readonly (readonly string[])[], rounds: number): number[] {
  const times = commands.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, args] of commands.entries()) {
      const start = performance.now()
      spawnSync(process.execPath, args, { stdio: 'ignore' })
      times[index]?.push(performance.now() - start)
    }
  }
  return times.map(all => all.sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN)
}

const [empty = 1, start = 1] = medians(
  [
    ['-e', '0'],
    [bundle, 'lint', join('examples', 'incident')]
  ],
  20
)
rows.push(['`node -e 0`', `${empty.toFixed(0)} ms`])
rows.push([
  '`lint examples/incident`, whole process',
  `${start.toFixed(0)} ms, ${(start / empty).toFixed(1)} times that`
])

const root = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  for (const count of [1, 100, 1_000, 10_000]) {
    const folder = join(root, String(count))
    writeWorkflows(folder, count)
    const report = spawnSync('/usr/bin/env', ['time', '-f', '%e %M', process.execPath, bundle, 'lint', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8'
    })
    const [seconds = 0, kilobytes = 0] = (report.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
    const own = Math.max(0, seconds * 1000 - empty)
    rows.push([
      `lint of ${count.toLocaleString('en')} workflows`,
      `${seconds.toFixed(2)} s, ${(own / count).toFixed(2)} ms each, ${Math.round(kilobytes / 1024)} MiB`
    ])
  }
} finally {
  rmSync(root, { recursive: true, force: true })
}

const size = (path: string): number => statSync(path).size
const chunks = readdirSync('dist').filter(name => name.endsWith('.js'))
const archive = execFileSync('sh', ['-c', 'git archive HEAD | gzip | wc -c'], { encoding: 'utf8' })
const kib = (bytes: number): string => `${Math.round(bytes / 1024).toLocaleString('en')} KiB`
rows.push(['dist/index.js', kib(size(bundle))])
rows.push([
  `dist/, ${chunks.length} chunks, each loaded when needed`,
  kib(chunks.reduce((sum, name) => sum + size(join('dist', name)), 0))
])
rows.push(['the repository as a runner downloads it', kib(Number(archive))])

process.stdout.write(
  `| What | Figure |\n| --- | --- |\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}\n`
)
