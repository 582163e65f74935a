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

  const rootOf = (text: string) => {
    const { documents, error } = parseYaml(new SourceFile('a.yml', text))
    expect(error).toBeNull()
    return documents[0]?.root
  }
  const errorOf = (text: string) => parseYaml(new SourceFile('a.yml', text))

  test.each([
    ['a: text', 'text'],
    ['a: 8000', 8000],
    ['a: true', true],
    ['a: ~', null],
    ['a:', null],
    ['a: "8000"', '8000']
  ])('%j is the value %j', (text, value) => {
    expect(child(rootOf(text), 'a')).toMatchObject({ kind: 'scalar', value, tag: null })
  })

  test('null that is written has a text, null that is not has none', () => {
    expect(textOf(child(rootOf('a: ~'), 'a'))?.text).toBe('~')
    expect(textOf(child(rootOf('a:'), 'a'))).toBeNull()
  })

  test('tags are kept, in every kind of node', () => {
    const root = rootOf('!m\na: !s x\nb: !l [1]\nc: {d: 1}\ne: [2]\n')
    expect(root).toMatchObject({ kind: 'map', tag: '!m' })
    expect(['a', 'b', 'c', 'e'].map(key => child(root, key)?.tag)).toEqual(['!s', '!l', null, null])
  })

  test('maps and lists stand where they begin and end', () => {
    const root = rootOf('a: [1, 2]\nb: {c: d}\n')
    const places = ['a', 'b'].map(key => child(root, key)).map(node => (node ? locationOf(node) : null))
    expect(places).toMatchObject([
      { line: 1, column: 4, endLine: 1, endColumn: 10 },
      { line: 2, column: 4, endLine: 2, endColumn: 10 }
    ])
  })

  test('a text of nothing has no root', () => {
    expect(errorOf('')).toMatchObject({ documents: [], error: null })
    expect(errorOf('# only words\n').documents).toEqual([])
  })

  test('a key twice is told with the line of the second', () => {
    expect(errorOf('a: 1\nb: 2\na: 3\n')).toEqual({
      documents: [],
      error: { line: 3, message: 'Map keys must be unique' }
    })
    expect(errorOf('a: {b: 1, b: 2}\n').error?.line).toBe(1)
    expect(errorOf('a: {b: 1}\nc: {b: 2}\n').error).toBeNull()
  })

  test("a broken text gives the parser's own words, whole where they are short", () => {
    const { error } = errorOf('a: b\nc: [1\nd: 2\n')
    expect(error?.message).toMatch(/^Flow sequence in block collection must be sufficiently indented/)
    const long = errorOf(`a: |x${'c'.repeat(400)}\n b`).error?.message ?? ''
    expect([long.length, long.slice(0, 47), long.at(-1)]).toEqual([
      200,
      'Block scalar header includes extra characters: ',
      '…'
    ])
  })

  test('what is nested too deeply is told so', () => {
    expect(errorOf('['.repeat(200_000))).toEqual({
      documents: [],
      error: { line: 1, message: 'it is nested too deeply' }
    })
  })

  test('parsing leaves the stack traces of others as long as they were', () => {
    const before = Error.stackTraceLimit
    rootOf('a: b')
    errorOf('a: [')
    expect(Error.stackTraceLimit).toBe(before)
  })

  test('merge keys take maps, lists of maps, and nothing else', () => {
    const root = rootOf('a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b, 7]\nd:\n  <<: 7\n  z: 3\n')
    const keys = (key: string) =>
      entriesOf(child(root, key)).map(entry => [entry.key.text.text, textOf(entry.value)?.text])
    expect(keys('c')).toEqual([
      ['x', '1'],
      ['y', '2']
    ])
    expect(keys('d')).toEqual([['z', '3']])
  })

  test('a key that is no scalar is left out, and its neighbours stay', () => {
    const root = rootOf('? [a, b]\n: 1\nc: 2\n')
    expect(entriesOf(root).map(({ key }) => key.text.text)).toEqual(['c'])
  })

  test('an anchor that is given anew is the newer one from there on', () => {
    const root = rootOf('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')
    expect(['b', 'd'].map(key => textOf(child(root, key))?.text)).toEqual(['1', '2'])
  })
})
