import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/threat-model.md', 'utf8')
const rows = page.split('\n').filter(line => /^\| (?!Attempt |---)/.test(line))
const named = rows.map(row => /\| `([\w/.-]+)`: (.+) \|$/.exec(row)?.slice(1) ?? [row, ''])

test('every attempt names a test', () => {
  expect(rows.length).toBeGreaterThan(30)
  expect(named.filter(([, name]) => name === '')).toEqual([])
})

test.each(named)('%s holds "%s"', (file = '', name = '') => {
  const path = `__tests__/${file}`
  expect(existsSync(path)).toBe(true)
  const text = readFileSync(path, 'utf8')
  // A test, or a row of a table of tests.
  expect(text.includes(`'${name}'`) || text.includes(`"${name}"`) || text.includes(`${name}:`)).toBe(true)
})
