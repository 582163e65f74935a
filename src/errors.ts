/** The author's mistakes in the inputs or on the command line: one sentence each, all of them at once. */
export class InputError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'InputError'
    this.problems = problems
  }
}

/** How a mistake of this program itself is worded: one line, with what to do about it. */
export function describeCrash(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `webhook-reach-check crashed, and nothing was checked: ${reason}. Please report this, with the log of a run that has debug logging on.`
}
