import { expect, test } from 'vitest'
import { type FailOn, verdictOf } from '../../src/reports/verdict.ts'
import { finding, lint, passing, probe } from './samples.ts'

const nothing = { lint: null, probes: [], stripe: null, server: null }
const told = (level: 'error' | 'warning' | 'notice') => ({ code: 'x', level, message: '', fix: '', url: null })
const found = (level: 'error' | 'warning' | 'notice') => ({
  ...nothing,
  lint: lint({ findings: [finding({ level })] })
})
const probed = (verdict: 'pass' | 'warn' | 'fail') => ({ ...nothing, probes: [passing(), probe({ verdict })] })
const stripe = (level: 'error' | 'warning' | 'notice') => ({
  ...nothing,
  stripe: { checked: true, mode: null, findings: [told(level)], endpoints: [], undelivered: null }
})
const server = (level: 'error' | 'warning' | 'notice') => ({
  ...nothing,
  server: { findings: [told(level)], checklist: [] }
})

test.each([
  ['nothing', nothing, ['pass', 'pass', 'pass']],
  ['an error in the checkout', found('error'), ['fail', 'fail', 'warn']],
  ['a warning in the checkout', found('warning'), ['warn', 'fail', 'warn']],
  ['a notice in the checkout', found('notice'), ['pass', 'pass', 'pass']],
  ['a URL that fails', probed('fail'), ['fail', 'fail', 'warn']],
  ['a URL that warns', probed('warn'), ['warn', 'fail', 'warn']],
  ['URLs that pass', probed('pass'), ['pass', 'pass', 'pass']],
  ['an error at Stripe', stripe('error'), ['fail', 'fail', 'warn']],
  ['a notice at Stripe', stripe('notice'), ['pass', 'pass', 'pass']],
  ['an error on the server alone', server('error'), ['warn', 'warn', 'warn']],
  ['a warning on the server alone', server('warning'), ['pass', 'pass', 'pass']]
] as const)('%s', (_, found, verdicts) => {
  const levels: readonly FailOn[] = ['error', 'warning', 'never']
  expect(levels.map(failOn => verdictOf(found, failOn))).toEqual(verdicts)
})
