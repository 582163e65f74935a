import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleIds, rules } from '../../src/rules/index.ts'
import { checkout, lint } from '../checkout.ts'

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('finds its bad example, inside a file of it', () => {
    const { findings } = lint(checkout(rule.examples.bad))
    const found = findings.filter(finding => finding.rule === id)
    expect(found).toHaveLength(1)
    const [{ at, message, level, fix, related }] = found as [(typeof found)[0]]
    const lines = rule.examples.bad[at.file]?.split('\n') ?? []
    expect(lines[at.line - 1]?.length ?? -1).toBeGreaterThanOrEqual(at.endColumn - 1)
    expect(level).toBe(rule.level)
    for (const text of [message, fix?.description, ...related.map(one => one.message)]) {
      expect(text).toMatch(/\w{3}/)
      expect(text).not.toMatch(/undefined|null|\uE000/)
    }
    for (const place of [...related.map(one => one.at), ...(fix?.edits ?? [])]) {
      expect(rule.examples.bad[place.file]?.split('\n').length).toBeGreaterThanOrEqual(place.endLine)
    }
  })

  test('finds nothing in its good example', () => {
    const { findings, deployment } = lint(checkout(rule.examples.good))
    expect(findings).toEqual([])
    expect(deployment.coverage.linted).toBeGreaterThan(0)
    expect(Object.keys(rule.examples.good)).toEqual(expect.arrayContaining(Object.keys(rule.examples.bad)))
  })
})

/** Section 5 of the public contract: names and levels here change only with a major version. */
test('every rule of the contract has its level', () => {
  const of = (wanted: string): string[] => rules.filter(({ level }) => level === wanted).map(({ id }) => id)
  expect(of('error').sort().join(' ')).toBe(
    'app-loopback-in-container data-store-exposed invalid-publish loopback-without-proxy port-conflict proxy-blocks-webhook proxy-cannot-reach-loopback proxy-port-mismatch publish-cut-off webhook-url-insecure'
  )
  expect(of('warning').sort().join(' ')).toBe(
    'container-port-mismatch dev-tunnel-in-deploy host-address-ignored host-network-publish proxy-bypass proxy-without-tls public-without-tls unreadable'
  )
  expect(of('notice')).toEqual(['unresolved-binding'])
  expect(ruleIds).toEqual([...rules.map(({ id }) => id), 'ignore-without-reason', 'unused-ignore'])
})

test('every rule stands in a file of its own name', () => {
  const infrastructure = ['index.ts', 'rule.ts', 'engine.ts', 'ignores.ts']
  const files = readdirSync('src/rules').filter(name => !infrastructure.includes(name))
  expect(rules.map(rule => `${rule.id}.ts`).sort()).toEqual(files.sort())
})
