import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionYml, inputsTable, outputsTable } from '../../scripts/action-yml.ts'
import { inputSpecs } from '../../src/inputs/index.ts'

test('action.yml is what the lists of inputs and outputs give', () => {
  expect(readFileSync('action.yml', 'utf8')).toBe(actionYml())
})

test('a description holds no expression, which the runner would try to evaluate', () => {
  const action = parse(actionYml())
  for (const { description } of Object.values<{ description: string }>({ ...action.inputs, ...action.outputs })) {
    expect(description).not.toContain('${{')
  }
})

test('every name is one that the runner takes, and unique', () => {
  const names = inputSpecs.map(spec => spec.name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][a-z\d-]*$/)
})

test('every default is a value that its input takes', () => {
  for (const spec of inputSpecs)
    expect(() => spec.parse(spec.default.includes('${{') ? '' : spec.default)).not.toThrow()
})

test('the tables of the README have a row each', () => {
  expect(inputsTable().split('\n')).toHaveLength(inputSpecs.length + 2)
  expect(outputsTable().split('\n')).toHaveLength(10)
})
