import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, vi } from 'vitest'
import { deployWith, exampleFile } from '../../src/rules/rule.ts'
import { type Step, step } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import { type GithubApi, token } from './github-api.ts'
import { head, pullNumber } from './github-objects.ts'

/** The sources, or the bundle that is named: what is committed may be a step behind. */
const main = resolve(process.env['BUNDLE'] ?? 'src/index.ts')

// Many processes a test, on machines that do other things.
vi.setConfig({ testTimeout: 180_000 })

/** What Node made of the sources, so that each process need not do it again. */
let compiled: string | null = null
afterAll(() => {
  if (compiled !== null) rmSync(compiled, { recursive: true, force: true })
})

/** A checkout that fails, and the same one mended. */
export const broken = { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000') }
export const sound = { [exampleFile]: deployWith('-p 443:8443') }
/** A checkout whose one finding has a safe edit, and the line that it edits. */
export const bypass = {
  [exampleFile]: deployWith('-p 8000:8000'),
  Caddyfile: 'your-domain.com {\n  reverse_proxy 127.0.0.1:8000\n}\n'
}
export const mappingLine = '            docker run -d --name app -p 8000:8000 ghcr.io/acme/app'
export const patch = `@@ -8,2 +8,3 @@ jobs:\n           host: your-domain.com\n           script: |\n+${mappingLine}`
export const inDiff = [{ filename: exampleFile, patch }]

/** One run for the pull request, as a process. */
export function run(
  { url }: Pick<GithubApi, 'url'>,
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {}
): Promise<Step> {
  compiled ??= mkdtempSync(join(tmpdir(), 'compiled-'))
  const event = { pull_request: { number: pullNumber, head: { sha: head } } }
  return step(
    checkout(files),
    { mode: 'lint', 'github-token': token, ...inputs },
    {
      GITHUB_API_URL: url,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: eventFile(event),
      GITHUB_WORKFLOW: 'Webhook reach',
      GITHUB_JOB: 'lint',
      NODE_COMPILE_CACHE: compiled,
      ...env
    },
    [],
    { main, timeout: 80_000 }
  )
}

const eventFile = (event: object): string => resolve(checkout({ 'event.json': JSON.stringify(event) }), 'event.json')

/** What was written, in order: the operation and its body. */
export const writes = ({ calls }: GithubApi): readonly { operation: string; body: string }[] =>
  calls
    .filter(({ method }) => method !== 'get')
    .map(({ operation, body }) => ({ operation, body: (body as { body?: string } | null)?.body ?? '' }))

export const notices = ({ commands }: Step) => commands.filter(({ name }) => name === 'notice')
