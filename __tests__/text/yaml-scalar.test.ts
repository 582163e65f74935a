import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceFile } from '../../src/text/location.ts'
import type { MappedText } from '../../src/text/mapped-text.ts'
import { child, parseYaml, textOf } from '../../src/text/yaml.ts'

const scalarOf = (text: string): MappedText | null => {
  const { documents, error } = parseYaml(new SourceFile('a.yml', text))
  return error === null ? textOf(child(documents[0]?.root, 'key')) : null
}

/** What of the file each character stands for, where that is not the character itself: `3=\\n` is the fourth. */
const mapped = (text: string): readonly string[] => {
  const scalar = scalarOf(text)
  if (scalar === null) throw new Error(`no scalar in ${JSON.stringify(text)}`)
  return Array.from({ length: scalar.text.length }, (_, index) => {
    const [start, end] = scalar.span(index, index + 1)
    const piece = text.slice(start, end)
    return piece === scalar.text[index] ? [] : [`${index}=${JSON.stringify(piece)}`]
  }).flat()
}

const decoded = (text: string): string | undefined => scalarOf(text)?.text

describe('each character stands for what it was written as', () => {
  test.each<[style: string, yaml: string, value: string, pieces: readonly string[]]>([
    ['plain', 'key: a b', 'a b', []],
    ['plain, folded', 'key: a \t\n   b', 'a b', ['1="\\n   "']],
    ['plain, folded, of Windows', 'key: a\r\n   b\r\n', 'a b', ['1="\\r\\n   "']],
    ['single quoted', "key: 'it''s'", "it's", [`2="''"`]],
    ['single quoted, a backslash', "key: 'a\\b'", 'a\\b', []],
    ['double quoted, an escape', 'key: "a\\tb"', 'a\tb', ['1="\\\\t"']],
    [
      'double quoted, by number',
      'key: "\\x41\\u0042\\U00000043d"',
      'ABCd',
      ['0="\\\\x41"', '1="\\\\u0042"', '2="\\\\U00000043"']
    ],
    [
      'double quoted, the last character there is',
      'key: "\\U0010FFFFb"',
      '\u{10ffff}b',
      ['0="\\\\U0010FFFF"', '1="\\\\U0010FFFF"']
    ],
    ['double quoted, folded', 'key: "a  \n  b"', 'a b', ['1="\\n  "']],
    ['double quoted, a break that is escaped', 'key: "a\\\n  b"', 'ab', []],
    ['double quoted, a break of Windows that is escaped', 'key: "a\\\r\n \t b"', 'ab', []],
    ['double quoted, a blank before a break that is escaped away', 'key: "a \\\n  b"', 'a b', []],
    ['literal', 'key: |\n  a\n  b\n', 'a\nb\n', ['3=""']],
    ['literal, of Windows', 'key: |\r\n  a\r\n  b\r\n', 'a\nb\n', ['3=""']],
    ['literal, more indented', 'key: |\n  a\n    b\n', 'a\n  b\n', ['5=""']],
    ['literal, indented by a number', 'key: |1\n  a\n', ' a\n', ['2=""']],
    ['literal, stripped', 'key: |-\n  a\n\n', 'a', []],
    ['literal with a comment', 'key: | # why\n  a\n', 'a\n', ['1=""']],
    ['folded', 'key: >\n  a\n  b\n', 'a b\n', ['1="\\n"', '3=""']],
    ['folded, stripped', 'key: >-\n  a\n  b\n', 'a b', ['1="\\n"']]
  ])('%s', (_, yaml, value, pieces) => {
    expect(decoded(yaml)).toBe(value)
    expect(mapped(yaml)).toEqual(pieces)
  })

  test.each([
    ['0', '\0'],
    ['a', '\x07'],
    ['b', '\b'],
    ['e', '\x1b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v'],
    ['N', '\x85'],
    ['_', '\xa0'],
    ['L', '\u2028'],
    ['P', '\u2029'],
    ['"', '"'],
    ['/', '/'],
    ['\\', '\\'],
    [' ', ' ']
  ])('the escape %j', (letter, character) => {
    const yaml = `key: "x\\${letter}y"`
    expect(decoded(yaml)).toBe(`x${character}y`)
    expect(mapped(yaml)).toEqual([`1=${JSON.stringify(`\\${letter}`)}`])
  })
})

/** Whether each character stands for itself, for blanks, or for one escape, one after the other. */
function expectExact(yaml: string): boolean {
  const scalar = scalarOf(yaml)
  // What is blank altogether may stand where it likes: nothing is ever found in it.
  if (scalar === null || scalar.text.trim().length < 2) return false
  let last = 0
  for (let index = 0; index < scalar.text.length; index++) {
    const span: readonly [number, number] = scalar.span(index, index + 1)
    const piece: string = yaml.slice(...span)
    const character: string = scalar.text[index] ?? ''
    const fits =
      piece === character ||
      (/\s/.test(character) && /^\s*$/.test(piece)) ||
      /^\\[^\n]\w*$/.test(piece) ||
      (piece === "''" && character === "'")
    if (!fits) expect.fail(`${JSON.stringify(yaml)}: ${JSON.stringify(character)} stands for ${JSON.stringify(piece)}`)
    expect(span[0]).toBeGreaterThanOrEqual(last)
    last = span[0]
  }
  return true
}

const windows = (text: string, crlf: boolean): string => (crlf ? text.replaceAll('\n', '\r\n') : text)

test('block scalars, however they are indented, folded and chomped', () => {
  const line = fc.constantFrom('', '  ', '   ', '  a', '  b c', '    d', '  \te', '   f ', '  # g', '  h: i\t')
  let exact = 0
  fc.assert(
    fc.property(
      fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '>2-', '|+1', '>1'),
      fc.array(line, { maxLength: 8 }),
      fc.boolean(),
      fc.constantFrom('', 'after: x\n'),
      (header, lines, crlf, after) => {
        const yaml = windows(`key: ${header}\n${lines.map(each => `${each}\n`).join('')}${after}`, crlf)
        if (expectExact(yaml)) exact++
      }
    ),
    { numRuns: 3000 }
  )
  expect(exact).toBeGreaterThan(1500)
})

test('flow scalars, however they are quoted, escaped and broken', () => {
  const piece = fc.constantFrom(
    'a',
    'b c',
    ' ',
    '\t',
    '\n  ',
    '\n\n  ',
    ' \n \t',
    '\\n',
    '\\x41',
    "''",
    '\\\n  ',
    '\\ ',
    ':'
  )
  let exact = 0
  fc.assert(
    fc.property(
      fc.constantFrom('"', "'", ''),
      fc.array(piece, { maxLength: 8 }),
      fc.boolean(),
      (quote, pieces, crlf) => {
        if (expectExact(windows(`key: ${quote}x${pieces.join('')}y${quote}\n`, crlf))) exact++
      }
    ),
    { numRuns: 3000 }
  )
  expect(exact).toBeGreaterThan(1500)
})
