import { describe, expect, test } from 'vitest'
import { corpusCases, findingsOf } from './corpus-case.ts'

const cases = corpusCases()

describe.each([...new Set(cases.map(({ theme }) => theme))])('%s', theme => {
  test.each(cases.filter(one => one.theme === theme).map(one => [one.name, one] as const))('%s', (_, one) => {
    expect(findingsOf(one)).toEqual(one.expected)
  })
})
