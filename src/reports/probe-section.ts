import { explainedAt } from '../diagnosis/suspect.ts'
import type { Hop, ProbedAddress, ProbeResult } from '../model/hop.ts'
import { entry, list } from './entry.ts'
import { code, excerpt, prose } from './escape.ts'
import { hopPicture, leftOutAlike, together } from './hop-picture.ts'
import { diagnosisPage, shownUrl } from './links.ts'
import { type Block, table, text } from './page.ts'
import { lineOf } from './place.ts'
import { probeNotes } from './probe-notes.ts'
import type { ReportContext } from './report.ts'

const words = { pass: 'Reached', warn: 'Reached, with warnings' } as const
const icons = { pass: '✅', warn: '⚠️', fail: '❌', skip: '–' } as const

/** What the probe of one URL came to: picture, what broke, why, where, what to do; then each hop. */
export const probeSection = (probe: ProbeResult, context: ReportContext): readonly Block[] => [
  text(`### ${icons[probe.verdict]} ${cameTo(probe, context)}`, '', code(shownUrl(probe.url), false), ''),
  text(...hopPicture(probe), ''),
  text(...diagnosisLines(probe, context).flatMap(line => [line, ''])),
  list(
    probeNotes(probe).map(({ code: word, level, message, fix }) =>
      entry({ level, subject: [`[${code(word)}](${diagnosisPage(context, word)})`], message, fix })
    ),
    'notes'
  ),
  ...probe.addresses.map(hopTable)
]

/** The diagnosis, since that is what a reader has come for; a URL is too long a heading for a phone. */
const cameTo = ({ verdict, diagnosis }: ProbeResult, context: ReportContext): string =>
  verdict === 'fail' ? `[${code(diagnosis)}](${diagnosisPage(context, diagnosis)})` : words[verdict]

function diagnosisLines(probe: ProbeResult, context: ReportContext): readonly string[] {
  const { suspect, webhook } = probe
  const [saw = '', ...why] = suspect === null ? [probe.message] : probe.message.split(` ${explainedAt(suspect)} `)
  const explained = why.length === 0 ? '.' : `: ${prose(why.join(' '))}`
  const fix = ownFix(probe)
  const answer = excerpt(webhook.bodyExcerpt.replace(/\s+/g, ' ').trim())
  return [
    emphasised(withoutNotes(saw, probe), probe),
    ...(suspect === null ? [] : [`**Explained by** ${lineOf(suspect, context)}${explained}`]),
    ...(fix === '' ? [] : [`**What to do:** ${prose(fix)}`]),
    ...(answer === '' ? [] : [`**It answered:** ${code(answer, false)}`])
  ]
}

/** What there is to say besides has paragraphs of its own: the message and the fix need not say it again. */
const withoutNotes = (message: string, probe: ProbeResult): string =>
  probe.faults
    .filter(({ code: word }) => word !== probe.diagnosis)
    .flatMap(({ message: whole, says }) => [whole, says])
    .reduce((text, told) => text.replace(told, () => ''), message)
    .replace(/ (But|Also): +(?=\(|The way |$)/, ' ')
    .trimEnd()

function ownFix({ verdict, fix, faults: [worst] }: ProbeResult): string {
  if (verdict !== 'fail') return ''
  return worst !== undefined && fix.startsWith(`${worst.fix} Also: `) ? worst.fix : fix
}

/** What happened stands out from why it may have. */
function emphasised(message: string, { faults }: ProbeResult): string {
  const [says = '', whole] = [faults[0]?.says.trim(), message.trim()]
  return says === '' || !`${whole} `.startsWith(`${says} `)
    ? prose(whole)
    : `**${prose(says)}** ${prose(whole.slice(says.length))}`.trimEnd()
}

/** Two columns, since a phone has no room for more. */
const hopTable = ({ address, hops }: ProbedAddress): Block =>
  table(
    ['Hop', `Seen at ${code(address)}`],
    together(hops, leftOutAlike).flatMap(([first, ...more]) => (first === undefined ? [] : [row(first, more)])),
    'hops'
  )

/** Some hops are judged from the answer of the one before: they took no time of their own. */
function row(first: Hop, more: readonly Hop[]): readonly string[] {
  const { hop, status, ms, code: word, detail } = first
  const names = [hop, ...more.map(one => one.hop)].join(', ')
  const told = word === null || status === 'pass' || status === 'skip' ? '' : `${code(word)}: `
  const whole = Math.round(ms)
  const timed = whole === 0 || /\d ms\b/.test(detail) ? detail : `${detail.replace(/\.$/, '')} (${whole} ms).`
  return [`${icons[status]}\u00a0${names}`, `${told}${prose(timed)}`]
}
