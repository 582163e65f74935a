import { describe, expect, test } from 'vitest'
import { DiskFiles } from '../../src/platform/files.ts'
import { Interest } from '../../src/sources/interest.ts'
import { checkout } from '../checkout.ts'
import { corpusCases, lintFiles } from '../corpus/corpus-case.ts'

const path = '.github/workflows/ci.yml'

/** A workflow of one job on one hosted machine. */
const ci = (steps: string, runsOn = 'ubuntu-latest'): string =>
  `on: push\njobs:\n  test:\n    runs-on: ${runsOn}\n    steps:\n      - uses: actions/checkout@v7\n${steps}`

const lacks = (workflow: string, others: Readonly<Record<string, string>> = {}): boolean => {
  const files = new DiskFiles(checkout({ [path]: workflow, ...others }))
  return new Interest(files).lacks(path)
}

describe('by its words alone', () => {
  test.each([
    ['tests and builds', ci('      - run: npm ci\n      - run: npm test -- --shard=1/4\n')],
    [
      'a matrix of hosted machines',
      ci('      - run: pytest\n', '${{ matrix.os }}\n    strategy: {}\n    os: [ubuntu-latest, macos-15]')
    ],
    ['a shell that is named', ci('      - run: go test all\n        shell: bash\n')],
    ['a URL that is none of ours', ci('      - run: echo https://example.com\n')]
  ])('%s', (_, workflow) => {
    expect(lacks(workflow)).toBe(true)
  })

  test.each([
    ['a container', ci('      - run: docker run -p 80:80 nginx\n')],
    ['a server', ci('      - uses: appleboy/ssh-action@v1\n')],
    ['a script', ci('      - run: bash ship production\n')],
    ['a script by its name', ci('      - run: tools/release.sh\n')],
    ['a playbook', ci('      - uses: dawidd6/action-ansible-playbook@v2\n')],
    ['a recipe', ci('      - run: make release\n')],
    ['a program of a folder that is not listed', ci('      - run: vendor/bin/ship production\n')],
    ['a check of the server', ci('      - run: curl -f https://your-domain.com/health\n')],
    ['a machine that stays', ci('      - run: uvicorn main:app\n', '[self-hosted, linux]')],
    [
      'a machine that stays, in a matrix',
      ci('      - run: uvicorn main:app\n', '${{ matrix.on }}\n    strategy: {}\n    on: [ubuntu-latest, shop-1]')
    ],
    ['a machine that an expression names', ci('      - run: uvicorn main:app\n', '${{ inputs.machine }}')],
    ['a group of machines', 'on: push\njobs:\n  a:\n    runs-on:\n      group: shop\n    steps: []\n'],
    ['a comment to this tool', ci('      # webhook-reach-check: ignore x because y\n      - run: npm ci\n')],
    ['what is no workflow', 'name: [unclosed\n'],
    ['what is indented by tabs', ci('\t- run: npm ci\n')]
  ])('not %s', (_, workflow) => {
    expect(lacks(workflow)).toBe(false)
  })

  test('a file of the checkout that is called without an ending', () => {
    const calls = ci('      - run: bin/ship production\n')
    expect(lacks(calls)).toBe(true)
    expect(lacks(calls, { 'backend/bin/ship': 'docker run -p 80:80 shop\n' })).toBe(false)
  })

  test('a local action, or one that this one calls', () => {
    const uses = ci('      - uses: ./.github/actions/ship\n')
    const action = (step: string): string => `runs:\n  using: composite\n  steps:\n    - ${step}\n`
    expect(lacks(uses)).toBe(true)
    expect(lacks(uses, { '.github/actions/ship/action.yml': action('run: npm ci') })).toBe(true)
    expect(lacks(uses, { '.github/actions/ship/action.yml': action('run: docker run -p 80:80 shop') })).toBe(false)
    const nested = { '.github/actions/ship/action.yaml': action('uses: ./tools/up') }
    expect(lacks(uses, { ...nested, 'tools/up/action.yml': action('run: docker run -p 80:80 shop') })).toBe(false)
    const circle = { ...nested, 'tools/up/action.yml': action('uses: ./.github/actions/ship') }
    expect(lacks(uses, circle)).toBe(true)
    expect(lacks(ci('      - uses: ./tools/up\n'), circle)).toBe(true)
  })

  test('a workflow that is called', () => {
    const uses = 'on: push\njobs:\n  ship:\n    uses: ./.github/workflows/ship.yml\n'
    expect(lacks(uses, { '.github/workflows/ship.yml': ci('      - run: uvicorn main:app\n') })).toBe(true)
    expect(lacks(uses, { '.github/workflows/ship.yml': ci('      - run: uvicorn main:app\n', 'shop-1') })).toBe(false)
  })

  test('data that is named with its folder is no call', () => {
    expect(lacks(ci('      - run: cat packages/a/package.json\n'), { 'packages/a/package.json': '{}' })).toBe(true)
  })

  test('scripts of package.json, where one of them tells something', () => {
    const runs = ci('      - run: npm run ship\n')
    expect(lacks(runs, { 'package.json': '{"scripts":{"ship":"tsc"}}' })).toBe(true)
    expect(lacks(runs, { 'package.json': '{"scripts":{"ship":"docker compose up -d"}}' })).toBe(false)
  })
})

/** So many that those of the case come after the ones that are parsed whatever they say. */
const crowd = new Map(
  Array.from({ length: 64 }, (_, index) => [`.github/workflows/000-${index}.yml`, 'on: push\njobs: {}\n'] as const)
)

test('every repository of the corpus says in a crowd what it says alone', () => {
  const cases = corpusCases().filter(({ inputs }) => !inputs.has('paths'))
  expect(cases.length).toBeGreaterThan(500)
  for (const { files, inputs, name } of cases) {
    const alone = lintFiles(files, inputs)
    const crowded = lintFiles(new Map([...crowd, ...files]), inputs)
    expect([name, crowded.findings, crowded.containers, crowded.routes]).toEqual([
      name,
      alone.findings,
      alone.containers,
      alone.routes
    ])
  }
}, 300_000)

test('what was looked through and not parsed is counted, and stays a file that was read', () => {
  const { coverage, files } = lintFiles(new Map([...crowd, [path, ci('      - run: npm ci\n')]]))
  expect(coverage).toMatchObject({ workflows: 65, skimmed: 1, linted: 65 })
  expect(files).toContain(path)
})
