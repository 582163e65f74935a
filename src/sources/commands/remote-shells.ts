import type { MappedText } from '../../text/mapped-text.ts'
import { itemsOf, parseYaml, textOf } from '../../text/yaml.ts'
import type { CommandFamily } from '../frame.ts'
import { joinWords } from './shells.ts'
import { remoteFrame } from './ssh.ts'

/** How a program is told what to run on another machine. */
interface RemoteShell {
  /** The words that make it do so, in this order, among its first ones. */
  readonly verbs: readonly string[]
  /** The flag that takes the command; null where the words after the destination are the command. */
  readonly flag: string | null
}

const table: Readonly<Record<string, RemoteShell>> = {
  gcloud: { verbs: ['compute', 'ssh'], flag: '--command' },
  doctl: { verbs: ['compute', 'ssh'], flag: '--ssh-command' },
  az: { verbs: ['vm', 'run-command', 'invoke'], flag: '--scripts' },
  aws: { verbs: ['ssm', 'send-command'], flag: '--parameters' },
  tailscale: { verbs: ['ssh'], flag: null }
}

/** `gcloud compute ssh vm --command "…"` and its like: ssh by another name. */
export const remoteShells: CommandFamily = {
  names: Object.keys(table),
  run({ name, args, frame }, shell) {
    const remote = table[name]
    const words = args.map(field => field.text.text).filter(word => !word.startsWith('-'))
    if (remote === undefined || !remote.verbs.every((verb, index) => words[index] === verb)) return
    const { flag, verbs } = remote
    if (flag === null) {
      const command = args.slice(verbs.length + 1)
      if (command.length > 0) shell.run(joinWords(command), remoteFrame(frame))
      return
    }
    for (const [index, { text }] of args.entries()) {
      const value = text.text.startsWith(`${flag}=`) ? text.slice(flag.length + 1) : null
      const next = text.text === flag ? args[index + 1]?.text : undefined
      for (const script of scriptsOf(value ?? next)) shell.run(script, remoteFrame(frame))
    }
  }
}

/** The command itself, or what `commands=["…", "…"]` lists for AWS Systems Manager. */
function scriptsOf(value: MappedText | undefined): readonly MappedText[] {
  if (value === undefined) return []
  const listed = /^\s*\{?\s*["']?commands["']?\s*[=:]\s*/.exec(value.text)
  if (listed === null) return [value]
  const list = value.slice(listed[0].length, value.text.replace(/\}\s*$/, '').length)
  const items = itemsOf(parseYaml(list).documents[0]?.root).flatMap(item => textOf(item) ?? [])
  return items.length > 0 ? items : [list]
}
