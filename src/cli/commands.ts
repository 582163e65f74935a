import type { Format, Host } from '../platform/host.ts'
import { diagnose } from './diagnose.ts'
import { fix } from './fix.ts'
import { stripe } from './stripe.ts'

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
  /** Options of this command alone. */
  readonly options?: readonly OwnOption[]
  /** What it does, where that is not the run that the action makes. Throws InputError for what it does not take. */
  act?(line: { option(name: string): string }, host: Host): Promise<void>
}

/** An option that is no input of the action. */
export interface OwnOption {
  readonly name: string
  /** Takes no value. */
  readonly flag?: true
  readonly takes: string
  readonly description: string
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
  },
  diagnose,
  fix,
  stripe
]
