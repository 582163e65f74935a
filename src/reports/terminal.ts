import type { Finding, Level } from '../model/finding.ts'
import type { Hop, ProbeResult } from '../model/hop.ts'
import { coverageSentence } from './coverage.ts'
import { excerpt, logLine, logLines } from './escape.ts'
import { counted, headline, nothingChecked } from './headline.ts'
import { diagnosisPage, rulePage, shownUrl } from './links.ts'
import type { LintOutcome, Outcome, ServerFinding } from './outcome.ts'
import { probeNotes } from './probe-notes.ts'
import type { Report, ReportContext } from './report.ts'
import { sourceExcerpt } from './source-excerpt.ts'

type Paint = (text: string, color: Color) => string
type Color = keyof typeof colors

/** ECMA-48 colours; `plain` ends each. */
const colors = { error: 31, warning: 33, notice: 36, pass: 32, faint: 2, bold: 1 } as const

const painted: Paint = (text, color) => `\u001b[${colors[color]}m${text}\u001b[0m`
const unpainted: Paint = text => text

const marks = { pass: '✓', warn: '!', fail: '✗', skip: '-' } as const
const markColors = { pass: 'pass', warn: 'warning', fail: 'error', skip: 'faint' } as const
const mostUnread = 50

/** The outcome for a person at a terminal: every place in the form that editors turn into a link. */
export function renderTerminal(outcome: Outcome, context: ReportContext, color: boolean): string {
  const paint = color ? painted : unpainted
  const blocks = [
    ...(outcome.lint?.findings ?? []).map(finding => ofFinding(finding, context, paint)),
    ...outcome.probes.map(probe => ofProbe(probe, context, paint)),
    ...[...(outcome.stripe?.findings ?? []), ...(outcome.server?.findings ?? [])].map(one =>
      ofOther(one, context, paint)
    ),
    ...(outcome.lint === null ? [] : [coverage(outcome.lint)]),
    [
      paint(outcome.verdict, outcome.verdict === 'fail' ? 'error' : outcome.verdict === 'warn' ? 'warning' : 'pass')
    ].map(word => `${nothingChecked(outcome) ? 'nothing was checked' : word}: ${logLine(headline(outcome))}`)
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** Further lines of one message stand under its first. */
const indented = (label: string, text: string): readonly string[] =>
  logLines(text).map((line, index) => (index === 0 ? `  ${label}${line}` : `    ${line}`))

function ofFinding(
  { rule, level, message, at, fix, related }: Finding,
  context: ReportContext,
  paint: Paint
): string[] {
  const [first = '', ...more] = logLines(message)
  const place = `${logLine(at.file)}:${at.line}:${at.column}`
  return [
    `${paint(place, 'bold')}: ${paint(level, level)}: ${first} ${paint(`[${rule}]`, 'faint')}`,
    ...more.map(line => `  ${line}`),
    ...sourceExcerpt(at, context.sourceLine(at.file, at.line)),
    ...related.flatMap(one => indented('see: ', `${one.at.file}:${one.at.line}: ${one.message}`)),
    ...(fix === null ? [] : indented('fix: ', fix.description)),
    ...indented('more: ', rulePage(context, rule))
  ]
}

function ofProbe(probe: ProbeResult, context: ReportContext, paint: Paint): string[] {
  const failed = probe.verdict === 'fail'
  return [
    paint(logLine(shownUrl(probe.url)), 'bold'),
    ...probe.addresses.flatMap(({ address, hops }) => [`  ${logLine(address)}`, ...hops.map(hop => ofHop(hop, paint))]),
    ...(probe.webhook.bodyExcerpt === '' ? [] : [`  answered: ${logLine(excerpt(probe.webhook.bodyExcerpt))}`]),
    ...indented(
      failed ? `${paint('error', 'error')}: ` : '',
      `${probe.message}${failed ? ` [${probe.diagnosis}]` : ''}`
    ),
    ...(probe.suspect === null ? [] : indented('suspect: ', `${probe.suspect.file}:${probe.suspect.line}`)),
    ...(probe.fix === '' ? [] : indented('fix: ', probe.fix)),
    ...(failed ? indented('more: ', diagnosisPage(context, probe.diagnosis)) : []),
    ...probeNotes(probe).flatMap(({ code, level, message }) =>
      indented(`${paint(level, level)}: `, `${message} [${code}]`)
    )
  ]
}

function ofHop({ hop, status, ms, code, detail }: Hop, paint: Paint): string {
  const mark = paint(marks[status], markColors[status])
  const time = status === 'skip' ? '' : `${Math.round(ms)} ms`
  const word = code === null || status === 'pass' || status === 'skip' ? '' : ` [${code}]`
  return `    ${mark} ${hop.padEnd(7)}${time.padStart(9)}  ${logLine(detail)}${word}`.trimEnd()
}

function ofOther({ code, level, message, fix }: ServerFinding, context: ReportContext, paint: Paint): string[] {
  const [first = '', ...more] = logLines(message)
  return [
    `${paint(level, level satisfies Level)}: ${first} ${paint(`[${code}]`, 'faint')}`,
    ...more.map(line => `  ${line}`),
    ...(fix === '' ? [] : indented('fix: ', fix)),
    ...indented('more: ', diagnosisPage(context, code))
  ]
}

function coverage(lint: LintOutcome): string[] {
  const unread = lint.unread.slice(0, mostUnread)
  const rest = lint.unread.length - unread.length
  return [
    coverageSentence(lint),
    ...unread.map(({ file, line, reason }) => `  not read: ${logLine(file)}:${line}: ${logLine(reason)}`),
    ...(rest > 0 ? [`  and ${counted(rest, 'more place')} that could not be read`] : [])
  ]
}

/** The report for people on standard output. */
export const terminal: Report = {
  id: 'text',
  deliver: (outcome, context, host) => host.print(renderTerminal(outcome, context, host.color))
}
