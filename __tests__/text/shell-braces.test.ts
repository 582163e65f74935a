import { expect, test } from 'vitest'
import { SourceFile } from '../../src/text/location.ts'
import { HOLE, MappedText } from '../../src/text/mapped-text.ts'
import { expandBraces } from '../../src/text/shell-braces.ts'

const textsOf = (written: string): readonly string[] =>
  expandBraces(MappedText.whole(new SourceFile('deploy.sh', written))).map(({ text }) => text)

test.each([
  ['{1..3}', ['1', '2', '3']],
  ['{3..1}', ['3', '2', '1']],
  ['{8..8}', ['8']],
  ['{1..10..4}', ['1', '5', '9']],
  ['{10..1..-4}', ['10', '6', '2']],
  ['{1..40..13}', ['1', '14', '27', '40']],
  ['{1..2..0}', ['1', '2']],
  ['{-1..1}', ['-1', '0', '1']],
  ['{08..10}', ['08', '09', '10']],
  ['{8..010}', ['008', '009', '010']],
  ['{1..64}', Array.from({ length: 64 }, (_, nth) => String(nth + 1))],
  ['{1..65}', [HOLE]],
  ['{1..999999999}', [HOLE]],
  ['{blue,green}', ['blue', 'green']],
  ['{,-old}', ['', '-old']],
  ['{a,}', ['a', '']],
  ['{x1..3}', [HOLE]],
  ['{1..3x}', [HOLE]],
  ['{a..c}', [HOLE]],
  ['{$A,b}', [HOLE]],
  ['{a,{b,c}}', [HOLE]],
  ['{"a",b}', [HOLE]]
])('%s', (written, expected) => {
  expect(textsOf(written)).toEqual(expected)
})

test('each of a list has its own place', () => {
  const [, green] = expandBraces(MappedText.whole(new SourceFile('deploy.sh', '{blue,green}')))
  expect(green?.location()).toMatchObject({ column: 7, endColumn: 12 })
})
