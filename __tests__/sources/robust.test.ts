import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lint } from '../../src/lint.ts'
import type { Location } from '../../src/text/location.ts'
import { type CorpusCase, corpusCases, lintFiles } from '../corpus/corpus-case.ts'

/** What breaks parsers: half of a pair, what opens and never ends, what another layer means something by. */
const pieces = [
  ...'"\'`\\$(){}[]<>|&;:#-*!?~@%\t\r\n\0 ',
  '\r\n',
  '${{',
  '}}',
  '${',
  '$(',
  '<<EOF\n',
  'EOF\n',
  '&a ',
  '*a ',
  '<<: *a\n',
  '- ',
  'docker run -p 127.0.0.1:1:1 ',
  'ssh h "',
  'ssh h <<X\n',
  "bash -c '",
  'f() { f; }; f\n',
  '"$@"\n',
  'for i in 1 2 3; do ',
  'server {',
  'proxy_pass http://127.0.0.1:1;',
  'include *;\n',
  'import *\n',
  '\u{1F680}',
  '\ud800',
  '\ue000',
  '\ufeff',
  'é'.repeat(50),
  ' '.repeat(50_000),
  `a${' '.repeat(30_000)}b`,
  'a '.repeat(20_000),
  '\n'.repeat(5_000),
  '-'.repeat(30_000),
  '('.repeat(200),
  '${a:-'.repeat(100),
  '- '.repeat(200)
]

interface Mutation {
  readonly kind: 'delete' | 'duplicate' | 'swap' | 'insert'
  readonly at: number
  readonly length: number
  readonly piece: string
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'duplicate', 'swap', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(80),
  piece: fc.constantFrom(...pieces)
})

function mutate(text: string, { kind, at, length, piece }: Mutation): string {
  const start = Math.floor(at * text.length)
  const [before, part, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)]
  switch (kind) {
    case 'delete':
      return before + after
    case 'duplicate':
      return before + part.repeat(1 + (length % 5)) + after
    case 'swap':
      return before + after.slice(0, length) + part + after.slice(length)
    case 'insert':
      return before + piece + part + after
  }
}

/** Every place that lint names. */
const placesOf = ({ findings, containers, routes, proxiedBy }: Lint): readonly Location[] => [
  ...findings.flatMap(({ at, related }) => [at, ...related.map(one => one.at)]),
  ...containers.flatMap(({ at, publications, refused, calls, listeners }) => [
    at,
    ...[...publications, ...refused, ...listeners].map(one => one.at),
    ...calls
  ]),
  ...routes.flatMap(({ at, listeners, refusal }) => [
    at,
    ...listeners.map(listener => listener.at),
    ...(refusal === null ? [] : [refusal.at])
  ]),
  ...[...proxiedBy.keys()].map(({ at }) => at)
]

/** As the file stands on disk: a lone surrogate is written as U+FFFD, a byte order mark is not counted. */
const stored = (text: string): string =>
  Buffer.from(text)
    .toString('utf8')
    .replace(/^\ufeff/, '')

function outside(at: Location, files: CorpusCase['files']): string[] {
  const lines = stored(files.get(at.file) ?? '').split('\n')
  const [first, last] = [lines[at.line - 1], lines[at.endLine - 1]]
  const inside =
    files.has(at.file) &&
    first !== undefined &&
    last !== undefined &&
    at.column >= 1 &&
    at.column <= first.length + 1 &&
    at.endColumn >= 1 &&
    at.endColumn <= last.length + 1 &&
    (at.endLine > at.line || (at.endLine === at.line && at.endColumn >= at.column))
  return inside ? [] : [`${at.file}:${at.line}:${at.column}-${at.endLine}:${at.endColumn}`]
}

const cases = corpusCases()

test('mutated repositories are read in time, without a crash, and every place lies inside its file', () => {
  const property = fc.property(
    fc.constantFrom(...cases),
    fc.array(fc.tuple(fc.nat(), mutation), { minLength: 1, maxLength: 6 }),
    ({ files: originals, inputs }, mutations) => {
      const files = new Map(originals)
      const paths = [...files.keys()]
      for (const [nth, change] of mutations) {
        const path = paths[nth % paths.length] ?? ''
        files.set(path, mutate(files.get(path) ?? '', change))
      }
      const start = performance.now()
      const lint = lintFiles(files, inputs)
      expect(performance.now() - start).toBeLessThan(2_000 * files.size)
      expect(placesOf(lint).flatMap(at => outside(at, files))).toEqual([])
    }
  )
  fc.assert(property, { numRuns: Number(process.env['ROBUST_RUNS'] ?? 600) })
}, 600_000)
