import type { Report } from './report.ts'

/** The exit code of a failed run whose report has said all there is to say. */
export const exit: Report = {
  id: 'exit',
  deliver(outcome, _context, host) {
    if (outcome.verdict === 'fail') host.fail('')
  }
}
