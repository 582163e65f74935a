import { isUtf8 } from 'node:buffer'
import {
  accessSync,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync
} from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { Files, ReadResult } from './host.ts'

const mebibyte = 1_048_576
const deepest = 64
const noFile = 'it is no regular file'
const leadsOut = { unreadable: 'it leads out of the checkout' }

/** Version control and what package managers put there: other people's code, and far too much of it. */
const skipped: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules', 'vendor', '.venv', 'venv'])

/** The checkout below a folder of this machine. Links are followed only where they stay inside. */
export class DiskFiles implements Files {
  readonly #root: string
  readonly #mostEntries: number
  #listed: readonly string[] | null = null
  /** Files that the walk met in their own place: no link has to be followed to know where they are. */
  readonly #plain = new Set<string>()
  /** One for all files: what is read is decoded, and so copied, before the next. */
  readonly #buffer = Buffer.allocUnsafe(mebibyte + 1)
  readonly #unlisted: { file: string; reason: string }[] = []

  /** Throws an Error that says so where the folder is none. */
  constructor(folder: string, mostEntries = 100_000) {
    this.#mostEntries = mostEntries
    try {
      this.#root = realpathSync(folder)
      if (!statSync(this.#root).isDirectory()) throw new Error('not a folder')
      accessSync(this.#root, constants.R_OK | constants.X_OK)
    } catch (error) {
      throw new Error(`${folder} is no folder that can be read (${reasonOf(error)})`)
    }
  }

  list(): readonly string[] {
    this.#listed ??= this.#walk()
    return this.#listed
  }

  unlisted = (): readonly { readonly file: string; readonly reason: string }[] => this.#unlisted

  exists(path: string): boolean {
    return typeof this.#inside(path) === 'string'
  }

  read(path: string): ReadResult | null {
    if (this.#plain.has(path)) return readText(join(this.#root, path), this.#buffer)
    const place = this.#inside(path)
    return typeof place === 'string' ? readText(place, this.#buffer) : place
  }

  /** The real place of a path, null where there is nothing, and why not where it must not be opened. */
  #inside(path: string): string | { readonly unreadable: string } | null {
    if (path.includes('\0')) return null
    const named = join(this.#root, path)
    // By its words alone: what is outside is not even asked for.
    if (!this.#holds(named)) return leadsOut
    let place: string
    try {
      place = realpathSync(named)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ENOENT' && path.includes('\ufffd')) return { unreadable: 'its name is not UTF-8' }
      return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? null : { unreadable: reasonOf(error) }
    }
    return this.#holds(place) ? place : leadsOut
  }

  #holds(place: string): boolean {
    const below = relative(this.#root, place)
    return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below)
  }

  /** Breadth first, so that what is near the root is there where the bound cuts. */
  #walk(): readonly string[] {
    const found: string[] = []
    const folders: { path: string; depth: number }[] = [{ path: '', depth: 0 }]
    let seen = 0
    for (let next = 0; next < folders.length; next++) {
      const { path, depth } = folders[next] ?? { path: '', depth: 0 }
      for (const entry of this.#entries(path)) {
        if (++seen > this.#mostEntries) {
          this.#leaveOut(path || '.', `more than ${this.#mostEntries} files and folders; the rest is not read`)
          return found.sort(byCodeUnit)
        }
        const file = path === '' ? entry.name : `${path}/${entry.name}`
        if (entry.isDirectory()) {
          if (skipped.has(entry.name)) continue
          if (depth >= deepest) this.#leaveOut(file, `more than ${deepest} folders deep`)
          else folders.push({ path: file, depth: depth + 1 })
        } else if (entry.isFile()) {
          // A name that is no UTF-8 is listed with replacement characters, under which there is nothing.
          if (!file.includes('\ufffd')) this.#plain.add(file)
          found.push(file)
        } else if (entry.isSymbolicLink() && this.#leadsToFile(file)) {
          found.push(file)
        } else if (!entry.isSymbolicLink()) this.#leaveOut(file, noFile)
      }
    }
    return found.sort(byCodeUnit)
  }

  #entries(path: string): readonly Dirent[] {
    try {
      return readdirSync(join(this.#root, path), { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))
    } catch (error) {
      this.#leaveOut(path || '.', reasonOf(error))
      return []
    }
  }

  /** A link to a folder inside is no loss: the folder is walked in its own place. */
  #leadsToFile(file: string): boolean {
    const place = this.#inside(file)
    if (typeof place === 'string') return statSync(place).isFile()
    if (place !== null) this.#leaveOut(file, place.unreadable)
    return false
  }

  #leaveOut(file: string, reason: string): void {
    this.#unlisted.push({ file, reason })
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** O_NONBLOCK, since opening a FIFO would wait for a writer for ever; O_NOFOLLOW, since what was no link may be one by now. */
function readText(place: string, buffer: Buffer): ReadResult {
  let file: number
  try {
    file = openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
  } catch (error) {
    return { unreadable: reasonOf(error) }
  }
  try {
    const facts = fstatSync(file)
    if (facts.isDirectory()) return { unreadable: 'it is a folder' }
    if (!facts.isFile()) return { unreadable: noFile }
    return decode(readAll(file, buffer))
  } catch (error) {
    return { unreadable: reasonOf(error) }
  } finally {
    closeSync(file)
  }
}

/** One byte more than is taken shows what is too large, whatever size the file system claims. */
function readAll(file: number, buffer: Buffer): Buffer {
  let length = 0
  for (let count = -1; count !== 0 && length < buffer.length; length += count) {
    count = readSync(file, buffer, length, buffer.length - length, null)
  }
  return buffer.subarray(0, length)
}

/** A byte order mark is dropped: no editor counts it as a column. */
function decode(bytes: Buffer): ReadResult {
  if (bytes.length > mebibyte) return { unreadable: 'it is larger than 1 MiB' }
  const mark = bytes.subarray(0, 2).toString('latin1')
  if (mark === '\xff\xfe' || mark === '\xfe\xff') return { unreadable: 'it is UTF-16; save it as UTF-8' }
  if (bytes.includes(0)) return { unreadable: 'it is binary' }
  if (!isUtf8(bytes)) return { unreadable: 'it is not UTF-8' }
  return { text: bytes.toString('utf8').replace(/^\ufeff/, '') }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  ELOOP: 'its links lead in a circle',
  ENOENT: 'there is nothing there',
  ENXIO: noFile
}

/** Without the path: messages name it themselves, relative to the checkout. */
const reasonOf = (error: unknown): string =>
  reasons[codeOf(error)] ?? (codeOf(error) || (error instanceof Error ? error.message : String(error)))
