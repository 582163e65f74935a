import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from '../checkout.ts'
import { read } from '../repository.ts'

/** Where the workflow that runs is put, beside those of the example repository. */
export const workflow = '.github/workflows/reach.yml'

/** An example repository with a workflow, and a deploy script for those that deploy. Gone after the test. */
export function workspaceWith(example: 'incident' | 'healthy' | null, text: string): string {
  const root = checkout({ 'deploy.sh': '#!/bin/sh\necho deployed\n', [workflow]: text })
  chmodSync(join(root, 'deploy.sh'), 0o755)
  if (example !== null) cpSync(`examples/${example}`, root, { recursive: true })
  return root
}

/** An example workflow as it is shipped. */
export const exampleWorkflow = (name: string): string => read(`examples/workflows/${name}`)

/** The same where failing at once is enough: nobody waits here for what will not come. */
export const impatient = (text: string): string =>
  /^ +wait:/m.test(text)
    ? text.replace(/^( +wait:) .*$/gm, '$1 0')
    : text.replace(/^( +)(webhook-url: .*)$/gm, '$1$2\n$1wait: 0')

/** The pull request that runs are for. */
export const pullRequest = {
  number: 7,
  pull_request: { number: 7, head: { sha: 'a'.repeat(40), ref: 'topic' }, base: { ref: 'main' } }
}
