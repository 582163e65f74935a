import type { Level } from '../model/finding.ts'
import type { Host } from '../platform/host.ts'
import type { Outcome } from './outcome.ts'

/** What reports tell of a rule. */
interface RuleFacts {
  readonly id: string
  readonly level: Level
  readonly title: string
  readonly why: string
}

/** What reports are made with, besides the outcome. */
export interface ReportContext {
  /** `owner/name` of the repository that holds the documentation. */
  readonly repository: string
  readonly rules: readonly RuleFacts[]
  /** Where to write the SARIF file; null where none is wanted. */
  readonly sarifPath: string | null
  /** The address of a line of the checkout on the web; null where it has none. */
  sourceUrl(file: string, line: number): string | null
  /** The text of a line of the checkout, empty where it cannot be read. */
  sourceLine(file: string, line: number): string
  /** The whole text of a file of the checkout, null where it cannot be read. */
  sourceText(file: string): string | null
}

/** One report: `deliver` renders it and hands it to the host. */
export interface Report {
  readonly id: string
  deliver(outcome: Outcome, context: ReportContext, host: Host): void
}
