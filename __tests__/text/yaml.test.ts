import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { SourceFile } from '../../src/text/location.ts'
import { child, entriesOf, itemsOf, locationOf, parseYaml, textOf } from '../../src/text/yaml.ts'

const scalarOf = (text: string, key = 'key') => {
  const node = textOf(child(parseYaml(new SourceFile('a.yml', text)).documents[0]?.root, key))
  if (node === null) throw new Error(`no scalar in ${JSON.stringify(text)}`)
  return node
}

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'docker run',
    '127.0.0.1:8000:8000',
    '# x',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\\',
    '"',
    "'",
    ': ',
    '- ',
    'é',
    '😀',
    '\u2028',
    '\x07',
    '|',
    '>',
    '%',
    '@'
  ),
  fc.string({ maxLength: 5 })
)
const value = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('').replace(/\r/g, ''))
const style = fc.constantFrom('BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN') as fc.Arbitrary<
  'BLOCK_LITERAL' | 'BLOCK_FOLDED' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'PLAIN'
>

describe('positions in scalars', () => {
  test('every mapped character is the character that stands there, in every style', () => {
    let mapped = 0
    fc.assert(
      fc.property(
        value,
        style,
        fc.boolean(),
        fc.integer({ min: 20, max: 80 }),
        (written, defaultStringType, crlf, lineWidth) => {
          const yaml = stringify({ before: 'x', key: written, after: ['y'] }, { defaultStringType, lineWidth })
          const text = crlf ? yaml.replaceAll('\n', '\r\n') : yaml
          const scalar = scalarOf(text)
          for (let index = 0; index < scalar.text.length; index++) {
            const [start, end] = scalar.span(index, index + 1)
            if (end - start !== 1 || text[start] === '\r' || text[start] === '\n') continue
            if (/\s/.test(scalar.text[index] ?? '')) continue
            expect(text[start]).toBe(scalar.text[index])
            mapped++
          }
        }
      ),
      { numRuns: 3000 }
    )
    expect(mapped).toBeGreaterThan(10_000)
  })

  const mapping = '127.0.0.1:8000:8000'
  test.each([
    ['literal', `key: |\n  docker run \\\n    -p ${mapping} \\\n    app\n`, 3, 8],
    ['literal, stripped, indented by hand', `key: |2-\n   docker run \\\n    -p ${mapping}\n`, 3, 8],
    ['literal after a comment', `key: | # why\n\n  docker run -p ${mapping}\n`, 3, 17],
    ['folded', `key: >\n  docker run\n  -p ${mapping}\n  app\n`, 3, 6],
    ['folded, stripped', `key: >-\n  docker run\n\n  -p ${mapping}\n`, 4, 6],
    ['plain over lines', `key: docker run\n  -p ${mapping}\n  app\n`, 2, 6],
    ['single quoted', `key: 'it''s docker run -p ${mapping}'\n`, 1, 27],
    ['double quoted with escapes', `key: "\\u0041\\t\\"docker\\" run \\\n  -p ${mapping}"\n`, 2, 6],
    ['after an astral character', `key: "😀 -p ${mapping}"\n`, 1, 13],
    ['after CRLF lines', `a: b\r\nkey: |\r\n  docker run \\\r\n    -p ${mapping}\r\n`, 4, 8]
  ])('%s', (_style, text, line, column) => {
    const scalar = scalarOf(text)
    const start = scalar.text.indexOf(mapping)
    expect(start).toBeGreaterThan(-1)
    expect(scalar.location(start, start + mapping.length)).toEqual({
      file: 'a.yml',
      line,
      column,
      endLine: line,
      endColumn: column + mapping.length
    })
  })
})

describe('documents', () => {
  test('an alias is the very node of its anchor', () => {
    const root = parseYaml(new SourceFile('a.yml', 'a: &x [1]\nb: *x\n')).documents[0]?.root
    expect(child(root, 'a')).toBe(child(root, 'b'))
  })

  test('an alias inside its own anchor is nothing, not an endless loop', () => {
    const root = parseYaml(new SourceFile('a.yml', 'a: &x [1, *x]\n')).documents[0]?.root
    expect(itemsOf(child(root, 'a')).map(textOf)).toEqual([expect.anything(), null])
  })

  test('an alias bomb takes no more room than its text', () => {
    const levels = Array.from(
      { length: 40 },
      (_, n) => `l${n}: &l${n} [${n === 0 ? 'x' : `*l${n - 1}, *l${n - 1}`}]`
    ).join('\n')
    expect(parseYaml(new SourceFile('a.yml', levels)).error).toBeNull()
  })

  test.each([
    ['a tab for indentation', 'a:\n\tb: c\n', 2],
    ['an unclosed quote', 'a: b\nc: "d\n', 2],
    ['a stray bracket', 'a: b\nc: [1\nd: 2\n', 3]
  ])('says at which line it gave up: %s', (_what, text, line) => {
    const { error, documents } = parseYaml(new SourceFile('a.yml', text))
    expect(documents).toEqual([])
    expect(error?.line).toBeGreaterThanOrEqual(line - 1)
    expect(error?.message).not.toMatch(/at line|\n/)
  })

  test('an error that quotes the rest of the file is cut', () => {
    const { error } = parseYaml(new SourceFile('a.yml', `a: b\n"${'c'.repeat(1000)}\n`))
    expect(error?.message.length).toBeLessThanOrEqual(200)
  })

  test('a text without characters stands where it is, not at the start of the file', () => {
    const root = parseYaml(new SourceFile('a.yml', 'a: 1\nb: ""\nc:\n')).documents[0]?.root
    const [, b, c] = entriesOf(root)
    const places = [b?.value, c?.value].map(node => (node === undefined ? null : locationOf(node)))
    expect(places.map(place => [place?.line, place?.column])).toEqual([
      [2, 4],
      [3, 3]
    ])
  })

  test('survives a nesting that no stack holds', () => {
    expect(parseYaml(new SourceFile('a.yml', '['.repeat(200_000))).error).not.toBeNull()
  })

  test('merge keys give way to the map itself', () => {
    const root = parseYaml(new SourceFile('a.yml', 'a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}\n')).documents[0]?.root
    expect(textOf(child(child(root, 'b'), 'x'))?.text).toBe('3')
    expect(textOf(child(child(root, 'b'), 'y'))?.text).toBe('2')
  })
})
