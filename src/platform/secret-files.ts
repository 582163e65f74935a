import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { atTheEnd } from './call-off.ts'
import type { SecretFiles } from './host.ts'

const prefix = 'webhook-reach-check-'

/** Files with mode 0600 in a folder of their own; `remember` hears of the folder before anything is in it. */
export function secretFiles(temporary: string, remember: (folder: string) => void): SecretFiles {
  return {
    create(files) {
      const folder = join(resolve(temporary), `${prefix}${randomUUID()}`)
      remember(folder)
      atTheEnd(() => removeSecretFolder(temporary, folder))
      mkdirSync(folder, { mode: 0o700 })
      for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' })
      return folder
    },
    remove: folder => removeSecretFolder(temporary, folder)
  }
}

/** Removes a folder that `secretFiles` made, and nothing else whatever it is told. */
export function removeSecretFolder(temporary: string, folder: string): void {
  if (dirname(folder) !== resolve(temporary) || !basename(folder).startsWith(prefix)) return
  rmSync(folder, { recursive: true, force: true })
}
