import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { causeOf } from '../../src/diagnosis/explain.ts'
import type { Observation } from '../../src/diagnosis/observation.ts'

interface Recorded {
  readonly given: Observation
  readonly code: string
  readonly entry: string
}

const { observations } = JSON.parse(
  readFileSync(new URL('../fixtures/diagnosis/observations.json', import.meta.url), 'utf8')
) as { observations: readonly Recorded[] }

/** What the probe works out before it reads the table, for a handler that is expected to answer 400. */
const asSeen = (given: Observation): Observation => ({
  ...given,
  expected: given.status === 400,
  address: '198.51.100.10'
})

describe('recorded failures', () => {
  test('none was lost', () => expect(observations.length).toBe(88))

  test.each(observations.map(({ given, code, entry }) => [`${code} (${entry})`, given, code] as const))(
    '%s',
    (_, given, code) => {
      const cause = causeOf(asSeen(given))
      expect(cause, JSON.stringify(given)).not.toBeNull()
      expect(cause?.code ?? 'ok').toBe(code)
    }
  )
})
