import type { MappedText } from '../../text/mapped-text.ts'
import { type FileFlags, printConfig } from '../compose/files.ts'
import { type ComposeCall, serviceToRun, startServices, stopServices } from '../compose/start.ts'
import { dockerFrame, isElsewhere } from '../docker-daemon.ts'
import { readPublications } from '../docker-run.ts'
import { type FlagTable, type ParsedFlags, parseFlags, parseInterspersed } from '../flags.ts'
import type { CommandFamily, Invocation, Recorder, Shell } from '../frame.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Flags between `compose` and its subcommand; those of docker-compose v1 and podman-compose with them. */
const composeFlags: FlagTable = {
  values: words(`ansi env-file file parallel profile progress project-directory project-name host context log-level
    tlscacert tlscert tlskey workdir in-pod pod-args podman-args podman-build-args podman-pull-args podman-run-args
    podman-start-args podman-stop-args podman-rm-args podman-path c`),
  switches: words('all-resources compatibility dry-run verbose no-ansi tls tlsverify no-cleanup'),
  short: { f: 'file', p: 'project-name', H: 'host', c: 'context', w: 'workdir' }
}

/** Flags of the subcommands that bear on what is started (docker/compose `cmd/compose/*.go`). */
const subcommandFlags: FlagTable = {
  values: words(`attach exit-code-from no-attach pull scale timeout wait-timeout index signal rmi policy
    cap-add cap-drop entrypoint env env-from-file label name publish user volume workdir`),
  switches: words('detach rm service-ports use-aliases build no-deps'),
  short: { d: 'detach', t: 'timeout', e: 'env', l: 'label', p: 'publish', u: 'user', v: 'volume', w: 'workdir' }
}

const stopFlags: FlagTable = {
  values: words('timeout signal rmi'),
  switches: words('volumes'),
  short: { t: 'timeout', s: 'stop' }
}

/** Flags by which `up` ends as soon as a container does: a test run. */
const testRun = words('abort-on-container-exit abort-on-container-failure exit-code-from')

/** `docker compose` and the programs that take its command line. */
export const compose: CommandFamily = {
  names: ['docker-compose', 'podman-compose'],
  run: runCompose
}

/** Reads the words after `compose`. */
export function runCompose(invocation: Invocation, shell: Shell): void {
  const global = parseFlags(invocation.args, composeFlags)
  const [verb, ...args] = global.rest
  const remote = valuesOf(global, 'host', 'context').some(({ text }) => isElsewhere(text))
  const frame = dockerFrame(invocation.frame, remote)
  const subcommand = subcommands[verb?.text.text ?? '']
  if (subcommand === undefined) return
  const call = (named: readonly string[], options: Partial<ComposeCall> = {}): ComposeCall => ({
    invocation: { ...invocation, frame },
    ...fileFlags(global),
    projectName: valuesOf(global, 'project-name').at(-1) ?? null,
    profiles: valuesOf(global, 'profile').map(({ text }) => text),
    named,
    scale: new Map(),
    dependencies: false,
    throwaway: false,
    ...options
  })
  subcommand({ ...invocation, args, frame }, call, shell)
}

const fileFlags = (global: ParsedFlags): FileFlags => ({
  files: valuesOf(global, 'file'),
  envFiles: valuesOf(global, 'env-file'),
  projectFolder: valuesOf(global, 'project-directory', 'workdir').at(-1)?.text ?? null,
  stack: false
})

/** What `docker compose config` prints; null for any other subcommand. */
export function configOf(invocation: Invocation, recorder: Recorder): MappedText | null {
  const global = parseFlags(invocation.args, composeFlags)
  const verb = global.rest[0]?.text.text
  return verb === 'config' || verb === 'convert' ? printConfig(fileFlags(global), invocation, recorder) : null
}

type Subcommand = (
  invocation: Invocation,
  call: (named: readonly string[], options?: Partial<ComposeCall>) => ComposeCall,
  shell: Shell
) => void

const up: Subcommand = ({ args }, call, { recorder }) => {
  const parsed = parseInterspersed(args, subcommandFlags)
  const throwaway = parsed.flags.some(({ name }) => testRun.has(name))
  const scale = new Map(
    valuesOf(parsed, 'scale').map(({ text }) => [text.split('=')[0] ?? '', text.split('=')[1] ?? ''] as const)
  )
  startServices(call(namesIn(parsed), { scale, dependencies: !isOn(parsed, 'no-deps'), throwaway }), recorder)
}

const start: Subcommand = ({ args }, call, { recorder }) =>
  startServices(call(namesIn(parseInterspersed(args, subcommandFlags))), recorder)

const stop: Subcommand = ({ args }, call, { recorder }) =>
  stopServices(call(namesIn(parseInterspersed(args, stopFlags))), recorder)

/** `run` publishes what `-p` says, and the service's own ports only with `--service-ports` (docker/compose `run.go`). */
const run: Subcommand = ({ args }, call, { recorder }) => {
  const parsed = parseFlags(args, subcommandFlags)
  const published = readPublications(valuesOf(parsed, 'publish'), 'compose')
  const [service] = parsed.rest
  const servicePorts = isOn(parsed, 'service-ports')
  if (service === undefined || (!servicePorts && published.publications.length + published.refused.length === 0)) return
  const throwaway = isOn(parsed, 'rm') && !isOn(parsed, 'detach')
  const container = serviceToRun(call([], { throwaway }), service.text.text, recorder)
  if (container === null) return
  const name = valuesOf(parsed, 'name').at(-1)?.text ?? container.name
  recorder.addContainer({ ...container, name, ...(servicePorts ? {} : published) })
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  up,
  create: up,
  start,
  restart: start,
  run,
  down: stop,
  stop,
  rm: stop,
  kill: stop
}

const valuesOf = ({ flags }: ParsedFlags, ...names: readonly string[]): readonly MappedText[] =>
  flags.flatMap(({ name, value }) => (names.includes(name) && value !== null ? [value] : []))

const namesIn = ({ rest }: ParsedFlags): readonly string[] => rest.map(({ text }) => text.text)

const isOn = ({ flags }: ParsedFlags, name: string): boolean =>
  flags.some(flag => flag.name === name && flag.value?.text !== 'false')
