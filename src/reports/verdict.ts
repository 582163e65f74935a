import type { Level } from '../model/finding.ts'
import type { Verdict } from '../model/hop.ts'
import type { Outcome } from './outcome.ts'

/** What `fail-on` takes. */
export type FailOn = 'error' | 'warning' | 'never'

const levelOf: Readonly<Record<Verdict, Level | null>> = { fail: 'error', warn: 'warning', pass: null }

/**
 * The verdict of the whole run: `fail` exactly when the step fails.
 *
 * What the server showed explains a verdict and makes none; only an error there keeps a run from being called a clean pass.
 */
export function verdictOf(
  { lint, probes, stripe, server }: Omit<Outcome, 'verdict' | 'version'>,
  failOn: FailOn
): Verdict {
  const levels = new Set<Level | null>([
    ...(lint?.findings ?? []).map(finding => finding.level),
    ...probes.map(probe => levelOf[probe.verdict]),
    ...(stripe?.findings ?? []).map(finding => finding.level)
  ])
  const failed = failOn !== 'never' && (levels.has('error') || (failOn === 'warning' && levels.has('warning')))
  // Nothing to lint and nothing probed is no clean pass: nobody knows.
  const idle = lint?.coverage.linted === 0 && probes.length === 0 && server === null
  const uneasy =
    idle || levels.has('error') || levels.has('warning') || server?.findings.some(({ level }) => level === 'error')
  return failed ? 'fail' : uneasy ? 'warn' : 'pass'
}
