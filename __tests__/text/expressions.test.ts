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
  ['8000', '8000', []]
])('%s is known', (expression, text, assumed) => {
  expect(evaluate(expression, lookup)).toEqual({ text, assumed })
})

test.each([
  'secrets.PORT',
  "vars.X && 'a' || 'b'",
  "hashFiles('x')",
  'steps.a.outputs.b',
  'nonsense.x',
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
