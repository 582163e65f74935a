import { describe, expect, test } from 'vitest'
import { SourceFile } from '../../src/text/location.ts'
import { MappedText } from '../../src/text/mapped-text.ts'
import { parseToml } from '../../src/text/toml.ts'
import { child, entriesOf, itemsOf, type YamlNode } from '../../src/text/yaml.ts'

const read = (text: string) => parseToml(MappedText.whole(new SourceFile('traefik.toml', text)))

const rootOf = (text: string): YamlNode => {
  const { documents, error } = read(text)
  expect(error).toBeNull()
  const root = documents[0]?.root
  if (root === undefined || root === null) throw new Error('there is no document')
  return root
}

/** `line:column-endColumn value`, where a scalar stands. */
function shown(node: YamlNode | null): string {
  if (node?.kind !== 'scalar') throw new Error(`a scalar was expected, not a ${node?.kind}`)
  const { line, column, endColumn } = node.text.location()
  expect(node.tag).toBeNull()
  expect(node.text.text).toBe(String(node.value))
  return `${line}:${column}-${endColumn} ${JSON.stringify(node.value)}`
}

const at = (text: string, ...path: readonly string[]): string =>
  shown(path.reduce<YamlNode | null>((node, key) => child(node, key), rootOf(text)))

describe('a value stands where it is written', () => {
  test.each([
    ['a string', 'address = ":443"', '1:12-16 ":443"'],
    ['a literal string', "address = ':443'", '1:12-16 ":443"'],
    ['a number', 'address = 8000', '1:11-15 8000'],
    ['a fraction', 'address = -1.5', '1:11-15 -1.5'],
    ['a switch', 'address = true', '1:11-15 true'],
    ['a string that is a number', 'address = "8000"', '1:12-16 "8000"'],
    ['with a quote of the other kind', `address = "it's"`, `1:12-16 "it's"`],
    ['after a comment that says the same', '# ":443"\naddress = ":443"', '2:12-16 ":443"'],
    ['a hash in a string is no comment', 'other = "a # b"\naddress = ":443"', '2:12-16 ":443"'],
    ['after a string of several lines', 'other = """\n":443"\n"""\naddress = ":443"', '4:12-16 ":443"'],
    ['after a literal string of several lines', "other = '''\n':443'\n'''\naddress = ':443'", '4:12-16 ":443"'],
    ['after a quote that is escaped', 'other = "a\\"b"\naddress = ":443"', '2:12-16 ":443"'],
    ['with the line endings of Windows', 'other = "x"\r\naddress = ":443"\r\n', '2:12-16 ":443"']
  ])('%s', (_, text, place) => {
    expect(at(text, 'address')).toBe(place)
  })

  test.each([
    ['an escape', 'address = "a\\tb"', '1:1-2 "a\\tb"'],
    ['several lines', 'address = """\na\nb"""', '1:1-2 "a\\nb"'],
    ['another base', 'address = 0x1F40', '1:1-2 8000'],
    ['a group of digits', 'address = 8_000', '1:1-2 8000']
  ])('what is written in another way stands at the start of the file: %s', (_, text, place) => {
    expect(at(text, 'address')).toBe(place)
  })

  test('the same text twice: each at its own place, in order', () => {
    const root = rootOf('a = ":80"\nb = ":80"\n[c]\nd = ":80"\n')
    expect([child(root, 'a'), child(root, 'b'), child(child(root, 'c'), 'd')].map(shown)).toEqual([
      '1:6-9 ":80"',
      '2:6-9 ":80"',
      '4:6-9 ":80"'
    ])
  })

  test('an empty string stands between its quotes', () => {
    const node = child(rootOf('a = 1\nb = ""\n'), 'b')
    expect(node?.kind === 'scalar' ? [node.value, node.text.location().line] : null).toEqual(['', 2])
  })
})

describe('shapes', () => {
  const text = `[entryPoints.web]
address = ":80"

[[http.services.shop.loadBalancer.servers]]
url = "http://127.0.0.1:8000"

[[http.services.shop.loadBalancer.servers]]
url = "http://127.0.0.1:8001"

[tls]
options = { minVersion = "VersionTLS12", ciphers = ["a", "b"] }
renewed = 2026-01-02
`

  test('tables are maps, with their keys in order', () => {
    const root = rootOf(text)
    expect(root).toMatchObject({ kind: 'map', tag: null, at: { file: 'traefik.toml', line: 1, column: 1 } })
    expect(entriesOf(root).map(({ key }) => [key.value, key.kind])).toEqual([
      ['entryPoints', 'scalar'],
      ['http', 'scalar'],
      ['tls', 'scalar']
    ])
    expect(at(text, 'entryPoints', 'web', 'address')).toBe('2:12-15 ":80"')
    expect(at(text, 'tls', 'options', 'minVersion')).toBe('11:27-39 "VersionTLS12"')
  })

  test('arrays, of tables and of texts, are lists', () => {
    const root = rootOf(text)
    const balancer = child(child(child(child(root, 'http'), 'services'), 'shop'), 'loadBalancer')
    const servers = child(balancer, 'servers')
    expect(servers).toMatchObject({ kind: 'list', tag: null, at: { line: 1, column: 1 } })
    expect(itemsOf(servers).map(server => shown(child(server, 'url')))).toEqual([
      '5:8-29 "http://127.0.0.1:8000"',
      '8:8-29 "http://127.0.0.1:8001"'
    ])
    expect(itemsOf(child(child(child(root, 'tls'), 'options'), 'ciphers')).map(shown)).toEqual([
      '11:54-55 "a"',
      '11:59-60 "b"'
    ])
  })

  test('a date is the text that it was written as', () => {
    const renewed = child(child(rootOf(text), 'tls'), 'renewed')
    expect(shown(renewed)).toBe('12:11-21 "2026-01-02"')
  })
})

describe('what is no TOML', () => {
  test('the line, and one line of what is wrong', () => {
    const { documents, error } = read('a = 1\nb = [unclosed\n')
    expect(documents).toEqual([])
    expect(error?.line).toBe(2)
    expect(error?.message).toMatch(/^Invalid TOML document: .+$/)
  })

  test('arrays in arrays without end are refused', () => {
    const deep = (levels: number) => read(`a = ${'['.repeat(levels)}${']'.repeat(levels)}`)
    expect(deep(40).error).toBeNull()
    expect(deep(400).error?.message).toContain('nested')
  })
})
