import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameUrl, nearMisses, shownUrl } from '../../src/stripe/near-miss.ts'

const near = (wanted: string, ...urls: readonly string[]) =>
  nearMisses(
    wanted,
    urls.map(url => ({ url }))
  ).map(({ of }) => of.url)

describe('near misses', () => {
  test('come nearest first, three at most', () => {
    expect(
      near(
        'https://your-domain.com/hook',
        'https://other.your-domain.net/hook',
        'https://your-domain.com/else',
        'http://www.your-domain.com/hook/',
        'https://your-domain.com/hook/'
      )
    ).toEqual([
      'https://your-domain.com/hook/',
      'http://www.your-domain.com/hook/',
      'https://other.your-domain.net/hook'
    ])
  })

  test('are neither the URL itself, nor what has neither host nor path in common', () => {
    expect(
      near('https://your-domain.com/hook', 'https://your-domain.com/hook', 'https://your-domain.net/else')
    ).toEqual([])
  })

  test('a bare domain makes no near miss of every other bare domain', () => {
    expect(near('https://your-domain.com/', 'https://your-domain.net/')).toEqual([])
  })

  test('nothing a server sends as a URL makes them fail', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.oneof(fc.webUrl(), fc.string()),
        (wanted, other) => {
          for (const miss of nearMisses(wanted, [{ url: other }])) expect(miss.differences.length).toBeGreaterThan(0)
          expect(isSameUrl(wanted, wanted)).toBe(true)
          expect(isSameUrl(wanted, other)).toBe(isSameUrl(other, wanted))
        }
      )
    )
  })
})

test('a URL is shown without what may be secret', () => {
  expect(shownUrl('https://user:pass@your-domain.com:8443/hook?token=1#x')).toBe('https://your-domain.com:8443/hook?…')
  expect(shownUrl('nonsense')).toBe('a URL that cannot be read')
  expect(shownUrl(`https://your-domain.com/${'a'.repeat(5000)}`).length).toBe(200)
})
