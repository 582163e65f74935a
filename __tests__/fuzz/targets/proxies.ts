import { proxyFormats } from '../../../src/proxies/index.ts'
import type { ProxyReading } from '../../../src/proxies/proxy-format.ts'
import { contextOf, filesBelow, textOf } from '../../proxies/checkout.ts'
import { checkPlaces, shifted, stored } from '../checkout.ts'
import { common, grammar, type Rules } from '../grammar.ts'
import { Broken, same, type Target } from '../target.ts'

interface Format {
  readonly id: string
  /** The readers that get each input. */
  readonly formats: readonly string[]
  readonly folders: readonly string[]
  /** A line that means nothing, null where the format has no comments. */
  readonly comment: string | null
  readonly rules: Rules
}

const fixtures = filesBelow('__tests__/fixtures/proxies')

/** A kind of proxy config, read as a file that claims to be one. */
export function proxyTarget({ id, formats, folders, comment, rules }: Format): Target {
  const readers = proxyFormats.filter(format => formats.includes(format.id))
  const seeds = [...fixtures].filter(([path]) => folders.some(folder => path.startsWith(`${folder}/`)))
  const read = (text: string): readonly ProxyReading[] =>
    readers.map(reader => {
      const file = textOf('file', text)
      return reader.read(file, contextOf({ include: () => [file] }))
    })
  return {
    id,
    seeds: seeds.filter(([path]) => !path.endsWith('expected.txt')).map(([, text]) => text),
    words: wordsOf(rules),
    grammar: grammar({ ...common, ...rules }),
    runs: 80,
    check(input, deep) {
      const text = stored(input)
      const readings = read(text)
      const texts = new Map([['file', text]])
      checkPlaces(readings, texts)
      for (const { unread } of readings) checkUnread(unread, text)
      if (deep) {
        for (const format of proxyFormats) format.claims('nginx/Caddyfile.conf', text)
        same('the same text is read the same twice', readings, read(text))
        if (comment !== null) checkComment(readings, read(`${comment}\n${text}`))
        // To nginx a backslash takes the character after it, be that the first or the only one of a line break.
        if (!/\r|\\\n/.test(text)) checkBreaks(readings, read(text.replaceAll('\n', '\r\n')))
      }
      return signalsOf(readings)
    }
  }
}

const wordsOf = (rules: Rules): readonly string[] => [
  ...new Set(
    Object.values(rules)
      .flat()
      .flatMap(text => text.split(/(<[a-z][\w@]*>)/))
      .filter(piece => piece !== '' && !/^<[a-z][\w@]*>$/.test(piece))
  )
]

function checkUnread(unread: ProxyReading['unread'], text: string): void {
  const lines = text.split('\n').length
  for (const { line, reason } of unread) {
    if (!(Number.isInteger(line) && line >= 1 && line <= lines))
      throw new Broken('what was not read has its line', { line, lines })
    if (reason === '') throw new Broken('what was not read has its reason', { line })
  }
}

const checkComment = (before: readonly ProxyReading[], after: readonly ProxyReading[]): void =>
  same('a comment before all moves lines by one and changes nothing', shifted(before, 'file', 1), shifted(after, '', 0))

/** What is quoted from the file keeps its own line breaks. */
const checkBreaks = (before: readonly ProxyReading[], after: readonly ProxyReading[]): void =>
  same('CRLF is read as LF', before, JSON.parse(JSON.stringify(after).replaceAll(/(\\+)r\1n/g, '$1n')))

const signalsOf = (readings: readonly ProxyReading[]): readonly string[] =>
  readings.flatMap(({ routes, unread }) => [
    `${Math.min(routes.length, 6)} routes`,
    ...routes.map(
      ({ listeners, refusal, upstream, path, serverNames }) =>
        `${Math.min(listeners.length, 3)} ${refusal?.directive.replace(/\d+/g, 'N').slice(0, 20) ?? '-'} ${upstream.port === null} ${path === '/'} ${Math.min(2, serverNames.length)}`
    ),
    ...unread.map(({ reason }) => reason.replace(/["'`].*["'`]|\d+/g, '').slice(0, 40))
  ])
