import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeCommands } from '../../src/platform/commands.ts'
import { removeSecretFolder, secretFiles } from '../../src/platform/secret-files.ts'

const environment = {
  PATH: '/usr/bin:/bin',
  INPUT_KEY: 'secret',
  GITHUB_TOKEN: 'secret',
  ACTIONS_TOKEN: 'secret',
  STATE_x: 'secret',
  KEPT: 'yes'
}
const { run } = nodeCommands(() => environment)
const sh = (script: string, input = '', timeoutMs = 10_000) =>
  run({ command: 'sh', args: ['-c', script], input, timeoutMs })

describe('a command', () => {
  test('gets its input and gives its output and exit code', async () => {
    expect(await sh('cat; echo err >&2; exit 3', 'in')).toMatchObject({
      exitCode: 3,
      stdout: 'in',
      stderr: 'err\n',
      error: null,
      timedOut: false
    })
  })

  test('that does not exist is said, not thrown', async () => {
    expect(await run({ command: 'no-such-program', args: [], input: 'x', timeoutMs: 1000 })).toMatchObject({
      exitCode: null,
      error: expect.stringContaining('ENOENT')
    })
  })

  test('may close its input early', async () => {
    for (const size of [10, 1_000_000])
      expect(await sh('exit 4', 'x'.repeat(size))).toMatchObject({ exitCode: 4, error: null })
  })

  test('is ended with all that it started when its time is over', async () => {
    const started = performance.now()
    const outcome = await sh('sleep 60 & echo started; sleep 60', '', 300)
    expect(outcome).toMatchObject({ exitCode: null, timedOut: true, stdout: 'started\n' })
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('is not waited for when what it left behind holds its output open', async () => {
    const started = performance.now()
    expect(await sh('(sleep 5) & exit 0')).toMatchObject({ exitCode: 0 })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('has its output cut, and a line without an end is no harm', async () => {
    const { stdout, exitCode } = await sh('head -c 3000000 /dev/zero')
    expect([exitCode, stdout.length]).toEqual([0, 512 * 1024])
  })

  test('sees no input and no token of the runner', async () => {
    const { stdout } = await sh('env')
    expect(stdout).toContain('KEPT=yes')
    expect(stdout).not.toContain('secret')
  })
})

describe('secret files', () => {
  let temporary: string
  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'secrets-'))
  })
  afterEach(() => rmSync(temporary, { recursive: true }))

  test('are for nobody else, remembered before they are there, and gone when removed', () => {
    const seen: string[] = []
    const files = secretFiles(temporary, folder => {
      seen.push(folder)
      expect(readdirSync(temporary)).toEqual([])
    })
    const folder = files.create({ key: 'k' })
    expect(seen).toEqual([folder])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'key'), 'utf8')).toBe('k')
    files.remove(folder)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('are all that is ever removed', () => {
    const folder = secretFiles(temporary, () => {}).create({ key: 'k' })
    for (const other of [
      '',
      '/',
      temporary,
      `${temporary}/other`,
      `${folder}/key`,
      `${folder}/../..`,
      join(temporary, '..')
    ]) {
      removeSecretFolder(temporary, other)
    }
    expect(readdirSync(folder)).toEqual(['key'])
    removeSecretFolder(`${temporary}/`, folder)
    expect(readdirSync(temporary)).toEqual([])
  })
})
