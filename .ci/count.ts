/** Adds up what the test runs of a log said and closes with 'N passed, N failed'. Fails where nothing was counted. */
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const log = stripVTControlCharacters(readFileSync(process.argv[2] ?? '', 'utf8'))
const total = { passed: 0, failed: 0, skipped: 0 }

// vitest: "Tests  2 failed | 310 passed | 1 skipped (313)"; the lab: "80 passed, 0 failed, 0 skipped".
const lines = log.split('\n').filter(line => /^\s*Tests\s+\d+ /.test(line) || /^\d+ passed, \d+ failed/.test(line))
for (const line of lines) {
  for (const [, count = '0', word = ''] of line.matchAll(/(\d+) (passed|failed|skipped)/g))
    total[word as keyof typeof total] += Number(count)
}
if (total.passed === 0 || total.failed > 0) process.exitCode = 1
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
