import { matchesGlob } from 'node:path/posix'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { globMatcher } from '../../src/text/glob.ts'

describe('globMatcher', () => {
  test.each([
    ['*.conf', 'site.conf', true],
    ['*.conf', 'conf.d/site.conf', false],
    ['**/*.conf', 'site.conf', true],
    ['**/*.conf', 'etc/nginx/site.conf', true],
    ['conf.d/**', 'conf.d/a/b.conf', true],
    ['conf.d/**', 'conf.d', false],
    ['**', 'a/b', true],
    ['a/**/b', 'a/b', true],
    ['site-?.conf', 'site-1.conf', true],
    ['site-?.conf', 'site-12.conf', false],
    ['[0-9]*.conf', '10-app.conf', true],
    ['[!0-9]*.conf', '10-app.conf', false],
    ['[^a].conf', 'b.conf', true],
    ['[]x].conf', '].conf', true],
    ['a[.conf', 'a[.conf', true],
    ['a\\*.conf', 'a*.conf', true],
    ['a\\*.conf', 'ab.conf', false],
    ['{nginx,caddy/{a,b}}.conf', 'caddy/b.conf', true],
    ['{nginx,caddy}.conf', 'apache.conf', false],
    ['{alone}', '{alone}', true],
    ['*', '.env', false],
    ['.*', '.env', true],
    ['**/x', '.git/x', false],
    ['**/$1&.conf', 'a/$1&.conf', true]
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(globMatcher(pattern)(path)).toBe(expected)
  })

  test('with dot, a star takes names that begin with one', () => {
    expect(globMatcher('**/*.yml', { dot: true })('.github/workflows/ci.yml')).toBe(true)
    expect(globMatcher('*', { dot: true })('.env')).toBe(true)
  })

  test('agrees with Node on any pattern and path', () => {
    const pieces = fc.constantFrom('a', 'b', '.', '-', '*', '?', '[ab]', '[!a]', '[a-c]', '{a,b}', '/', '/**/')
    const names = fc.constantFrom('a', 'b', 'c', '.', '-', '/', '.a')
    const isPath = (text: string): boolean => !/\/\/|^\/|\/$|(?:^|\/)\.\.?(?:\/|$)|\*\*[^/]|[^/]\*\*|^$/.test(text)
    const same = fc.property(fc.array(pieces, { maxLength: 6 }), fc.array(names, { maxLength: 8 }), (made, named) => {
      const [pattern, path] = [made.join(''), named.join('')]
      if (isPath(pattern) && isPath(path)) expect(globMatcher(pattern)(path)).toBe(matchesGlob(path, pattern))
    })
    fc.assert(same, { numRuns: 20_000 })
  })

  test.each([
    ['stars', `${'*a'.repeat(200)}b`, 'a'.repeat(4_000)],
    ['folders', `${'**/a/'.repeat(200)}b`, 'a/'.repeat(2_000)],
    ['choices', '{a,b}'.repeat(800), 'a'.repeat(800)],
    ['a path as long as a file', 'sites/a.caddy/'.repeat(5_000), 'sites/a.caddy']
  ])('takes no time over %s', (_, pattern, path) => {
    expect(globMatcher(pattern)(path)).toBe(false)
  })
})
