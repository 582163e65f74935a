import { headline } from './headline.ts'
import type { Report } from './report.ts'

/** The exit code of a failed run whose report has said all there is to say. */
export const exit: Report = {
  id: 'exit',
  deliver(outcome, _context, host) {
    if (outcome.verdict === 'fail') host.fail('')
  }
}

/** The same where the report went into a file, or to a program: a line for the person who waits. */
export const lastWord: Report = {
  id: 'last-word',
  deliver(outcome, _context, host) {
    if (outcome.verdict === 'fail') host.fail(`webhook-reach-check: ${headline(outcome)}`)
  }
}
