import { join } from 'node:path'
import { type Figure, milliseconds, type Part, type Subject, table, times } from './figure.ts'
import { type Command, interleaved, node } from './measure.ts'

const calls = {
  'lint examples/incident': {
    args: ['lint', join(import.meta.dirname, '..', 'examples', 'incident')],
    exits: [1],
    says: 'loopback-without-proxy'
  },
  '--help': { args: ['--help'], exits: [0], says: 'lint' },
  '--version': { args: ['--version'], exits: [0], says: '.' }
} as const

/** Whole processes beside a Node that does nothing. */
export function measureStart(subjects: readonly Subject[], rounds: number): readonly Part[] {
  const commands: Record<string, Command> = { empty: node('-e', '0') }
  for (const [index, { root }] of subjects.entries()) {
    for (const [name, { args, ...rest }] of Object.entries(calls))
      commands[`${index} ${name}`] = { ...node(join(root, 'dist', 'index.js'), ...args), ...rest }
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
