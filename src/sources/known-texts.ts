import type { Files } from '../platform/host.ts'
import { SourceFile } from '../text/location.ts'
import { MappedText } from '../text/mapped-text.ts'
import type { Located } from './frame.ts'
import { fileName, joinPath, knownEnd } from './path.ts'

/** Files that a deploy copies: no real one copies more by name. */
const mostCopies = 1_000

/** Texts by the paths that commands name: files of the checkout, and what the deploy writes and copies to the server. */
export class KnownTexts {
  readonly #files: Files
  readonly #unreadable: (file: string, reason: string) => void
  /** Files that the deploy itself writes, by path, as the last job leaves them. */
  readonly #written = new Map<string, MappedText>()
  /** What other jobs, or other arms, leave there: configs of other servers. */
  readonly #overwritten: (readonly [path: string, text: MappedText])[] = []
  /** Files of the checkout as the deploy's `sed -i` leaves them, by path, and what every one of those commands makes. */
  readonly #edited = new Map<string, MappedText>()
  readonly #edits: (readonly [path: string, text: MappedText])[] = []
  readonly #copies: (readonly [from: string, to: string])[] = []
  readonly #sources = new Map<string, MappedText | null>()
  #listed: ReadonlySet<string> | null = null
  #byName: ReadonlyMap<string, readonly string[]> | null = null

  constructor(files: Files, unreadable: (file: string, reason: string) => void) {
    this.#files = files
    this.#unreadable = unreadable
  }

  get read(): readonly string[] {
    return [...this.#sources].flatMap(([path, text]) => (text === null ? [] : [path]))
  }

  get written(): readonly (readonly [path: string, text: MappedText])[] {
    return [...this.#overwritten, ...this.#written, ...this.#edits]
  }

  writtenTo(path: string): MappedText | null {
    return this.#written.get(path) ?? null
  }

  wrote(path: string, text: MappedText, appends: boolean): void {
    const before = this.#written.get(path)
    if (before !== undefined && !appends && before.text !== text.text) this.#overwritten.push([path, before])
    this.#written.set(path, appends && before !== undefined ? MappedText.join([before, text]) : text)
  }

  /** A command changes a file where it stands; `edit` gives null where nobody can say how. */
  edited(path: string, cwd: string, edit: (text: MappedText) => MappedText | null): void {
    const full = joinPath(cwd, path)
    const known = this.#written.get(full)
    const found = known ?? this.locate(path, cwd)?.text ?? this.namesake(path) ?? this.#site(path)
    const text = found === null ? null : edit(found)
    if (found === null || text === null || text.text === found.text) return
    if (known !== undefined) return this.wrote(full, text, false)
    this.#edited.set(found.file.path, text)
    this.#edits.push([found.file.path, text])
  }

  /** On a server a file has other folders around it: the one file of the checkout with its name. */
  namesake(path: string): MappedText | null {
    if (!/^[/~$]/.test(path) || knownEnd(path) === null) return null
    this.#byName ??= Map.groupBy(this.#files.list(), fileName)
    const [only, ...more] = this.#byName.get(fileName(path)) ?? []
    return only === undefined || more.length > 0 ? null : this.#current(only)
  }

  /** Debian's nginx wants no ending where its sites stand; a checkout's `shop.conf` becomes `sites-available/shop` there. */
  #site(path: string): MappedText | null {
    return /\/sites-(?:available|enabled)\/[\w-]+$/.test(path) ? this.namesake(`${path}.conf`) : null
  }

  copied(source: string, target: string): void {
    const from = knownEnd(source)?.replace(/^\$\//, '')
    const to = knownEnd(target) ?? '$'
    if (from === undefined || this.#copies.length >= mostCopies) return
    if (!this.#copies.some(([known, there]) => known === from && there === to)) this.#copies.push([from, to])
  }

  /** Files of the checkout that the deploy copies to a path, samples among them. */
  get copies(): readonly (readonly [path: string, text: MappedText])[] {
    return this.#copies.flatMap(([from, to]) => {
      const text = this.#written.get(from) ?? this.#checkedOut(from)
      const name = from.slice(from.lastIndexOf('/') + 1)
      return text === null ? [] : [[to.endsWith('/') ? to + name : to, text] as const]
    })
  }

  /** What the deploy writes or copies to a path of the server. */
  deployed(full: string, path = full): MappedText | null {
    const written = this.#written.get(full) ?? this.#written.get(path)
    if (written !== undefined) return written
    for (const [from, to] of this.#copies) {
      const copy = this.#copiedFile(full, from, to) ?? this.#copiedFile(path, from, to)
      if (copy !== null) return copy
    }
    return null
  }

  locate(path: string, cwd: string): Located | null {
    const full = knownEnd(joinPath(cwd, path))
    if (full === null) return null
    const deployed = this.deployed(full, path)
    if (deployed !== null) return { text: deployed, via: 'deploy' }
    const text = this.#checkedOut(full)
    return text === null ? null : { text, via: 'checkout' }
  }

  /** On a server the checkout stands anywhere: the longest end of the path that is a file of the checkout. */
  #checkedOut(path: string): MappedText | null {
    const parts = path.split('/').filter(part => part !== '' && part !== '~' && !part.startsWith('$'))
    for (let skip = 0; skip < Math.min(parts.length, 8); skip++) {
      const text = this.#current(parts.slice(skip).join('/'))
      if (text !== null) return text
    }
    return null
  }

  #current(path: string): MappedText | null {
    return this.#edited.get(path) ?? this.source(path)
  }

  source(path: string): MappedText | null {
    const known = this.#sources.get(path)
    if (known !== undefined) return known
    const result = path.startsWith('..') ? null : this.#files.read(path)
    const text = result !== null && 'text' in result ? MappedText.whole(new SourceFile(path, result.text)) : null
    // A folder, or a path that leads out: what a script calls by this name is no file of the checkout.
    if (result !== null && 'unreadable' in result && this.#isListed(path)) this.#unreadable(path, result.unreadable)
    this.#sources.set(path, text)
    return text
  }

  #isListed(path: string): boolean {
    this.#listed ??= new Set(this.#files.list())
    return this.#listed.has(path)
  }

  /** `path` on the server, where `from` of the checkout was copied to `to`, a file or a folder. */
  #copiedFile(path: string, from: string, to: string): MappedText | null {
    const target = to.replace(/\/$/, '')
    const here = (file: string): MappedText | null => this.#written.get(file) ?? this.#checkedOut(file)
    if (path === target) return here(from)
    if (path === `${target}/${from.slice(from.lastIndexOf('/') + 1)}`) return here(from)
    return path.startsWith(`${target}/`) ? here(joinPath(from, path.slice(target.length + 1))) : null
  }
}
