import { HOLE } from '../text/mapped-text.ts'

/** `path` seen from the folder `base`, with `.` and `..` resolved; an absolute path stays absolute. */
export function joinPath(base: string, path: string): string {
  const start = /^[/~$]/.test(path) ? path : `${base}/${path}`
  const parts: string[] = []
  for (const part of start.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return `${start.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.'
}

/** A path whose beginning nobody knows before the run, with `$` for that; null where its end is unknown too. */
export function knownEnd(path: string): string | null {
  const hole = path.lastIndexOf(HOLE)
  if (hole === -1) return path
  const slash = path.indexOf('/', hole)
  return slash === -1 ? null : `$${path.slice(slash)}`
}

/** The last part of a path. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
