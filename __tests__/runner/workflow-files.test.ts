import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { program } from '../bundle.ts'
import { read, repositoryFiles } from '../repository.ts'
import { goTool } from './go-tool.ts'

const actionlint = goTool('actionlint')
const examples = repositoryFiles('examples/workflows')
const workflows = [...repositoryFiles('.github/workflows'), ...examples]
const install = 'go install github.com/rhysd/actionlint/cmd/actionlint'

test.skipIf(actionlint === null)(
  `actionlint has nothing against our workflows${actionlint === null ? `, skipped: it is not here (${install})` : ''}`,
  async () => {
    expect(workflows.length).toBeGreaterThanOrEqual(15)
    const env = { PATH: process.env['PATH'] ?? '' }
    expect(await program(actionlint ?? '', workflows, env, process.cwd())).toEqual({ code: 0, stdout: '', stderr: '' })
  }
)

/** What an example may write to, and for what. */
const written: Readonly<Record<string, readonly string[]>> = {
  'daily-watch.yml': ['issues'],
  'organisation-lint.yml': ['security-events']
}

describe.each(examples)('%s', path => {
  const text = read(path)
  const { permissions, jobs } = parse(text) as {
    permissions: object
    jobs: Record<string, { permissions?: object; 'timeout-minutes'?: number }>
  }

  test('asks for no permission that it does not use, and ends in time', () => {
    expect(permissions).toBeDefined()
    const all = [permissions, ...Object.values(jobs).map(job => job.permissions ?? {})].flatMap(Object.entries)
    const writes = all.flatMap(([name, level]) => (level === 'write' ? [name] : []))
    expect(writes).toEqual(written[path.split('/').at(-1) ?? ''] ?? [])
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
  })

  test('pins every action of others by commit, with its version beside it', () => {
    const uses = [...text.matchAll(/uses: (.+)$/gm)].map(([, action = '']) => action)
    const pinned = /^(webhook-reach-check\/webhook-reach-check@v1|[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+)$/
    expect(uses.filter(action => !pinned.test(action))).toEqual([])
  })
})
