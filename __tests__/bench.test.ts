import { describe, expect, test } from 'vitest'
import { budgets } from '../bench/budgets.ts'
import { checkoutFiles } from '../bench/checkout/index.ts'
import { type Baseline, baselineOf, changes, changesInRun } from '../bench/compare.ts'
import type { Figure } from '../bench/figure.ts'
import { interleaved, node } from '../bench/measure.ts'
import { checkout, lint } from './checkout.ts'
import { refusals } from './refusals.ts'
import { read } from './repository.ts'

describe('the checkouts that lint is measured on', () => {
  const files = checkoutFiles(50)
  const workflows = [...files].filter(([path]) => path.startsWith('.github/workflows/'))

  test('hold as many workflows as are asked for, a tenth of which deploy, each in a way that lint sees', () => {
    expect(workflows).toHaveLength(50)
    expect(new Set(files.values()).size).toBe(files.size)
    const { deployment } = lint(checkout(Object.fromEntries(files)))
    const deploying = deployment.containers.flatMap(({ publications, workflows }) =>
      publications.length > 0 ? workflows : []
    )
    expect(new Set(deploying)).toEqual(new Set([0, 10, 20, 30, 40].map(n => `.github/workflows/workflow-${n}.yml`)))
  })

  test.each(workflows)('%s is a workflow to GitHub', async (name, text) => {
    expect(await refusals(name, text)).toEqual([])
  })
})

describe('figures beside others', () => {
  const figure = (id: string, value: number, unit: Figure['unit']): Figure => ({ id, what: id, value, unit })
  const before = baselineOf([figure('start', 2, 'times'), figure('dist', 100, 'KiB'), figure('took', 50, 'ms')])

  test('milliseconds are not kept, since they are the machine’s', () => {
    expect(before.figures).toEqual({ start: 2, dist: 100 })
  })

  test('what grew beyond the usual is marked, what is new is named', () => {
    const now = [
      figure('start', 2.2, 'times'),
      figure('dist', 101, 'KiB'),
      figure('took', 500, 'ms'),
      figure('copies', 1, 'count')
    ]
    expect(changes(now, before, 'Then').split('\n').slice(2)).toEqual([
      '| start | 2.0 times | 2.2 times | +10.0 % |',
      '| dist | 100 KiB | 101 KiB | **+1.0 %** |',
      '| copies |  | 1 | new |'
    ])
    expect(changes([figure('start', 3, 'times')], before, 'Then')).toContain('| **+50.0 %** |')
    expect(changes([figure('start', 1, 'times')], before, 'Then')).toContain('| −50.0 %, better |')
  })

  test('in one run milliseconds are compared, and ratios to third programs left out', () => {
    const there = [figure('took', 100, 'ms'), figure('start', 2, 'times')]
    const table = changesInRun([figure('took', 200, 'ms'), figure('start', 4, 'times')], there)
    expect(table.split('\n').slice(2)).toEqual(['| took | 100 ms | 200 ms | **+100.0 %** |'])
  })
})

test('a run that did not do its work is no figure', () => {
  expect(() => interleaved({ crashed: node('-e', 'process.exit(3)') }, 1)).toThrow('ended with 3')
  expect(() => interleaved({ silent: { ...node('-e', '0'), says: 'Read 10 files' } }, 1)).toThrow('ended with 0')
  expect(interleaved({ empty: node('-e', '0') }, 3).empty.ms).toBeGreaterThan(1)
})

describe('what is committed', () => {
  test('the page has a place for every table, and shows a whole run', () => {
    const page = read('docs/benchmarks.md')
    for (const name of ['machine', 'budgets', 'start', 'throughput', 'gate', 'size', 'contents', 'loaded']) {
      const [, table = ''] = new RegExp(`<!-- made: ${name} -->([\\s\\S]*?)<!-- /made: ${name} -->`).exec(page) ?? []
      expect([name, table.trim().length > 20]).toEqual([name, true])
    }
    expect(page).toContain('| 10,000 |')
  })

  test('every budget is one of a figure that is measured', () => {
    const { figures } = JSON.parse(read('bench/baseline.json')) as Baseline
    expect(budgets.filter(({ id }) => figures[id] === undefined)).toEqual([])
  })
})
