import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCheckout } from './checkout/index.ts'
import { count, type Figure, type Part, type Subject, table, times } from './figure.ts'
import { linters } from './linters.ts'
import { bundle, type Command, type Cost, interleaved } from './measure.ts'

const nothing: Cost = { ms: Number.NaN, peak: null }

/** Costs by the number of workflows and the program's name. */
type Costs = ReadonlyMap<number, Readonly<Record<string, Cost>>>

/** Our lint and the others on the same checkouts. `rounds`: how often a checkout of so many workflows is read. */
export function measureThroughput(
  subjects: readonly Subject[],
  rounds: Readonly<Record<number, number>>
): readonly Part[] {
  const root = mkdtempSync(join(tmpdir(), 'bench-'))
  const costs = new Map<number, Readonly<Record<string, Cost>>>()
  try {
    for (const size of Object.keys(rounds).map(Number)) {
      const checkout = join(root, String(size))
      writeCheckout(checkout, size)
      costs.set(size, interleaved(commandsFor(checkout, size, subjects), rounds[size] ?? 1))
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  return subjects.map((_, index) => ({ figures: figuresOf(costs, own(index)), table: tableOf(costs, own(index)) }))
}

const own = (index: number): string => `own ${index}`

function commandsFor(checkout: string, size: number, subjects: readonly Subject[]): Record<string, Command> {
  const commands: Record<string, Command> = {}
  for (const [index, { root }] of subjects.entries())
    commands[own(index)] = {
      ...bundle(root, ['lint', checkout]),
      exits: [0, 1],
      says: `(${size} workflow`
    }
  for (const { name, program, most, command } of linters) {
    if (program !== null && size <= most) commands[name] = command(program, checkout)
  }
  return commands
}

function figuresOf(costs: Costs, name: string): readonly Figure[] {
  const figures: Figure[] = []
  for (const [size, all] of costs) {
    const here = all[name] ?? nothing
    const what = `lint of ${count(size)} workflow${size === 1 ? '' : 's'}`
    figures.push({ id: `lint ${size} ms`, what, value: here.ms, unit: 'ms' })
    if (here.peak !== null)
      figures.push({ id: `lint ${size} memory`, what: `${what}, memory`, value: here.peak, unit: 'MiB' })
    for (const [other, cost] of Object.entries(all)) {
      if (other.startsWith('own ')) continue
      figures.push({
        id: `lint ${size} / ${other}`,
        what: `${what} beside ${other}`,
        value: here.ms / cost.ms,
        unit: 'times'
      })
    }
  }
  const [few, many] = [costs.get(1_000)?.[name], costs.get(10_000)?.[name]]
  if (few !== undefined && many !== undefined)
    figures.push({
      id: 'lint growth',
      what: 'lint of 10,000 workflows beside 1,000',
      value: many.ms / few.ms,
      unit: 'times'
    })
  return figures
}

function tableOf(costs: Costs, name: string): string {
  const columns = [name, ...linters.map(linter => linter.name)]
  const rows = [...costs].map(([size, all]) => [
    count(size),
    ...columns.map(column => {
      const cost = all[column]
      if (cost === undefined) return absent(column, size)
      const memory = cost.peak === null ? [] : [`${Math.round(cost.peak)} MiB`]
      const beside = column === name ? [] : [`${times((all[name] ?? nothing).ms / cost.ms)} ×`]
      return [seconds(cost.ms), each(cost.ms / size), ...memory, ...beside].join(' · ')
    })
  ])
  return table(['Workflows', 'webhook-reach-check', ...linters.map(linter => linter.name)], rows)
}

const absent = (column: string, size: number): string => {
  const linter = linters.find(candidate => candidate.name === column)
  if (linter?.program === null || linter === undefined) return 'not measured: not installed'
  return size > linter.most ? 'not measured: minutes' : 'not measured'
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 100 ? 3 : 2)} s`

const each = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`
