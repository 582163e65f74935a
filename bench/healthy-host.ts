import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Figure, milliseconds, type Part, type Subject, table, times } from './figure.ts'
import type { GateCosts } from './gate.ts'

/** The gate on a healthy host, in the lab's two hosts; a part that says why not where there can be none. */
export function measureGate(subjects: readonly Subject[], rounds: number): readonly Part[] {
  const entries = subjects.map(({ root }) => join(root, 'dist', 'index.js'))
  const program = join(import.meta.dirname, 'gate.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, String(rounds), ...entries], {
    encoding: 'utf8',
    timeout: 600_000
  })
  if (status !== 0) throw new Error(`the gate was not measured: ${stderr}`)
  const costs = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as GateCosts
  return subjects.map((_, index) => partOf(costs, index))
}

function partOf(costs: GateCosts, index: number): Part {
  if ('whyNot' in costs) return { figures: [], table: `Not measured: ${costs.whyNot}.` }
  const rows = costs.distances.map(({ roundTripMs, gates, curls }) => ({
    roundTripMs,
    gate: gates[index] ?? Number.NaN,
    curls
  }))
  const memory = costs.endless[index] ?? Number.NaN
  const timesOf = rows.flatMap(({ roundTripMs, gate, curls }): Figure[] => [
    {
      id: `gate ${roundTripMs}`,
      what: `gate ${roundTripMs} ms away beside two curls`,
      value: gate / curls,
      unit: 'times'
    },
    { id: `gate ${roundTripMs} ms`, what: `gate ${roundTripMs} ms away`, value: gate, unit: 'ms' }
  ])
  return {
    figures: [
      ...timesOf,
      { id: 'gate memory', what: 'gate against an answer without end, memory', value: memory, unit: 'MiB' }
    ],
    table: `${table(
      ['Round trip', 'Gate', 'curl POST and curl GET', 'Beside them'],
      rows.map(({ roundTripMs, gate, curls }) => [
        `${roundTripMs} ms`,
        milliseconds(gate),
        milliseconds(curls),
        `${times(gate / curls)} times`
      ])
    )}\n\nAgainst an answer that never ends: ${Math.round(memory)} MiB at the peak.`
  }
}
