import { matchPath } from '../../proxies/path-pattern.ts'
import type { SourceFile } from '../../text/location.ts'
import { MappedText } from '../../text/mapped-text.ts'
import type { Field } from '../../text/shell-words.ts'
import { type FlagTable, parseInterspersed } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'

const sedFlags: FlagTable = {
  values: new Set(['expression', 'file', 'line-length']),
  switches: new Set(['regexp-extended', 'quiet', 'silent', 'null-data', 'separate', 'unbuffered', 'posix', 'debug']),
  short: { e: 'expression', f: 'file', l: 'line-length', E: 'regexp-extended', r: 'regexp-extended', n: 'quiet' }
}
/** No config that a deploy edits is longer, or edited oftener. */
const mostLines = 2_000
const mostEdits = 32

const edits = new WeakMap<SourceFile, number>()

/** `sed -i 's/3000/3001/' app.conf`: the file of the checkout is what this leaves. */
export const sed: CommandFamily = {
  names: ['sed'],
  run({ args, frame }, { recorder }) {
    if (!args.some(({ text }) => inPlace.test(text.text))) return
    const { edit, files } = readSed(args)
    if (edit !== null) for (const { text } of files) recorder.edited(text.text, frame.scope.cwd, edit)
  }
}

/** `-i`, `-i.bak`, `-Ei`: the suffix stands in the same word. */
const inPlace = /^(-[Ernsz]*i|--in-place(=|$))/

interface Sed {
  /** Null where it does more than substitute. */
  readonly edit: ((text: MappedText) => MappedText | null) | null
  readonly files: readonly Field[]
}

/** What the words after `sed` come to. */
export function readSed(args: readonly Field[]): Sed {
  const { flags, rest } = parseInterspersed(
    args.filter(({ text }) => !inPlace.test(text.text)),
    sedFlags
  )
  const extended =
    flags.some(({ name }) => name === 'regexp-extended') || args.some(({ text }) => /^-[nsz]*[Er]\w*i/.test(text.text))
  const given = flags.flatMap(({ name, value }) => (name === 'expression' && value !== null ? [value] : []))
  const scripts = given.length > 0 ? given : rest.slice(0, 1).map(({ text }) => text)
  const files = given.length > 0 ? rest : rest.slice(1)
  const read = scripts.map(script => substitutions(script.text, extended))
  const commands = read.flatMap(found => found ?? [])
  const known = commands.length > 0 && !read.includes(null)
  return { edit: known ? text => apply(commands, text) : null, files }
}

interface Substitution {
  readonly pattern: string
  readonly replacement: string
  readonly all: boolean
  readonly ignoreCase: boolean
}

/** `s/a/b/g; s|c|d|`; null for a script that holds anything else. */
function substitutions(script: string, extended: boolean): readonly Substitution[] | null {
  const found: Substitution[] = []
  for (let rest = script.trim(); rest !== ''; ) {
    const [whole, , pattern = '', replacement = '', flags = ''] =
      /^s([^\w\s\\])((?:\\.|\[[^\]]*\]|(?!\1)[^\\])*)\1((?:\\.|(?!\1)[^\\])*)\1([gIi]*)\s*(?:;\s*|\n\s*|$)/s.exec(
        rest
      ) ?? []
    if (whole === undefined) return null
    const ignoreCase = /i/i.test(flags)
    found.push({ pattern: toJavaScript(pattern, extended), replacement, all: flags.includes('g'), ignoreCase })
    rest = rest.slice(whole.length)
  }
  return found
}

const classes: Readonly<Record<string, string>> = { digit: '0-9', space: '\\s', alpha: 'A-Za-z', alnum: 'A-Za-z0-9' }

/** A basic regular expression has its operators behind backslashes, an extended one has them bare (POSIX 9.3, 9.4). */
const toJavaScript = (pattern: string, extended: boolean): string =>
  pattern
    .replace(/\[:(\w+):\]/g, (all, name: string) => classes[name] ?? all)
    .replace(/\\(.)|\[\^?\]?[^\]]*\]|[(){}|+?]/gs, (piece, escaped?: string) => {
      if (escaped !== undefined)
        return /[(){}|+?]/.test(escaped) && !extended ? escaped : /\W/.test(escaped) ? `\\${escaped}` : piece
      return piece.length > 1 || extended ? piece : `\\${piece}`
    })

/** Line by line, as sed does; null where a pattern cannot be run safely. */
function apply(commands: readonly Substitution[], text: MappedText): MappedText | null {
  const before = edits.get(text.file) ?? 0
  edits.set(text.file, before + 1)
  if (before >= mostEdits) return null
  const lines = Array.from(text.text.matchAll(/[^\n]*\n?/g)).slice(0, -1)
  if (lines.length === 0 || lines.length > mostLines) return null
  const pieces: MappedText[] = []
  for (const { 0: line, index } of lines) {
    let piece: MappedText | null = text.slice(index, index + line.length)
    for (const command of commands) piece = piece === null ? null : substitute(command, piece)
    if (piece === null) return null
    pieces.push(piece)
  }
  return MappedText.join(pieces)
}

function substitute({ pattern, replacement, all, ignoreCase }: Substitution, line: MappedText): MappedText | null {
  const end = line.text.endsWith('\n') ? line.text.length - 1 : line.text.length
  const pieces: MappedText[] = []
  let from = 0
  do {
    const match = matchPath(pattern, line.text.slice(from, end), ignoreCase)
    if (match === 'unknown') return null
    if (match === 'no' || match[0] === '' || (from > 0 && pattern.startsWith('^'))) break
    const start = from + match.index
    const put = replacement.replace(/\\(.)|&/gs, (_, escaped?: string) =>
      escaped === undefined ? match[0] : /\d/.test(escaped) ? (match[Number(escaped)] ?? '') : escaped
    )
    pieces.push(line.slice(from, start), MappedText.standingFor(line.slice(start, start + match[0].length), put))
    from = start + match[0].length
  } while (all && from < end)
  return pieces.length === 0 ? line : MappedText.join([...pieces, line.slice(from)])
}
