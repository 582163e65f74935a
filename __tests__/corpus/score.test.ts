import { expect, test } from 'vitest'
import { corpusCases } from './corpus-case.ts'
import { precision, recall, sum, tally } from './score.ts'

// Hundreds of repositories at once, on machines that have other things to do.
test('no finding is missing and none is false, over at least 150 repositories of which half are clean', {
  timeout: 300_000
}, () => {
  const cases = corpusCases()
  const all = sum(cases.map(tally))
  expect([precision(all), recall(all)]).toEqual([1, 1])
  expect(cases.length).toBeGreaterThanOrEqual(150)
  expect(cases.filter(({ expected }) => expected.length === 0).length * 2).toBeGreaterThanOrEqual(cases.length)
})
