import type { MappedText } from '../text/mapped-text.ts'
import type { Command, Pipeline } from '../text/shell.ts'
import type { Frame } from './frame.ts'
import type { Scope } from './scope.ts'

/** Choices that a command is run with, one within the other. */
const most = 3

/** Commands that change nothing and are asked often. */
const idle = new Set(['[', 'test', 'echo', 'printf', 'sleep', 'exit', 'return', 'curl', 'grep'])

/** Runs what names variables that are one of several once with each: `docker run -p "$PORT:8080"` after an `if`. */
export function eachWay(node: Command | Pipeline, source: MappedText, frame: Frame, run: (frame: Frame) => void): void {
  const { scope, ways = 0 } = frame
  const choice = scope.hasChoices && ways < most ? scope.choiceAmong(usedBy(node, source, scope)) : undefined
  if (choice === undefined) return run(frame)
  const shells = choice.map(alternative => ({ shell: scope.went(alternative, choice), arms: alternative.arms }))
  for (const { shell, arms } of shells) {
    const inner = { ...frame, scope: shell, arms: [...new Set([...frame.arms, ...arms])], ways: ways + 1 }
    eachWay(node, source, inner, run)
    scope.cwd = shell.cwd
    scope.positional = shell.positional
  }
  scope.merge(
    shells.map(({ shell }) => shell),
    shells.map(({ arms }) => arms)
  )
}

/** Variables that a command may look at: those it names, and for compose those that its files may name. */
function usedBy(node: Command | Pipeline, source: MappedText, scope: Scope): readonly string[] {
  const redirects = node.type === 'Command' ? node.redirects : []
  if (node.type === 'Command' && redirects.length === 0 && idle.has(node.name?.value ?? '')) return []
  const bodies = redirects.flatMap(redirect =>
    redirect.type === 'HereDoc' && redirect.delimiter?.quoted !== true ? [redirect.body.text] : []
  )
  const written = source.text.slice(node.pos, node.end)
  const named = [written, ...bodies].flatMap(namedIn)
  return /compose|stack deploy/.test(written)
    ? [...named, ...scope.chosenNames.filter(name => name === name.toUpperCase())]
    : named
}

/** Variables that a piece of shell names: `$A`, `${A:-1}`. */
const namedIn = (shell: string): readonly string[] => Array.from(shell.matchAll(/\$\{?(\w+)/g), match => match[1] ?? '')
