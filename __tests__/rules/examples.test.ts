import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { checkout, lint } from '../checkout.ts'

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('finds its bad example, inside a file of it', () => {
    const { findings } = lint(checkout(rule.examples.bad))
    const found = findings.filter(finding => finding.rule === id)
    expect(found).toHaveLength(1)
    const [{ at, message, level }] = found as [(typeof found)[0]]
    const lines = rule.examples.bad[at.file]?.split('\n') ?? []
    expect(lines[at.line - 1]?.length ?? -1).toBeGreaterThanOrEqual(at.endColumn - 1)
    expect(level).toBe(rule.level)
    expect(message).not.toMatch(/undefined|null|\uE000/)
  })

  test('finds nothing in its good example', () => {
    expect(lint(checkout(rule.examples.good)).findings).toEqual([])
  })
})

test('every rule stands in a file of its own name', () => {
  const infrastructure = ['index.ts', 'rule.ts', 'engine.ts', 'ignores.ts']
  const files = readdirSync('src/rules').filter(name => !infrastructure.includes(name))
  expect(rules.map(rule => `${rule.id}.ts`).sort()).toEqual(files.sort())
})
