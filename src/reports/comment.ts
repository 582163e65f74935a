import { createHash } from 'node:crypto'
import type { Outcome } from './outcome.ts'
import { joinWithin, text } from './page.ts'
import { probeSection } from './probe-section.ts'
import type { ReportContext } from './report.ts'
import { coverageSection, findingsSection, otherSection, title } from './sections.ts'

/** GitHub refuses a comment of more than 65,536 characters; bytes are never fewer. */
const most = 65_000

/** The hidden line by which a comment is found again; one for each `key`, say job and URL, which may hold a secret. */
export const commentMarker = (key: string): string =>
  `<!-- webhook-reach-check:comment:${createHash('sha256').update(key).digest('hex').slice(0, 20)} -->`

/** The body of the pull request comment; its first line is the marker. */
export const renderComment = (outcome: Outcome, context: ReportContext, key: string): string =>
  joinWithin(
    [
      text(commentMarker(key)),
      title(outcome),
      ...outcome.probes.flatMap(probe => probeSection(probe, context)),
      ...findingsSection(outcome, context),
      ...otherSection('Stripe', outcome.stripe?.findings ?? [], context),
      ...otherSection('On the server', outcome.server?.findings ?? [], context),
      ...coverageSection(outcome)
    ],
    most
  )
