import type { Level } from '../model/finding.ts'
import { planAnnotations } from './annotations.ts'
import { counted } from './headline.ts'
import type { Outcome } from './outcome.ts'
import { type Block, joinWithin, text } from './page.ts'
import { probeSection } from './probe-section.ts'
import type { Report, ReportContext } from './report.ts'
import { checklistSection, coverageSection, findingsSection, otherSection, title } from './sections.ts'

/** The platform drops a summary of more than 1 MiB a step as a whole; a little is left to the other uses in the step. */
const most = 1_000_000

/** The step summary: the way hop by hop, the findings, what was read, and the checklist. */
export const renderSummary = (outcome: Outcome, context: ReportContext): string =>
  joinWithin(
    [
      title(outcome),
      ...outcome.probes.flatMap(probe => probeSection(probe, context)),
      ...leftOver(outcome, context),
      ...findingsSection(outcome, context),
      ...otherSection('Stripe', outcome.stripe?.findings ?? [], context),
      ...otherSection('On the server', outcome.server?.findings ?? [], context),
      ...(outcome.probes.length === 0 && outcome.server === null ? [] : checklistSection(outcome)),
      ...coverageSection(outcome)
    ],
    most
  )

/** GitHub shows ten annotations of a kind and drops the others without a word. */
function leftOver(outcome: Outcome, context: ReportContext): readonly Block[] {
  const counts = planAnnotations(outcome, context).leftOver
  const parts = (['error', 'warning', 'notice'] satisfies Level[]).flatMap(level =>
    counts[level] === 0 ? [] : [counted(counts[level], level)]
  )
  return parts.length === 0
    ? []
    : [text(`GitHub shows ten annotations of a kind: ${parts.join(', ')} on this page have none.`, '')]
}

/** The step summary on the runner. */
export const summary: Report = {
  id: 'summary',
  deliver: (outcome, context, host) => host.summarize(renderSummary(outcome, context))
}
