/** The author's mistakes in the inputs or on the command line: one sentence each, all of them at once. */
export class InputError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'InputError'
    this.problems = problems
  }
}

/** The run was called off before there was anything to judge. */
export class CalledOff extends Error {}

/** A file that was asked for could not be written: the disk, or what stands in its place. */
export class NotWritten extends Error {}

/** How a mistake of this program itself is worded: one line, with what to do about it. */
export function describeCrash(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `webhook-reach-check crashed, and nothing was checked: ${reason}. Please report this, with the log of a run that has debug logging on.`
}
