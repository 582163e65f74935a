import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const clock = join(import.meta.dirname, '../../src/platform/clock.ts')

/** Runs code with the machine's clock in a process of its own, since the signals are for the process. */
const use = (code: string) =>
  spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', `import { systemClock as clock } from '${clock}'\n${code}`],
    { encoding: 'utf8', timeout: 20_000 }
  )

test('SIGINT ends a sleep early, and the run goes on to its report', () => {
  const { stdout, stderr, status } = use(`
    const signal = clock.interrupted()
    setTimeout(() => process.kill(process.pid, 'SIGINT'), 50)
    await Promise.all(Array.from({ length: 20 }, () => clock.sleep(60_000, signal)))
    console.log(signal.aborted, clock.interrupted() === signal)`)
  expect({ stdout, stderr, status }).toEqual({ stdout: 'true true\n', stderr: '', status: 0 })
})

test('a second SIGINT ends the run at once, and so does the first where nobody waits for it', () => {
  expect(
    use(`clock.interrupted(); for (;;) { process.kill(process.pid, 'SIGINT'); await clock.sleep(50) }`).signal
  ).toBe('SIGINT')
  expect(use(`process.kill(process.pid, 'SIGINT'); await clock.sleep(5000)`).signal).toBe('SIGINT')
})
