import { deepest, leaveUnread } from '../calls/depth.ts'
import type { Frame, Invocation, Shell } from '../frame.ts'

/** The frame of what a command calls, on variables of its own; null where it is being called already, or too deep. */
export function entered({ frame, statement }: Invocation, { recorder }: Shell): Frame | null {
  const at = statement.location()
  if (frame.calls.some(call => call.file === at.file && call.line === at.line && call.column === at.column)) return null
  const depth = frame.depth + 1
  if (depth < deepest) return { ...frame, scope: frame.scope.fork(), calls: [...frame.calls, at], depth }
  leaveUnread(statement, frame, recorder)
  return null
}
