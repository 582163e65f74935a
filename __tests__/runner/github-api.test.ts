import { expect, test } from 'vitest'
import { read } from '../repository.ts'
import { tokenWith } from './github-api.ts'
import { serveApi } from './serve-api.ts'

const issues = '/repos/acme/shop/issues'
const writes = { issues: 'write' }
const upload = '/repos/acme/shop/code-scanning/sarifs'

test.each([
  ['an issue', 'POST', issues, { title: 'out of reach', labels: ['webhook-reach'] }, writes, 201],
  ['an issue without a title', 'POST', issues, { body: 'out of reach' }, writes, 422],
  ['a field that there is not', 'POST', issues, { title: 'out of reach', lables: ['webhook-reach'] }, writes, 422],
  ['a state that there is not', 'PATCH', `${issues}/11`, { state: 'done' }, writes, 422],
  ['an issue that there is not', 'PATCH', `${issues}/11`, { state: 'closed' }, writes, 404],
  ['a path that there is not', 'PUT', issues, {}, writes, 404],
  ['a permission to read alone', 'POST', issues, { title: 'out of reach' }, { issues: 'read' }, 403],
  ['no permission', 'GET', issues, null, { contents: 'write' }, 403],
  [
    'a short commit',
    'POST',
    upload,
    { commit_sha: 'abc', ref: 'refs/heads/main', sarif: '' },
    { 'security-events': 'write' },
    422
  ]
])('%s', async (_, method, path, body, permissions, status) => {
  const headers = { authorization: `token ${tokenWith(permissions)}`, 'content-type': 'application/json' }
  const sent = body === null ? { method, headers } : { method, headers, body: JSON.stringify(body) }
  expect((await fetch(`${await serveApi()}${path}`, sent)).status).toBe(status)
})

test('the description holds what is asked, as of the version that the script takes', () => {
  const { info } = JSON.parse(read('__tests__/runner/github.json')) as { info: { version: string } }
  expect(read('scripts/github-api.ts')).toContain(`version: '${info.version}'`)
})
