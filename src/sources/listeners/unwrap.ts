import type { MappedText } from '../../text/mapped-text.ts'
import { fileName } from '../path.ts'

/** Programs that run what comes after them, by how many operands come first; flags before it go with them. */
const wrappers: Readonly<Record<string, number>> = {
  exec: 0,
  env: 0,
  nohup: 0,
  time: 0,
  service: 0,
  'rc-service': 0,
  nice: 0,
  setsid: 0,
  tini: 0,
  'dumb-init': 0,
  catatonit: 0,
  'docker-entrypoint.sh': 0,
  gosu: 1,
  'su-exec': 1,
  timeout: 1,
  'ddtrace-run': 0,
  'opentelemetry-instrument': 0,
  npx: 0,
  bunx: 0
}
/** Tools whose `run` or `exec` does so. */
const runners: ReadonlySet<string> = new Set(
  'poetry uv pipenv pdm hatch rye conda bundle pnpm yarn npm bun doppler dotenv newrelic-admin'.split(' ')
)
const runWords: ReadonlySet<string> = new Set(['run', 'exec', 'run-program', '--'])
const interpreters: ReadonlySet<string> = new Set(['node', 'ruby', 'php', 'deno', 'bun', 'tsx', 'ts-node'])

/** A script of package.json that a package manager is told to run. */
export interface PackageScript {
  readonly script: string
  /** Words that are added to it. */
  readonly more: readonly MappedText[]
}

/** The program that a command line comes to, and its arguments. */
export interface Program {
  /** Base name, module (`uvicorn` of `python -m uvicorn`) or script. */
  readonly name: string
  readonly word: MappedText
  readonly args: readonly MappedText[]
}

/** `npm start`, `npm run preview -- --port 80`, `yarn preview`. */
export function packageScript(words: readonly MappedText[]): PackageScript | null {
  const [tool, ...rest] = words.map(({ text }) => text)
  if (!/^(npm|yarn|pnpm|bun)$/.test(fileName(tool ?? ''))) return null
  const flags = rest.findIndex(word => !word.startsWith('-'))
  const start = flags === -1 ? rest.length : flags
  const run = rest[start] === 'run' || rest[start] === 'run-script' ? start + 1 : start
  const script = rest[run]
  if (script === undefined || (run === start && !/^(start|test)$/.test(script) && /npm|bun/.test(tool ?? '')))
    return null
  const more = words.slice(run + 2)
  return { script, more: more[0]?.text === '--' ? more.slice(1) : more }
}

/** Takes off what only leads to the program; null where nothing is left. */
export function unwrap(words: readonly MappedText[]): Program | null {
  let left = words
  for (let round = 0; round < 12; round++) {
    const [first, second] = left
    if (first === undefined) return null
    const name = fileName(first.text)
    const operands = wrappers[name]
    if (operands !== undefined) left = skip(left.slice(1), operands)
    else if (/^[A-Za-z_]\w*=/.test(first.text)) left = left.slice(1)
    else if (runners.has(name) && second !== undefined && runWords.has(second.text)) left = skip(left.slice(2), 0)
    else if (/^python[\d.]*$/.test(name)) return python(left)
    else if (interpreters.has(name)) return interpreted(name, left)
    else return { name, word: first, args: left.slice(1) }
  }
  return null
}

/** Past flags, assignments and `operands` words. */
function skip(words: readonly MappedText[], operands: number): readonly MappedText[] {
  let index = 0
  while (index < words.length && /^-|^[A-Za-z_]\w*=/.test(words[index]?.text ?? '')) index++
  return words.slice(index + operands)
}

function python(words: readonly MappedText[]): Program | null {
  const index = words.findIndex((word, at) => at > 0 && (!word.text.startsWith('-') || word.text === '-m'))
  const word = words[index]
  if (word === undefined) return null
  const module = word.text === '-m' ? words[index + 1] : word
  if (module === undefined) return null
  return { name: fileName(module.text), word: module, args: words.slice(words.indexOf(module) + 1) }
}

/** `node --flag dist/server.js --host …`, `php artisan serve`, `php -S …`, `node node_modules/.bin/next start`. */
function interpreted(name: string, words: readonly MappedText[]): Program | null {
  const [first] = words
  if (first === undefined) return null
  if (words[1]?.text === '-S') return { name, word: first, args: words.slice(1) }
  const index = words.findIndex(
    (word, at) => at > 0 && !word.text.startsWith('-') && !(word.text === 'run' && /deno|bun/.test(name))
  )
  const script = words[index]
  if (script === undefined) return { name, word: first, args: words.slice(1) }
  const path = script.text.replace(/^\.?\/(app\/)?/, '')
  const known = /(^|\/)(\.output\/server\/index\.mjs|\.next\/standalone\/server\.js|build\/index\.js)$/.exec(path)?.[2]
  const bin = /(^|\/)(?:\.bin\/|node_modules\/)(next|vite)\b/.exec(path)?.[2]
  return {
    name: known ?? bin ?? (path === 'build' ? path : fileName(path)),
    word: script,
    args: words.slice(index + 1)
  }
}
