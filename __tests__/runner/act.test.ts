import { cpSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read } from '../repository.ts'
import { act, type Start, type ToldRun } from './act.ts'
import type { Asked } from './github-api.ts'
import { goTool } from './go-tool.ts'
import { runText } from './golden.ts'
import { Shop, whyNoShop } from './shop.ts'
import { exampleWorkflow, impatient, pullRequest, workflow, workspaceWith } from './workspace.ts'

// Whole workflows on machines with two cores.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** Runs of which the summaries are compared as a whole; of the others the heads, since the rest is the same. */
const whole = ['lint-incident', 'lint-healthy', 'post-deploy-reached', 'post-deploy-refused']

const program = goTool('act') ?? ''
const whyNot = program === '' ? 'act is not here (go install github.com/nektos/act)' : whyNoShop()
// Where there is a runner, `.ci/run` has put all it needs beside it.
if (program !== '' && whyNot !== null && process.env['LAB_REQUIRED'] === '1') throw new Error(whyNot)

describe.skipIf(whyNot !== null)(`workflows in a real runner${whyNot === null ? '' : `, skipped: ${whyNot}`}`, () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await Shop.build()
  })
  afterAll(() => shop?.stop())
  beforeEach(() => shop.forget())

  const run = (start: Omit<Start, 'workflow'>): Promise<ToldRun> => act(program, shop, { workflow, ...start })

  /** Runs and compares with golden/NAME.txt; `vitest run -u` writes it anew. */
  async function golden(name: string, start: Omit<Start, 'workflow'>): Promise<ToldRun> {
    const ended = await run(start)
    if (ended.jobs.length === 0) throw new Error(`no job ran: ${ended.log}`)
    await expect(runText(ended, whole.includes(name) ? 'whole' : 'heads')).toMatchFileSnapshot(`golden/${name}.txt`)
    return ended
  }

  const outcomes = ({ code, jobs }: ToldRun): readonly unknown[] => [
    code,
    ...jobs.map(({ name, result }) => `${name}: ${result}`)
  ]
  const writes = (asked: readonly Asked[]): readonly Asked[] =>
    asked.filter(({ request }) => !request.startsWith('GET '))

  describe('lint', () => {
    const text = exampleWorkflow('merge-queue.yml')
    const pull = { event: 'pull_request', payload: pullRequest, ref: 'refs/pull/7/merge' }

    test('of a pull request that brings the incident: fails at the line, and asks for no more than it was granted', async () => {
      const ended = await golden('lint-incident', { workspace: workspaceWith('incident', text), ...pull })
      expect(outcomes(ended)).toEqual([1, 'Webhook reach/lint: failure'])
      // `contents: read` lets nobody comment: GitHub said so, and one notice says it.
      expect(shop.asked().map(({ request, status }) => [request.replace(/\?.*/, ''), status])).toEqual([
        ['GET /repos/acme/shop/issues/7/comments', 403]
      ])
    })

    test('in the merge queue, of the mended shop: passes', async () => {
      const workspace = workspaceWith('healthy', text)
      const ended = await golden('lint-healthy', {
        workspace,
        event: 'merge_group',
        ref: 'refs/heads/gh-readonly-queue/main/pr-7'
      })
      expect(outcomes(ended)).toEqual([0, 'Webhook reach/lint: success'])
    })

    test('of an organisation: the finding is uploaded to code scanning although the job fails', async () => {
      const workspace = workspaceWith('incident', exampleWorkflow('organisation-lint.yml'))
      expect(outcomes(await golden('organisation-lint', { workspace, ...pull }))).toEqual([
        1,
        'Webhook reach/lint: failure'
      ])
      expect(writes(shop.asked())).toMatchObject([
        {
          request: 'POST /repos/acme/shop/code-scanning/sarifs',
          status: 202,
          body: { ref: 'refs/pull/7/merge', sarif: ['loopback-without-proxy .github/workflows/ci-cd.yml:33'] }
        }
      ])
    })
  })

  describe('the gate after a deploy', () => {
    // act's schema does not know `deployment` yet; GitHub's own, in workflows.test.ts, does.
    const text = exampleWorkflow('post-deploy.yml').replace(/^ +deployment: false\n/m, '')

    test('passes where the webhook is reached in its new version', async () => {
      await shop.open()
      const ended = await golden('post-deploy-reached', { workspace: workspaceWith('healthy', text), event: 'push' })
      expect(outcomes(ended)).toEqual([0, 'Deploy/deploy: success', 'Deploy/webhook-reach: success'])
    })

    test('fails where nobody listens, at the line of the checkout that explains it', async () => {
      await shop.close()
      const workspace = workspaceWith('incident', impatient(text))
      const ended = await golden('post-deploy-refused', { workspace, event: 'push' })
      expect(outcomes(ended)).toEqual([1, 'Deploy/deploy: success', 'Deploy/webhook-reach: failure'])
    })

    test('is not asked where the deploy failed', async () => {
      const workspace = workspaceWith('incident', text.replace('./deploy.sh', 'false'))
      expect(outcomes(await run({ workspace, event: 'push' }))).toEqual([1, 'Deploy/deploy: failure'])
    })
  })

  describe('after a deployment of somebody else', () => {
    const text = exampleWorkflow('deployment-status.yml')
    const deployed = (state: string, environment: string): object => ({
      deployment: { environment },
      deployment_status: { state, environment_url: 'https://your-domain.com' }
    })

    test('looks at the URL that was deployed', async () => {
      await shop.open()
      const payload = deployed('success', 'Production')
      const ended = await golden('deployment-status', {
        workspace: workspaceWith(null, text),
        event: 'deployment_status',
        payload
      })
      expect(outcomes(ended)).toEqual([0, 'Webhook reach/webhook-reach: success'])
    })

    test.each([
      ['failure', 'Production'],
      ['success', 'Preview']
    ])('leaves a %s of %s alone', async (state, environment) => {
      const workspace = workspaceWith(null, text)
      const ended = await run({ workspace, event: 'deployment_status', payload: deployed(state, environment) })
      expect(outcomes(ended)).toEqual([0])
    })
  })

  describe('after another workflow', () => {
    const text = exampleWorkflow('workflow-run.yml')
    const completed = (conclusion: string, event: string): object => ({
      workflow_run: { conclusion, event, head_sha: '0123456789abcdef0123456789abcdef01234567' }
    })

    test('looks for the commit that was deployed', async () => {
      await shop.open()
      const payload = completed('success', 'push')
      const ended = await golden('workflow-run', {
        workspace: workspaceWith(null, text),
        event: 'workflow_run',
        payload
      })
      expect(outcomes(ended)).toEqual([0, 'Webhook reach/webhook-reach: success'])
    })

    test.each([
      ['failure', 'push'],
      ['success', 'pull_request']
    ])('leaves the %s of a %s alone', async (conclusion, event) => {
      const workspace = workspaceWith(null, text)
      expect(outcomes(await run({ workspace, event: 'workflow_run', payload: completed(conclusion, event) }))).toEqual([
        0
      ])
    })
  })

  test('the reusable workflow gates, and hands verdict and diagnosis to its caller', async () => {
    const workspace = workspaceWith(null, read('__tests__/runner/workflows/caller.yml'))
    // The secret of the lab's app: the gate proves with it that a signed event is taken.
    const start = { workspace, event: 'push', args: ['--secret=STRIPE_WEBHOOK_SECRET=whsec_lab'] }
    await shop.open()
    const ended = await golden('reach-gate', start)
    expect(outcomes(ended)).toEqual([0, 'Release/then: success', 'gate/Reach gate/webhook-reach: success'])
    await shop.close()
    expect(outcomes(await run(start))).toEqual([1, 'gate/Reach gate/webhook-reach: failure'])
  })

  test('many endpoints: each is a job and a gate of its own', async () => {
    await shop.open()
    const workspace = workspaceWith(null, impatient(exampleWorkflow('endpoints.yml')))
    const ended = await golden('endpoints', { workspace, event: 'workflow_dispatch' })
    expect(ended.code).toBe(1)
    expect(ended.jobs.map(({ steps: [gate] }) => gate?.result)).toEqual(['success', 'failure', 'success'])
  })

  describe('the daily watch keeps one issue', () => {
    const text = impatient(exampleWorkflow('daily-watch.yml'))
    const watch = (): Promise<ToldRun> => run({ workspace: workspaceWith(null, text), event: 'schedule' })

    test('none while all is well', async () => {
      await shop.open()
      expect((await watch()).code).toBe(0)
      expect(shop.asked()).toMatchObject([
        { request: 'GET /repos/acme/shop/issues?labels=webhook-reach&state=open', status: 200 }
      ])
    })

    test('opened when the webhook is out of reach', async () => {
      await shop.close()
      await golden('daily-watch', { workspace: workspaceWith(null, text), event: 'schedule' })
      expect(writes(shop.asked())).toMatchObject([
        {
          request: 'POST /repos/acme/shop/issues',
          status: 201,
          body: {
            title: 'The webhook needs a look: tcp-refused',
            body: expect.stringContaining('https://github.com/acme/shop/actions/runs/42'),
            labels: ['webhook-reach']
          }
        }
      ])
    })

    test('brought up to date where what is wrong changes: a certificate that ends soon', async () => {
      await shop.open('examplesEndSoon')
      expect((await watch()).code).toBe(1)
      const title = 'The webhook needs a look: tls-expires-soon'
      expect(writes(shop.asked())).toMatchObject([
        { request: 'PATCH /repos/acme/shop/issues/11', status: 200, body: { title } }
      ])
      await shop.close()
    })

    test('closed with a word when all is well again, and then left alone', async () => {
      await shop.open()
      expect((await watch()).code).toBe(0)
      expect(writes(shop.asked())).toMatchObject([
        {
          request: 'POST /repos/acme/shop/issues/11/comments',
          status: 201,
          body: { body: expect.stringMatching(/^All is well again/) }
        },
        {
          request: 'PATCH /repos/acme/shop/issues/11',
          status: 200,
          body: { state: 'closed', state_reason: 'completed' }
        }
      ])
      expect((await watch()).code).toBe(0)
      expect(writes(shop.asked())).toEqual([])
    })
  })

  describe('several places, one report', () => {
    const text = impatient(exampleWorkflow('vantage-points.yml'))
    const look = (...args: readonly string[]): Omit<Start, 'workflow'> => ({
      workspace: workspaceWith(null, text),
      event: 'workflow_dispatch',
      args
    })

    test('reached from all of them: passes', async () => {
      await shop.open()
      const ended = await golden('vantage-points-reached', look())
      expect(outcomes(ended).at(-1)).toBe('Vantage points/together: success')
    })

    test('reached from some: runners in networks of their own, and the report names who is turned away', async () => {
      await shop.open()
      await shop.refuseRunner()
      const office = { host: shop.world.resolver, ...look('--matrix=place:office', '--matrix=place:frankfurt') }
      expect((await run(look('--job=look', '--matrix=place:github'))).code).toBe(0)
      expect((await run({ ...office, args: ['--job=look', ...(office.args ?? [])] })).code).toBe(0)
      const ended = await golden('vantage-points-refused', look('--job=together', '--matrix=place:none'))
      expect(outcomes(ended)).toEqual([1, 'Vantage points/together: failure'])
      await shop.letRunnerIn()
    })
  })

  test('our own self-test passes', async () => {
    const workspace = workspaceWith(null, '')
    for (const part of ['action.yml', 'dist', 'examples', '.github'])
      cpSync(part, `${workspace}/${part}`, { recursive: true })
    const ended = await act(program, shop, { workspace, workflow: '.github/workflows/self-test.yml', event: 'push' })
    expect(outcomes(ended)).toEqual([
      0,
      ...['broken', 'healthy', 'ourselves', 'refused-input'].map(job => `Self-test/${job}: success`)
    ])
  })
})
