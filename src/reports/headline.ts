import type { Level } from '../model/finding.ts'
import { shownUrl } from './links.ts'
import type { Outcome } from './outcome.ts'

/** `1 error`, `2 errors`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** How many findings of the checkout have this level. */
const countOf = (outcome: Outcome, level: Level): number =>
  outcome.lint?.findings.filter(finding => finding.level === level).length ?? 0

/** True where nothing was looked at, which is no pass. */
export const nothingChecked = (outcome: Outcome): boolean =>
  outcome.probes.length === 0 && outcome.server === null && (outcome.lint === null || nothingToLint(outcome))

/** True where linting was asked for and found no file to read. */
export const nothingToLint = ({ lint }: Outcome): boolean => lint !== null && lint.coverage.linted === 0

/** The run in one or two sentences: what was found in the checkout, and what became of each URL. */
export const headline = (outcome: Outcome, quoted: (url: string) => string = url => url): string =>
  [lintSentence(outcome), ...probeSentences(outcome, quoted), ...stripeSentence(outcome), ...serverSentence(outcome)]
    .filter(text => text !== '')
    .join(' ') || 'Nothing was linted and nothing was probed.'

/** What the run found besides what became of its URLs. */
export const besideProbes = (outcome: Outcome): string =>
  [(outcome.lint?.findings.length ?? 0) === 0 ? '' : lintSentence(outcome), ...stripeSentence(outcome)]
    .filter(text => text !== '')
    .join(' ')

function lintSentence(outcome: Outcome): string {
  if (outcome.lint === null) return ''
  if (nothingToLint(outcome)) return 'Nothing to lint was found in the checkout.'
  const levels = [
    ['error', 'error'],
    ['warning', 'warning'],
    ['notice', 'notice']
  ] as const
  const counts = levels.flatMap(([level, word]) => {
    const count = countOf(outcome, level)
    return count === 0 ? [] : [counted(count, word)]
  })
  const found = counts.length === 0 ? 'No fault was found' : `${counts.join(', ')} found`
  const unread = outcome.lint.unread.length
  return `${found} in the checkout${unread === 0 ? '' : `; ${counted(unread, 'place')} could not be read`}.`
}

function probeSentences({ probes }: Outcome, quoted: (url: string) => string): readonly string[] {
  const failing = probes.filter(probe => probe.verdict === 'fail')
  const shown = failing.slice(0, 3).map(probe => `${quoted(shownUrl(probe.url))} is not well: ${probe.diagnosis}.`)
  const more =
    failing.length > 3 ? [`${counted(failing.length - 3, 'more URL is', 'more URLs are')} not well either.`] : []
  const well = probes.filter(probe => probe.verdict === 'pass').length
  const warned = probes.length - failing.length - well
  const rest = [
    ...(well === 0 ? [] : [`${counted(well, 'webhook URL')} answered as it should.`]),
    ...(warned === 0 ? [] : [`${counted(warned, 'webhook URL')} answered, with warnings.`])
  ]
  return [...shown, ...more, ...rest]
}

function serverSentence({ server, probes }: Outcome): readonly string[] {
  if (server === null || probes.length > 0) return []
  const wrong = server.findings.filter(({ level }) => level !== 'notice').map(({ code }) => code)
  if (wrong.length > 0) return [`On the server: ${wrong.join(', ')}.`]
  const app = server.checklist.find(({ id, state }) => id === 'unsigned-refused' && state === 'no')
  return [app === undefined ? 'The server shows no fault.' : `The app: ${app.detail}.`]
}

function stripeSentence({ stripe }: Outcome): readonly string[] {
  const errors = stripe?.findings.filter(({ level }) => level === 'error') ?? []
  return errors.length === 0 ? [] : [`Stripe: ${errors.map(({ code }) => code).join(', ')}.`]
}
