import { expect, test } from 'vitest'
import { evaluate, substituteExpressions } from '../../src/text/expressions.ts'
import { SourceFile } from '../../src/text/location.ts'
import { HOLE, MappedText } from '../../src/text/mapped-text.ts'

const known: Record<string, string> = { 'env.BIND': '127.0.0.1', 'matrix.port': '8000', 'inputs.empty': '' }
const lookup = (path: readonly string[]): string | undefined => known[path.join('.')]

test.each([
  ['env.BIND', '127.0.0.1', []],
  ["format('{0}:{1}', env.BIND, matrix.port)", '127.0.0.1:8000', []],
  ["env['BIND']", '127.0.0.1', []],
  ["vars.BIND || '127.0.0.1'", '127.0.0.1', ['vars.BIND']],
  ['inputs.empty || vars.A || env.BIND', '127.0.0.1', ['vars.A']],
  ["env.BIND == '127.0.0.1' && 'a' || 'b'", 'a', []],
  ['8000', '8000', []],
  ["env.BIND || hashFiles('x')", '127.0.0.1', []],
  ['env.BIND || success()', '127.0.0.1', []],
  ['env.BIND || always()', '127.0.0.1', []],
  ['env.BIND || cancelled()', '127.0.0.1', []],
  ['env.BIND || failure()', '127.0.0.1', []],
  ['fromJSON(\'["a", 1]\')', '["a","1"]', []],
  ["vars.A || vars.B || 'x'", 'x', ['vars.A', 'vars.B']],
  ["(vars.A || vars.B) || 'x'", 'x', ['vars.A', 'vars.B', 'vars.B']],
  ["inputs.empty || ''", '', []],
  ["github.event.inputs['port'] || '80'", '80', ['github.event.inputs.port']],
  ...[
    'github',
    'env',
    'vars',
    'job',
    'jobs',
    'steps',
    'runner',
    'secrets',
    'strategy',
    'matrix',
    'needs',
    'inputs'
  ].map((context): [string, string, string[]] => [`${context}.x || 'd'`, 'd', [`${context}.x`]])
])('%s is known', (expression, text, assumed) => {
  expect(evaluate(expression, lookup)).toEqual({ text, assumed })
})

test.each([
  'secrets.PORT',
  "vars.X && 'a' || 'b'",
  "hashFiles('x')",
  'steps.a.outputs.b',
  'nonsense.x',
  "hashFiles('x') || 'a'",
  "HashFiles('x') || 'a'",
  "success() || 'a'",
  "env[matrix.port] || 'a'",
  "env.BIND[matrix.port].x || 'a'",
  "(vars.X && 'a') || 'b'",
  "vars.X != 'a' || 'b'",
  "!vars.X || 'b'",
  "(vars.A || vars.X == 'a') || 'b'",
  "format('{0}', vars.X) || 'b'",
  "contains(vars.X, 'a') || 'b'",
  'vars.A || vars.B',
  `'${'x'.repeat(2_000)}'`,
  "'",
  '',
  'fromJSON(env.BIND)',
  'github'
])('%s is unknown', expression => {
  expect(evaluate(expression, lookup)).toBeNull()
})

test('values stand for their expression; a quoted }} does not end one', () => {
  const source = new SourceFile(
    'a.yml',
    "-p ${{ env.BIND }}:${{ matrix.port }}:${{ secrets.X || '}}' }} ${{ secrets.Y }} ${{ open"
  )
  const text = substituteExpressions(MappedText.whole(source), lookup)
  expect(text.text).toBe(`-p 127.0.0.1:8000:}} ${HOLE} \${{ open`)
  expect(text.location(3, 20)).toMatchObject({ column: 4, endColumn: 63 })
})

test('a text without an expression is itself', () => {
  const text = MappedText.whole(new SourceFile('a.yml', 'a $b {{ c }}'))
  expect(substituteExpressions(text, lookup)).toBe(text)
})

test('the longest expression that is read', () => {
  expect(evaluate(`'${'x'.repeat(1_998)}'`, lookup)?.text).toHaveLength(1_998)
})

test('what a value rests on goes into the text', () => {
  const text = MappedText.whole(new SourceFile('a.yml', "-p ${{ vars.BIND || '127.0.0.1' }}:80:80"))
  expect(substituteExpressions(text, lookup)).toMatchObject({ text: '-p 127.0.0.1:80:80', assumed: ['vars.BIND'] })
})
