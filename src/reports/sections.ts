import type { Finding, Level } from '../model/finding.ts'
import { checklist } from './checklist.ts'
import { coverageSentence } from './coverage.ts'
import { entry, list } from './entry.ts'
import { code, prose } from './escape.ts'
import { besideProbes, headline, nothingChecked } from './headline.ts'
import { diagnosisPage, rulePage } from './links.ts'
import { type Check, checks, type LintOutcome, type Outcome, type ServerFinding } from './outcome.ts'
import { type Block, folded, table, text } from './page.ts'
import { placeOf } from './place.ts'
import type { ReportContext } from './report.ts'

const verdictIcons = { pass: '✅', warn: '⚠️', fail: '❌' } as const
const checkIcons = { yes: '✅', no: '❌', unknown: '❔' } as const
/** Longer lists are for those who want them. */
const mostOpen = 3
const levels: readonly Level[] = ['error', 'warning', 'notice']

/** The verdict, and the run in a sentence. */
export function title(outcome: Outcome): Block {
  const verdict = nothingChecked(outcome)
    ? '## ℹ️ webhook-reach-check: nothing was checked'
    : `## ${verdictIcons[outcome.verdict]} webhook-reach-check: ${outcome.verdict}`
  const said = prose(sentence(outcome))
  return text(verdict, '', ...(said === '' ? [] : [said, '']))
}

/** What follows says the rest. */
function sentence(outcome: Outcome): string {
  if (nothingChecked(outcome) && outcome.lint !== null) return ''
  return outcome.probes.length === 1 ? besideProbes(outcome) : headline(outcome, url => `\`${url}\``)
}

/** What linting found, the worst first, with what to do about each. */
export function findingsSection({ lint, probes }: Outcome, context: ReportContext): readonly Block[] {
  if (lint === null || lint.findings.length === 0) return []
  const sorted = levels.flatMap(level => lint.findings.filter(finding => finding.level === level))
  const toldFixes = new Map<string, Finding>()
  const entries = sorted.map(finding => {
    const { level, at, rule, message, related } = finding
    // Word for word what stands above it already.
    const told = probes.some(probe => probe.message.includes(message))
    return entry({
      level,
      subject: [placeOf(at, context), `[${code(rule)}](${rulePage(context, rule)})`],
      message: told ? '' : message,
      see: related.map(one => `See ${placeOf(one.at, context)}: ${prose(one.message)}`),
      fix: fixOf(finding, toldFixes)
    })
  })
  // Without a probe there is nothing to tell it from.
  const heading = probes.length === 0 ? [] : [text('### In the checkout', '')]
  return [...heading, list(entries, 'findings')]
}

/** A fix that was told of another line already, but for the numbers in it, is not told again. */
function fixOf(finding: Finding, told: Map<string, Finding>): string {
  if (finding.fix === null) return ''
  const { description } = finding.fix
  const key = `${finding.rule} ${description.replace(/\d+/g, '0')}`
  const same = told.get(key)
  if (same !== undefined) return `as at \`${same.at.file}:${same.at.line}\`.`
  told.set(key, finding)
  return description
}

/** What was read and what was not. */
export function coverageSection({ lint, probes }: Outcome): readonly Block[] {
  if (lint === null) return []
  // With one URL the page has begun with what came of that.
  const well = probes.length === 1 && lint.findings.length === 0 && lint.coverage.linted > 0
  return [
    text(`${well ? 'No fault was found in the checkout. ' : ''}${coverageSentence(lint)}`, ''),
    ...(lint.unread.length === 0 ? [] : [unreadTable(lint)])
  ]
}

const unreadTable = ({ unread }: LintOutcome): Block =>
  folded(
    'What could not be read',
    table(
      ['Not read', 'Why'],
      unread.map(({ file, line, reason }) => [code(`${file}:${line}`), prose(reason)]),
      'places that could not be read'
    ),
    unread.length <= mostOpen
  )

/** What Stripe, or the server, told. */
export const otherSection = (
  heading: string,
  findings: readonly ServerFinding[],
  context: ReportContext
): readonly Block[] =>
  findings.length === 0
    ? []
    : [
        text(`### ${heading}`, ''),
        list(
          findings.map(({ code: word, level, message, fix }) =>
            entry({ level, subject: [`[${code(word)}](${diagnosisPage(context, word)})`], message, fix })
          ),
          'findings'
        )
      ]

/** The list a person would go through by hand; open where the server was looked at, since most of it is known then. */
export function checklistSection(outcome: Outcome): readonly Block[] {
  const seen = checklist(outcome)
  const count = (state: Check['state']): number => seen.filter(check => check.state === state).length
  return [
    folded(
      `Checklist: ${count('yes')} yes, ${count('no')} no, ${count('unknown')} not looked at`,
      table(
        ['Check', 'Seen'],
        seen.map(({ id, state, detail }) => [
          `${checkIcons[state]} ${checks.find(check => check.id === id)?.title ?? id}`,
          [...(state === 'unknown' ? ['not looked at'] : []), ...(detail === '' ? [] : [prose(detail)])].join(': ')
        ]),
        'checks'
      ),
      outcome.server !== null
    )
  ]
}
