import type { Finding, Level } from '../model/finding.ts'
import type { ProbeResult } from '../model/hop.ts'
import type { Annotation } from '../platform/host.ts'
import type { Location } from '../text/location.ts'
import { emptyCoverage } from './coverage.ts'
import { headline, nothingToLint } from './headline.ts'
import { diagnosisPage, rulePage, shownUrl } from './links.ts'
import type { Outcome } from './outcome.ts'
import { probeNotes } from './probe-notes.ts'
import type { Report, ReportContext } from './report.ts'

/**
 * What the platform shows of one step: ten of each kind, the rest is dropped without a word (actions/runner,
 * ExecutionContext.cs). The error that ends the run takes one of the ten.
 */
const most: Readonly<Record<Level, number>> = { error: 9, warning: 10, notice: 10 }
const levels: readonly Level[] = ['error', 'warning', 'notice']

/** What is sent, errors first, and how much the platform has no room for. */
export interface AnnotationPlan {
  readonly sent: readonly Annotation[]
  readonly leftOver: Readonly<Record<Level, number>>
  /** The last word; null where the run does not fail. */
  readonly final: string | null
}

/** Chooses the annotations: what the probe saw before what the checkout explains. */
export function planAnnotations(outcome: Outcome, context: ReportContext): AnnotationPlan {
  const all = [
    ...outcome.probes.flatMap(probe => ofProbe(probe, context)),
    ...(nothingToLint(outcome) ? [annotation('notice', 'nothing-to-lint', [emptyCoverage], null)] : []),
    ...(outcome.lint?.findings ?? []).map(finding => ofFinding(finding, context)),
    ...[...(outcome.stripe?.findings ?? []), ...(outcome.server?.findings ?? [])].map(({ code, level, message, fix }) =>
      annotation(level, code, [message, fix, diagnosisPage(context, code)], null)
    )
  ]
  const byLevel = (level: Level): readonly Annotation[] => all.filter(one => one.level === level)
  const leftOver = (level: Level): number => Math.max(0, byLevel(level).length - most[level])
  return {
    sent: levels.flatMap(level => byLevel(level).slice(0, most[level])),
    leftOver: { error: leftOver('error'), warning: leftOver('warning'), notice: leftOver('notice') },
    final: outcome.verdict === 'fail' ? finalWord(outcome, byLevel, leftOver('error')) : null
  }
}

function finalWord(outcome: Outcome, byLevel: (level: Level) => readonly Annotation[], hidden: number): string {
  const more = hidden === 0 ? '' : ` ${hidden} more ${hidden === 1 ? 'error is' : 'errors are'} in the step summary.`
  const warned = [...new Set(byLevel('warning').map(({ title }) => title))].join(', ')
  const why = byLevel('error').length > 0 ? '' : ` \`fail-on\` is warning, and there is a warning: ${warned}.`
  return `webhook-reach-check: ${headline(outcome)}${why}${more}`
}

const annotation = (level: Level, title: string, lines: readonly string[], at: Location | null): Annotation => ({
  level,
  title,
  message: lines.filter(line => line !== '').join('\n'),
  at
})

function ofFinding({ rule, level, message, fix, related, at }: Finding, context: ReportContext): Annotation {
  const elsewhere = related.map(one => `${one.at.file}:${one.at.line}: ${one.message}`)
  return annotation(level, rule, [message, fix?.description ?? '', ...elsewhere, rulePage(context, rule)], at)
}

function ofProbe(probe: ProbeResult, context: ReportContext): readonly Annotation[] {
  const failure =
    probe.verdict === 'fail'
      ? [
          annotation(
            'error',
            probe.diagnosis,
            [`${shownUrl(probe.url)}: ${probe.message}`, probe.fix, diagnosisPage(context, probe.diagnosis)],
            suspectOf(probe)
          )
        ]
      : []
  const notes = probeNotes(probe).map(({ code, level, message, fix }) =>
    annotation(level, code, [`${shownUrl(probe.url)}: ${message}`, fix, diagnosisPage(context, code)], null)
  )
  return [...failure, ...notes]
}

/** The whole line: what is suspected is known by line alone. */
const suspectOf = ({ suspect }: ProbeResult): Location | null =>
  suspect === null ? null : { file: suspect.file, line: suspect.line, column: 1, endLine: suspect.line, endColumn: 1 }

/** Annotations on the runner, and the word that ends a failed run. */
export const annotations: Report = {
  id: 'annotations',
  deliver(outcome, context, host) {
    const { sent, final } = planAnnotations(outcome, context)
    for (const one of sent) host.annotate(one)
    if (final !== null) host.fail(final)
  }
}
