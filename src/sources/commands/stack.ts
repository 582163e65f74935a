import { startServices } from '../compose/start.ts'
import { type FlagTable, parseInterspersed } from '../flags.ts'
import { anyContainer, type Invocation, type Shell } from '../frame.ts'

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
  const { flags, rest } = parseInterspersed(args, deployFlags)
  const files = flags.flatMap(({ name, value }) => (name === 'compose-file' && value !== null ? [value] : []))
  startServices(
    {
      invocation,
      files,
      envFiles: [],
      projectFolder: null,
      projectName: rest[0]?.text ?? null,
      profiles: [],
      named: [],
      dependencies: false,
      stack: true,
      throwaway: false
    },
    shell.recorder
  )
}
