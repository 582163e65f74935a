import { describe, expect, test } from 'vitest'
import { corpusCases, findingsOf } from './corpus-case.ts'
import { precision, recall, sum, tally } from './score.ts'

const cases = corpusCases()

describe.each([...new Set(cases.map(({ theme }) => theme))])('%s', theme => {
  test.each(cases.filter(one => one.theme === theme).map(one => [one.name, one] as const))('%s', (_, one) => {
    expect(findingsOf(one)).toEqual(one.expected)
  })
})

test('no finding is missing and none is false, over at least 150 repositories of which half are clean', () => {
  const all = sum(cases.map(tally))
  expect([precision(all), recall(all)]).toEqual([1, 1])
  expect(cases.length).toBeGreaterThanOrEqual(150)
  expect(cases.filter(({ expected }) => expected.length === 0).length * 2).toBeGreaterThanOrEqual(cases.length)
})
