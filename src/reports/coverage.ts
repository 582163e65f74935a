import { counted } from './headline.ts'
import type { LintOutcome } from './outcome.ts'

/** Said where there was no file to read: no finding is no pass then. */
export const emptyCoverage =
  'Nothing to lint was found: the checkout holds no workflow, and `paths` names no file in it. Was actions/checkout run before?'

/** What was read, in one sentence, so that silence never passes for 'fine'. */
export function coverageSentence({ files, coverage, containers, routes, unread }: LintOutcome): string {
  if (coverage.linted === 0) return emptyCoverage
  const read = [
    coverage.skimmed === 0
      ? counted(coverage.workflows, 'workflow')
      : `${counted(coverage.workflows, 'workflow')}, ${coverage.skimmed} of them by their words alone`,
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
