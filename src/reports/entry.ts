import type { Level } from '../model/finding.ts'
import { prose } from './escape.ts'
import { type Block, rows } from './page.ts'

/** A level as people see it at a glance. */
const levelIcons: Readonly<Record<Level, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' }

/** What an entry tells; `subject` and `see` are Markdown already, the rest is anybody's text. */
interface Told {
  readonly level: Level
  readonly subject: readonly string[]
  readonly message: string
  readonly see?: readonly string[]
  readonly fix: string
}

/** One thing that was found, as a paragraph: of a table of its parts a phone shows the first two. */
export const entry = ({ level, subject, message, see = [], fix }: Told): string =>
  `${[
    `${levelIcons[level]} ${subject.join(' ')}`,
    ...(message === '' ? [] : [prose(message)]),
    ...see,
    ...(fix === '' ? [] : [`**What to do:** ${prose(fix)}`])
    // The blank: right after a tag the asterisks would be text.
  ].join('<br> ')}\n`

/** Entries; `missing` names what they are. */
export const list = (entries: readonly string[], missing: string): Block =>
  rows(entries, count => `${count} more ${missing}, cut to fit: they are all in report.json\n`)
