import type { Host } from '../platform/host.ts'
import { rules } from '../rules/index.ts'
import { SourceFile } from '../text/location.ts'
import { documentationRepository, encodePath } from './links.ts'
import type { ReportContext } from './report.ts'

/** What reports are made with, as this host has it. */
export function reportContext(host: Host, sarifPath: string | null): ReportContext {
  const known = new Map<string, SourceFile | null>()
  const sourceFile = (file: string): SourceFile | null => {
    const cached = known.get(file)
    if (cached !== undefined) return cached
    const read = host.files.read(file)
    const source = read !== null && 'text' in read ? new SourceFile(file, read.text) : null
    known.set(file, source)
    return source
  }
  return {
    repository: documentationRepository(host.env('GITHUB_ACTION_REPOSITORY')),
    rules,
    sarifPath,
    sourceUrl: sourceUrl(host),
    sourceLine: (file, line) => sourceFile(file)?.line(line) ?? '',
    sourceText: file => sourceFile(file)?.text ?? null
  }
}

/** A line of the commit that this run checks. */
function sourceUrl({ env }: Host): ReportContext['sourceUrl'] {
  const base = `${env('GITHUB_SERVER_URL')}/${env('GITHUB_REPOSITORY')}/blob/${env('GITHUB_SHA')}`
  const known = /^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+\/blob\/[\da-f]{40,64}$/.test(base)
  return (file, line) => (known ? `${base}/${encodePath(file)}#L${line}` : null)
}
