import { describe, expect, test } from 'vitest'
import { measureLoaded } from '../bench/loaded.ts'
import { archiveBytes, chunksOf, copiesOf } from '../bench/size.ts'

const here = { root: process.cwd() }

describe('what users download stays small', () => {
  test('the entry, and all that a lint loads', () => {
    const entry = chunksOf(here).find(({ name }) => name === 'index.js')
    expect(entry?.bytes).toBeGreaterThan(0)
    expect(entry?.bytes).toBeLessThan(1_000_000)
    const loaded = measureLoaded(here).figures.find(({ id }) => id === 'loaded lint')
    expect(loaded?.value).toBeGreaterThan(100)
    expect(loaded?.value).toBeLessThan(976)
  })

  test('the repository as a runner downloads it', ctx => {
    const bytes = archiveBytes(here)
    if (bytes === null) return ctx.skip('this folder is no git checkout')
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(1_500_000)
  })

  test.each(['undici', '@octokit/core'])('one copy of %s', name => {
    expect(copiesOf(name, here)).toBe(1)
  })
})
