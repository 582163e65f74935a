import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stripeDiagnoses } from '../../src/stripe/diagnoses.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => ({ path, text: readFileSync(`src/${path}`, 'utf8') }))

test('every code that the check can find is documented, and every documented one can be found', () => {
  const checks = sources.filter(({ path }) => /^stripe\/(check|finding|endpoint-findings)\.ts$/.test(path))
  const found = new Set(
    checks.flatMap(({ text }) => [...text.matchAll(/'(stripe-[a-z]+(?:-[a-z]+)*)'/g)].map(match => match[1]))
  )
  expect([...found].sort()).toEqual(stripeDiagnoses.map(({ code }) => code).sort())
})

test('the SDK is loaded by the one who asks, and by nobody at start', () => {
  const users = sources.filter(({ text }) => /from 'stripe'|import\('stripe'\)/.test(text))
  expect(users.map(({ path }) => path)).toEqual(['platform/stripe-api.ts'])
  expect(users[0]?.text).toMatch(/^import type Stripe from 'stripe'$/m)
  expect(users[0]?.text.match(/'stripe'/g)).toHaveLength(2)
})

test('a code has the level that its findings have', () => {
  const text = sources
    .filter(({ path }) => /^stripe\/(check|endpoint-findings)\.ts$/.test(path))
    .map(source => source.text)
    .join('\n')
  const found = [...text.matchAll(/code: '(stripe-[a-z-]+)',\s+level: '(\w+)'/g)].map(([, code, level]) => ({
    code,
    level
  }))
  expect(found).toHaveLength(5)
  for (const { code, level } of found) expect(stripeDiagnoses).toContainEqual(expect.objectContaining({ code, level }))
})
