import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const binary = resolve('node_modules/.cache/compose-go/oracle')

/** The path of a program around compose's own loader, built from its Go module once; null where there is no Go, or no module. */
export async function composeGo(): Promise<string | null> {
  if (existsSync(binary)) return binary
  mkdirSync(resolve(binary, '..'), { recursive: true })
  try {
    await promisify(execFile)('go', ['build', '-o', binary], {
      cwd: resolve('__tests__/sources/compose/compose-go'),
      timeout: 240_000
    })
    return binary
  } catch {
    return null
  }
}

/** What it says of one project. */
export interface ComposeAnswer {
  readonly error?: string
  /** `address|published|target|protocol` of every port, by service. */
  readonly services: Readonly<Record<string, readonly string[]>> | null
}

/** Asks about all folders at once. */
export function askComposeGo(path: string, folders: readonly string[]): readonly ComposeAnswer[] {
  const { stdout } = spawnSync(path, { input: folders.join('\n'), encoding: 'utf8', timeout: 60_000, env: {} })
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as ComposeAnswer)
}
