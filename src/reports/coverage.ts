import { counted } from './headline.ts'
import type { LintOutcome } from './outcome.ts'

/** What was read, in one sentence, so that silence never passes for 'fine'. */
export function coverageSentence({ files, coverage, containers, routes, unread }: LintOutcome): string {
  if (files.length === 0) return 'Nothing to lint was found: no workflow, and no file that paths names.'
  const read = [
    counted(coverage.workflows, 'workflow'),
    counted(coverage.steps, 'step'),
    counted(coverage.scripts, 'script'),
    counted(coverage.composeFiles, 'compose file'),
    counted(coverage.proxyConfigs, 'proxy config')
  ]
  const publications = containers.reduce((sum, { publications }) => sum + publications.length, 0)
  const found = `${counted(publications, 'published port')} and ${counted(routes.length, 'route')} found`
  const missed = unread.length === 0 ? '' : `; ${counted(unread.length, 'place')} could not be read`
  return `Read ${counted(files.length, 'file')} (${read.join(', ')}): ${found}${missed}.`
}
