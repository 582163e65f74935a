import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { env } from 'node:process'

const { ARTIFACTS = '', INPUT_NAME = '', INPUT_PATH = '' } = env
if (INPUT_PATH === '') throw new Error('Input required and not supplied: path')
if (existsSync(INPUT_PATH)) {
  const artifact = join(ARTIFACTS, INPUT_NAME)
  // A second artifact of the name is refused, as it is on GitHub since version 4.
  mkdirSync(artifact)
  cpSync(INPUT_PATH, join(artifact, basename(INPUT_PATH)), { recursive: true })
} else if (env['INPUT_IF-NO-FILES-FOUND'] === 'error') {
  console.log(`::error::No files were found with the provided path: ${INPUT_PATH}.`)
  process.exitCode = 1
}
