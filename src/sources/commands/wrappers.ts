import type { MappedText } from '../../text/mapped-text.ts'
import type { Field } from '../../text/shell-words.ts'
import { type FlagTable, parseFlags } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'

interface Wrapper extends FlagTable {
  /** Words before the command that are neither flags nor assignments: `timeout 30 cmd`. */
  readonly operands: number
}

const wrapper = (values = '', operands = 0): Wrapper => ({
  values: new Set(values.split(' ')),
  switches: new Set(),
  short: {},
  operands
})

/** Commands that run another command, and what comes before it. */
const table: Readonly<Record<string, Wrapper>> = {
  sudo: wrapper(
    'u g h p C r t T U D R user group host prompt chdir chroot role type other-user close-from command-timeout'
  ),
  doas: wrapper('u C'),
  env: wrapper('u C S unset chdir split-string'),
  nohup: wrapper(),
  timeout: wrapper('k s kill-after signal', 1),
  time: wrapper('f o format output'),
  exec: wrapper('a'),
  command: wrapper(),
  builtin: wrapper(),
  nice: wrapper('n adjustment'),
  ionice: wrapper('c n p class classdata pid'),
  stdbuf: wrapper('i o e input output error'),
  setsid: wrapper(),
  chronic: wrapper(),
  flock: wrapper('w E timeout conflict-exit-code', 1),
  sshpass: wrapper('p f d P'),
  'systemd-run': wrapper(
    'u p M H E C unit property description slice machine host working-directory uid gid nice setenv on-active on-boot on-calendar service-type timer-property'
  ),
  screen: wrapper('S c e h p r T t x'),
  xargs: wrapper('a d E I L n P s'),
  busybox: wrapper()
}

const unwrap = (words: readonly Field[], wrapped: Wrapper) => {
  const { flags, rest } = parseFlags(words, wrapped)
  const after = rest.slice(wrapped.operands)
  const found = after.findIndex(({ text }) => !/^[A-Za-z_]\w*=/.test(text.text))
  const index = found === -1 ? after.length : found
  return { flags, assignments: after.slice(0, index), command: after[index], args: after.slice(index + 1) }
}

/** The command that a wrapper runs, and its arguments; null for what is no wrapper. */
export function wrappedIn([name, ...words]: readonly Field[]): readonly Field[] | null {
  const wrapped = table[name?.text.text ?? '']
  if (wrapped === undefined) return null
  const { command, args } = unwrap(words, wrapped)
  return command === undefined ? [] : [command, ...args]
}

export const wrappers: CommandFamily = {
  names: Object.keys(table),
  run(invocation, shell) {
    const wrapped = table[invocation.name]
    if (wrapped === undefined) return
    const { flags, assignments, command, args } = unwrap(invocation.args, wrapped)
    const scope = invocation.frame.scope.fork()
    for (const { text } of assignments) {
      const name = /^\w*/.exec(text.text)?.[0] ?? ''
      scope.set(name, { kind: 'text', text: text.slice(name.length + 1) })
    }
    const frame = { ...invocation.frame, scope }
    // `sudo -s` and `sudo -i` are shells.
    const isShell = invocation.name === 'sudo' && flags.some(({ name }) => /^([si]|shell|login)$/.test(name))
    if (command === undefined && isShell && invocation.stdin !== null)
      shell.run(invocation.stdin, { ...frame, stdin: null })
    if (command === undefined) return
    const [script] = args
    // `flock FILE -c 'docker run …'`
    if (command.text.text === '-c' && script !== undefined) return shell.run(script.text, frame)
    const given =
      invocation.name === 'xargs' && !flags.some(({ name }) => name === 'I') ? wordsOf(invocation.stdin) : []
    shell.invoke({ ...invocation, name: command.text.text, args: [...args, ...given], frame })
  }
}

/** What `xargs` makes of its input: arguments. */
const wordsOf = (stdin: MappedText | null): readonly Field[] =>
  Array.from(stdin?.text.matchAll(/\S+/g) ?? [], match => {
    const text = (stdin as MappedText).slice(match.index, match.index + match[0].length)
    return { text, word: text, quoted: true, from: 'elsewhere' as const }
  })
