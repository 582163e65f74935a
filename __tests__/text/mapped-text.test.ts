import { describe, expect, test } from 'vitest'
import { onLinesOf, SourceFile } from '../../src/text/location.ts'
import { HOLE, MappedText, type Span } from '../../src/text/mapped-text.ts'

const file = new SourceFile('a.txt', 'one\r\ntwo\n\nfour')
const whole = MappedText.whole(file)
const other = MappedText.whole(new SourceFile('b.txt', 'other'))

describe('lines', () => {
  test.each<[number, number, number[]]>([
    [0, 3, [1, 1, 1, 4]],
    [3, 5, [1, 4, 2, 1]],
    [5, 8, [2, 1, 2, 4]],
    [9, 9, [3, 1, 3, 1]],
    [10, 14, [4, 1, 4, 5]],
    [7, 5, [2, 3, 2, 3]]
  ])('%s to %s', (start, end, [line, column, endLine, endColumn]) => {
    expect(file.location(start, end)).toEqual({ file: 'a.txt', line, column, endLine, endColumn })
  })

  test('have their text without the break, and an end', () => {
    expect([0, 1, 2, 3, 4, 5].map(line => file.line(line))).toEqual(['', 'one', 'two', '', 'four', ''])
    expect(file.lineCount).toBe(4)
    expect(new SourceFile('b', '').lineCount).toBe(1)
  })

  test.each<[number, number, string, boolean]>([
    [2, 4, 'a', true],
    [3, 3, 'a', true],
    [3, 4, 'a', true],
    [2, 3, 'a', true],
    [1, 2, 'a', false],
    [4, 5, 'a', false],
    [2, 4, 'b', false]
  ])('line 3 or its neighbours lie on lines %s to %s of %s: %s', (line, endLine, path, lies) => {
    const at = { file: 'a', line: 3, column: 1, endLine: 3, endColumn: 2 }
    expect(onLinesOf(at, { ...at, file: path, line, endLine })).toBe(lies)
  })
})

describe('a piece of a text', () => {
  test.each<[MappedText, readonly [number, number]]>([
    [whole, [0, 14]],
    [whole.slice(5, 8), [5, 8]],
    [whole.slice(5).slice(1, 2), [6, 7]],
    [whole.slice(5, 5), [5, 5]],
    [whole.slice(0, 0), [0, 0]],
    [whole.slice(5, 8).slice(3, 3), [8, 8]],
    [whole.slice(5, 8).slice(0, 0), [5, 5]],
    [MappedText.standingFor(whole.slice(5, 8), 'value'), [5, 8]],
    [MappedText.standingFor(whole.slice(5, 8), 'value').slice(2, 3), [5, 8]],
    [MappedText.standingFor(whole.slice(5, 8), ''), [5, 5]],
    [MappedText.standingFor(MappedText.standingFor(whole.slice(5, 8), ''), ''), [5, 5]],
    [MappedText.join([whole.slice(0, 3), whole.slice(10)]), [0, 14]],
    [MappedText.join([whole.slice(0, 3), whole.slice(10)]).slice(2, 4), [2, 11]],
    [MappedText.join([whole.slice(0, 3), whole.slice(10)]).slice(3), [10, 14]],
    [MappedText.join([whole.slice(0, 3), other]), [0, 3]],
    [MappedText.join([whole.slice(0, 3), other]).slice(4), [0, 0]],
    [MappedText.join([MappedText.standingFor(whole.slice(0, 3), ''), whole.slice(5, 8)]), [0, 8]],
    [MappedText.join([MappedText.standingFor(whole.slice(0, 3), ''), whole.slice(5, 8)]).slice(1), [6, 8]],
    [MappedText.join([MappedText.standingFor(whole.slice(0, 3), 'x'), whole.slice(5, 8)]).slice(1), [5, 8]]
  ])('stands where it was written: %#', (text, span) => {
    expect(text.span()).toEqual(span)
  })

  test('what a format made up takes the place of its neighbour', () => {
    const spans: Span[] = [null, [2, 3], null, null, [7, 8], null]
    const text = MappedText.decoded(
      file,
      'abcdef',
      () => spans,
      () => 1
    )
    expect(text.span()).toEqual([2, 8])
    expect(text.span(0, 1)).toEqual([2, 2])
    expect(text.span(2, 4)).toEqual([3, 3])
    expect(text.span(5)).toEqual([8, 8])
    expect(text.span(2, 5)).toEqual([7, 8])
    expect(
      MappedText.decoded(
        file,
        'a',
        () => [],
        () => 4
      ).span()
    ).toEqual([4, 4])
  })

  test('spans are asked for once, and only where a place is wanted', () => {
    let asked = 0
    const text = MappedText.decoded(
      file,
      'ab',
      () => {
        asked++
        return [
          [1, 2],
          [2, 3]
        ]
      },
      () => 0
    )
    expect([text.text, asked]).toEqual(['ab', 0])
    expect([text.location().column, text.span(1)[0], asked]).toEqual([2, 2, 1])
  })
})

describe('names that a value rests on', () => {
  const resting = MappedText.standingFor(whole, '80', ['PORT'])
  test.each<[MappedText, string[]]>([
    [whole, []],
    [resting, ['PORT']],
    [resting.slice(1), ['PORT']],
    [MappedText.standingFor(resting, '81', ['BIND']), ['PORT', 'BIND']],
    [resting.withAssumed(['PORT', 'X']), ['PORT', 'X']],
    [MappedText.join([resting, whole, resting.withAssumed(['X'])]), ['PORT', 'X']]
  ])('%#', (text, assumed) => {
    expect(text.assumed).toEqual(assumed)
  })
})

test('a text that grows without end is not known', () => {
  const long = MappedText.standingFor(whole, 'x'.repeat(1024 * 1024))
  expect(MappedText.join([long, long]).text).toHaveLength(2 * 1024 * 1024)
  const longer = MappedText.join([long, whole, long])
  expect([longer.text, longer.hasHoles, long.hasHoles]).toEqual([HOLE, true, false])
})

test('nothing cannot be joined, and one is itself', () => {
  expect(() => MappedText.join([])).toThrow('nothing to join')
  expect(MappedText.join([whole])).toBe(whole)
  expect(whole.slice(0)).toBe(whole)
  expect([whole.isWholeFile, whole.slice(1).isWholeFile]).toEqual([true, false])
})
