import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Step, step } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import type { ToldStep } from './act.ts'
import { tokenWith } from './github-api.ts'
import { runText, stepText } from './golden.ts'
import { serveApi } from './serve-api.ts'
import { exampleWorkflow, pullRequest, workspaceWith } from './workspace.ts'

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise(settle => server.close(settle))
  return port
}

const golden = (name: string): string => `${import.meta.dirname}/golden/${name}.txt`

const resultOf = ({ code }: Step): string => (code === 0 ? 'success' : 'failure')

/** The step as the runner would tell of it. */
const stepOf = (run: Step): ToldStep => ({
  name: 'webhook-reach-check/webhook-reach-check@v1',
  result: resultOf(run),
  ...run
})

const quiet = { commands: [], outputs: {}, summary: '' }

/** `dist/index.js` by itself, started as the runner starts it in the job of merge-queue.yml. */
async function lintByHand(example: 'incident' | 'healthy', event: object): Promise<string> {
  const text = exampleWorkflow('merge-queue.yml')
  const aside = checkout({ 'event.json': JSON.stringify(event) })
  const inputs = { mode: 'lint', 'github-token': tokenWith({ contents: 'read' }) }
  const run = await step(workspaceWith(example, text), inputs, {
    GITHUB_ACTION: '1',
    GITHUB_ACTION_REPOSITORY: 'webhook-reach-check/webhook-reach-check',
    GITHUB_API_URL: await serveApi(),
    GITHUB_EVENT_PATH: join(aside, 'event.json')
  })
  const [, checkedOut = ''] = /uses: (\S+)/.exec(text) ?? []
  const steps = [{ name: checkedOut, result: 'success', ...quiet }, stepOf(run)]
  return runText(
    { code: run.code ?? -1, jobs: [{ name: 'Webhook reach/lint', result: resultOf(run), steps }] },
    'whole'
  )
}

// The same files as in act.test.ts: what the runner makes of the step is the same with act and without.
test('a pull request that brings the incident, as in the real runner', async () => {
  await expect(await lintByHand('incident', pullRequest)).toMatchFileSnapshot(golden('lint-incident'))
})

test('the mended shop in the merge queue, as in the real runner', async () => {
  await expect(await lintByHand('healthy', { merge_group: {} })).toMatchFileSnapshot(golden('lint-healthy'))
})

test('lint and probe in one step: the hop that is broken, and the line that explains it', async () => {
  const port = await closedPort()
  const run = await step(workspaceWith('incident', exampleWorkflow('merge-queue.yml')), {
    'webhook-url': `https://your-domain.com:${port}/webhooks/stripe`,
    resolve: `your-domain.com:${port}:127.0.0.1`,
    wait: '0'
  })
  const text = stepText(stepOf(run)).replaceAll(String(port), '<port>')
  await expect(`${text}\n`).toMatchFileSnapshot(golden('by-hand-refused'))
})

test('an input that is not taken', async () => {
  await expect(`${stepText(stepOf(await step(checkout({}), { wait: 'soon' })))}\n`).toMatchFileSnapshot(
    golden('by-hand-bad-input')
  )
})
