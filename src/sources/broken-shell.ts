import type { MappedText } from '../text/mapped-text.ts'
import type { HereDoc, ShellScript } from '../text/shell.ts'
import type { Recorder } from './frame.ts'

/** Says where the parser had to guess. */
export function leaveBrokenUnread({ brokenAt }: ShellScript, text: MappedText, recorder: Recorder): void {
  if (brokenAt === null) return
  const { file, line } = text.location(brokenAt.offset, brokenAt.offset + 1)
  recorder.addUnread({
    file,
    line,
    reason: `the shell here is broken (${brokenAt.message}); what comes before is read`
  })
}

/** `  EOF` with blanks before it ends nothing: the shell takes what comes after for text, and runs none of it. */
export function leaveOpenUnread(
  { pos, end, delimiter, closing }: HereDoc,
  source: MappedText,
  recorder: Recorder
): void {
  if (closing !== undefined) return
  const { file, line } = source.location(pos, end)
  const reason = `no line is ${delimiter?.value ?? 'the delimiter'} alone, so the here-document never ends: what comes after is its text, and does not run`
  recorder.addUnread({ file, line, reason })
}
