import { calculate } from './assign.ts'
import type { Invocation } from './frame.ts'
import { joinPath, knownEnd } from './path.ts'

/** Builtins that change the shell itself. True where the command was one. */
export function builtin({ name, args, stdin, frame }: Invocation): boolean {
  const { scope } = frame
  const [first] = args
  switch (name) {
    case 'cd':
    case 'pushd':
      // A folder that is known to nobody before the run is some folder on the server.
      if (first !== undefined) scope.cwd = joinPath(scope.cwd, knownEnd(first.text.text) ?? '$')
      return true
    case 'read': {
      const names = args.filter(({ text }) => text.text !== '' && !text.text.startsWith('-'))
      for (const { text } of names) scope.set(text.text, 'unknown')
      const [only, ...more] = names
      const whole = args.some(({ text }, nth) => /^-\w*d$/.test(text.text) && args[nth + 1]?.text.text === '')
      // `read -r -d '' SCRIPT << 'EOF'`
      if (only !== undefined && more.length === 0 && whole && stdin !== null)
        scope.set(only.text.text, { kind: 'text', text: stdin })
      return true
    }
    case 'unset':
      for (const field of args) if (!field.text.text.startsWith('-')) scope.set(field.text.text, 'unknown')
      return true
    case 'let':
      for (const { text } of args) calculate(text.text, scope)
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
