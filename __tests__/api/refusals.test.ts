import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { Step } from '../bundle.ts'
import { githubApi, type Trouble, token } from './github-api.ts'
import { person } from './github-objects.ts'
import { refusal, type World } from './github-operations.ts'
import { broken, bypass, inDiff, notices, run, sound, writes } from './run.ts'

const permission = 'permissions: pull-requests: write'
const title = 'No comment on the pull request'

/** The verdict stands, all is in annotations, summary and outputs, one notice says what was left out, and no secret is told. */
function expectAllButTheComment(step: Step, words: readonly string[]): void {
  expect(step.code).toBe(1)
  expect(step.outputs['verdict']).toBe('fail')
  expect(step.commands.some(({ name, message }) => name === 'error' && message.includes('loopback'))).toBe(true)
  expect(step.summary).toContain('loopback-without-proxy')
  expect(notices(step)).toMatchObject([{ properties: { title } }])
  const [{ message = '' } = {}] = notices(step)
  for (const word of [...words, 'Everything is in the annotations and the step summary.'])
    expect(message).toContain(word)
  expect(message.length).toBeLessThan(700)
  const shown = step.stdout.replace(`::add-mask::${token}`, '') + step.stderr + step.summary
  expect(shown).not.toContain(token)
  expect(shown).not.toMatch(/\n\s+at .*[(:]/)
}

describe('what the token may', () => {
  const fork: Partial<World> = { grants: 'read' }

  test('a read-only token, as forks and Dependabot have it', async () => {
    const api = await githubApi(fork)
    const words = [permission, 'forks', 'Dependabot', 'GitHub says: Resource not accessible by integration.']
    expectAllButTheComment(await run(api, broken), words)
    expect(writes(api)).toHaveLength(1)
  })

  test('a read-only token and nothing to say is no word at all', async () => {
    const api = await githubApi(fork)
    const step = await run(api, sound)
    expect([step.code, notices(step)]).toEqual([0, []])
  })

  test('a read-only token and only a suggestion to make', async () => {
    const api = await githubApi({ ...fork, files: inDiff })
    const step = await run(api, bypass)
    expect(step.code).toBe(0)
    expect(notices(step)).toMatchObject([
      { properties: { title: 'No suggestions on the pull request' }, message: expect.stringContaining(permission) }
    ])
  })

  test('a token without any permission for pull requests', async () => {
    const api = await githubApi({ grants: 'none' })
    expectAllButTheComment(await run(api, broken), [permission])
    expect(api.calls).toHaveLength(1)
  })

  test('a token that has expired', async () => {
    const api = await githubApi()
    const step = await run(api, broken, { 'github-token': 'ghs_anotherTokenThatHasExpired' })
    expectAllButTheComment(step, ['`github-token` has expired or is wrong'])
    expect(step.stdout.replace('::add-mask::ghs_anotherTokenThatHasExpired', '')).not.toContain('ghs_another')
  })

  test('a conversation that is locked', async () => {
    const api = await githubApi({ locked: true })
    const step = await run(api, broken)
    expectAllButTheComment(step, ['GitHub refused the comment (status 403).', 'because issue is locked.'])
    expect(notices(step)[0]?.message).not.toContain(permission)
  })

  test('a conversation that is full', async () => {
    const comments = Array.from({ length: 2500 }, (_, id) => ({ id, author: person, body: 'a' }))
    const api = await githubApi({ comments })
    expectAllButTheComment(await run(api, broken), ['status 403', 'more than 2500 comments'])
  })
})

const limited = { 'x-ratelimit-remaining': '0' }
const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
const unicorn = '<!DOCTYPE html>\n<html><title>Unicorn!</title><p>::error::No server is currently available</html>'

describe('what GitHub answers', () => {
  test.each<[string, number, string, Record<string, string>, string[]]>([
    ['not found', 404, 'Not Found', {}, [permission, 'GitHub says: Not Found.']],
    ['gone', 410, 'Issues are disabled for this repo', {}, ['status 410', 'Issues are disabled']],
    ['validation failed', 422, 'Validation Failed', {}, ['status 422', 'Validation Failed']],
    ['too many requests', 429, 'Too Many Requests', { 'retry-after': '60' }, ['rate limit is used up']],
    ['the primary limit', 403, 'API rate limit exceeded for installation ID 1.', limited, ['rate limit is used up']],
    ['the primary limit in other words', 403, 'Slow down', limited, ['rate limit is used up', 'Slow down']],
    ['a secondary limit', 403, secondary, {}, ['rate limit is used up', 'secondary rate limit']],
    ['a secondary limit with a time', 403, 'Wait', { 'retry-after': '30' }, ['rate limit is used up']],
    ['an abuse limit', 403, 'You have triggered an abuse detection mechanism.', {}, ['rate limit is used up']],
    ['SSO', 403, 'Resource protected by organization SAML enforcement.', {}, [permission, 'SAML enforcement']],
    ['a server error', 500, 'Server Error', {}, ['status 500', 'Server Error']],
    ['a bad gateway', 502, 'Server Error', {}, ['status 502']],
    ['maintenance', 503, 'Service unavailable', {}, ['status 503']]
  ])('%s (%i)', async (_, status, message, headers, words) => {
    const errors = status === 422 ? { errors: [{ resource: 'IssueComment', code: 'custom', field: 'body' }] } : {}
    const trouble: Trouble = ({ operation }) =>
      operation === 'issues/create-comment' ? { ...refusal(status, message, errors), headers } : null
    const api = await githubApi({ trouble })
    expectAllButTheComment(await run(api, broken), words)
    // GitHub asks for patience; a second try at once would be none.
    expect(writes(api)).toHaveLength(1)
  })

  test.each([502, 503, 403])('a page instead of an answer (%i)', async status => {
    const api = await githubApi({ trouble: () => ({ status, body: unicorn }) })
    const step = await run(api, broken)
    expectAllButTheComment(step, [status === 403 ? permission : `status ${status}`])
    expect(step.stdout).not.toContain('Unicorn')
  })

  test.each<[string, unknown]>([
    ['a page', unicorn],
    ['no list', refusal(200, 'OK').body],
    ['a list of nothing', [null]]
  ])('%s where all seems well (200)', async (_, body) => {
    const api = await githubApi({ trouble: () => ({ status: 200, body }) })
    expectAllButTheComment(await run(api, broken), ["GitHub's API gave no answer"])
    expect(writes(api)).toEqual([])
    api.wrong.splice(0)
  })

  test('words that would be commands, and more of them than anybody reads', async () => {
    const message = `::error::pwned\n##[error]pwned ${'x'.repeat(100_000)}`
    const api = await githubApi({ trouble: () => refusal(418, message) })
    const step = await run(api, broken)
    expectAllButTheComment(step, ['status 418'])
    expect(step.commands.filter(({ message }) => message.startsWith('pwned'))).toEqual([])
    expect(step.stdout).not.toContain('##[')
    api.wrong.splice(0)
  })

  test('a redirect to somebody else, who does not get the token', async () => {
    const elsewhere = await githubApi({ trouble: () => refusal(401, 'Requires authentication') })
    const headers = { location: `${elsewhere.url}/repos/acme/shop/issues/7/comments` }
    const api = await githubApi({ trouble: () => ({ ...refusal(307, 'Temporary Redirect'), headers }) })
    expectAllButTheComment(await run(api, broken), ['`github-token` has expired or is wrong'])
    expect(elsewhere.authorizations).toEqual([undefined])
    api.wrong.splice(0)
  })
})

describe('what is no answer', () => {
  const noAnswer = "GitHub's API gave no answer"
  const onWire = (act: (response: ServerResponse) => void) => githubApi({ trouble: () => act })

  test('a connection that is reset', async () => {
    const api = await onWire(response => response.socket?.resetAndDestroy())
    expectAllButTheComment(await run(api, broken), [noAnswer])
  })

  test('a port where nobody listens', async () => {
    const api = await githubApi()
    api.close()
    expectAllButTheComment(await run(api, broken), [noAnswer, 'ECONNREFUSED'])
  })

  test('a URL that is none', async () => {
    expectAllButTheComment(await run({ url: 'no URL' }, broken), [noAnswer])
  })

  test('an answer that breaks off', async () => {
    const api = await onWire(response => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('[{"id": 1')
      setTimeout(() => response.destroy(), 100)
    })
    expectAllButTheComment(await run(api, broken), [noAnswer])
  })

  test('an answer that never comes, or never ends, is not waited for longer than half a minute', async () => {
    const never = await onWire(() => {})
    const endless = await onWire(response => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[')
    })
    const steps = await Promise.all([run(never, broken), run(endless, broken)])
    for (const step of steps) expectAllButTheComment(step, [noAnswer])
    expect([...never.calls, ...endless.calls]).toHaveLength(2)
  })

  test('an answer without end, as fast as it is read', async () => {
    const chunk = ' '.repeat(1024 * 1024)
    let megabytes = 0
    const api = await onWire(response => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const send = (): void => {
        megabytes++
        response.write(chunk, error => error ?? send())
      }
      send()
    })
    expectAllButTheComment(await run(api, broken), [noAnswer])
    expect(megabytes).toBeGreaterThan(50)
    expect(megabytes).toBeLessThan(150)
  })

  test('the comment is made, and the answer to it is lost', async () => {
    const api = await githubApi({
      trouble: ({ operation }) => (operation === 'issues/create-comment' ? response => response.destroy() : null)
    })
    expectAllButTheComment(await run(api, broken), [noAnswer])
    expect(writes(api)).toHaveLength(1)
  })
})

test('a run with debug messages on does not tell the token either', async () => {
  const api = await githubApi({ grants: 'read' })
  const step = await run(api, broken, {}, { RUNNER_DEBUG: '1' })
  expectAllButTheComment(step, [permission])
})
