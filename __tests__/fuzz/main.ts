/**
 * Feeds the readers what nobody would write, for as long as told: `npm run fuzz -- --seconds 600 nginx compose`.
 * Prints a table; what broke goes to `--keep FOLDER`, smallest first, with the inputs that reached new code.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { lineOf } from './kept.ts'
import { targetNames } from './targets/index.ts'
import { fuzz } from './watch.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    keep: { type: 'string' }
  }
})
const names = positionals.length > 0 ? positionals : targetNames
let broken = 0
process.stdout.write(
  `seed ${values.seed}\n| target | executions | blocks | inputs kept | broken |\n| --- | --- | --- | --- | --- |\n`
)
for (const name of names) {
  const { executions, blocks, kept, found } = await fuzz(name, Number(values.seconds), Number(values.seed))
  broken += found.length
  process.stdout.write(`| ${name} | ${executions} | ${blocks} | ${kept.length} | ${found.length} |\n`)
  for (const { message, input } of found)
    process.stdout.write(`${message.slice(0, 1500)}\n  input: ${JSON.stringify(input).slice(0, 400)}\n`)
  if (values.keep !== undefined) {
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(join(values.keep, `${name}.kept.jsonl`), kept.map(lineOf).join(''))
    writeFileSync(join(values.keep, `${name}.found.jsonl`), found.map(lineOf).join(''))
  }
}
process.exitCode = broken === 0 ? 0 : 1
