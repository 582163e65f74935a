import { expect, test } from 'vitest'
import { deployWith, exampleFile } from '../../src/rules/rule.ts'
import { githubApi } from './github-api.ts'
import { actions, type Comment, owner, person } from './github-objects.ts'
import { broken, notices, run, sound, writes } from './run.ts'

const marker = /^<!-- webhook-reach-check:\S+ -->\n/

test('a failing run comments once, with a hidden line to find the comment again', async () => {
  const api = await githubApi()
  const step = await run(api, broken)
  expect(step.code).toBe(1)
  expect(writes(api).map(({ operation }) => operation)).toEqual(['issues/create-comment'])
  expect(api.world.comments).toMatchObject([{ author: actions, body: expect.stringMatching(marker) }])
  expect(api.world.comments[0]?.body).toContain('loopback-without-proxy')
  expect(notices(step)).toEqual([])
})

test('the next run leaves it as it is, the one after a change updates it, and it turns green when all is well', async () => {
  const api = await githubApi()
  await run(api, broken)
  await run(api, broken)
  expect(writes(api)).toHaveLength(1)
  await run(api, { [exampleFile]: deployWith('-p 127.0.0.1:8001:8000') })
  expect(writes(api).map(({ operation }) => operation)).toEqual(['issues/create-comment', 'issues/update-comment'])
  expect(api.world.comments[0]?.body).toContain('8001')
  const { code } = await run(api, sound)
  expect(code).toBe(0)
  expect(api.world.comments).toMatchObject([{ body: expect.stringContaining('✅') }])
})

test('a passing run says nothing where nothing was said before, and `always` says it', async () => {
  const api = await githubApi()
  await run(api, sound)
  expect(writes(api)).toEqual([])
  await run(api, sound, { comment: 'always' })
  expect(api.world.comments).toMatchObject([{ body: expect.stringContaining('✅') }])
})

test('`never`, no token and a run for no pull request ask nothing at all', async () => {
  const api = await githubApi()
  await run(api, broken, { comment: 'never' })
  await run(api, broken, { 'github-token': '' })
  await run(api, broken, {}, { GITHUB_EVENT_PATH: '' })
  expect(api.calls).toEqual([])
})

test('a secret that stands in the checkout is not repeated in the comment', async () => {
  const api = await githubApi()
  const leaky = { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000').replace('--name ', '--name whsec_hidden-') }
  await run(api, leaky, { 'signing-secret': 'whsec_hidden' })
  expect(api.world.comments[0]?.body).toContain('***')
  expect(api.world.comments[0]?.body).not.toContain('whsec_hidden')
})

test('each job, each step, each list of paths and each URL has a comment of its own', async () => {
  const api = await githubApi()
  const legs: readonly [Record<string, string>, Record<string, string>][] = [
    [{}, {}],
    [{}, { GITHUB_JOB: 'other' }],
    [{}, { GITHUB_WORKFLOW: 'Other' }],
    [{}, { GITHUB_ACTION: 'second' }],
    [{ paths: '.github/**' }, {}],
    [{ 'webhook-url': `https://your-domain.com/webhooks/${'long/'.repeat(150)}one` }, {}],
    [{ 'webhook-url': `https://your-domain.com/webhooks/${'long/'.repeat(150)}two` }, {}]
  ]
  for (const [inputs, env] of legs) await run(api, broken, inputs, env)
  expect(api.world.comments).toHaveLength(legs.length)
  expect(new Set(api.world.comments.map(({ body }) => body.split('\n')[0])).size).toBe(legs.length)
  // Each finds its own again, and turns it green alone.
  const [first] = legs
  for (const [inputs, env] of first === undefined ? [] : [first]) await run(api, sound, inputs, env)
  expect(api.world.comments.map(({ body }) => body.includes('✅'))).toEqual([true, ...Array(6).fill(false)])
})

test('a URL with credentials leads to its comment again, and the comment does not tell them', async () => {
  const api = await githubApi()
  const inputs = { 'webhook-url': 'https://hook:p%40ss-w0rd@your-domain.com/webhooks/stripe?token=t0k%2Fen-of-mine' }
  await run(api, broken, inputs)
  await run(api, broken, inputs)
  expect(writes(api)).toHaveLength(1)
  for (const secret of ['p%40ss', 'p@ss', 'p%2540ss', 'w0rd', 't0k', 'of-mine', 'of%2Dmine'])
    expect(api.world.comments[0]?.body).not.toContain(secret)
})

const talk = (count: number, from = 1): Comment[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, author: person, body: `Comment ${from + index}` }))

