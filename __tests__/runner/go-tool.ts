import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A Go program that its variable names (ACT, ACTIONLINT), on PATH, or where Go installs; or null. */
export function goTool(name: string): string | null {
  const gopath = spawnSync('go', ['env', 'GOPATH'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...(gopath === '' ? [] : [`${gopath}/bin`])]
  const paths = [process.env[name.toUpperCase()] ?? '', ...folders.map(folder => join(folder, name))]
  return paths.find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return path !== ''
  } catch {
    return false
  }
}
