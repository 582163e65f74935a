import { readFileSync } from 'node:fs'
import { env } from 'node:process'
import { gzipSync } from 'node:zlib'

const { GITHUB_API_URL = '', GITHUB_REPOSITORY = '', GITHUB_SHA = '', GITHUB_REF = '' } = env
const answer = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/code-scanning/sarifs`, {
  method: 'POST',
  headers: { authorization: `Bearer ${env['INPUT_TOKEN']}`, 'content-type': 'application/json' },
  body: JSON.stringify({
    commit_sha: GITHUB_SHA,
    ref: GITHUB_REF,
    sarif: gzipSync(readFileSync(env['INPUT_SARIF_FILE'] ?? '')).toString('base64')
  })
})
if (!answer.ok) {
  console.log(`::error::${((await answer.json()) as { message: string }).message}`)
  process.exitCode = 1
}
