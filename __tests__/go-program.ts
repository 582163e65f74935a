import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

/** The path of a Go program of `folder`, built once from its modules; null where there is no Go, or no module. */
export async function goProgram(folder: string, name: string): Promise<string | null> {
  const binary = resolve('node_modules/.cache', name, 'oracle')
  if (existsSync(binary)) return binary
  mkdirSync(resolve(binary, '..'), { recursive: true })
  try {
    await promisify(execFile)('go', ['build', '-o', binary], { cwd: resolve(folder), timeout: 240_000 })
    return binary
  } catch {
    return null
  }
}
