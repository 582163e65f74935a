import type { Host } from '../platform/host.ts'
import { findingJson, inertJson, renderJson } from './json.ts'
import type { Outcome } from './outcome.ts'
import type { Report } from './report.ts'

/** One output of the action. */
export interface OutputSpec {
  readonly name: string
  /** One sentence for `action.yml` and the README. */
  readonly description: string
  value(outcome: Outcome, reportPath: string): string
}

/** All outputs of a job share 1 MB, counted as UTF-16; this leaves half to the others. */
const mostFindings = 250_000

/** Every output, in the order it is documented. Adding one: an entry. */
export const outputSpecs: readonly OutputSpec[] = [
  {
    name: 'verdict',
    description: '`pass`, `warn` or `fail`, after `fail-on`.',
    value: ({ verdict }) => verdict
  },
  {
    name: 'diagnosis',
    description:
      'Code of the first broken hop of the first failing URL; `ok` where the probe passes; empty where nothing was probed.',
    value: outcome => decisive(outcome)?.diagnosis ?? ''
  },
  {
    name: 'broken-hop',
    description: '`dns`, `tcp`, `tls`, `http`, `proxy`, `app`, `health`, `stripe` or `none`.',
    value: outcome => decisive(outcome)?.brokenHop ?? 'none'
  },
  {
    name: 'webhook-status',
    description: 'HTTP status that the webhook URL answered last, or empty.',
    value: outcome => String(decisive(outcome)?.webhook.status ?? '')
  },
  {
    name: 'health-status',
    description: 'HTTP status that the health URL answered last, or empty.',
    value: outcome => String(decisive(outcome)?.health.status ?? '')
  },
  {
    name: 'findings',
    description: 'What linting found, as a JSON array.',
    value: outcome => findingsWithin(outcome, mostFindings)
  },
  {
    name: 'warnings',
    description: 'Codes of all warnings, of linting and of the probe, as a JSON array.',
    value: outcome => JSON.stringify(warningsOf(outcome))
  },
  {
    name: 'report',
    description: 'Path of report.json, which holds everything.',
    value: (_outcome, reportPath) => reportPath
  }
]

/** The probe that the single-valued outputs speak of: the first that fails, else the first that warns, else the first. */
const decisive = ({ probes, stripe }: Outcome) => {
  const probe =
    probes.find(({ verdict }) => verdict === 'fail') ?? probes.find(({ verdict }) => verdict === 'warn') ?? probes[0]
  const refused = stripe?.findings.find(({ level }) => level === 'error')
  if (refused === undefined || probe?.verdict === 'fail') return probe
  const nothing = { webhook: { status: null }, health: { status: null } }
  return { ...(probe ?? nothing), diagnosis: refused.code, brokenHop: 'stripe' as const }
}

/** Whole findings only: half a JSON array is none. */
function findingsWithin({ lint }: Outcome, most: number): string {
  const parts: string[] = []
  let length = 2
  for (const finding of lint?.findings ?? []) {
    const part = JSON.stringify(findingJson(finding))
    length += part.length + 1
    if (length > most) break
    parts.push(part)
  }
  return inertJson(`[${parts.join(',')}]`)
}

const warningsOf = ({ lint, probes, stripe, server }: Outcome): readonly string[] => [
  ...new Set([
    ...(lint?.findings ?? []).filter(({ level }) => level === 'warning').map(({ rule }) => rule),
    ...probes.flatMap(({ warnings }) => warnings),
    ...[...(stripe?.findings ?? []), ...(server?.findings ?? [])]
      .filter(({ level }) => level === 'warning')
      .map(({ code }) => code)
  ])
]

/** report.json and the outputs of the step. */
export const outputs: Report = {
  id: 'outputs',
  deliver(outcome, _context, host) {
    const path = writeReport(outcome, host)
    for (const { name, value } of outputSpecs) host.setOutput(name, value(outcome, path))
  }
}

/** Each use of the action in a job has a file of its own. */
function writeReport(outcome: Outcome, host: Host): string {
  const step = host.env('GITHUB_ACTION').replace(/[^\w-]/g, '_') || 'report'
  try {
    return host.write(`${host.temporary}/webhook-reach-check/${step}/report.json`, renderJson(outcome))
  } catch (error) {
    host.log(`webhook-reach-check: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  }
}
