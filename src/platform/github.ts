import { appendFileSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as core from '@actions/core'
import { cut, logLine, logLines, visible } from '../reports/escape.ts'
import { systemClock } from './clock.ts'
import { DiskFiles } from './files.ts'
import type { Annotation, Files, Host } from './host.ts'
import { rememberSecrets } from './post-step.ts'
import { secretFiles } from './secret-files.ts'
import { reasonOf, writeFile } from './write-file.ts'

/** The runner cuts there without a word (actions/runner, ExecutionContext.cs). */
const longestMessage = 4096
/** The platform shows ten errors a step, and the last one ends the run. */
const mostRefusals = 10

const send = { error: core.error, warning: core.warning, notice: core.notice }

/** The runner that called us: inputs, annotations, outputs and summary through @actions/core. */
export function githubHost(): Host {
  const workspace = env('GITHUB_WORKSPACE') || '.'
  const secrets: string[] = []
  const unmasked = (text: string): string => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  const log = (text: string): void => {
    for (const line of logLines(unmasked(text))) core.info(line)
  }
  return {
    format: 'github',
    color: false,
    input: name => core.getInput(name),
    env,
    network: async () => (await import('./network.ts')).nodeNetwork(env),
    files: open(workspace),
    clock: systemClock,
    commands: async () => (await import('./commands.ts')).nodeCommands(() => process.env),
    secretFiles: secretFiles(env('RUNNER_TEMP') || tmpdir(), rememberSecrets),
    mask: secret => {
      secrets.push(secret)
      core.setSecret(secret)
    },
    // The runner masks its log too; a summary, an output and a file go on to where nobody does.
    redact: unmasked,
    log,
    debug: text => core.debug(harmless(unmasked(text))),
    print: log,
    annotate: ({ message, ...rest }) => annotate({ ...rest, message: unmasked(message) }),
    setOutput: (name, value) => attempt('GITHUB_OUTPUT', () => core.setOutput(name, unmasked(value))),
    summarize: markdown => attempt('GITHUB_STEP_SUMMARY', () => appendSummary(unmasked(markdown))),
    temporary: env('RUNNER_TEMP') || tmpdir(),
    write: (path, text, start) => writeFile(workspace, path, unmasked(text), start),
    fail: message => core.setFailed(annotationText(unmasked(message))),
    refuse
  }
}

/** A job that only probes has no checkout; that is nothing to lint, and no crash. */
function open(workspace: string): Files {
  try {
    return new DiskFiles(workspace)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { list: () => [], read: () => null, exists: () => false, unlisted: () => [{ file: '.', reason }] }
  }
}

function annotate({ level, title, message, at }: Annotation): void {
  // The runner drops the columns of a finding that spans lines (ActionCommandManager.cs); a place that is known by its
  // line alone has none.
  const within = at !== null && at.line === at.endLine && at.column < at.endColumn
  const columns = within ? { startColumn: at.column, endColumn: at.endColumn } : {}
  const place =
    at === null
      ? {}
      : { file: visible(at.file).replaceAll('##[', '# #['), startLine: at.line, endLine: at.endLine, ...columns }
  // Without a message there is no annotation at all.
  send[level](annotationText(message || title), { title: cut(logLine(title), 255), ...place })
}

/** One error each; what is over the limit goes into the last. */
function refuse(problems: readonly string[]): void {
  const alone = problems.slice(0, mostRefusals - 1)
  const last = problems.length > mostRefusals ? problems.slice(mostRefusals - 1).join('\n') : problems[mostRefusals - 1]
  const [final = 'bad inputs', ...before] = last === undefined ? alone.toReversed() : [last, ...alone.toReversed()]
  for (const problem of before.toReversed()) core.error(annotationText(problem))
  core.setFailed(annotationText(final))
}

/** Several lines stay several lines; the command escapes their breaks. */
const harmless = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(logLine)
    .join('\n')
const annotationText = (text: string): string => cut(harmless(text), longestMessage)

function appendSummary(markdown: string): void {
  const path = env('GITHUB_STEP_SUMMARY')
  if (path) appendFileSync(path, markdown)
}

const reports = { GITHUB_OUTPUT: 'The outputs', GITHUB_STEP_SUMMARY: 'The step summary' }
const told = new Set<string>()

/**
 * A report that cannot be delivered is no reason to fail: the annotations are there. Half of one is, since the runner
 * refuses a file that ends in the middle of an output; so what was written of it goes again.
 */
function attempt(file: keyof typeof reports, action: () => void): void {
  const before = sizeOf(env(file))
  try {
    action()
  } catch (error) {
    if (before !== null) truncateSync(env(file), before)
    if (told.has(file)) return
    told.add(file)
    core.warning(annotationText(`${reports[file]} could not be written: ${reasonOf(error)}.`))
  }
}

/** Null where there is no regular file. */
function sizeOf(path: string): number | null {
  const facts = statSync(path, { throwIfNoEntry: false })
  return facts?.isFile() ? facts.size : null
}

const env = (name: string): string => process.env[name] ?? ''
