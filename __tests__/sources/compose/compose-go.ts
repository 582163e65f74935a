import { spawnSync } from 'node:child_process'
import { goProgram } from '../../go-program.ts'

/** The path of a program around compose's own loader; null where it can't be built. */
export const composeGo = (): Promise<string | null> => goProgram('__tests__/sources/compose/compose-go', 'compose-go')

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
