import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../../../src/errors.ts'
import { readInputs } from '../../../src/inputs/read-inputs.ts'
import { pullRequestOf } from '../../../src/platform/pull-request.ts'
import { signedRequests, unsignedRequests } from '../../../src/probes/webhook.ts'
import { providers } from '../../../src/providers/index.ts'
import { suggestions } from '../../../src/reports/suggestions.ts'
import { targetFor } from '../../probes/servers.ts'
import { finding } from '../../reports/samples.ts'
import { stored } from '../checkout.ts'
import { grammar } from '../grammar.ts'
import { Broken, type Target } from '../target.ts'

const folder = mkdtempSync(join(tmpdir(), 'event-'))
const path = join(folder, 'event.json')
const env = (name: string): string => ({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_EVENT_PATH: path })[name] ?? ''

const line = '-p 127.0.0.1:8000:8000 \\'
const fixable = finding({
  at: { file: 'a.yml', line: 3, column: 4, endLine: 3, endColumn: 23 },
  fix: {
    description: 'x',
    edits: [{ file: 'a.yml', line: 3, column: 4, endLine: 3, endColumn: 23, text: '8000:8000' }]
  }
})

const rules = {
  start: ['<event>', '<event>', '<patch>', '<secret>', '\ufeff<event>'],
  event: [
    '{"pull_request":<pull>}',
    '{"action":"opened","number":<number>,"pull_request":<pull>,"repository":{}}',
    '{"pull_request":<value>}',
    '<value>',
    '{"push":1}',
    '{"pull_request":<pull>,"pull_request":<value>}',
    '{"__proto__":{"pull_request":<pull>}}'
  ],
  pull: [
    '{"number":<number>,"head":{"sha":"0123456789012345678901234567890123456789"}}',
    '{"number":<number>}',
    '{"head":<value>,"number":<value>}',
    '{"number":<number>,"head":{"sha":<value>}}'
  ],
  number: ['7', '0', '-1', '1.5', '1e400', '9007199254740993', '"7"', 'null', '07', '1e3', 'NaN'],
  value: ['null', '[]', '{}', '"x"', '1', 'true', '[[[[[]]]]]', '"\\ud800"', '{"a":{"b":{}}}', ''],
  patch: ['@@ -1,2 +<number>,3 @@\n<lines>', '@@ -1 +1 @@ f\n<lines>\n@@ -9 +9 @@\n<lines>', '<lines>'],
  lines: [
    ` ${line}`,
    `+${line}`,
    `-${line}`,
    ` a\n b\n+${line}`,
    '\\ No newline at end of file',
    ` a\n b\n ${line}\r`,
    '',
    '@@ -x +y @@',
    '@@ -1 +99999999999999999999 @@\n+a',
    '<lines>\n<lines>'
  ],
  secret: [
    'whsec_abc',
    'whsec_!!!',
    'x',
    'a\u0000b',
    'ä',
    'whsec_',
    '\ud83d\ude80',
    'sk_live_x',
    'v1,a',
    '%',
    'a=b&c',
    'x'.repeat(300)
  ]
}

/** The event that GitHub hands over as a file, the patches that it hands over as text, and events of our own. */
export const event: Target = {
  id: 'event',
  seeds: [
    '{"pull_request":{"number":7,"head":{"sha":"0123456789012345678901234567890123456789"}}}',
    `@@ -1,3 +1,3 @@\n a\n b\n+${line}`,
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  ],
  words: [
    '"pull_request":',
    '"number":',
    '"head":',
    '"sha":',
    '{',
    '}',
    '@@ -1 +3 @@\n',
    '+',
    ' ',
    '\n',
    'whsec_',
    '\\u0000',
    '1e9'
  ],
  grammar: grammar(rules),
  runs: 150,
  check(input) {
    writeFileSync(path, Buffer.from(input, input.charCodeAt(0) % 7 === 0 ? 'latin1' : 'utf8'))
    const pull = pullRequestOf(env, 'token')
    const comments = suggestions([fixable], [{ path: 'a.yml', patch: input }], [], () => line)
    for (const { body, line: at } of comments) {
      if (at !== 3 || !body.includes('-p 8000:8000 \\'))
        throw new Broken('a suggestion is the line with its edit', body)
    }
    return [pull === null ? 'none' : 'a pull request', `${comments.length} suggestions`, ...checkSecret(stored(input))]
  },
  async close() {
    rmSync(folder, { recursive: true })
  }
}

/** A secret that the inputs take can be signed with, and gives headers that can be sent. */
const checkSecret = (secret: string): readonly string[] =>
  providers.map(provider => {
    const given: Readonly<Record<string, string>> = {
      'signing-secret': secret,
      'webhook-url': 'https://shop.example.com/x',
      provider: provider.id
    }
    try {
      readInputs({ input: name => given[name] ?? '', mask: () => undefined })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (error.problems.some(problem => problem.includes(secret) && secret.length > 6))
        throw new Broken('no message holds the secret', error.problems)
      return `${provider.id} refused`
    }
    const target = targetFor(443, { provider, signingSecret: secret.trim() })
    for (const request of Object.values({ ...unsignedRequests(target, 0), ...signedRequests(target, 0) })) {
      if (request !== null) new Headers(request.headers)
    }
    return `${provider.id} signed`
  })
