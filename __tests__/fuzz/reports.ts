import { patchOf } from '../../src/fixes/patch.ts'
import { planAnnotations } from '../../src/reports/annotations.ts'
import { renderComment } from '../../src/reports/comment.ts'
import { renderJson } from '../../src/reports/json.ts'
import type { Outcome } from '../../src/reports/outcome.ts'
import type { ReportContext } from '../../src/reports/report.ts'
import { renderSarif } from '../../src/reports/sarif.ts'
import { renderSummary } from '../../src/reports/summary.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import { rules } from '../../src/rules/index.ts'
import { SourceFile } from '../../src/text/location.ts'
import { Broken } from './target.ts'

/** Controls, formats and separators, the line break aside. */
const unseen = /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Every report of an outcome can be made, fits, and holds nothing that a terminal or the runner acts on. */
export function checkReports(outcome: Outcome, texts: ReadonlyMap<string, string>): void {
  const context: ReportContext = {
    repository: 'webhook-reach-check/webhook-reach-check',
    rules,
    sarifPath: null,
    sourceUrl: (file, line) => `https://github.com/acme/shop/blob/x/${encodeURI(file)}#L${line}`,
    sourceLine: (file, line) => new SourceFile(file, texts.get(file) ?? '').line(line),
    sourceText: file => texts.get(file) ?? null
  }
  const terminal = renderTerminal(outcome, context, false)
  inert('the terminal', terminal)
  if (/^\s*::/m.test(terminal)) throw new Broken('the terminal holds no command', commandIn(terminal))
  for (const [name, text] of [
    ['report.json', renderJson(outcome)],
    ['SARIF', renderSarif(outcome, context)]
  ] as const) {
    inert(name, text)
    JSON.parse(text)
  }
  const summary = renderSummary(outcome, context)
  inert('the summary', summary)
  if (Buffer.byteLength(summary) > 1_048_576) throw new Broken('the summary fits', summary.length)
  const comment = renderComment(outcome, context, 'a b')
  inert('the comment', comment)
  if (comment.length > 65_536) throw new Broken('the comment fits', comment.length)
  const { sent } = planAnnotations(outcome, context)
  if (sent.some(({ message, title }) => message === '' || title === ''))
    throw new Broken('an annotation has its words', sent)
  patchOf(outcome.lint?.findings ?? [], file => texts.get(file) ?? null)
}

function inert(report: string, text: string): void {
  const found = unseen.exec(text)
  if (found !== null)
    throw new Broken(
      `${report} holds no control character`,
      JSON.stringify(text.slice(found.index - 40, found.index + 40))
    )
  if (text.includes('##['))
    throw new Broken(`${report} holds no old command`, text.slice(text.indexOf('##[') - 40).slice(0, 80))
  if (!text.isWellFormed()) throw new Broken(`${report} is Unicode`, '')
}

const commandIn = (text: string): string => /^\s*::.*/m.exec(text)?.[0] ?? ''
