import { proxyCommands } from '../../proxies/index.ts'
import { HOLE } from '../../text/mapped-text.ts'
import type { CommandFamily, Invocation, Shell } from '../frame.ts'
import { fileName } from '../path.ts'
import { ansible } from './ansible.ts'
import { compose } from './compose.ts'
import { copies } from './copies.ts'
import { docker } from './docker.ts'
import { foreignScripts } from './foreign-scripts.ts'
import { just } from './just.ts'
import { kamal } from './kamal.ts'
import { make } from './make.ts'
import { packageScripts } from './package-scripts.ts'
import { remoteShells } from './remote-shells.ts'
import { runners } from './runners.ts'
import { sed } from './sed.ts'
import { callScript, shells } from './shells.ts'
import { signs } from './signs.ts'
import { ssh } from './ssh.ts'
import { systemctl } from './systemctl.ts'
import { task } from './task.ts'
import { developerTunnels } from './tunnels.ts'
import { wrappers } from './wrappers.ts'
import { writers } from './writers.ts'

/** Every family of commands that lint understands. Adding one: add a file, add a line. */
const families: readonly CommandFamily[] = [
  docker,
  compose,
  ssh,
  remoteShells,
  shells,
  make,
  packageScripts,
  foreignScripts,
  just,
  task,
  systemctl,
  ansible,
  kamal,
  wrappers,
  runners,
  writers,
  sed,
  copies,
  signs,
  developerTunnels
]

/** Families that bring nothing to light by themselves: what they wrap, write or call is named beside them. */
const carriers: readonly CommandFamily[] = [
  shells,
  wrappers,
  runners,
  writers,
  sed,
  copies,
  packageScripts,
  foreignScripts
]

/** Commands that start something, reach a server, or call what may. */
export const tellingCommands: readonly string[] = families
  .filter(family => !carriers.includes(family))
  .flatMap(({ names }) => names)

const byName = new Map(families.flatMap(family => family.names.map(name => [name, family] as const)))

/** Programs that take the route of a proxy on their command line. */
const forwarding = new Set(proxyCommands.flatMap(({ names }) => names))

/** Hands a command to its family; a path is a script that is called; the rest is of no interest. */
export function dispatch(invocation: Invocation, shell: Shell): void {
  const name = fileName(invocation.name)
  const family = byName.get(name)
  // What runs on a hosted runner stands before nothing that a webhook could reach.
  if (forwarding.has(name) && invocation.frame.placement !== 'hosted') {
    const args = invocation.args.map(field => field.text)
    shell.recorder.addProxyCommand(name, args, invocation.statement.location())
  }
  const [first] = invocation.args
  // `$SUDO docker …`: a wrapper that is empty at times.
  if (invocation.name === HOLE && first !== undefined && byName.has(fileName(first.text.text))) {
    dispatch({ ...invocation, name: first.text.text, args: invocation.args.slice(1) }, shell)
  } else if (invocation.name === HOLE) {
    const meant = programOf(invocation)
    if (meant !== null) dispatch({ ...invocation, name: meant }, shell)
  } else if (family !== undefined) family.run({ ...invocation, name }, shell)
  else if (/\/|\.sh$/.test(invocation.name)) callScript(invocation.name, invocation.args, invocation, shell)
}

const composeVerbs = /^(up|down|create|start|restart|run|stop|rm|kill)$/
const dockerVerbs = /^(run|create|container|compose|stack|stop|rm|kill)$/

/** `$DC up -d`: which of two programs it is turns out on the server; what its variable is called tells their kind. */
function programOf({ args, statement }: Invocation): string | null {
  const [, variable = ''] = /\$\{?(\w+)/.exec(statement.text) ?? []
  const has = (verbs: RegExp): boolean => args.slice(0, 8).some(({ text }) => verbs.test(text.text))
  if (/compose|^dc(cmd)?$/i.test(variable) && has(composeVerbs)) return 'docker-compose'
  return /docker|podman|engine|runtime/i.test(variable) && has(dockerVerbs) ? 'docker' : null
}
