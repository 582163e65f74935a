import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Step, step } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import { read } from '../repository.ts'
import { GitHubApi, tokenWith } from './github-api.ts'
import { stepText } from './golden.ts'
import { exampleWorkflow, pullRequest, workspaceWith } from './workspace.ts'

/** GitHub's API on loopback, for as long as the test runs. */
async function api(): Promise<string> {
  const server = createServer(new GitHubApi(() => undefined).listener).listen(0, '127.0.0.1')
  onTestFinished(() => new Promise(settle => server.close(() => settle())))
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise(settle => server.close(settle))
  return port
}

const golden = (name: string): string => `${import.meta.dirname}/golden/${name}.txt`

/** The step as the runner would tell of it, in the words of the golden files. */
const told = (run: Step): string =>
  stepText({
    name: 'webhook-reach-check/webhook-reach-check@v1',
    result: run.code === 0 ? 'success' : 'failure',
    ...run
  })

/** `dist/index.js` by itself, as the runner starts it for the second step of merge-queue.yml. */
async function lintByHand(example: 'incident' | 'healthy', event: object): Promise<Step> {
  const workspace = workspaceWith(example, exampleWorkflow('merge-queue.yml'))
  const aside = checkout({ 'event.json': JSON.stringify(event) })
  const inputs = { mode: 'lint', 'github-token': tokenWith({ contents: 'read' }) }
  const actionsOwn = { GITHUB_ACTION: '1', GITHUB_ACTION_REPOSITORY: 'webhook-reach-check/webhook-reach-check' }
  return step(workspace, inputs, {
    ...actionsOwn,
    GITHUB_API_URL: await api(),
    GITHUB_EVENT_PATH: join(aside, 'event.json')
  })
}

// act wrote these files: what the runner makes of the step is the same with it and without.
test('a pull request that brings the incident, as in the real runner', async () => {
  expect(read(golden('lint-incident'))).toContain(told(await lintByHand('incident', pullRequest)))
})

test('the mended shop in the merge queue, as in the real runner', async () => {
  expect(read(golden('lint-healthy'))).toContain(told(await lintByHand('healthy', { merge_group: {} })))
})

test('lint and probe in one step: the hop that is broken, and the line that explains it', async () => {
  const port = await closedPort()
  const run = await step(workspaceWith('incident', exampleWorkflow('merge-queue.yml')), {
    'webhook-url': `https://your-domain.com:${port}/webhooks/stripe`,
    resolve: `your-domain.com:${port}:127.0.0.1`,
    wait: '0'
  })
  const text = told(run).replaceAll(String(port), '<port>')
  await expect(`${text}\n`).toMatchFileSnapshot(golden('by-hand-refused'))
})

test('an input that is not taken', async () => {
  await expect(`${told(await step(checkout({}), { wait: 'soon' }))}\n`).toMatchFileSnapshot(golden('by-hand-bad-input'))
})
