import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { deployWith, exampleFile } from '../src/rules/rule.ts'
import { checkout } from './checkout.ts'

interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** GitHub's API on loopback, as strict as the real one where that matters here: what it does not know, it refuses. */
async function github(state: {
  comments?: object[]
  files?: object[]
  reviews?: object[]
  refuse?: { status: number; message: string }
}) {
  const asked: Asked[] = []
  const answer = (request: IncomingMessage, body: unknown): [number, unknown] => {
    const path = (request.url ?? '').replace(/\?.*$/, '')
    const first = /[?&]page=1(&|$)/.test(request.url ?? '')
    asked.push({ method: request.method ?? '', path, body })
    if (state.refuse !== undefined) return [state.refuse.status, { message: state.refuse.message }]
    switch (`${request.method} ${path}`) {
      case 'GET /repos/acme/shop/issues/7/comments':
        return [200, first ? (state.comments ?? []) : []]
      case 'POST /repos/acme/shop/issues/7/comments':
        return [201, { id: 1 }]
      case 'PATCH /repos/acme/shop/issues/comments/41':
        return [200, { id: 41 }]
      case 'GET /repos/acme/shop/pulls/7/files':
        return [200, first ? (state.files ?? []) : []]
      case 'GET /repos/acme/shop/pulls/7/comments':
        return [200, first ? (state.reviews ?? []) : []]
      case 'POST /repos/acme/shop/pulls/7/reviews':
        return [200, { id: 1 }]
      default:
        return [404, { message: 'Not Found' }]
    }
  }
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const [status, reply] = answer(request, text === '' ? null : JSON.parse(text))
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function act(root: string, api: string, inputs: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(
    join(folder, 'event.json'),
    JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } })
  )
  for (const name of ['output', 'summary', 'state']) writeFileSync(join(folder, name), '')
  const child = spawn(process.execPath, ['src/index.ts'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: root,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      GITHUB_STATE: join(folder, 'state'),
      GITHUB_API_URL: api,
      GITHUB_JOB: 'lint',
      RUNNER_TEMP: folder,
      'INPUT_GITHUB-TOKEN': 'ghs_thisIsNoRealToken',
      INPUT_MODE: 'lint',
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
    }
  })
  let log = ''
  child.stdout.on('data', data => {
    log += data
  })
  child.stderr.on('data', data => {
    log += data
  })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, log, summary: readFileSync(join(folder, 'summary'), 'utf8') }
}

const broken = { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000') }
const sound = { [exampleFile]: deployWith('-p 443:8443') }
const bodyOf = (asked: Asked | undefined): string => (asked?.body as { body?: string } | undefined)?.body ?? ''
const writes = (asked: readonly Asked[]) => asked.filter(({ method }) => method !== 'GET')

test('a failing run comments once, with a marker to find the comment again', async () => {
  const { asked, url } = await github({})
  const { code } = await act(checkout(broken), url)
  expect(code).toBe(1)
  const [created, ...more] = writes(asked)
  expect(more).toEqual([])
  expect(created).toMatchObject({ method: 'POST', path: '/repos/acme/shop/issues/7/comments' })
  expect(bodyOf(created)).toMatch(/^<!-- webhook-reach-check:.* -->\n[\s\S]*loopback-without-proxy/)
})

test('a secret that stands in the checkout is not repeated in the comment', async () => {
  const { asked, url } = await github({})
  const leaky = { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000').replace('--name ', '--name whsec_hidden-') }
  await act(checkout(leaky), url, { 'signing-secret': 'whsec_hidden' })
  expect(bodyOf(writes(asked)[0])).toContain('***')
  expect(bodyOf(writes(asked)[0])).not.toContain('whsec_hidden')
})

test('the next run updates that comment, and turns it green when all is well', async () => {
  const first = await github({})
  await act(checkout(broken), first.url)
  const body = bodyOf(writes(first.asked)[0])
  const second = await github({
    comments: [
      { id: 40, body, user: { type: 'User' } },
      { id: 41, body, user: { type: 'Bot' } }
    ]
  })
  const { code } = await act(checkout(sound), second.url)
  expect(code).toBe(0)
  const [updated, ...more] = writes(second.asked)
  expect(more).toEqual([])
  expect(updated).toMatchObject({ method: 'PATCH', path: '/repos/acme/shop/issues/comments/41' })
  expect(bodyOf(updated)).toMatch(/✅/)
})

test('a passing run says nothing where nothing was said before, and `never` asks nothing at all', async () => {
  const { asked, url } = await github({})
  await act(checkout(sound), url)
  expect(writes(asked)).toEqual([])
  const quiet = await github({})
  await act(checkout(broken), quiet.url, { comment: 'never' })
  expect(quiet.asked).toEqual([])
})

const bypass = {
  [exampleFile]: deployWith('-p 8000:8000'),
  Caddyfile: 'your-domain.com {\n  reverse_proxy 127.0.0.1:8000\n}\n'
}
const mappingLine = `            docker run -d --name app -p 8000:8000 ghcr.io/acme/app`
const patch = `@@ -8,2 +8,3 @@ jobs:\n           host: your-domain.com\n           script: |\n+${mappingLine}`

test('a safe fix on a line of the diff becomes a suggestion, once', async () => {
  const { asked, url } = await github({ files: [{ filename: exampleFile, patch }] })
  await act(checkout(bypass), url)
  const review = writes(asked).find(({ path }) => path.endsWith('/reviews'))?.body as {
    comments: { path: string; line: number; body: string }[]
  }
  expect(review).toMatchObject({ event: 'COMMENT', comments: [{ path: exampleFile, line: 10, side: 'RIGHT' }] })
  expect(review.comments[0]?.body).toContain(
    '```suggestion\n            docker run -d --name app -p 127.0.0.1:8000:8000 ghcr.io/acme/app\n```'
  )
  const again = await github({ files: [{ filename: exampleFile, patch }], reviews: review.comments })
  await act(checkout(bypass), again.url)
  expect(writes(again.asked).filter(({ path }) => path.endsWith('/reviews'))).toEqual([])
})

test('a line outside the diff, or one that differs there, gets no suggestion', async () => {
  for (const other of [patch.replace('+8,3', '+18,3'), patch.replace('-p 8000:8000', '-p 8001:8000')]) {
    const { asked, url } = await github({ files: [{ filename: exampleFile, patch: other }] })
    await act(checkout(bypass), url)
    expect(writes(asked).filter(({ path }) => path.endsWith('/reviews'))).toEqual([])
  }
})

test.each([
  [401, 'Bad credentials', 'github-token'],
  [403, 'Resource not accessible by integration', 'pull-requests: write'],
  [404, 'Not Found', 'pull-requests: write'],
  [403, 'You have exceeded a secondary rate limit', 'rate limit'],
  [422, 'Validation Failed', 'status 422'],
  [429, 'Too Many Requests', 'rate limit'],
  [500, 'oops', 'status 500']
])('GitHub saying %i (%s) is one notice, and the verdict stays', async (status, message, words) => {
  const { url } = await github({ refuse: { status, message } })
  const { code, log, summary } = await act(checkout(broken), url)
  expect(code).toBe(1)
  expect(log.match(/^::notice /gm)).toHaveLength(1)
  expect(log).toContain(words)
  expect(log).not.toMatch(/\n\s+at .*\(/)
  expect(log).not.toContain('ghs_thisIsNoRealToken\n::error')
  expect(summary).toContain('loopback-without-proxy')
})
