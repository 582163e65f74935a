import type { MappedText } from '../../text/mapped-text.ts'
import { type FileFlags, printConfig } from '../compose/files.ts'
import { startServices } from '../compose/start.ts'
import { type FlagTable, type ParsedFlags, parseInterspersed } from '../flags.ts'
import { anyContainer, type Invocation, type Recorder, type Shell } from '../frame.ts'

/** docker/cli `cli/command/stack/deploy.go`. */
const deployFlags: FlagTable = {
  values: new Set(['compose-file', 'resolve-image', 'orchestrator', 'namespace', 'kubeconfig']),
  switches: new Set(['detach', 'prune', 'quiet', 'with-registry-auth']),
  short: { c: 'compose-file', d: 'detach', q: 'quiet' }
}

/** `docker stack deploy -c stack.yml NAME`: compose files read by the engine's own client, without any `.env`. */
export function runStack(invocation: Invocation, shell: Shell): void {
  const [verb, ...args] = invocation.args
  if (verb?.text.text === 'rm' || verb?.text.text === 'down') {
    for (const { text } of args) shell.recorder.removed([anyContainer], invocation.frame, { project: text.text })
  }
  if (verb?.text.text !== 'deploy' && verb?.text.text !== 'up') return
  const parsed = parseInterspersed(args, deployFlags)
  startServices(
    {
      invocation,
      ...fileFlags(parsed),
      projectName: parsed.rest[0]?.text ?? null,
      profiles: [],
      named: [],
      scale: new Map(),
      dependencies: false,
      throwaway: false
    },
    shell.recorder
  )
}

/** What `docker stack config` prints; null for any other subcommand. */
export function stackConfigOf(invocation: Invocation, recorder: Recorder): MappedText | null {
  const [verb, ...args] = invocation.args
  return verb?.text.text === 'config'
    ? printConfig(fileFlags(parseInterspersed(args, deployFlags)), invocation, recorder)
    : null
}

const fileFlags = ({ flags }: ParsedFlags): FileFlags => ({
  files: flags.flatMap(({ name, value }) => (name === 'compose-file' && value !== null ? [value] : [])),
  envFiles: [],
  projectFolder: null,
  stack: true
})
