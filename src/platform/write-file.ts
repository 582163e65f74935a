import { closeSync, constants, existsSync, mkdirSync, openSync, readSync, realpathSync, writeSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { NotWritten } from '../errors.ts'

/**
 * Writes a file, with the folders above it, and returns its absolute path.
 *
 * A relative path stays below `root` even where the checkout, which may come from a fork, holds links that lead
 * elsewhere; a link in the file's own place is never written through. With `start`, only a file that begins so is replaced.
 */
export function writeFile(root: string, path: string, text: string, start = ''): string {
  try {
    const place = resolve(root, path)
    if (!isAbsolute(path)) assertBelow(realpathSync(root), realpathSync(nearestExisting(dirname(place))))
    makeFolders(dirname(place))
    if (start !== '' && existsSync(place) && !begins(place, start))
      throw new Error('another file has that name already')
    const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants
    const file = openSync(place, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o644)
    try {
      writeAll(file, Buffer.from(text))
    } finally {
      closeSync(file)
    }
    return place
  } catch (error) {
    throw new NotWritten(`${path} could not be written: ${reasonOf(error)}`)
  }
}

/** O_NONBLOCK, since opening a FIFO would wait for a writer for ever. */
function begins(place: string, start: string): boolean {
  const file = openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
  try {
    const found = Buffer.alloc(Buffer.byteLength(start))
    return readSync(file, found) === found.length && found.toString() === start
  } finally {
    closeSync(file)
  }
}

/** One by one: below /proc, Node's own `recursive` tries for ever. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another step's run was quicker.
    if (!existsSync(folder)) throw error
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder))
}

function assertBelow(root: string, folder: string): void {
  const below = relative(root, folder)
  if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below))
    throw new Error('it leads out of the checkout')
}

const reasons: Readonly<Record<string, string>> = {
  ELOOP: 'a link stands in its place',
  EACCES: 'that is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'a folder stands in its place',
  ENOENT: 'no folder can be made there',
  EPERM: 'that is not permitted',
  EEXIST: 'a file stands where a folder is needed',
  ENOTDIR: 'a file stands where a folder is needed'
}

/** What kept a file from being written, in words. */
export const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}
