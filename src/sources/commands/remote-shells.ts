import { HOLE, MappedText } from '../../text/mapped-text.ts'
import type { Field } from '../../text/shell-words.ts'
import { itemsOf, parseYaml, textOf } from '../../text/yaml.ts'
import { parseFlags } from '../flags.ts'
import type { CommandFamily, Frame, Recorder } from '../frame.ts'
import { joinWords } from './shells.ts'
import { leaveRemoteUnread, remoteFrame, sshFlags } from './ssh.ts'

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
  run({ name, args, statement, frame }, shell) {
    const remote = table[name]
    const words = args.map(field => field.text.text).filter(word => !word.startsWith('-'))
    if (remote === undefined || !remote.verbs.every((verb, index) => words[index] === verb)) return
    const { flag, verbs } = remote
    if (flag === null) {
      const command = args.slice(verbs.length + 1)
      if (command.length > 0) shell.run(joinWords(command), remoteFrame(frame))
      return
    }
    const flagged = args.flatMap(({ text }, index) => {
      const value = text.text.startsWith(`${flag}=`) ? text.slice(flag.length + 1) : null
      const next = text.text === flag ? args[index + 1]?.text : undefined
      return scriptsOf(contentOf(value ?? next, frame, shell.recorder))
    })
    const scripts = flagged.length > 0 ? flagged : passedOn(args)
    for (const script of scripts) shell.run(script, remoteFrame(frame))
    if (scripts.every(({ text }) => text.trim() === HOLE)) leaveRemoteUnread(statement, shell.recorder)
  }
}

/** `gcloud compute ssh vm -- "…"`: what stands there is ssh's own. */
function passedOn(args: readonly Field[]): readonly MappedText[] {
  const end = args.findIndex(({ text }) => text.text === '--')
  const { rest } = parseFlags(end === -1 ? [] : args.slice(end + 1), sshFlags)
  return rest.length === 0 ? [] : [joinWords(rest)]
}

/** AWS and Azure take `file://commands.json` and `@script.sh` for what stands in that file. */
function contentOf(value: MappedText | undefined, { scope }: Frame, recorder: Recorder): MappedText | undefined {
  const [, path] = /^(?:file:\/\/|@)(.+)$/.exec(value?.text ?? '') ?? []
  return path === undefined ? value : (recorder.find(path, scope.cwd) ?? undefined)
}

/** The command itself, or what `commands=["…", "…"]` lists for AWS Systems Manager: the lines of one script. */
function scriptsOf(value: MappedText | undefined): readonly MappedText[] {
  if (value === undefined) return []
  const listed = /^\s*\{?\s*["']?commands["']?\s*[=:]\s*/.exec(value.text)
  if (listed === null) return [value]
  const list = value.slice(listed[0].length, value.text.replace(/\}\s*$/, '').length)
  const items = itemsOf(parseYaml(list).documents[0]?.root).flatMap(item => textOf(item) ?? [])
  const lines = items.flatMap(item => [item, MappedText.standingFor(item.slice(item.text.length), '\n')])
  return [items.length > 0 ? MappedText.join(lines) : list]
}
