import { inLightOf } from './diagnosis/suspect.ts'
import { CalledOff, describeCrash, InputError, NotWritten } from './errors.ts'
import { gate } from './gate.ts'
import { unheeded } from './inputs/cross-checks.ts'
import type { Inputs } from './inputs/index.ts'
import { readInputs } from './inputs/read-inputs.ts'
import { type Lint, lintCheckout } from './lint.ts'
import type { Host } from './platform/host.ts'
import { reportContext } from './reports/context.ts'
import { report } from './reports/index.ts'
import { verdictOf } from './reports/verdict.ts'
import { version } from './version.ts'

/** Lints, probes, explains, reports. Fails the step when the explanation says so. */
export async function run(host: Host): Promise<void> {
  try {
    const inputs = readInputs(host)
    const idle = unheeded(inputs)
    if (idle !== null) host.annotate({ level: 'notice', title: 'nothing-probed', message: idle, at: null })
    const lint = lints(inputs, host) ? lintCheckout(host.files, inputs) : null
    const seen = inputs.mode === 'lint' ? nothing : await gate(inputs, lint, host)
    const findings = inLightOf(seen.probes, lint?.findings ?? [])
    const found = { ...seen, lint: lint === null ? null : { ...lint, findings } }
    const outcome = { ...found, version, verdict: verdictOf(found, inputs.failOn) }
    const context = reportContext(host, inputs.sarif)
    report(outcome, context, host)
    if (inputs.fixDir !== null && outcome.verdict !== 'pass')
      await writeFix(inputs.fixDir, lint, inputs, host).catch(notWritten(host))
    // A run that was called off says nothing to the pull request: the next one does.
    if (host.format === 'github' && inputs.githubToken !== null && !host.clock.interrupted?.().aborted) {
      const { discuss } = await import('./discuss.ts')
      await discuss(outcome, inputs, context, host)
    }
  } catch (error) {
    host.setOutput('verdict', 'fail')
    if (error instanceof InputError) host.refuse(error.problems)
    else host.fail(error instanceof CalledOff ? error.message : describeCrash(error))
  }
}

async function writeFix(folder: string, lint: Lint | null, inputs: Inputs, host: Host): Promise<void> {
  const { mend } = await import('./mend.ts')
  const written = await mend(folder, { domain: null, proxy: null, port: null, onlyWebhook: false }, lint, inputs, host)
  const message =
    written === null
      ? 'Nothing was written to `fix-dir`: the checkout does not show on which port the app answers. On a terminal, `fix --port` takes it.'
      : `The set-up that mends this is in ${folder}: start with README.md.`
  host.log(message)
}

/** What is wrong has been told by then; that what mends it could not be written is no reason to forget it. */
const notWritten =
  (host: Host) =>
  (error: unknown): void => {
    if (!(error instanceof NotWritten)) throw error
    host.log(`fix-dir: ${error.message}`)
    host.annotate({ level: 'warning', title: 'fix-dir', message: `fix-dir: ${error.message}`, at: null })
  }

const nothing = { probes: [], stripe: null, server: null }

/** A job that only probes has no checkout, and says nothing of it. */
const lints = ({ mode, webhookUrl }: Inputs, { files }: Host): boolean =>
  mode === 'lint' || (mode === 'auto' && (webhookUrl.length === 0 || files.list().length > 0))
