import { request } from 'node:http'
import { expect, test } from 'vitest'
import { read } from '../repository.ts'
import description from './github.json' with { type: 'json' }
import { type GithubApi, githubApi, token } from './github-api.ts'
import { actions, head, person } from './github-objects.ts'
import { operations, type World } from './github-operations.ts'

const described = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]: [string, { operationId: string }]) => ({
    route: `${method.toUpperCase()} ${path}`,
    operationId
  }))
)

test('the description holds what the action calls and nothing else, and all of it is played', () => {
  const source = read('src/platform/pull-request.ts')
  const called = Array.from(source.matchAll(/octokit\.request\('([^']+)'/g), ([, route]) => route)
  expect(called.sort()).toEqual(described.map(({ route }) => route).sort())
  expect(Object.keys(operations).sort()).toEqual(described.map(({ operationId }) => operationId).sort())
  expect(source).not.toMatch(/octokit\.(rest|graphql|paginate)/)
})

test('the description names the package that it was taken from', () => {
  expect(description.info['x-source']).toMatchObject({
    package: '@octokit/openapi',
    version: expect.stringMatching(/^\d/)
  })
  expect(read('scripts/github-api.ts')).toContain(`version: '${description.info['x-source'].version}'`)
  expect(read('__tests__/api/github.json').length).toBeLessThan(300_000)
})

const ordinary = { 'user-agent': 'test', accept: 'application/vnd.github.v3+json', authorization: `token ${token}` }

/** What `fetch` would not send, too. */
function ask(
  { url }: GithubApi,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string | undefined> = {}
) {
  const set = Object.entries({ ...ordinary, ...headers }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return new Promise<{ status: number; link: string; body: unknown }>((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers: Object.fromEntries(set) }, async response => {
      let text = ''
      for await (const chunk of response) text += chunk
      const link = String(response.headers['link'] ?? '')
      resolve({ status: response.statusCode ?? 0, link, body: JSON.parse(text) })
    })
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
  })
}

const issue = '/repos/acme/shop/issues/7/comments'
const reviews = '/repos/acme/shop/pulls/7/reviews'
const line = { path: 'a', line: 2, side: 'RIGHT', body: 'x' }
const reviewOf = (comment: object) => ({ event: 'COMMENT', comments: [comment] })

test.each<[string, number, [string, string, unknown?, Record<string, string | undefined>?]]>([
  ['an unknown path', 404, ['GET', '/repos/acme/shop/issues/7/remarks']],
  ['another pull request', 404, ['GET', '/repos/acme/shop/issues/70/comments']],
  ['a trailing slash', 404, ['GET', `${issue}/`]],
  ['a wrong method', 404, ['PUT', issue, { body: 'x' }]],
  ['no body', 422, ['POST', issue]],
  ['a body that is no JSON', 400, ['POST', issue, '{"body":']],
  ['a body that is no object', 422, ['POST', issue, '["x"]']],
  ['a missing field', 422, ['POST', issue, {}]],
  ['a field of another type', 422, ['POST', issue, { body: 1 }]],
  ['a field that nobody knows', 422, ['POST', issue, { body: 'x', title: 'y' }]],
  ['a query that nobody knows', 422, ['GET', `${issue}?limit=100`]],
  ['more on a page than GitHub gives', 422, ['GET', `${issue}?per_page=101`]],
  ['a page that is no number', 422, ['GET', `${issue}?page=two`]],
  ['a number that is none', 422, ['PATCH', '/repos/acme/shop/issues/comments/nine', { body: 'x' }]],
  ['an unknown media type', 415, ['GET', issue, undefined, { accept: 'text/html' }]],
  [
    'a preview that has ended',
    415,
    ['GET', issue, undefined, { accept: 'application/vnd.github.squirrel-girl-preview' }]
  ],
  ['an unknown version', 400, ['GET', issue, undefined, { 'x-github-api-version': '2021-01-01' }]],
  ['no name of the client', 403, ['GET', issue, undefined, { 'user-agent': undefined }]],
  ['an event that is none', 422, ['POST', reviews, { event: 'PRAISE', body: 'x' }]],
  ['a suggestion without a path', 422, ['POST', reviews, reviewOf({ ...line, path: undefined })]],
  ['a suggestion with a field too many', 422, ['POST', reviews, reviewOf({ ...line, color: 'red' })]]
])('the stand-in refuses %s (%i), and the test fails', async (_, status, [method, path, body, headers]) => {
  const api = await githubApi()
  const answer = await ask(api, method, path, body, headers)
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ message: expect.any(String), documentation_url: expect.any(String) })
  expect(api.wrong.splice(0)).toHaveLength(1)
})

