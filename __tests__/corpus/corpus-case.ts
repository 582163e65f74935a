import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { readInputs } from '../../src/inputs/read-inputs.ts'
import { type Lint, lintCheckout } from '../../src/lint.ts'
import { DiskFiles } from '../../src/platform/files.ts'

/** One small repository, and what lint has to say of it. */
export interface CorpusCase {
  readonly theme: string
  readonly name: string
  /** `path:line:column-endColumn rule level`, sorted. */
  readonly expected: readonly string[]
  readonly inputs: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, string>
}

const casesFolder = new URL('cases/', import.meta.url)

/** Every case below `cases/`, theme by theme. */
export function corpusCases(): readonly CorpusCase[] {
  const paths = readdirSync(casesFolder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.txt'))
  return paths.sort().map(path => {
    const text = readFileSync(new URL(path, casesFolder), 'utf8')
    return { theme: dirname(path), name: basename(path, '.txt'), ...parseCase(text) }
  })
}

/** Sections headed by `=== path`; `expect`, `inputs` and `crlf` are about the case, every other is a file. */
function parseCase(text: string): Pick<CorpusCase, 'expected' | 'inputs' | 'files'> {
  const sections = text.split(/^=== (?=.)/m).slice(1)
  const files = new Map<string, string>()
  for (const section of sections) {
    const end = section.indexOf('\n')
    files.set(section.slice(0, end).trim(), section.slice(end + 1))
  }
  const expected = linesOf(files.get('expect'))
  const inputs = new Map<string, string>()
  for (const line of linesOf(files.get('inputs'))) {
    const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? []
    inputs.set(name, [...(inputs.has(name) ? [inputs.get(name)] : []), value].join('\n'))
  }
  const crlf = files.has('crlf')
  for (const name of ['expect', 'inputs', 'crlf']) files.delete(name)
  if (crlf) for (const [path, content] of files) files.set(path, content.replaceAll('\n', '\r\n'))
  return { expected: expected.sort(), inputs, files }
}

const linesOf = (section = ''): string[] => section.split('\n').filter(line => line !== '')

/** Lints a repository of these files, which stands on disk only for as long as that takes. */
export function lintFiles(files: CorpusCase['files'], inputs: CorpusCase['inputs'] = new Map()): Lint {
  const root = mkdtempSync(join(tmpdir(), 'corpus-'))
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const given = { input: (name: string) => inputs.get(name) ?? '', mask: () => undefined }
    return lintCheckout(new DiskFiles(root), readInputs(given))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** What lint says of a case, in the words of `expected`. */
export const findingsOf = ({ files, inputs }: CorpusCase): readonly string[] =>
  lintFiles(files, inputs)
    .findings.map(({ at, rule, level }) => `${at.file}:${at.line}:${at.column}-${at.endColumn} ${rule} ${level}`)
    .sort()
