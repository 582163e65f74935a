import { tmpdir } from 'node:os'
import * as core from '@actions/core'
import { removeSecretFolder } from './secret-files.ts'

/** What the main step left for the `post` step, which also runs where the job failed or was cancelled. */
const state = { ran: 'main-step-ran', secrets: 'secret-folder' }

/** Tells the `post` step which folder must not outlive the job. */
export const rememberSecrets = (folder: string): void => save(state.secrets, folder)

/** False in the main step; in the `post` step, cleans up and says true. Only on the runner, which keeps the state. */
export function isPostStep(): boolean {
  if (core.getState(state.ran) === '') {
    save(state.ran, 'true')
    return false
  }
  removeSecretFolder(env('RUNNER_TEMP') || tmpdir(), core.getState(state.secrets))
  return true
}

/** Where the file cannot be written, the runner still takes the command that was there before it. */
function save(name: string, value: string): void {
  try {
    core.saveState(name, value)
  } catch {
    delete process.env['GITHUB_STATE']
    core.saveState(name, value)
  }
}

const env = (name: string): string => process.env[name] ?? ''
