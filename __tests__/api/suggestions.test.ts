import { expect, test } from 'vitest'
import { deployWith, exampleFile } from '../../src/rules/rule.ts'
import { githubApi } from './github-api.ts'
import { head } from './github-objects.ts'
import { bypass, inDiff, mappingLine, notices, patch, run, writes } from './run.ts'

const operations = (api: Parameters<typeof writes>[0]) => writes(api).map(({ operation }) => operation)

test('a safe fix on a line of the diff becomes a suggestion, once', async () => {
  const api = await githubApi({ files: inDiff })
  const { code } = await run(api, bypass)
  expect(code).toBe(0)
  expect(operations(api)).toEqual(['pulls/create-review'])
  const [review] = api.calls.filter(({ operation }) => operation === 'pulls/create-review')
  expect(review?.body).toMatchObject({ event: 'COMMENT', commit_id: head })
  expect(api.world.reviewComments).toMatchObject([{ path: exampleFile, line: 10, side: 'RIGHT' }])
  expect(api.world.reviewComments[0]?.body).toContain(
    '```suggestion\n            docker run -d --name app -p 127.0.0.1:8000:8000 ghcr.io/acme/app\n```'
  )
  await run(api, bypass)
  expect(operations(api)).toEqual(['pulls/create-review'])
})

test('it is found again behind more review comments than one page holds', async () => {
  const api = await githubApi({ files: inDiff })
  await run(api, bypass)
  const others = Array.from({ length: 230 }, (_, index) => ({ path: 'a', line: 1, side: 'RIGHT', body: `${index}` }))
  api.world.reviewComments.unshift(...others)
  await run(api, bypass)
  expect(operations(api)).toEqual(['pulls/create-review'])
})

test('the file is found among more changed files than one page holds', async () => {
  const others = Array.from({ length: 130 }, (_, index) => ({ filename: `docs/${index}.md`, patch: '@@ -1 +1 @@\n+a' }))
  const api = await githubApi({ files: [{ filename: 'logo.png' }, ...others, ...inDiff] })
  await run(api, bypass)
  expect(api.world.reviewComments).toHaveLength(1)
})

test.each([
  ['outside the diff', patch.replace('+8,3', '+18,3')],
  ['that differs there', patch.replace('-p 8000:8000', '-p 8001:8000')],
  ['that is only on its old side', patch.replace(`+${mappingLine}`, `-${mappingLine}`)],
  ['of a file without a patch', undefined]
])('a line %s gets no suggestion', async (_, other) => {
  const api = await githubApi({ files: [{ filename: exampleFile, ...(other === undefined ? {} : { patch: other }) }] })
  const step = await run(api, bypass)
  expect(operations(api)).toEqual([])
  expect(notices(step)).toEqual([])
})

test('a failing run comments and suggests; a fix that is no edit of one line is not suggested', async () => {
  const command = `${mappingLine}\n            docker run -d --name db -p 127.0.0.1:5000:5000 ghcr.io/acme/other`
  const api = await githubApi({ files: [{ filename: exampleFile, patch: patch.replace(mappingLine, command) }] })
  const both = { ...bypass, [exampleFile]: deployWith('-p 8000:8000').replace(mappingLine, command) }
  const { code } = await run(api, both)
  expect(code).toBe(1)
  expect(operations(api)).toEqual(['issues/create-comment', 'pulls/create-review'])
  expect(api.world.reviewComments.map(({ line }) => line)).toEqual([10])
})

test('a review that GitHub refuses is a notice of its own: the comment stands', async () => {
  // The pull request has moved on since its files were listed.
  const api = await githubApi({
    files: inDiff,
    trouble: ({ operation }) =>
      operation === 'pulls/create-review'
        ? {
            status: 422,
            body: {
              message: 'Unprocessable Entity',
              errors: ['Pull request review thread line must be part of the diff'],
              documentation_url: 'https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request',
              status: '422'
            }
          }
        : null
  })
  const step = await run(api, bypass, { comment: 'always' })
  expect(step.code).toBe(0)
  expect(api.world.comments).toHaveLength(1)
  expect(notices(step)).toMatchObject([
    {
      properties: { title: 'No suggestions on the pull request' },
      message: expect.stringContaining(
        'GitHub refused the suggestions (status 422). GitHub says: Unprocessable Entity.'
      )
    }
  ])
})
