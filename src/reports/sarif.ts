import type { Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif'
import type { Finding, Level } from '../model/finding.ts'
import type { Location as Place } from '../text/location.ts'
import { cut, visible } from './escape.ts'
import { lineFingerprints } from './fingerprint.ts'
import { inertJson } from './json.ts'
import { encodePath, rulePage } from './links.ts'
import type { LintOutcome, Outcome } from './outcome.ts'
import type { Report, ReportContext } from './report.ts'

/** GitHub shows the first 5,000 results of a run, takes 1,024 characters of a text, and 1,000 locations a result. */
const mostResults = 5000
const longestText = 1024
const mostRelated = 100

const sarifLevel = { error: 'error', warning: 'warning', notice: 'note' } as const
const severity: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', notice: 'recommendation' }

/** SARIF 2.1.0 of what linting found, for code scanning; a run that linted nothing has no results. */
export function renderSarif(outcome: Outcome, context: ReportContext): string {
  const findings = (outcome.lint?.findings ?? []).slice(0, mostResults)
  const rules = ruleDescriptors(findings, context)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const fingerprints = fingerprintsOf(context)
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'webhook-reach-check',
            semanticVersion: outcome.version,
            informationUri: `https://github.com/${context.repository}`,
            rules
          }
        },
        automationDetails: { id: 'webhook-reach-check/' },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(outcome.lint) }],
        results: findings.map(finding => ({
          ...result(finding),
          ruleIndex: indexOf.get(finding.rule) ?? -1,
          ...fingerprints(finding.at)
        }))
      }
    ]
  }
  return `${inertJson(JSON.stringify(log, null, 2))}\n`
}

/** The rules that found something: what a rule is, and where its page is. Empty texts are not taken. */
function ruleDescriptors(findings: readonly Finding[], context: ReportContext): ReportingDescriptor[] {
  return [...new Set(findings.map(({ rule }) => rule))].sort().map(id => {
    const facts = context.rules.find(rule => rule.id === id)
    const uri = rulePage(context, id)
    const title = cut(facts?.title || id, longestText)
    const why = cut(facts?.why || title, longestText)
    return {
      id,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: { text: `${why}\n${uri}`, markdown: `${why}\n\n[More about this rule](${uri})` },
      helpUri: uri,
      defaultConfiguration: { level: sarifLevel[facts?.level ?? 'warning'] },
      properties: { 'problem.severity': severity[facts?.level ?? 'warning'], tags: ['deployment', 'webhooks'] }
    }
  })
}

function result({ rule, level, message, at, fix, related }: Finding): Result {
  const text = [message, fix?.description ?? ''].filter(line => line !== '').join('\n')
  return {
    ruleId: rule,
    level: sarifLevel[level],
    message: { text: plainText(text) || rule },
    locations: [location(at)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.slice(0, mostRelated).map((one, index) => ({
            id: index + 1,
            ...location(one.at),
            message: { text: plainText(one.message) || '…' }
          }))
        }),
    ...(fix === null || fix.edits.length === 0 ? {} : { fixes: [sarifFix(fix)] })
  }
}

/** `[text](1)` would be a link to a related location (SARIF 3.11.6). */
const plainText = (text: string): string =>
  text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[\\[\]]/g, '\\$&')

const location = (at: Place): Location => ({
  physicalLocation: { artifactLocation: { uri: encodePath(at.file) }, region: firstLine(at) }
})

/** A pull request shows an alert only where all its lines changed, so that a region never spans lines. */
const firstLine = ({ line, column, endLine, endColumn }: Place): Region =>
  endLine === line && endColumn > column
    ? { startLine: line, startColumn: column, endLine, endColumn }
    : { startLine: line, startColumn: column }

const sarifFix = (fix: NonNullable<Finding['fix']>): Fix => ({
  description: { text: plainText(fix.description) || 'Fix' },
  artifactChanges: [...new Set(fix.edits.map(({ file }) => file))].map(file => ({
    artifactLocation: { uri: encodePath(file) },
    replacements: fix.edits
      .filter(edit => edit.file === file)
      .map(({ line, column, endLine, endColumn, text }) => ({
        deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
        insertedContent: { text }
      }))
  }))
})

/** What was not read is told, so that an empty list of results never passes for 'fine'. */
const notifications = (lint: LintOutcome | null) =>
  (lint?.unread ?? []).slice(0, 1000).map(({ file, line, reason }) => ({
    level: 'warning' as const,
    message: { text: plainText(reason) || 'not read' },
    locations: [
      { physicalLocation: { artifactLocation: { uri: encodePath(file) }, region: { startLine: Math.max(1, line) } } }
    ]
  }))

/** Every file is hashed once. */
function fingerprintsOf(context: ReportContext): (at: Place) => Pick<Result, 'partialFingerprints'> {
  const known = new Map<string, readonly string[]>()
  return ({ file, line }) => {
    const lines = known.get(file) ?? lineFingerprints(context.sourceText(file) ?? '')
    known.set(file, lines)
    const primaryLocationLineHash = lines[line - 1]
    return primaryLocationLineHash === undefined ? {} : { partialFingerprints: { primaryLocationLineHash } }
  }
}

/** SARIF on standard output. */
export const sarif: Report = {
  id: 'sarif',
  deliver: (outcome, context, host) => host.print(renderSarif(outcome, context))
}
