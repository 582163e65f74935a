// The lab: real servers on hosts of their own, and the action's verdict on each. `npm run lab`, `npm run lab -- NAME…`;
// `--verbose` shows every log, `--compare` what curl and blackbox_exporter make of the same scenarios.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeCertificates } from './certificates.ts'
import { compareAll } from './comparison.ts'
import { has, whyNot } from './machine.ts'
import { type Bench, type Outcome, pool, runScenario } from './runner.ts'
import { runInSandbox } from './sandbox.ts'
import type { Scenario } from './scenario.ts'
import { scenarios } from './scenarios/index.ts'

/** Every Linux has this folder (FHS 3.0) and next to nobody keeps a checkout in it. */
const FOLDER = '/media'

const args = process.argv.slice(2)
const words = args.filter(word => !word.startsWith('--'))
const chosen = scenarios.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)))
const required = process.env['LAB_REQUIRED'] === '1'
const width = Number(process.env['LAB_JOBS'] ?? '2')
const verbose = args.includes('--verbose')

const missingFor = ({ services = [] }: Scenario): readonly string[] =>
  [...new Set(services.flatMap(({ needs }) => needs))].filter(need => !has(need))

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** The closing line, which continuous integration reads. */
function close({ passed, failed, skipped }: Counts): number {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed > 0 || (required && skipped > 0) ? 1 : 0
}

function print({ scenario, got, wrong, ms, log }: Outcome): void {
  const wanted = `${scenario.expected.verdict} ${[scenario.expected.diagnosis].flat().join('|')}`
  const mark = wrong.length === 0 ? 'ok   ' : 'WRONG'
  console.log(`${mark} ${scenario.name.padEnd(44)} ${wanted.padEnd(34)} ${got.padEnd(34)} ${Math.round(ms)} ms`)
  for (const mismatch of wrong) console.log(`        ${mismatch}`)
  if (verbose || (wrong.length > 0 && words.length > 0)) console.log(log.replace(/^/gm, '        | '))
}

/** One scenario's line, and whether it counts as passed, failed or skipped. */
async function runOne(bench: Bench, scenario: Scenario): Promise<keyof Counts> {
  const missing = missingFor(scenario)
  if (missing.length > 0) {
    console.log(`skip  ${scenario.name}: missing ${missing.join(', ')}`)
    return 'skipped'
  }
  const outcome = await runScenario(bench, scenario)
  print(outcome)
  return outcome.wrong.length === 0 ? 'passed' : 'failed'
}

async function runAll(bench: Bench): Promise<number> {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  await pool(chosen, width, async scenario => {
    counts[await runOne(bench, scenario)] += 1
  })
  return close(counts)
}

/** Inside the sandbox: everything the lab writes is in a RAM disk that goes with it. */
async function inside(): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', FOLDER])
  const entry = resolve(process.env['LAB_ENTRY'] ?? new URL('../../dist/index.js', import.meta.url).pathname)
  if (!existsSync(entry) && !args.includes('--compare'))
    throw new Error(`${entry} is not there: build it first (npm run build)`)
  const bench = { folder: FOLDER, certificates: makeCertificates(`${FOLDER}/certificates`), entry }
  return args.includes('--compare') ? compareAll(bench, chosen, width) : runAll(bench)
}

async function main(): Promise<number> {
  if (process.env['LAB_INSIDE'] !== undefined) return inside()
  if (chosen.length === 0) throw new Error(`no scenario has ${words.join(' or ')} in its name`)
  const reason = whyNot()
  if (reason === null) return runInSandbox(import.meta.filename, args)
  console.log(`skip  the lab: ${reason}`)
  return close({ passed: 0, failed: 0, skipped: chosen.length })
}

process.exit(await main())
