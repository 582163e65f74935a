/**
 * Makes the committed seeds of what `npm run fuzz -- --keep FOLDER` kept: the shortest inputs that reach what no fixture
 * reaches. `node __tests__/fuzz/learn.ts FOLDER TARGET…`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Coverage } from './coverage.ts'
import { keptSeeds, lineOf } from './kept.ts'
import { loadTarget } from './targets/index.ts'

/** Seeds are downloaded with the action by everybody: short ones, and of all that reach something new the first. */
const longest = 1_000
const mostCharacters = 8_000

const [, , folder = '', ...names] = process.argv
for (const name of names) {
  const target = await loadTarget(name)
  const coverage = new Coverage(new URL('../../src/', import.meta.url))
  const run = async (input: string): Promise<void> => {
    try {
      await target.check(input, false)
    } catch {
      // What breaks a promise is a regression, and no seed.
    }
  }
  for (const input of target.seeds) await run(input)
  coverage.learn(coverage.fresh())
  const inputs = readFileSync(join(folder, `${name}.kept.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
  const known = [...keptSeeds(name), ...inputs.map((line): string => JSON.parse(line))]
  let lines = ''
  for (const input of known.filter(text => text.length <= longest).sort((a, b) => a.length - b.length)) {
    await run(input)
    const fresh = coverage.fresh()
    coverage.learn(fresh)
    const line = lineOf(input)
    if (fresh.length > 0 && lines.length + line.length <= mostCharacters) lines += line
  }
  writeFileSync(new URL(`seeds/${name}.jsonl`, import.meta.url), lines)
  await target.close?.()
}
