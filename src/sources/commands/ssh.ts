import { HOLE, MappedText } from '../../text/mapped-text.ts'
import type { Field } from '../../text/shell-words.ts'
import { type FlagTable, parseFlags } from '../flags.ts'
import type { CommandFamily, Frame, Recorder } from '../frame.ts'
import { Scope } from '../scope.ts'

/** From OpenSSH's own usage text. */
export const sshFlags: FlagTable = {
  values: new Set('BbcDEeFIiJLlmOopQRSWw'),
  switches: new Set('46AaCfGgKkMNnqsTtVvXxYy'),
  short: {}
}

/** `ssh host command…`, `ssh host << EOF`, `ssh host 'bash -s' < file`: the command runs on the server. */
export const ssh: CommandFamily = {
  names: ['ssh', 'autossh', 'mosh'],
  run(invocation, shell) {
    const { rest } = parseFlags(invocation.args, sshFlags, index => isOptions(invocation.args, index))
    // Flags may stand after the destination too.
    const command = parseFlags(rest.slice(1), sshFlags).rest
    const frame: Frame = { ...remoteFrame(invocation.frame), calls: invocation.frame.calls }
    const text = joined(command)
    if (text?.text.trim() === HOLE) leaveRemoteUnread(invocation.statement, shell.recorder)
    else if (text !== null) shell.run(text, { ...frame, stdin: invocation.stdin })
    else if (invocation.stdin !== null) shell.run(invocation.stdin, frame)
  }
}

/** `ssh $SSH_OPTS user@host`: an unknown word before the destination stands for flags. */
const isOptions = (args: readonly Field[], index: number): boolean =>
  args[index]?.text.text === HOLE && args[index]?.quoted === false && /^[^\s/]*@/.test(args[index + 1]?.text.text ?? '')

/** A shell on another machine knows nothing of this one's variables. */
export const remoteFrame = (frame: Frame): Frame => ({
  ...frame,
  placement: 'remote',
  machine: {},
  scope: new Scope(),
  stdin: null
})

/** Says that nobody can tell before the run what a command runs on a server. */
export function leaveRemoteUnread(statement: MappedText, recorder: Recorder): void {
  const { file, line } = statement.location()
  recorder.addUnread({ file, line, reason: 'what runs on the server here is not known before the run' })
}

/** ssh joins its words with one blank, and the shell over there reads them again. */
function joined(fields: readonly Field[]): MappedText | null {
  const [first] = fields
  if (first === undefined) return null
  if (fields.length === 1) return first.text
  const blank = MappedText.standingFor(first.word, ' ')
  return MappedText.join(fields.flatMap((field, index) => (index === 0 ? [field.text] : [blank, field.text])))
}
