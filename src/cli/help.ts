import { inputSpecs } from '../inputs/index.ts'
import type { InputSpec } from '../inputs/input-spec.ts'
import { commands } from './commands.ts'

const width = 96

/** What `--help` prints: the commands, then every input as an option. */
export const helpText = (version: string): string =>
  [
    `webhook-reach-check ${version}: will the webhook sender's request arrive?`,
    '',
    ...commands.flatMap(({ name, operand, least, most, description, formats, options = [] }) => {
      const shown = most > 1 ? `${operand}…` : operand
      return [
        `  ${name} ${least === 0 ? `[${shown}]` : shown} [options] [--format ${formats.join('|')}]`,
        ...wrapped(description, '      '),
        ...options.flatMap(own => wrapped(`--${own.name}${own.flag ? '' : ' VALUE'}: ${own.description}`, '      '))
      ]
    }),
    '',
    'Options, the inputs of the action under the same names:',
    '',
    ...inputSpecs.flatMap(option),
    '  --help, -h     this text',
    '  --version, -V  the version',
    '',
    'Exit code: 0 for pass and warn, 1 for fail, 2 for a command line or a value that is not taken.',
    ''
  ].join('\n')

function option({ name, description, default: standard, lines, takes }: InputSpec): readonly string[] {
  const known = standard === '' || standard.includes('${{') ? '' : ` Default: ${standard}.`
  return [
    `  --${name} VALUE${lines ? ' (may be repeated)' : ''}`,
    ...wrapped(`${description.replaceAll('`', '')} Takes ${takes}.${known}`, '      '),
    ''
  ]
}

/** Whole words only. */
function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, indent + line]
}
