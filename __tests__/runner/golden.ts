import type { ToldJob, ToldRun, ToldStep } from './act.ts'

/** Annotations; what else is said to the runner is no concern of a reader. */
const annotations = ['error', 'warning', 'notice']

/** What differs from run to run, or from machine to machine: times, places in temporary folders, versions. */
const steady = (text: string): string =>
  text
    .replace(/\/[^\s"]+\/webhook-reach-check\/([\w-]+)\/report\.json/g, '<temp>/webhook-reach-check/$1/report.json')
    .replace(/\b\d+(\.\d+)? (ms|s)\b/g, '<time>')
    .replace(/\b20\d\d-\d\d-\d\d( \d\d:\d\d)?/g, '<date>')
    .replace(/\bTLSv1\.\d\b|\bnginx\/[\d.]+/g, version => version.replace(/[\d.]+$/, '<version>'))

/** The verdict alone, where the action wrote the summary. */
const head = (summary: string): string => (summary.startsWith('## ') ? (summary.split('\n')[0] ?? '') : summary)

/** A step, as text to be compared: what it annotated, its outputs, its summary. */
export function stepText({ name, result, commands, outputs, summary }: ToldStep): string {
  const told = commands
    .filter(({ name }) => annotations.includes(name))
    .map(({ name, properties, message }) => {
      const at = Object.entries(properties).map(([key, value]) => `${key}=${value}`)
      return `${[name, ...at].join(' ')}\n${message.replace(/^/gm, '  ')}`
    })
  const set = Object.entries(outputs).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = [
    `## ${name}: ${result}`,
    ...told,
    set.map(([key, value]) => `output ${key}=${value}`).join('\n'),
    summary.trim().replace(/^/gm, '| ').replace(/ +$/gm, '')
  ]
  return steady(parts.filter(part => part !== '' && part !== '|').join('\n\n'))
}

const jobText = ({ name, result, steps }: ToldJob): string =>
  [
    result === '' ? `# ${name}` : `# ${name}: ${result}`,
    ...steps.filter(({ result }) => result !== 'skipped').map(stepText)
  ].join('\n\n')

const brief = (job: ToldJob): ToldJob => ({
  ...job,
  steps: job.steps.map(step => ({ ...step, summary: head(step.summary) }))
})

/** A whole run, with the whole summaries of the action, or their heads alone where others like them are compared. */
export const runText = ({ code, jobs }: Pick<ToldRun, 'code' | 'jobs'>, summaries: 'whole' | 'heads'): string =>
  `${[`exit ${code}`, ...jobs.map(job => jobText(summaries === 'heads' ? brief(job) : job))].join('\n\n')}\n`
