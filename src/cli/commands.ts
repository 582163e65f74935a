import type { Format } from '../platform/host.ts'

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** What stands after the name. */
  readonly operand: string
  readonly least: number
  readonly most: number
  readonly description: string
  readonly formats: readonly Format[]
  /** What the command itself says of the inputs; options win over it. */
  inputs(operands: readonly string[]): readonly (readonly [input: string, value: string])[]
}

/** Every command, in the order of `--help`. Adding one: an entry. */
export const commands: readonly Command[] = [
  {
    name: 'lint',
    operand: 'DIR',
    least: 0,
    most: 1,
    description:
      'Lints the checkout in DIR, or in the current folder: which ports a deploy publishes, and who reaches them.',
    formats: ['text', 'json', 'sarif'],
    inputs: () => [['mode', 'lint']]
  },
  {
    name: 'probe',
    operand: 'URL',
    least: 0,
    most: 50,
    description: 'Sends requests to URL as a webhook provider would, and names the hop that is broken.',
    formats: ['text', 'json'],
    inputs: urls => [
      ['mode', 'probe'],
      ['webhook-url', urls.join('\n')]
    ]
  }
]