const diff = { files: [{ filename: 'a', patch: '@@ -1,2 +1,2 @@\n same\n-old\n+new' }] }

test.each<[string, number, Partial<World>, [string, string, unknown?, Record<string, string | undefined>?]]>([
  ['a token that is none', 401, {}, ['GET', issue, undefined, { authorization: 'token x' }]],
  ['no token', 401, {}, ['GET', issue, undefined, { authorization: undefined }]],
  ['a read-only token that reads', 200, { grants: 'read' }, ['GET', issue]],
  ['a read-only token that writes', 403, { grants: 'read' }, ['POST', issue, { body: 'x' }]],
  ['a token without permissions', 403, { grants: 'none' }, ['GET', issue]],
  ['a workflow that asks who it is', 403, {}, ['GET', '/user']],
  ['a person who asks who it is', 200, { token: 'personal' }, ['GET', '/user']],
  ['a comment', 201, {}, ['POST', issue, { body: 'x' }]],
  ['a blank comment', 422, {}, ['POST', issue, { body: ' ' }]],
  ['a comment that is too long', 422, {}, ['POST', issue, { body: 'x'.repeat(65_537) }]],
  ['a comment that just fits', 201, {}, ['POST', issue, { body: 'x'.repeat(65_536) }]],
  ['a comment where it is locked', 403, { locked: true }, ['POST', issue, { body: 'x' }]],
  ['a change of no comment', 404, {}, ['PATCH', '/repos/acme/shop/issues/comments/9', { body: 'x' }]],
  ['the end of no comment', 404, {}, ['DELETE', '/repos/acme/shop/issues/comments/9']],
  ['a suggestion on a new line', 200, diff, ['POST', reviews, { ...reviewOf(line), commit_id: head }]],
  ['a suggestion on a line that stayed', 200, diff, ['POST', reviews, reviewOf({ ...line, line: 1 })]],
  ['a suggestion below the diff', 422, diff, ['POST', reviews, reviewOf({ ...line, line: 3 })]],
  ['a suggestion in another file', 422, diff, ['POST', reviews, reviewOf({ ...line, path: 'b' })]],
  ['a suggestion without a line', 422, diff, ['POST', reviews, reviewOf({ ...line, line: undefined })]],
  ['a suggestion on an older commit', 422, diff, ['POST', reviews, { ...reviewOf(line), commit_id: 'f'.repeat(40) }]],
  ['an empty review', 422, diff, ['POST', reviews, { event: 'COMMENT' }]]
])('the stand-in answers %s with %i', async (_, status, world, [method, path, body, headers]) => {
  const api = await githubApi(world)
  expect((await ask(api, method, path, body, headers)).status).toBe(status)
})

test('what was written is listed, page by page', async () => {
  const comments = Array.from({ length: 3 }, (_, id) => ({ id, author: person, body: `${id}` }))
  const api = await githubApi({ comments })
  await ask(api, 'POST', issue, { body: 'new' })
  const bodies = (answer: { body: unknown }) => (answer.body as { body: string }[]).map(({ body }) => body)
  const first = await ask(api, 'GET', `${issue}?per_page=3`)
  expect(bodies(first)).toEqual(['0', '1', '2'])
  expect(first.link).toBe(
    `<${api.url}${issue}?per_page=3&page=2>; rel="next", <${api.url}${issue}?per_page=3&page=2>; rel="last"`
  )
  const second = await ask(api, 'GET', `${issue}?per_page=3&page=2`)
  expect([bodies(second), second.link.includes('next')]).toEqual([['new'], false])
  expect(api.world.comments[3]?.author).toEqual(actions)
})

test('an answer that GitHub would not give fails the test too', async () => {
  const api = await githubApi({ trouble: () => ({ status: 200, body: [{ id: 'one' }] }) })
  await ask(api, 'GET', issue)
  expect(api.wrong.splice(0).join('\n')).toMatch(/our answer 200 to issues\/list-comments: /)
})

test.fails('a wrong request that nobody expects fails the test by itself', async () => {
  const api = await githubApi()
  await ask(api, 'GET', '/nothing')
})
