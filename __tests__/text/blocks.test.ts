import { describe, expect, test } from 'vitest'
import { type Blocks, type Directive, directiveLocation, parseNginxBlocks } from '../../src/text/blocks.ts'
import { parseCaddyBlocks } from '../../src/text/caddy-blocks.ts'
import { parseLines } from '../../src/text/lines.ts'
import { SourceFile } from '../../src/text/location.ts'
import { MappedText } from '../../src/text/mapped-text.ts'
import { parseToml } from '../../src/text/toml.ts'
import { child, itemsOf, textOf } from '../../src/text/yaml.ts'

const whole = (text: string): MappedText => MappedText.whole(new SourceFile('file', text))

/** `name(arg|arg){…}`, so that a tree fits a line. */
const print = (directives: readonly Directive[]): string =>
  directives
    .map(({ name, args, block }) => {
      const words = args.length === 0 ? '' : `(${args.map(word => word.text).join('|')})`
      return `${name}${words}${block === null ? '' : `{${print(block)}}`}`
    })
    .join(' ')
const problems = ({ problems }: Blocks): string[] => problems.map(({ index, reason }) => `${index}: ${reason}`)

describe('nginx', () => {
  test.each([
    ['a b c;d{e;}', 'a(b|c) d{e}'],
    ['a #x;\n b;', 'a(b)'],
    ['a x#y;', 'a(x#y)'],
    [`a "x;y" 'z}' q"w;`, 'a(x;y|z}|q"w)'],
    ['a "\\"" "\\d\\n" \\;;', 'a("|\\d\n|\\;)'],
    ['a ${b}c $d{ e; }', 'a(${b}c|$d){e}'],
    ['a {b{c{}}}', 'a{b{c{}}}'],
    ['a x}y;', 'a(x}y)'],
    ['content_by_lua_block { if x then y("}") -- }\n end } b;', 'content_by_lua_block b'],
    ['\uFEFFa;', 'a'],
    ['', '']
  ])('%j', (text, tree) => {
    const blocks = parseNginxBlocks(whole(text))
    expect(print(blocks.directives)).toBe(tree)
    expect(problems(blocks)).toEqual([])
  })

  test.each([
    ['a { b', 'a{b}', ['4: a directive has no ";" at its end', '2: a block is opened here and never closed']],
    ['a { b }', 'a{b}', ['4: a directive has no ";" at its end']],
    ['a; } b;', 'a b', ['3: a "}" closes a block that was never opened']],
    ['a "b', '', ['2: a quote is opened here and never closed']]
  ])('%j, broken', (text, tree, expected) => {
    const blocks = parseNginxBlocks(whole(text))
    expect(print(blocks.directives)).toBe(tree)
    expect(problems(blocks)).toEqual(expected)
  })

  test('places a directive from its name to its last argument', () => {
    const [directive] = parseNginxBlocks(whole('\r\n  listen\r\n    443 "ssl";')).directives
    expect(directive && directiveLocation(directive)).toEqual({
      file: 'file',
      line: 2,
      column: 3,
      endLine: 3,
      endColumn: 14
    })
  })

  test('reads blocks deeper than any server takes without growing the stack', () => {
    const blocks = parseNginxBlocks(whole(`${'a {'.repeat(50_000)}${'}'.repeat(50_000)}b;`))
    expect(blocks.problems).toEqual([])
    expect(blocks.directives.map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('Caddyfile', () => {
  test.each([
    ['a b\nc', 'a(b) c'],
    ['a {\n b c\n}\nd', 'a{b(c)} d'],
    ['a,\nb {\n c\n}', 'a,(b){c}'],
    ['{\n x y\n}', '{x(y)}'],
    ['a "b\nc" `d"` e', 'a(b\nc|d"|e)'],
    ['a "\\"" "\\n"', 'a("|\\n)'],
    ['a # b\nc x#y', 'a c(x#y)'],
    ['a \\\n b', 'a(b)'],
    ['a {b} {c}d', 'a({b}|{c}d)'],
    ['a "{"\nb `}`', 'a({) b(})'],
    ['a <<X\n}\n{ "\n X 200\nb', 'a(}\n{ "\n |200) b'],
    ['a <<X', 'a(<<X)'],
    ['a {\n}\r\nb {\r\n c\r\n}', 'a{} b{c}'],
    ['a { }', 'a{}']
  ])('%j', (text, tree) => {
    const blocks = parseCaddyBlocks(whole(text))
    expect(print(blocks.directives)).toBe(tree)
    expect(problems(blocks)).toEqual([])
  })
})

describe('lines', () => {
  test.each([
    ['a b # c\n\n  d', 'anywhere', 'a(b) d'],
    ['a b#c', 'anywhere', 'a(b)'],
    ['a b#c\n# d', 'line-start', 'a(b#c)'],
    ['a \\\n b\\\nc', 'anywhere', 'a(b|c)'],
    ['a "b c" \'d e\' f\\ g', 'anywhere', 'a(b c|d e|f g)'],
    ['a b"c d"e', 'anywhere', 'a(bc de)'],
    ['a "${B}" %[x]', 'anywhere', 'a(${B}|%[x])'],
    ['# a \\\n b\nc', 'line-start', 'c'],
    ['a "^/x\\.y$"', 'line-start', 'a(^/x\\.y$)'],
    ['a\r\nb\r\n', 'anywhere', 'a b']
  ] as const)('%j, comments %s', (text, comments, tree) => {
    expect(print(parseLines(whole(text), comments))).toBe(tree)
  })
})

describe('TOML', () => {
  test('finds values again where they stand', () => {
    const text = '# url = "a"\n[[x]]\nurl = "a" # a\n[[x]]\nurl = \'b\'\nn = 8_0\n'
    const [document] = parseToml(whole(text)).documents
    const places = itemsOf(child(document?.root, 'x')).map(item => textOf(child(item, 'url'))?.location())
    expect(places.map(at => `${at?.line}:${at?.column}-${at?.endColumn}`)).toEqual(['3:8-9', '5:8-9'])
  })

  test('says where it is broken', () => {
    expect(parseToml(whole('a = 1\nb = [')).error?.line).toBe(2)
  })
})
