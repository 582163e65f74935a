import { readInputs } from '../../../src/inputs/read-inputs.ts'
import { type Lint, lintCheckout } from '../../../src/lint.ts'
import { checkPlaces, MemoryFiles, shifted, textAt } from '../checkout.ts'
import { checkReports } from '../reports.ts'
import { asText, Broken, same } from '../target.ts'

export interface Checkout {
  readonly files: ReadonlyMap<string, string>
  readonly inputs: ReadonlyMap<string, string>
}

/** The file that changes from input to input, and what may be done to it that changes no finding. */
export interface Changing {
  readonly path: string
  /** A line that means nothing, null where a first line has a meaning of its own. */
  readonly comment: string | null
  /** True where the format takes either line break. */
  readonly breaks: boolean
}

function lint({ files, inputs }: Checkout): { readonly lint: Lint; readonly texts: ReadonlyMap<string, string> } {
  const memory = new MemoryFiles(files)
  const given = { input: (name: string) => inputs.get(name) ?? '', mask: () => undefined }
  return { lint: lintCheckout(memory, readInputs(given)), texts: memory.texts }
}

/** What people see of it, with every place. */
const view = ({ findings, containers, routes, unread }: Lint): object => ({
  findings,
  published: containers.map(({ at, image, name, publications, refused }) => ({
    at,
    image,
    name,
    publications,
    refused
  })),
  routes: routes.map(({ at, upstream, path, serverNames, listeners, refusal }) => ({
    at,
    upstream,
    path,
    serverNames,
    listeners,
    refusal
  })),
  unread
})

/** Lints a checkout and holds it against every promise; gives back what was found, in a few words. */
export function checkLint(checkout: Checkout, changing: Changing | null, deep: boolean): readonly string[] {
  const { lint: first, texts } = lint(checkout)
  checkPlaces(first, texts)
  checkTexts(first, texts)
  if (deep) {
    const outcome = { version: '0', verdict: 'fail' as const, lint: first, probes: [], stripe: null, server: null }
    checkReports(outcome, texts)
    same('the same checkout is read the same twice', view(first), view(lint(checkout).lint))
    const stranger = new Map([...checkout.files, [strangerPath, strangerText]])
    if (!checkout.inputs.has('paths') && !isNamed(first, strangerPath)) {
      same('a workflow of its own changes nothing', view(first), view(lint({ ...checkout, files: stranger }).lint))
    }
    if (changing !== null) checkChanging(first, checkout, changing)
  }
  return [
    ...first.findings.map(({ rule, level }) => `${rule} ${level}`),
    ...first.unread.map(({ reason }) => reason.replace(/["'`].*["'`]|\d+|\$\S+/g, '').slice(0, 40)),
    `${Math.min(4, first.containers.length)} containers ${Math.min(4, first.routes.length)} routes`
  ]
}

const strangerPath = '.github/workflows/zz-stranger.yml'
const strangerText = 'on: push\njobs:\n  stranger:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo hello\n'

/** A checkout that speaks of that very file may say something else once it is there. */
const isNamed = ({ unread }: Lint, path: string): boolean => unread.some(({ reason }) => reason.includes(path))

function checkTexts({ findings, containers, unread, files }: Lint, texts: ReadonlyMap<string, string>): void {
  for (const { message, fix } of findings) {
    if (message === '' || fix?.description === '') throw new Broken('a finding has its words', { message, fix })
  }
  for (const { at, written } of containers.flatMap(({ publications, refused }) => [...publications, ...refused])) {
    // `-p ""` has a place and no characters.
    if (textAt(at, texts) !== written) throw new Broken('a mapping stands at its place', { at, written })
  }
  for (const { file, line, reason } of unread) {
    const lines = texts.get(file)?.split('\n').length ?? 1
    if (!(line >= 1 && line <= lines && reason !== ''))
      throw new Broken('what was not read has its place', { file, line, reason })
  }
  for (const file of files) if (!texts.has(file)) throw new Broken('a file that was read is there', file)
}

function checkChanging(first: Lint, { files, inputs }: Checkout, { path, comment, breaks }: Changing): void {
  const text = files.get(path) ?? ''
  const withText = (changed: string): Lint => lint({ files: new Map(files).set(path, changed), inputs }).lint
  // What is not read at all has no line.
  const isUnread =
    text.includes('\0') ||
    first.unread.some(({ reason }) => /nested too deeply$|(?:commands run|task files are named) by here/.test(reason))
  if (comment !== null && !isUnread && !/^(#!|\ufeff|%)/.test(text)) {
    const after = withText(`${comment}\n${text}`)
    same(
      'a comment before all moves lines by one and changes nothing',
      shifted(view(first), path, 1),
      shifted(view(after), '', 0)
    )
  }
  if (breaks && !/\r/.test(text)) {
    const after = withText(text.replaceAll('\n', '\r\n'))
    same('CRLF is read as LF', withoutBreaks(first), withoutBreaks(after))
  }
}

/** What is quoted from the file keeps its own line breaks, and is cut elsewhere. */
const withoutBreaks = (read: Lint): string =>
  asText(view(read))
    .replace(/(\\{1,3})r\1n/g, '$1n')
    .replace(/it is no valid YAML: .*/g, '')

/** A job of its own at the end of a workflow changes nothing; null where the text has no such end. */
export function checkStrangeJob(checkout: Checkout, path: string): void {
  const text = checkout.files.get(path) ?? ''
  const last =
    /^jobs:[ ]*\n(?:[ #].*\n|\n)*$(?![\s\S])/m.test(text) && /^jobs:[ ]*\n(?:\n|[ ]*#.*\n)*[ ]{2}\w/m.test(text)
  if (!last || /zz-stranger/.test(text)) return
  const job = '  zz-stranger:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo hello\n'
  const before = lint(checkout).lint
  const after = lint({ ...checkout, files: new Map(checkout.files).set(path, text + job) }).lint
  const broken = [...before.unread, ...after.unread].some(({ file, whole }) => file === path && whole)
  if (!broken) same('a job of its own changes nothing', view(before), view(after))
}
