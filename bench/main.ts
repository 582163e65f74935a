/**
 * Speed and size in one run: `npm run bench`.
 *
 *   --quick           fewer rounds, no more than 1,000 workflows, no gate: under a minute
 *   --write           puts the tables into docs/benchmarks.md and the figures into bench/baseline.json
 *   --against FILE    every figure beside those of a file such as bench/baseline.json
 *   --beside FOLDER   every figure beside those of another checkout's dist/, measured in the same rounds
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { budgetsTable } from './budgets.ts'
import { type Baseline, baselineOf, changes, changesInRun } from './compare.ts'
import { contentsTable } from './contents.ts'
import type { Part, Subject } from './figure.ts'
import { measureGate } from './healthy-host.ts'
import { measureLoaded } from './loaded.ts'
import { machine, writePage } from './page.ts'
import { measureSize } from './size.ts'
import { measureStart } from './start.ts'
import { measureThroughput } from './throughput.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    against: { type: 'string' },
    beside: { type: 'string' }
  }
})
if (options.write && options.quick) throw new Error('--write takes a whole run, not a --quick one')

const here: Subject = { root: join(import.meta.dirname, '..') }
const subjects = options.beside === undefined ? [here] : [here, { root: resolve(options.beside) }]

/** How often each thing is run; for lint by the number of workflows. */
const rounds = options.quick
  ? { start: 7, lint: { 1: 5, 100: 3, 1000: 1 }, gate: 0 }
  : { start: 21, lint: { 1: 11, 100: 7, 1000: 5, 10000: 3 }, gate: 7 }

const say = (what: string): void => void process.stderr.write(`${what} …\n`)
const measured = <T>(what: string, measure: () => T): T => {
  say(what)
  return measure()
}

// First: sources that do not build are better known before the minutes are spent.
const contents = await contentsTable()

/** Each part for every subject. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  start: measured('start', () => measureStart(subjects, rounds.start)),
  throughput: measured('lint', () => measureThroughput(subjects, rounds.lint)),
  gate: options.quick ? [] : measured('gate', () => measureGate(subjects, rounds.gate)),
  size: measured('size', () => subjects.map(measureSize)),
  loaded: measured('what is loaded', () => subjects.map(measureLoaded))
}

const figuresOf = (index: number) => Object.values(parts).flatMap(part => part[index]?.figures ?? [])
const tables = {
  machine: machine(),
  budgets: budgetsTable(figuresOf(0)),
  ...Object.fromEntries(
    Object.entries(parts).flatMap(([name, [part]]) => (part === undefined ? [] : [[name, part.table]]))
  ),
  contents
}

const print = (title: string, text: string): void => void process.stdout.write(`### ${title}\n\n${text}\n\n`)
for (const [name, text] of Object.entries(tables)) print(name, text)
if (options.beside !== undefined) print('Beside the other checkout', changesInRun(figuresOf(0), figuresOf(1)))
if (options.against !== undefined)
  print(
    `Beside ${options.against}`,
    changes(figuresOf(0), JSON.parse(readFileSync(options.against, 'utf8')) as Baseline, 'Then')
  )
if (options.write) {
  writePage(tables)
  writeFileSync(join(import.meta.dirname, 'baseline.json'), `${JSON.stringify(baselineOf(figuresOf(0)), null, 2)}\n`)
}
