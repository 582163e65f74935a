import type { MappedText } from '../../text/mapped-text.ts'
import type { Frame, Recorder } from '../frame.ts'

/** Scripts that call scripts, functions that call themselves: no real deploy goes deeper. */
export const deepest = 16

/** What calls itself has been read by then, and is no loss. */
export function leaveUnread(text: MappedText, { calls }: Frame, recorder: Recorder): void {
  const places = new Set(calls.map(({ file, line, column }) => `${file}:${line}:${column}`))
  const { file, line } = text.location()
  const reason = `scripts call scripts more than ${deepest} deep by here; the rest is not read`
  if (places.size === calls.length) recorder.addUnread({ file, line, reason })
}
