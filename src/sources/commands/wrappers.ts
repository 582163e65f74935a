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

export const wrappers: CommandFamily = {
  names: Object.keys(table),
  run(invocation, shell) {
    const wrapped = table[invocation.name]
    if (wrapped === undefined) return
    const { flags, rest } = parseFlags(invocation.args, wrapped)
    const scope = invocation.frame.scope.fork()
    let index = wrapped.operands
    for (; index < rest.length; index++) {
      const assignment = /^([A-Za-z_]\w*)=/.exec(rest[index]?.text.text ?? '')
      if (assignment === null) break
      const value = rest[index]?.text.slice(assignment[0].length)
      if (value !== undefined) scope.set(assignment[1] ?? '', { kind: 'text', text: value })
    }
    const command = rest[index]
    const frame = { ...invocation.frame, scope }
    // `sudo -s` and `sudo -i` are shells.
    const isShell = invocation.name === 'sudo' && flags.some(({ name }) => /^([si]|shell|login)$/.test(name))
    if (command === undefined && isShell && invocation.stdin !== null)
      shell.run(invocation.stdin, { ...frame, stdin: null })
    if (command === undefined) return
    const args = rest.slice(index + 1)
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
