import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Step } from '../bundle.ts'

/** What a person must never see of us. */
export const stackTrace = /\n\s+at \S+ \(|node:internal|file:\/\/\/|Emitted 'error' event/

/** Every step ends with an exit code of ours, and without a stack trace. */
export function expectWords({ code, stdout, stderr }: Pick<Step, 'code' | 'stdout' | 'stderr'>, exit = 1): void {
  expect(`${stdout}${stderr}`).not.toMatch(stackTrace)
  expect(`${stdout}${stderr}`).not.toContain('crashed')
  expect(code).toBe(exit)
}

export const messages = ({ commands }: Pick<Step, 'commands'>, name: string): readonly string[] =>
  commands.filter(command => command.name === name).map(({ message }) => message)

/** Processes that were started with this variable, ours or their children: none may outlive the run. */
export function processesWith(mark: string): readonly string[] {
  return readdirSync('/proc').flatMap(pid => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark) ? [command] : []
    } catch {
      // It ended in between.
      return []
    }
  })
}
