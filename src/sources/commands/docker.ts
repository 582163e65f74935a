import type { Engine } from '../../model/deployment.ts'
import { HOLE, MappedText } from '../../text/mapped-text.ts'
import type { Field } from '../../text/shell-words.ts'
import { cutOff } from '../cut-off.ts'
import { bindingOption } from '../default-addresses.ts'
import { chosenContext, dockerFrame, isElsewhere } from '../docker-daemon.ts'
import { connectFlags, globalFlags, networkFlags } from '../docker-flags.ts'
import { readRun, readService } from '../docker-run.ts'
import { parseFlags, parseInterspersed } from '../flags.ts'
import { anyContainer, type CommandFamily, type Invocation, type Shell } from '../frame.ts'
import { origin, placesOf, writtenAt } from '../origins.ts'
import { joinPath } from '../path.ts'
import { runCompose } from './compose.ts'
import { runBuild, runBuildGroup, runTag } from './image-build.ts'
import { signs } from './signs.ts'
import { runStack } from './stack.ts'

/** `docker`, and the two that take its command line. */
export const docker: CommandFamily = {
  names: ['docker', 'podman', 'nerdctl'],
  run(invocation, shell) {
    const { flags, rest } = parseFlags(invocation.args, globalFlags)
    const remote = flags.some(
      flag => (flag.name === 'host' || flag.name === 'context') && isElsewhere(flag.value?.text ?? '')
    )
    const frame = dockerFrame(invocation.frame, remote)
    const [first, second] = rest
    const isContainerGroup = first?.text.text === 'container'
    const verb = (isContainerGroup ? second : first)?.text.text ?? ''
    const args = rest.slice(isContainerGroup ? 2 : 1)
    subcommands[verb]?.({ ...invocation, args, frame }, shell)
  }
}

type Subcommand = (invocation: Invocation, shell: Shell) => void

const start: Subcommand = (invocation, shell) => {
  const run = readRun(invocation, engineOf(invocation.name))
  const cut = cutOff(invocation)
  if (cut !== null) shell.recorder.addCutOff(cut)
  // Without its image docker starts nothing.
  const started = cut === null || (run?.container.image ?? '').trim() !== ''
  if (run === null || !started) return
  shell.recorder.addContainer(run.container, run.runs)
  for (const [name, alias] of run.links) shell.recorder.connected(name, [], [alias])
  // `docker rm "$(cat cid.txt)"` names what stands in that file.
  const { statement, frame } = invocation
  if (run.cidFile !== null)
    shell.recorder.wrote(joinPath(frame.scope.cwd, run.cidFile), MappedText.standingFor(statement, HOLE), false)
}

const stop: Subcommand = ({ args, frame }, shell) => {
  const unknown = args.flatMap(({ text }) => (text.text === HOLE ? [text] : []))
  const places = unknown.flatMap(text => placesOf(text, frame.scope))
  shell.recorder.removed(operands(args), frame, { startedAt: places })
  for (const text of unknown) {
    const query = origin(text, frame.scope)
    shell.recorder.removed(listed(query), frame, { asked: query.location() })
  }
}

/** The containers that `$(docker ps -aq --filter name=app)` asks for; without a filter, whatever runs. */
function listed(text: MappedText): readonly string[] {
  const command = writtenAt(text)
  if (!/^(\$\()?\s*(sudo\s+)?(docker|podman|nerdctl)\s+(ps|container\s+ls)\s/.test(command)) return []
  if (!/\s(-f|--filter)\b/.test(command)) return [anyContainer]
  return Array.from(command.matchAll(/\b(name=\^?\/?|ancestor=|label=)([\w./:@=-]+)/g), ([, by = '', value = '']) =>
    by.startsWith('name') ? value : `${by}${value}`
  )
}

/** `docker service create`, and `rm`; what `update` changes was created elsewhere. */
const service: Subcommand = ({ args, ...invocation }, { recorder }) => {
  const [verb, ...rest] = args
  if (verb?.text.text === 'rm') recorder.removed(operands(rest), invocation.frame)
  if (verb?.text.text !== 'create') return
  const run = readService({ ...invocation, args: rest })
  const cut = cutOff({ ...invocation, args: rest })
  if (cut !== null) recorder.addCutOff(cut)
  if (run !== null && run.container.image !== null) recorder.addContainer(run.container, run.runs)
}

/** `docker exec proxy nginx -s reload`: a sign of the proxy in that container. */
const exec: Subcommand = ({ args, ...invocation }, shell) => {
  const at = args.findIndex(({ text }) => text.text === 'nginx' || text.text === 'caddy')
  const inner = args.slice(at + 1)
  const name = args[at]?.text.text
  if (name !== undefined && inner.some(({ text }) => text.text === 'reload'))
    signs.run({ ...invocation, name, args: inner }, shell)
}

/** `docker network connect edge app`: from then on the two find each other by name. `create` may say where ports are published. */
const network: Subcommand = ({ args }, { recorder }) => {
  const verb = args[0]?.text.text
  if (verb === 'connect') {
    const { flags, rest } = parseInterspersed(args.slice(1), connectFlags)
    const [net, container] = rest.map(({ text }) => text.text)
    const aliases = flags.flatMap(({ name, value }) => (name === 'alias' && value !== null ? [value.text] : []))
    if (net !== undefined && container !== undefined) recorder.connected(container, [net], aliases)
  }
  if (verb !== 'create') return
  const { flags, rest } = parseInterspersed(args.slice(1), networkFlags)
  const [created] = rest
  for (const { name, value } of flags) {
    const [option, address] = value?.text.split('=') ?? []
    if (name === 'opt' && option === bindingOption && address !== undefined && created !== undefined)
      recorder.bound(created.text.text, address)
  }
}

/** `docker context use prod`: from here on, every docker command of the job speaks to another machine. */
const context: Subcommand = ({ args, frame }) => {
  const [verb, name] = args
  if (verb?.text.text === 'use' && name !== undefined) frame.scope.set(chosenContext, { kind: 'text', text: name.text })
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  run: start,
  create: start,
  stop,
  rm: stop,
  kill: stop,
  context,
  network,
  exec,
  service,
  compose: runCompose,
  stack: runStack,
  build: runBuild,
  buildx: runBuildGroup,
  image: runBuildGroup,
  tag: runTag
}

const operands = (args: readonly Field[]): string[] =>
  args.map(field => field.text.text).filter(word => !word.startsWith('-'))

const engineOf = (name: string): Engine => (name === 'podman' || name === 'nerdctl' ? name : 'docker')
