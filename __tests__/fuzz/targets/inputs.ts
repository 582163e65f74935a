import { InputError } from '../../../src/errors.ts'
import { inputSpecs } from '../../../src/inputs/index.ts'
import { readInputs } from '../../../src/inputs/read-inputs.ts'
import { targetsOf } from '../../../src/inputs/targets.ts'
import { logLines } from '../../../src/reports/escape.ts'
import { grammar } from '../grammar.ts'
import { Broken, same, type Target } from '../target.ts'

const names = inputSpecs.map(({ name }) => name)

const rules = {
  start: ['<input>', '<input>\n<start>', '<input>\n<start>'],
  input: names.flatMap(name => [`${name}: <value>`, `${name}: <own>`, `${name}: <own>\n  <own>`]),
  value: [
    '',
    'auto',
    'none',
    '1',
    '0',
    '-1',
    '1e3',
    'true',
    'x',
    'https://shop.example.com/webhooks/stripe',
    '/health',
    '\u0000',
    '::error::x',
    '${{ secrets.X }}'
  ],
  own: [
    'lint',
    'probe',
    'nginx',
    'nginx:8000',
    'caddy\n  nginx:443',
    'loopback-without-proxy: off',
    'x: error',
    'http://127.0.0.1',
    'https://u:p@h/x?token=abcd',
    'https://[::1]:8443/',
    'http://[',
    '400,401',
    '99',
    '/(a+)+$/i',
    '/[/',
    '/a/gg',
    '//evil',
    'shop.example.com:443:198.51.100.10',
    'h:1:[::1]',
    'deploy@shop.example.com:22',
    'a@-b',
    '-oProxyCommand=x@h',
    'local',
    '**/*.yml',
    '!x',
    '../..',
    '/etc/passwd',
    'a\\b',
    '[',
    '{a,b}',
    'checkout.session.completed',
    '*',
    'rk_test_x',
    '1,2,3',
    '65536',
    'x'.repeat(200),
    'é',
    '\u202e',
    'never',
    'always',
    'error',
    'on-failure',
    'out.sarif',
    '.',
    'github',
    'twilio'
  ]
}

/** What people write into `with:`, one input a line, further lines indented. */
export const inputs: Target = {
  id: 'inputs',
  seeds: [
    'webhook-url: https://shop.example.com/webhooks/stripe\nwait: 0',
    'paths: **/*.yml\n  !x',
    'ssh: deploy@shop.example.com:22\ncontainer: app'
  ],
  words: [...names.map(name => `\n${name}: `), ...rules.own, ...rules.value, '\n  '],
  grammar: grammar(rules),
  runs: 300,
  check(input) {
    const values = new Map<string, string>()
    for (const text of input.split(/\n(?! )/)) {
      const at = text.indexOf(': ')
      if (at > 0) values.set(text.slice(0, at), text.slice(at + 2).replaceAll('\n  ', '\n'))
    }
    const read = () => readInputs({ input: name => values.get(name) ?? '', mask: () => undefined })
    try {
      const inputs = read()
      same('the same inputs are read the same twice', inputs, read())
      targetsOf(inputs, [8000])
      inputs.paths.includes('a/b.yml')
      inputs.paths.unmatched(['a/b.yml'])
      return [...values.keys()].map(name => `${name} taken`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (error.problems.some(problem => problem === '' || problem.length > 3000))
        throw new Broken('a problem has its words', error.problems)
      logLines(error.message)
      return error.problems.map(problem => problem.split(':')[0] ?? '')
    }
  }
}
