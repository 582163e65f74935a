import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptSeeds, regressions } from './kept.ts'
import { mutate, mutations } from './mutation.ts'
import { loadTarget, targetNames } from './targets/index.ts'
import { slowMs } from './watch.ts'

/** The same inputs in every run: what `npm run fuzz` looks for in hours, a pull request should not find by chance. */
const seed = 8

describe.each(targetNames)('%s', name => {
  test('keeps its promises for some inputs, the same in every run, and for all that once broke it', {
    timeout: 600_000
  }, async () => {
    const target = await loadTarget(name)
    try {
      for (const { input, why } of regressions(name)) {
        const before = process.threadCpuUsage()
        await target.check(input, true)
        const { user, system } = process.threadCpuUsage(before)
        expect((user + system) / 1000, why).toBeLessThan(slowMs)
      }
      const parents = [...target.seeds, ...keptSeeds(name)]
      const mutated = fc
        .tuple(fc.constantFrom('', ...parents), mutations(target.words))
        .map(([parent, changes]) => mutate(parent, changes, parents))
      const property = fc.asyncProperty(fc.oneof(mutated, target.grammar), async input => {
        await target.check(input, true)
      })
      await fc.assert(property, { numRuns: target.runs, seed, endOnFailure: true })
    } finally {
      await target.close?.()
    }
  })
})
