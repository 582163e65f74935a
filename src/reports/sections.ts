import type { Finding, Level } from '../model/finding.ts'
import type { ProbeResult } from '../model/hop.ts'
import { checklist } from './checklist.ts'
import { coverageSentence } from './coverage.ts'
import { code, excerpt, prose } from './escape.ts'
import { headline, nothingChecked } from './headline.ts'
import { hopPicture } from './hop-picture.ts'
import { diagnosisPage, rulePage, shownUrl } from './links.ts'
import { checks, type LintOutcome, type Outcome, type ServerFinding } from './outcome.ts'
import { type Block, table, text } from './page.ts'
import { probeNotes } from './probe-notes.ts'
import type { ReportContext } from './report.ts'

const verdictIcons = { pass: '✅', warn: '⚠️', fail: '❌' } as const
const levelIcons: Readonly<Record<Level, string>> = { error: '❌ error', warning: '⚠️ warning', notice: 'ℹ️ notice' }
const statusIcons = { pass: '✅', warn: '⚠️', fail: '❌', skip: '–' } as const
const checkIcons = { yes: '✅', no: '❌', unknown: '❔ not looked at' } as const

/** The verdict and the run in a sentence. */
export const title = (outcome: Outcome): Block =>
  text(
    nothingChecked(outcome)
      ? '## ℹ️ webhook-reach-check: nothing was checked'
      : `## ${verdictIcons[outcome.verdict]} webhook-reach-check: ${outcome.verdict}`,
    '',
    prose(headline(outcome, url => `\`${url}\``)),
    ''
  )

/** What the probe of one URL came to: picture, table, diagnosis, fix. */
export const probeSection = (probe: ProbeResult, context: ReportContext): readonly Block[] => [
  text(`### ${statusIcons[probe.verdict]} ${code(shownUrl(probe.url), false)}`, ''),
  text(...hopPicture(probe), ''),
  text(...diagnosisLines(probe, context)),
  table(
    ['Address', 'Hop', 'Result', 'Time', 'What was seen'],
    probe.addresses.flatMap(({ address, hops }) =>
      hops.map(({ hop, status, ms, code: word, detail }) => [
        code(address),
        hop,
        `${statusIcons[status]}${word === null || status === 'pass' || status === 'skip' ? '' : ` ${code(word)}`}`,
        status === 'skip' ? '' : `${Math.round(ms)} ms`,
        prose(detail)
      ])
    ),
    'hops'
  )
]

function diagnosisLines(probe: ProbeResult, context: ReportContext): readonly string[] {
  const failed = probe.verdict === 'fail'
  const label = failed ? `**Diagnosis:** [${code(probe.diagnosis)}](${diagnosisPage(context, probe.diagnosis)}). ` : ''
  const { suspect } = probe
  return [
    `${label}${prose(probe.message)}`,
    '',
    ...(suspect === null ? [] : [`**Explained by:** ${place(suspect.file, suspect.line, context)}`, '']),
    ...(probe.fix === '' ? [] : [`**What to do:** ${prose(probe.fix)}`, '']),
    ...(probe.webhook.bodyExcerpt === ''
      ? []
      : [`**It answered:** ${code(excerpt(probe.webhook.bodyExcerpt), false)}`, '']),
    ...probeNotes(probe).flatMap(({ code: word, level, message, fix }) => [
      `${levelIcons[level]} [${code(word)}](${diagnosisPage(context, word)}): ${prose(message)} ${prose(fix)}`.trimEnd(),
      ''
    ])
  ]
}

/** A place in the checkout, as a link where the checkout is on the web. */
function place(file: string, line: number, context: ReportContext): string {
  const shown = code(`${file}:${line}`)
  const url = context.sourceUrl(file, line)
  return url === null ? shown : `[${shown}](${url})`
}

/** What linting found, with what to do about each. */
export function findingsSection({ findings }: LintOutcome, context: ReportContext): readonly Block[] {
  if (findings.length === 0) return []
  const rowOf = ({ level, at, rule, message, fix, related }: Finding): readonly string[] => [
    levelIcons[level],
    place(at.file, at.line, context),
    `[${code(rule)}](${rulePage(context, rule)})`,
    [message, ...related.map(one => `See ${one.at.file}:${one.at.line}: ${one.message}`)].map(prose).join(' '),
    prose(fix?.description ?? '')
  ]
  return [
    text('### In the checkout', ''),
    table(['Level', 'Where', 'Rule', 'What', 'What to do'], findings.map(rowOf), 'findings')
  ]
}

/** What was read and what was not. */
export const coverageSection = (lint: LintOutcome): readonly Block[] => [
  text(coverageSentence(lint), ''),
  ...(lint.unread.length === 0
    ? []
    : [
        table(
          ['Not read', 'Why'],
          lint.unread.map(({ file, line, reason }) => [code(`${file}:${line}`), prose(reason)]),
          'places that could not be read'
        )
      ])
]

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
        table(
          ['Level', 'What', 'Seen', 'What to do'],
          findings.map(({ code: word, level, message, fix }) => [
            levelIcons[level],
            `[${code(word)}](${diagnosisPage(context, word)})`,
            prose(message),
            prose(fix)
          ]),
          'findings'
        )
      ]

/** The list a person would go through by hand. */
export const checklistSection = (outcome: Outcome): readonly Block[] => [
  text('### Checklist', ''),
  table(
    ['', 'Check', 'Seen'],
    checklist(outcome).map(({ id, state, detail }) => [
      checkIcons[state],
      checks.find(check => check.id === id)?.title ?? id,
      prose(detail)
    ]),
    'checks'
  )
]
