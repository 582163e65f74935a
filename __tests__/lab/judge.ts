import type { Run } from './action.ts'
import type { Expected } from './scenario.ts'

/** One cell of the table: what was expected and what came, where they differ. */
export type Mismatch = string

/** Compares a run with what was expected, and with what is true of every run. */
export function judge(run: Run, expected: Expected): readonly Mismatch[] {
  return [
    ...compare(run, expected),
    ...explanation(run, expected),
    ...invariants(run),
    ...harmless(run.log, run.summary)
  ]
}

const same = (what: string, got: unknown, wanted: unknown): readonly Mismatch[] => {
  if (wanted === undefined) return []
  const any = Array.isArray(wanted) ? wanted : [wanted]
  return any.includes(got) ? [] : [`${what}: expected ${any.join(' or ')}, got ${got}`]
}

const statusText = (status: number | null | undefined): string | undefined =>
  status === undefined ? undefined : status === null ? '' : String(status)

function compare(run: Run, expected: Expected): readonly Mismatch[] {
  const output = (name: string): string | undefined => run.outputs.get(name)
  const warnings = JSON.parse(output('warnings') || '[]') as readonly string[]
  const probe = run.report?.probe[0]
  const suspect =
    probe?.suspect === null || probe === undefined ? 'none' : `${probe.suspect.file}:${probe.suspect.line}`
  const seen = (run.report?.server?.findings ?? []).map(({ code }) => code)
  const attempts = (probe?.attempts ?? 0) > 1 ? 'several' : 'one'
  return [
    ...same('verdict', output('verdict'), expected.verdict),
    ...same('diagnosis', output('diagnosis'), expected.diagnosis),
    ...same('broken hop', output('broken-hop'), expected.brokenHop),
    ...same('webhook status', output('webhook-status'), statusText(expected.webhookStatus)),
    ...same('health status', output('health-status'), statusText(expected.healthStatus)),
    ...(expected.warnings ?? [])
      .filter(code => !warnings.includes(code))
      .map(code => `no warning ${code} in ${warnings}`),
    ...(expected.noWarnings ?? []).filter(code => warnings.includes(code)).map(code => `unwanted warning ${code}`),
    ...(expected.serverFindings ?? [])
      .filter(code => !seen.includes(code))
      .map(code => `no finding ${code} in ${seen}`),
    ...(expected.noServerFindings ?? []).filter(code => seen.includes(code)).map(code => `unwanted finding ${code}`),
    ...same('external', probe?.external, expected.external),
    ...same('suspect', suspect, expected.suspect),
    ...same('attempts', attempts, expected.attempts),
    ...(run.ms > (expected.within ?? 10) * 1000 ? [`took ${Math.round(run.ms)} ms`] : []),
    ...(run.peak > (expected.memory ?? 150) ? [`used ${Math.round(run.peak)} MiB`] : [])
  ]
}

function explanation(run: Run, expected: Expected): readonly Mismatch[] {
  const probe = run.report?.probe[0]
  const text = `${probe?.message ?? ''}\n${probe?.fix ?? ''}`
  return [
    ...(expected.explains ?? []).filter(wanted => !wanted.test(text)).map(wanted => `message and fix lack ${wanted}`),
    ...(expected.says ?? []).filter(wanted => !wanted.test(run.log)).map(wanted => `log lacks ${wanted}`),
    ...(expected.saysNot ?? []).filter(wanted => wanted.test(run.log)).map(wanted => `log has ${wanted}`)
  ]
}

/** What holds for every run, whatever happened (section 3 of the contract: exit code, outputs, annotations, summary). */
function invariants({ code, log, outputs, summary, report, leaked }: Run): readonly Mismatch[] {
  const verdict = outputs.get('verdict')
  const failed = verdict === 'fail'
  const probe = report?.probe[0]
  return [
    ...(failed === (code === 1) && (failed || code === 0) && verdict !== undefined
      ? []
      : [`exit code ${code} with verdict ${verdict}`]),
    ...(report === null ? ['no report.json'] : []),
    ...(report !== null && report.verdict !== verdict ? [`report.json says ${report.verdict}`] : []),
    ...(failed && !/^::error/m.test(log) ? ['failed without an ::error'] : []),
    ...(!failed && /^::error/m.test(log) ? ['an ::error without a failure'] : []),
    ...(failed && probe?.verdict === 'fail' && (probe.message === '' || probe.fix === '')
      ? ['no message or no fix']
      : []),
    ...leaked.map(name => `${name} is told`),
    ...(summary.includes('mermaid') ? [] : ['no picture in the summary']),
    ...(/^\s+at .+:\d+:\d+\)?$/m.test(log) || log.includes('UnhandledPromise') ? ['a stack trace in the log'] : [])
  ]
}

/** Commands that the runner obeys may start a line after blanks; `##[` ones stand anywhere (runner: ActionCommand.cs). */
const ownCommands = /^\s*::(error|warning|notice|debug|group|endgroup|add-mask)\b/

/** A run of backticks up to the next run of the same length, where HTML is text (CommonMark 6.1). */
const codeSpans = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g

/** What a hostile server said must not act: on the runner, on the terminal, in the summary. */
function harmless(log: string, summary: string): readonly Mismatch[] {
  const commands = log.split(/\r\n|\r|\n/).filter(line => /^\s*::/.test(line))
  return [
    ...commands.filter(line => !ownCommands.test(line)).map(line => `a foreign command: ${line.slice(0, 60)}`),
    ...commands.filter(line => /^\s*::\w+[^:]*::\s*injected/.test(line)).map(() => 'an injected command'),
    ...(log.includes('##[') ? ['##[ in the log'] : []),
    ...(log.includes('\u001b') ? ['an escape character in the log'] : []),
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(log + summary) ? ['a bidi control in the log or summary'] : []),
    ...(/<(script|img|iframe|a )/i.test(summary.replace(codeSpans, '')) ? ['HTML of the server in the summary'] : [])
  ]
}
