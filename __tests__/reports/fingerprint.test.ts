import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineFingerprints } from '../../src/reports/fingerprint.ts'

/** Line by line from the definition: 37-ary number of the next hundred characters, modulo 2^64. */
function byDefinition(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.replace(/[ \t]/g, ''))
  const seen = new Map<string, number>()
  return lines.map((_, index) => {
    const rest = `${lines.slice(index).join('\n')}\uffff${'\0'.repeat(100)}`.slice(0, 100)
    let hash = 0n
    for (const unit of rest.split('')) hash = BigInt.asUintN(64, hash * 37n + BigInt(unit.charCodeAt(0)))
    const hex = hash.toString(16)
    seen.set(hex, (seen.get(hex) ?? 0) + 1)
    return `${hex}:${seen.get(hex)}`
  })
}

describe('lineFingerprints', () => {
  test('are as defined, for any text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('\n', '\r', '\r\n', ' ', '\t', 'a', 'ä'), fc.string()), {
      maxLength: 60
    })
    fc.assert(
      fc.property(text, parts => {
        expect(lineFingerprints(parts.join(''))).toEqual(byDefinition(parts.join('')))
      }),
      { numRuns: 500 }
    )
  })

  test("are GitHub's own: cases of its upload step's tests", () => {
    expect(lineFingerprints('')).toEqual(['c129715d7a2bc9a3:1'])
    expect(lineFingerprints('Lorem ipsum dolor sit amet.\n'.repeat(10)).slice(5)).toEqual([
      'a7f2ff13bc495cf2:6',
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
      'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1'
    ])
    const again = ' a\nb\n  \t\tc\n d'
    expect(lineFingerprints(again)).toEqual([
      '271789c17abda88f:1',
      '54703d4cd895b18:1',
      '180aee12dab6264:1',
      'a23a3dc5e078b07b:1'
    ])
  })

  test('survive lines that come in above', () => {
    const text = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n')
    expect(lineFingerprints(`new\n\nlines\n${text}`).slice(3)).toEqual(lineFingerprints(text))
  })

  test('tell equal lines apart', () => {
    const twice = `${'same line of text\n'.repeat(2)}${'x'.repeat(200)}`
    const [first, second] = lineFingerprints(twice)
    expect(first).not.toBe(second)
  })

  test('take no more than a moment for a file of 1 MiB', () => {
    const started = performance.now()
    lineFingerprints('some text of a line\n'.repeat(52_428))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
