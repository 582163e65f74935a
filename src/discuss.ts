import type { Inputs } from './inputs/index.ts'
import type { Host } from './platform/host.ts'
import { commentMarker, renderComment } from './reports/comment.ts'
import { cut } from './reports/escape.ts'
import type { Outcome } from './reports/outcome.ts'
import { type PullRequest, Refused } from './reports/pull-request.ts'
import type { ReportContext } from './reports/report.ts'
import { suggestions } from './reports/suggestions.ts'

/**
 * One comment on the pull request, updated in place, and safe fixes as suggestions on lines of the diff. Whatever
 * GitHub does not grant is one notice: annotations and summary have said it all already.
 */
export async function discuss(outcome: Outcome, inputs: Inputs, context: ReportContext, host: Host): Promise<void> {
  if (inputs.comment === 'never' || inputs.githubToken === null) return
  const { pullRequestOf } = await import('./platform/pull-request.ts')
  const pullRequest = pullRequestOf(host.env, inputs.githubToken)
  if (pullRequest === null) return
  let what = 'comment'
  try {
    await comment(pullRequest, outcome, inputs, context, host)
    what = 'suggestions'
    await suggest(pullRequest, outcome, context)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const message = `${reasonOf(error, what)} Everything is in the annotations and the step summary.`
    host.annotate({ level: 'notice', title: `No ${what} on the pull request`, message, at: null })
  }
}

async function comment(
  pullRequest: PullRequest,
  outcome: Outcome,
  inputs: Inputs,
  context: ReportContext,
  host: Host
): Promise<void> {
  // Legs of a matrix share all names; what they look at tells them apart.
  const names = ['GITHUB_WORKFLOW', 'GITHUB_JOB', 'GITHUB_ACTION'].map(name => host.env(name))
  const key = JSON.stringify([names, inputs.webhookUrl, host.input('paths')])
  // As it was written: what is masked may be part of it.
  const marker = host.redact(commentMarker(key))
  const wanted = inputs.comment === 'always' || outcome.verdict === 'fail'
  const [present, ...doubles] = await pullRequest.ownComments(marker)
  if (present === undefined && !wanted) return
  const body = host.redact(renderComment(outcome, context, key))
  // All is well again: the comment that said otherwise turns green, since a deleted one leaves people searching.
  if (present === undefined) await pullRequest.createComment(body)
  else if (present.body.trim() !== body.trim()) await pullRequest.updateComment(present.id, body)
  // Two runs at once find none, and both make one.
  for (const { id } of doubles) await pullRequest.deleteComment(id)
}

async function suggest(pullRequest: PullRequest, { lint }: Outcome, context: ReportContext): Promise<void> {
  const fixable = lint?.findings.filter(({ fix }) => (fix?.edits.length ?? 0) > 0) ?? []
  if (fixable.length === 0) return
  const [patches, present] = [await pullRequest.patches(), await pullRequest.reviewBodies()]
  const comments = suggestions(fixable, patches, present, context.sourceLine)
  if (comments.length > 0) await pullRequest.createReview(comments)
}

/** What happened, in GitHub's own words where it has some, and what to do about it. */
function reasonOf({ status, message, limited }: Refused, what: string): string {
  const words = message === '' ? '' : ` GitHub says: ${cut(message.replace(/\.$/, ''), 200)}.`
  if (status === 0) return `GitHub's API gave no answer (${cut(message, 200)}).`
  if (status === 401) return `GitHub does not take the token: \`github-token\` has expired or is wrong.`
  if (limited) return `GitHub's rate limit is used up: no ${what} this time.${words}`
  if (status === 404 || (status === 403 && !/locked|disabled/i.test(message)))
    return `The token may not write to the pull request: give the job \`permissions: pull-requests: write\`. Runs for pull requests from forks and from Dependabot never may.${words}`
  return `GitHub refused the ${what} (status ${status}).${words}`
}
