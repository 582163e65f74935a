/**
 * Runs the bundle as the runner does, against real servers on hosts of their own, and writes the Markdown that GitHub
 * got, as JSON by name: `node runs.ts FILE`. It takes what the lab takes: Linux and root.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeCertificates } from '../../__tests__/lab/certificates.ts'
import { act, type Bench, inWorld } from '../../__tests__/lab/runner.ts'
import { runInSandbox } from '../../__tests__/lab/sandbox.ts'
import type { World } from '../../__tests__/lab/world.ts'
import { type Scene, scenes } from './scenes.ts'

const folder = '/media'
const port = 4010

/** One run on a pull request: what it wrote into the summary, and into the conversation. */
async function pagesOf(bench: Bench, scene: Scene, world: World): Promise<Record<string, string>> {
  const comment = `${world.runner.folder}/comment.md`
  const recorder = new URL('comment-recorder.ts', import.meta.url).pathname
  await world.runner.serve([process.execPath, recorder, String(port), comment], [port])
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: world.runner.file('event.json', '{"pull_request":{"number":7}}'),
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_JOB: 'webhook-reach'
  }
  const inputs = { 'github-token': 'for-this-picture', ...scene.inputs }
  const run = await act(bench, { ...scene, inputs, env }, world)
  if (run.outputs.get('verdict') !== scene.expected.verdict) throw new Error(`${scene.name} went wrong:\n${run.log}`)
  const shown = scene.comment !== undefined && existsSync(comment)
  return { [scene.name]: run.summary, ...(shown ? { [scene.comment]: readFileSync(comment, 'utf8') } : {}) }
}

async function inside(out: string): Promise<number> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', folder])
  const entry = resolve(process.env['BUNDLE'] ?? new URL('../../dist/index.js', import.meta.url).pathname)
  const bench = { folder, certificates: makeCertificates(`${folder}/certificates`), entry }
  const pages: Record<string, string> = {}
  for (const scene of scenes) Object.assign(pages, await inWorld(bench, scene, world => pagesOf(bench, scene, world)))
  writeFileSync(out, JSON.stringify(pages))
  return 0
}

const out = resolve(process.argv[2] ?? '')
process.exit(await (process.env['LAB_INSIDE'] === undefined ? runInSandbox(import.meta.filename, [out]) : inside(out)))
