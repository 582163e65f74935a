import type { Frame, Invocation } from '../frame.ts'

/** The frame of what a command calls, on variables of its own; null where it is being called already. */
export function entered({ frame, statement }: Invocation): Frame | null {
  const at = statement.location()
  if (frame.calls.some(call => call.file === at.file && call.line === at.line && call.column === at.column)) return null
  return { ...frame, scope: frame.scope.fork(), calls: [...frame.calls, at], depth: frame.depth + 1 }
}
