import { HOLE, MappedText } from '../../text/mapped-text.ts'
import type { Field } from '../../text/shell-words.ts'
import type { CommandFamily, Invocation, Shell } from '../frame.ts'
import { joinPath } from '../path.ts'
import { forShell, shellOf } from '../shell-dialects.ts'

const shellNames = ['bash', 'sh', 'dash', 'zsh', 'ash', 'ksh']
const otherShells = ['pwsh', 'powershell', 'cmd', 'call']

/** Shells and builtins that run a text, a file or what stands on standard input. */
export const shells: CommandFamily = {
  names: [...shellNames, ...otherShells, 'source', '.', 'eval', 'trap', 'su', 'runuser', 'sg', 'script'],
  run(invocation, shell) {
    const { name, args, frame } = invocation
    const [first] = args
    switch (name) {
      case 'eval':
        if (first !== undefined) shell.run(joinWords(args), frame)
        return
      case 'trap': {
        const script = args.find(({ text }) => text.text !== '--')?.text
        // What a trap does when the shell ends, it does whatever came before; on a signal or an error, perhaps.
        if (!args.slice(1).some(({ text }) => /^(EXIT|0)$/i.test(text.text))) return
        // A later one takes the place of an earlier, and `trap - EXIT` of any: so ends a roll-back that was not needed.
        frame.scope.traps.length = 0
        if (script !== undefined && script.text !== '-')
          frame.scope.traps.push(ending => shell.run(script, { ...frame, ending }))
        return
      }
      case 'source':
      case '.':
        if (first !== undefined) callScript(first.text.text, args.slice(1), { ...invocation, frame }, shell, true)
        return
      case 'runuser': {
        const user = args.findIndex(({ text }) => /^(-u|--user)$/.test(text.text))
        if (user === -1) return runShell(invocation, shell)
        const [program, ...rest] = operands(args.slice(user + 2))
        if (program !== undefined) shell.invoke({ ...invocation, name: program.text.text, args: rest })
        return
      }
      default:
        return otherShells.includes(name) ? runOtherShell(invocation, shell) : runShell(invocation, shell)
    }
  }
}

/** `pwsh -File deploy.ps1`, `cmd /c deploy.bat`, `pwsh -Command "docker …"`. */
function runOtherShell(invocation: Invocation, shell: Shell): void {
  const { name, args, frame } = invocation
  const words = args.map(({ text }) => text.text)
  const script = words.findIndex(word => shellOf(word) !== null)
  if (script !== -1) return callScript(words[script] ?? '', args.slice(script + 1), invocation, shell)
  const flag = words.findIndex(word => /^[-/]c(ommand)?$/i.test(word))
  const command = flag === -1 ? undefined : args[flag + 1]
  for (const part of command === undefined ? [] : forShell(command.text, name)) shell.run(part, frame)
}

function runShell(invocation: Invocation, shell: Shell): void {
  const { args, frame, stdin } = invocation
  const scope = frame.scope.fork()
  for (let index = 0; index < args.length; index++) {
    const word = args[index]?.text.text ?? ''
    if (/^-[a-z]*c$/.test(word)) {
      const script = args[index + 1]
      scope.positional = args.slice(index + 3).map(field => field.text)
      if (script !== undefined) shell.run(script.text, { ...frame, scope, stdin })
      return
    }
    if (/^-[a-z]*o$/.test(word)) index++
    else if (/^-[a-z]*s$/.test(word)) {
      scope.positional = operands(args.slice(index + 1)).map(field => field.text)
      break
    } else if (!/^[-+]./.test(word) && shellNames.includes(invocation.name)) {
      if (word !== '-' && word !== '/dev/stdin') return callScript(word, args.slice(index + 1), invocation, shell)
      break
    }
  }
  if (stdin !== null) shell.run(stdin, { ...frame, scope, stdin: null })
}

/** `bash -s -- 8000`: what follows the options is `$1`, `$2`, … */
const operands = (args: readonly Field[]): readonly Field[] => {
  const first = args.findIndex(({ text }) => text.text === '--' || !text.text.startsWith('-'))
  return first === -1 ? [] : args.slice(args[first]?.text.text === '--' ? first + 1 : first)
}

/** Reads a script of the checkout, or one that the deploy wrote or copied, and runs it where it is called. */
export function callScript(
  path: string,
  args: readonly Field[],
  invocation: Invocation,
  shell: Shell,
  sourced = false
): void {
  const { frame, statement } = invocation
  const { cwd } = frame.scope
  const text = shell.recorder.find(path, cwd) ?? (isScript(path) ? shell.recorder.namesake(path, cwd)?.text : null)
  const at = statement.location()
  if (text == null) {
    const what = path.replace(/^\$(?=\/)/, '…').replaceAll(HOLE, '…')
    if (isScript(path)) {
      const reason = `${what} is called here and is not in the checkout`
      shell.recorder.addUnread({ file: at.file, line: at.line, reason })
    }
    return
  }
  // A script that is already being run calls itself: once around is enough.
  if (frame.calls.some(call => call.file === at.file && call.line === at.line)) return
  const scope = sourced ? frame.scope : frame.scope.fork()
  if (!sourced || args.length > 0) scope.positional = args.map(field => field.text)
  const caller = scope.script
  scope.script = joinPath(frame.scope.cwd, path)
  for (const part of forShell(text, shellOf(path)))
    shell.run(part, { ...frame, scope, calls: [...frame.calls, at], stdin: invocation.stdin })
  scope.script = caller
}

const isScript = (path: string): boolean => /\.(sh|bash)$/.test(path) || shellOf(path) !== null

export function joinWords(fields: readonly Field[]): MappedText {
  const pieces = fields.flatMap((field, index) =>
    index === 0 ? [field.text] : [MappedText.standingFor(field.word, ' '), field.text]
  )
  return MappedText.join(pieces)
}
