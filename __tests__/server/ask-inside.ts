import { readFileSync } from 'node:fs'
import { nodeCommands } from '../../src/platform/commands.ts'
import { secretFiles } from '../../src/platform/secret-files.ts'
import { askServer } from '../../src/server/ask-server.ts'

/** Asks the server from inside a test machine: access and question as JSON on standard input, the outcome on standard output. */
const { access, question } = JSON.parse(readFileSync(0, 'utf8'))
const remembered: string[] = []
const log: string[] = []
const outcome = await askServer(
  {
    commands: nodeCommands(() => process.env),
    secretFiles: secretFiles('/run/temp folder%h', folder => remembered.push(folder)),
    log: line => log.push(line)
  },
  access,
  question
)
console.log(JSON.stringify({ outcome, log, remembered }))
