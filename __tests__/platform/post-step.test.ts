import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What the runner keeps of `name<<delimiter` blocks, as it hands it to the post step. */
const stateIn = (file: string): Record<string, string> =>
  Object.fromEntries(
    [...readFileSync(file, 'utf8').matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
      `STATE_${name}`,
      value ?? ''
    ])
  )

test('a key that a cancelled run left behind is removed by the post step, and by it alone', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'post-'))
  const state = join(temporary, 'state')
  const program = `
    import { isPostStep, rememberSecrets } from './src/platform/post-step.ts'
    import { secretFiles } from './src/platform/secret-files.ts'
    const post = isPostStep()
    if (!post) secretFiles(process.env.RUNNER_TEMP, rememberSecrets).create({ key: 'k' })
    console.log(post)
    if (!post) process.kill(process.pid, 'SIGKILL')`
  const run = (extra: Record<string, string>): string => {
    writeFileSync(state, '')
    const env = { ...process.env, RUNNER_TEMP: temporary, GITHUB_STATE: state, ...extra }
    return spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env }).stdout
  }
  try {
    expect(run({})).toBe('false\n')
    const kept = stateIn(state)
    const folder = kept['STATE_secret-folder'] ?? ''
    expect(existsSync(join(folder, 'key'))).toBe(true)
    expect(run(kept)).toBe('true\n')
    expect(existsSync(folder)).toBe(false)
  } finally {
    rmSync(temporary, { recursive: true })
  }
})
