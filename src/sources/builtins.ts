import type { Invocation } from './frame.ts'
import { joinPath } from './path.ts'

/** Builtins that change the shell itself. True where the command was one. */
export function builtin({ name, args, frame }: Invocation): boolean {
  const { scope } = frame
  const [first] = args
  switch (name) {
    case 'cd':
    case 'pushd':
      if (first !== undefined && !first.text.hasHoles) scope.cwd = joinPath(scope.cwd, first.text.text)
      return true
    case 'read':
    case 'unset':
      for (const field of args) if (!field.text.text.startsWith('-')) scope.set(field.text.text, 'unknown')
      return true
    case 'set':
      if (first?.text.text === '--') scope.positional = args.slice(1).map(field => field.text)
      return true
    case 'shift':
      scope.positional = scope.positional?.slice(Number(first?.text.text ?? 1) || 1)
      return true
    default:
      return false
  }
}
