import { HOLE, MappedText } from '../../text/mapped-text.ts'

/** One `Key=value` of a unit file. */
export interface UnitEntry {
  readonly section: string
  readonly key: string
  readonly value: MappedText
}

/** No real unit has more. */
const most = 2_000

/** Reads a systemd unit or Quadlet file (systemd.syntax(7)): sections, continued lines, comments within them left out. */
export function readUnit(text: MappedText): readonly UnitEntry[] {
  const entries: UnitEntry[] = []
  let section = ''
  let key: string | null = null
  let pieces: MappedText[] = []
  for (const match of text.text.matchAll(/([^\n]*)(?:\n|$)/g)) {
    const line = (match[1] ?? '').replace(/\r$/, '')
    if (/^\s*[#;]/.test(line) || entries.length > most) continue
    const continued = line.endsWith('\\')
    const start: number = key === null ? (/^\s*[\w.@-]+\s*=\s*/.exec(line)?.[0].length ?? -1) : 0
    if (key === null) {
      section = /^\[([^\]]*)\]/.exec(line)?.[1] ?? section
      if (start === -1) continue
      key = line.slice(0, start).replace(/[\s=]/g, '')
    }
    pieces.push(text.slice(match.index + start, match.index + line.length))
    if (continued) {
      // What is continued keeps its backslash and its break, as a shell joins them again: \n, whatever the file has.
      pieces.push(text.slice(match.index + (match[1] ?? '').length, match.index + match[0].length))
      continue
    }
    entries.push({ section, key, value: MappedText.join(pieces) })
    key = null
    pieces = []
  }
  return entries
}

/** Puts in what systemd knows of a unit's name; what it knows of the machine stays open (systemd.unit(5), Specifiers). */
export function withSpecifiers(text: MappedText, unit: string): MappedText {
  if (!text.text.includes('%')) return text
  const [prefix = '', instance = ''] = unit.replace(/\.\w+$/, '').split('@')
  const known: Readonly<Record<string, string>> = {
    '%': '%',
    i: instance,
    I: instance,
    n: unit,
    N: unit,
    p: prefix,
    P: prefix
  }
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(/%([%A-Za-z])/g)) {
    const piece = text.slice(match.index, match.index + 2)
    pieces.push(text.slice(from, match.index), MappedText.standingFor(piece, known[match[1] ?? ''] ?? HOLE))
    from = match.index + 2
  }
  return from === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}
