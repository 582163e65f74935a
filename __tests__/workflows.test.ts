import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { inputSpecs } from '../src/inputs/index.ts'
import { readInputs } from '../src/inputs/read-inputs.ts'
import { outputSpecs } from '../src/reports/outputs.ts'
import { checkout, lint } from './checkout.ts'
import { refusals } from './refusals.ts'
import { fences, pages, read, repositoryFiles } from './repository.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

const stepsOf = (text: string): readonly Step[] => {
  const jobs: Readonly<Record<string, { steps?: readonly Step[] }>> = parse(text).jobs
  return Object.values(jobs).flatMap(({ steps = [] }) => steps)
}

/** A list of steps as README shows it, in the job that readers have around it. */
const asWorkflow = (text: string): string =>
  text.startsWith('- ')
    ? `on: push\njobs:\n  reach:\n    runs-on: ubuntu-latest\n    steps:\n${text.replace(/^(?=.)/gm, '      ')}\n`
    : text

const own = repositoryFiles('.github/workflows')
const examples = repositoryFiles('examples').filter(path => /\.ya?ml$/.test(path))
// The page about broken YAML shows broken YAML.
const shown = pages()
  .filter(page => page !== 'docs/rules/unreadable.md')
  .flatMap(page =>
    fences(page, 'yaml')
      .map(asWorkflow)
      .filter(text => /^jobs:/m.test(text))
      .map((text, index) => [`${page}, block ${index + 1}`, text] as const)
  )
const all = [...[...own, ...examples].map(path => [path, read(path)] as const), ...shown]

test('the schema refuses what GitHub would refuse', async () => {
  const bad = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a/b@v1\n        wiht: {}\n'
  expect(await refusals('bad.yml', bad)).toHaveLength(1)
})

test('there is something to judge', () => {
  expect(own.length).toBeGreaterThanOrEqual(7)
  expect(examples.length).toBeGreaterThanOrEqual(7)
  expect(shown.length).toBeGreaterThanOrEqual(10)
})

describe.each(all)('%s', (name, text) => {
  test('is a workflow to GitHub', async () => {
    expect(await refusals(name, text)).toEqual([])
  })

  test('gives this action what it takes', () => {
    for (const { uses = '', with: given = {} } of stepsOf(text)) {
      if (!/^(\.\/|webhook-reach-check\/)/.test(uses)) continue
      expect(Object.keys(given).filter(input => !inputSpecs.some(known => known.name === input))).toEqual([])
      if (name.endsWith('self-test.yml')) continue
      const values = Object.entries(given).map(([input, value]) => [input, String(value)] as const)
      const literal = new Map(values.filter(([, value]) => !value.includes('${{')))
      const mode = literal.get('mode') === 'probe' && !literal.has('webhook-url') ? { mode: 'auto' } : {}
      const inputs = { ...Object.fromEntries(literal), ...mode } as Record<string, string>
      expect(() => readInputs({ input: input => inputs[input] ?? '', mask: () => {} })).not.toThrow()
    }
  })

  test('reads outputs that there are', () => {
    const read = [...text.matchAll(/steps\.reach\.outputs\.([\w-]+)/g)].map(([, output]) => output)
    expect(read.filter(output => !outputSpecs.some(({ name }) => name === output))).toEqual([])
  })
})

test.each([...own, ...examples.filter(path => path.startsWith('examples/workflows/'))])(
  'lint has nothing against %s',
  path => {
    const { findings } = lint(checkout({ [`.github/workflows/${path.split('/').at(-1)}`]: read(path) }))
    expect(findings).toEqual([])
  }
)

describe.each(own)('%s', path => {
  const workflow = parse(read(path))

  test('grants nothing but what a job names', () => {
    expect(workflow.permissions).toEqual({})
    const jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number }> = workflow.jobs
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(70)
    const written = Object.values(jobs).flatMap(({ permissions = {} }) =>
      Object.entries(permissions).filter(([, level]) => level === 'write')
    )
    const allowed: Readonly<Record<string, readonly string[]>> = {
      'release.yml': ['contents', 'id-token', 'attestations'],
      'codeql.yml': ['security-events'],
      'scorecard.yml': ['security-events', 'id-token']
    }
    expect(written.map(([permission]) => permission)).toEqual(allowed[path.split('/').at(-1) ?? ''] ?? [])
  })

  test('pins every action of others by commit, with its version beside it', () => {
    const uses = [...read(path).matchAll(/^\s*-?\s*uses: (\S+)(.*)$/gm)]
    const loose = uses.filter(
      ([, action = '', rest = '']) =>
        !/^(\.\/|webhook-reach-check\/)/.test(action) &&
        !(/@[\da-f]{40}$/.test(action) && /^ # v\d+\.\d+\.\d+$/.test(rest))
    )
    expect(loose.map(([line]) => line)).toEqual([])
  })

  test('runs no text of others as a script', () => {
    const runs = stepsOfAny(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]))
    expect(runs.filter(run => run.includes('${{'))).toEqual([])
  })
})

const stepsOfAny = (workflow: {
  jobs: Record<string, { steps?: readonly { run?: string }[] }>
}): readonly { run?: string }[] => Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps)
