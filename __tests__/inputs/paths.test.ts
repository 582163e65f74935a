import { expect, test } from 'vitest'
import { parsePaths } from '../../src/inputs/paths.ts'

const files = ['.github/workflows/ci.yml', 'compose.yaml', 'deploy/a.sh', 'deploy/old/b.sh', 'x/[y]/z.yml']

test.each([
  ['**/*.yml', ['.github/workflows/ci.yml', 'x/[y]/z.yml']],
  ['deploy', ['deploy/a.sh', 'deploy/old/b.sh']],
  ['./deploy/', ['deploy/a.sh', 'deploy/old/b.sh']],
  ['deploy/*.sh', ['deploy/a.sh']],
  ['!deploy/old\n**/*.sh', ['deploy/a.sh']],
  ['x/[y]/z.yml', ['x/[y]/z.yml']],
  ['.', files],
  ['{compose,docker-compose}.y{a,}ml', ['compose.yaml']],
  ['', []]
])('%j names %j', (text, expected) => {
  expect(files.filter(parsePaths(text).includes)).toEqual(expected)
})

test('excluding patterns alone leave the rest to discovery', () => {
  const filter = parsePaths('! deploy/**')
  expect(filter.patterns).toEqual([])
  expect(files.filter(path => !filter.excludes(path))).toEqual([
    '.github/workflows/ci.yml',
    'compose.yaml',
    'x/[y]/z.yml'
  ])
})

test('a pattern that names nothing is told', () => {
  expect(parsePaths('deploy\nnone/*.yml').unmatched(files)).toEqual(['none/*.yml'])
})

test('a pattern made to backtrack is no way to hang', () => {
  const started = performance.now()
  parsePaths(`${'*a'.repeat(200)}\n+(+(+(a)))b`).includes('a'.repeat(2000))
  expect(performance.now() - started).toBeLessThan(2000)
})
