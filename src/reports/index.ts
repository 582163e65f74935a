import type { Format, Host } from '../platform/host.ts'
import { annotations } from './annotations.ts'
import { exit, lastWord } from './exit.ts'
import { json } from './json.ts'
import type { Outcome } from './outcome.ts'
import { outputs } from './outputs.ts'
import type { Report, ReportContext } from './report.ts'
import { sarif } from './sarif.ts'
import { sarifFile } from './sarif-file.ts'
import { summary } from './summary.ts'
import { terminal } from './terminal.ts'

/** Every report, by how results are wanted, in the order of delivery: the last one ends a failed run. Adding one: add a file, add a line. */
const reports: Readonly<Record<Format, readonly Report[]>> = {
  github: [terminal, sarifFile, summary, outputs, annotations],
  text: [sarifFile, terminal, exit],
  json: [sarifFile, json, lastWord],
  sarif: [sarifFile, sarif, lastWord]
}

/** Tells the outcome in every way that this host wants it. */
export function report(outcome: Outcome, context: ReportContext, host: Host): void {
  for (const one of reports[host.format]) one.deliver(outcome, context, host)
}
