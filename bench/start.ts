import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, milliseconds, type Part, type Subject, table, times } from './figure.ts'
import { bundle, type Command, interleaved, node } from './measure.ts'

const example = {
  args: ['lint', join(import.meta.dirname, '..', 'examples', 'incident')],
  exits: [1],
  says: 'loopback-without-proxy'
}

/** `again`: with what an earlier run kept compiled. */
const calls: Readonly<Record<string, Pick<Command, 'args' | 'exits' | 'says'> & { readonly again?: true }>> = {
  'lint examples/incident': example,
  'lint examples/incident again': { ...example, again: true },
  '--help': { args: ['--help'], says: 'lint' },
  '--version': { args: ['--version'], says: '.' }
}

/** Whole processes beside a Node that does nothing. */
export function measureStart(subjects: readonly Subject[], rounds: number): readonly Part[] {
  const caches = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return measure(subjects, rounds, caches)
  } finally {
    rmSync(caches, { recursive: true, force: true })
  }
}

function measure(subjects: readonly Subject[], rounds: number, caches: string): readonly Part[] {
  const commands: Record<string, Command> = { empty: node('-e', '0') }
  for (const [index, { root }] of subjects.entries()) {
    for (const [name, { args, again, ...rest }] of Object.entries(calls))
      commands[`${index} ${name}`] = {
        ...bundle(root, args, again === true ? join(caches, String(index)) : null),
        ...rest
      }
  }
  const costs = interleaved(commands, rounds)
  const empty = costs['empty']?.ms ?? Number.NaN
  return subjects.map((_, index) => {
    const rows = Object.keys(calls).map(name => ({ name, ms: costs[`${index} ${name}`]?.ms ?? Number.NaN }))
    return {
      figures: rows.flatMap(({ name, ms }): Figure[] => [
        { id: `start ${name}`, what: `\`${name}\` beside \`node -e 0\``, value: ms / empty, unit: 'times' },
        { id: `start ${name} ms`, what: `\`${name}\``, value: ms, unit: 'ms' }
      ]),
      table: table(
        ['Whole process', 'Time', 'Beside `node -e 0`'],
        [
          ['`node -e 0`', milliseconds(empty), ''],
          ...rows.map(({ name, ms }) => [`\`${name}\``, milliseconds(ms), `${times(ms / empty)} times`])
        ]
      )
    }
  })
}