test.each([99, 100, 101, 250, 2499])('its comment is found behind %i others', async before => {
  const comments = talk(before)
  const api = await githubApi({ comments })
  await run(api, broken)
  comments.push(...talk(Math.min(120, 2500 - comments.length), 5000))
  await run(api, sound)
  expect(writes(api).map(({ operation }) => operation)).toEqual(['issues/create-comment', 'issues/update-comment'])
  const pages = api.calls.filter(({ operation }) => operation === 'issues/list-comments').map(({ query }) => query)
  expect(pages.every(({ per_page }) => per_page === '100')).toBe(true)
  expect(comments.filter(({ body }) => marker.test(body))).toHaveLength(1)
})

test('a page that GitHub shortens, since it hides what spammers wrote, is not the last one', async () => {
  const comments = talk(150)
  const api = await githubApi({ comments, hidden: new Set([3, 4, 5]) })
  await run(api, broken)
  await run(api, sound)
  expect(writes(api).map(({ operation }) => operation)).toEqual(['issues/create-comment', 'issues/update-comment'])
})

test('of two comments that two runs made at once, one stays', async () => {
  const api = await githubApi()
  await run(api, broken)
  const [{ body = '' } = {}] = api.world.comments
  api.world.comments.push({ id: 7, author: person, body }, { id: 8, author: actions, body })
  await run(api, sound)
  expect(
    writes(api)
      .map(({ operation }) => operation)
      .slice(1)
  ).toEqual(['issues/update-comment', 'issues/delete-comment'])
  expect(api.world.comments.map(({ id, body }) => [id, body.includes('✅')])).toEqual([
    [1000, true],
    [7, false]
  ])
})

test("somebody else's comment with our hidden line is left alone", async () => {
  const api = await githubApi()
  await run(api, broken)
  const [ours] = api.world.comments
  const quoted = `${ours?.body}`
  api.world.comments.splice(0, 1, { id: 5, author: person, body: quoted }, { id: 6, author: person, body: quoted })
  await run(api, sound)
  expect(writes(api)).toHaveLength(1)
  await run(api, broken)
  expect(api.world.comments.map(({ id, author, body }) => [id, author.login, body === quoted])).toEqual([
    [5, person.login, true],
    [6, person.login, true],
    [1002, actions.login, true]
  ])
})

test('with the token of a person it finds the comment of that person, and of no other', async () => {
  const api = await githubApi({ token: 'personal' })
  await run(api, broken)
  const [ours] = api.world.comments
  expect(ours?.author).toEqual(owner)
  api.world.comments.unshift({ id: 5, author: person, body: `${ours?.body}` })
  await run(api, sound)
  expect(api.world.comments.map(({ author, body }) => [author.login, body.includes('✅')])).toEqual([
    [person.login, false],
    [owner.login, true]
  ])
  // Who it is, is asked where somebody has a comment with that line, and then once.
  expect(api.calls.filter(({ operation }) => operation === 'users/get-authenticated')).toHaveLength(1)
})

test('on an Enterprise Server it asks below /api/v3', async () => {
  const api = await githubApi({ root: '/api/v3' })
  await run(api, broken)
  await run(api, sound)
  expect(writes(api).map(({ operation }) => operation)).toEqual(['issues/create-comment', 'issues/update-comment'])
  expect(api.world.comments[0]?.body).toContain('✅')
})

test('where the runner has a proxy, it asks through that', async () => {
  const api = await githubApi({ root: '/api/v3' })
  const server = 'http://github.your-domain.com/api/v3'
  await run({ url: server }, broken, {}, { http_proxy: new URL(api.url).origin })
  expect(api.world.comments).toHaveLength(1)
})
