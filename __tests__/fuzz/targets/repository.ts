import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { stored } from '../checkout.ts'
import type { Target } from '../target.ts'
import { shellWords } from './file-target.ts'
import { type Checkout, checkLint } from './lint.ts'

const folder = new URL('../../corpus/cases/', import.meta.url)
const seeds = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.txt'))
  .sort()
  .map(path => readFileSync(new URL(path, folder), 'utf8'))

/** A whole small checkout, in the form of the corpus: files headed by `=== path`. */
export const repository: Target = {
  id: 'repository',
  seeds,
  words: [
    ...shellWords,
    '=== Makefile\n',
    '=== .env\n',
    '=== compose.yaml\n',
    '=== nginx.conf\n',
    '=== Dockerfile\n',
    '=== action.yml\n',
    '=== README.md\n```sh\n',
    '```\n',
    '=== deploy.sh\n',
    '=== justfile\n',
    '=== config/deploy.yml\n',
    '=== site.yml\n',
    '=== app.container\n',
    '=== package.json\n{"scripts":{"deploy":"',
    '=== Caddyfile\n'
  ],
  grammar: fc.constantFrom(...seeds),
  runs: 25,
  check: (text, deep) => checkLint(checkoutOf(text), null, deep)
}

function checkoutOf(text: string): Checkout {
  const files = new Map<string, string>()
  for (const section of stored(text)
    .split(/^=== (?=.)/m)
    .slice(1)) {
    const [path = '', ...lines] = section.split('\n')
    files.set(path.trim(), lines.join('\n'))
  }
  for (const name of ['expect', 'inputs', 'crlf']) files.delete(name)
  return { files, inputs: new Map() }
}
