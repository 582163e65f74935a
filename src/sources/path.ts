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

/** The last part of a path. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
