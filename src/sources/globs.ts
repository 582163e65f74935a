import type { Files } from '../platform/host.ts'
import { globMatcher } from '../text/glob.ts'
import { MappedText } from '../text/mapped-text.ts'
import type { Field } from '../text/shell-words.ts'
import { joinPath } from './path.ts'

/** More names than anybody deploys one by one. */
const most = 64
/** Patterns that are tried on a whole checkout: no real deploy has more. */
const mostPatterns = 100

const tried = new WeakMap<Files, Map<string, readonly string[]>>()

/** What `apps/*` names in the checkout, in the order of the shell; the word itself where it is no pattern or fits nothing. */
export function globbed(field: Field, files: Files, cwd: string): readonly Field[] {
  const pattern = field.text.text
  if (field.quoted || field.text.hasHoles || !isSimple(pattern)) return [field]
  // On a server the checkout stands anywhere: there the pattern counts from its root.
  const folder = /^[/~$]/.test(cwd) ? '.' : cwd
  const end = pattern.endsWith('/') ? '/' : ''
  const found = matching(`${joinPath(folder, pattern)}${end}`, files)
  if (found.length === 0 || found.length > most) return [field]
  const start = folder === '.' ? 0 : folder.length + 1
  return found.map(path => ({
    ...field,
    text: MappedText.standingFor(field.word, `${path.slice(start)}${end}`),
    from: 'elsewhere' as const
  }))
}

/** A pattern of stars alone: what else a shell would make of a word is left to it. */
const isSimple = (pattern: string): boolean => pattern.includes('*') && /^(?:\*|[^/~?[{()}][^?[{()}]*$)/.test(pattern)

function matching(pattern: string, files: Files): readonly string[] {
  const known = tried.get(files) ?? new Map<string, readonly string[]>()
  tried.set(files, known)
  const before = known.get(pattern)
  if (before !== undefined || known.size >= mostPatterns) return before ?? []
  const fits = globMatcher(pattern.replace(/\/$/, ''))
  const paths = files.list()
  const named = new Set(pattern.endsWith('/') ? paths.flatMap(foldersOf) : [...paths.flatMap(foldersOf), ...paths])
  const found = [...named].filter(path => fits(path)).sort()
  known.set(pattern, found)
  return found
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
