import type { Inputs } from './inputs/index.ts'
import type { Host } from './platform/host.ts'
import { commentMarker, renderComment } from './reports/comment.ts'
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
  try {
    await comment(pullRequest, outcome, inputs, context, host)
    await suggest(pullRequest, outcome, context)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    host.annotate({ level: 'notice', title: 'No comment on the pull request', message: reasonOf(error), at: null })
  }
}

async function comment(
  pullRequest: PullRequest,
  outcome: Outcome,
  inputs: Inputs,
  context: ReportContext,
  host: Host
): Promise<void> {
  // Legs of a matrix share the job's name; what they probe tells them apart.
  const key = [host.env('GITHUB_WORKFLOW'), host.env('GITHUB_JOB'), ...inputs.webhookUrl].join(' ')
  const marker = commentMarker(key)
  const wanted = inputs.comment === 'always' || outcome.verdict === 'fail'
  const present = (await pullRequest.comments()).find(({ body, byBot }) => byBot && body.startsWith(marker))
  if (present === undefined && !wanted) return
  const body = host.redact(renderComment(outcome, context, key))
  // All is well again: the comment that said otherwise turns green, since a deleted one leaves people searching.
  if (present === undefined) await pullRequest.createComment(body)
  else if (present.body.trim() !== body.trim()) await pullRequest.updateComment(present.id, body)
}

async function suggest(pullRequest: PullRequest, { lint }: Outcome, context: ReportContext): Promise<void> {
  const fixable = lint?.findings.filter(({ fix }) => (fix?.edits.length ?? 0) > 0) ?? []
  if (fixable.length === 0) return
  const [patches, present] = [await pullRequest.patches(), await pullRequest.reviewBodies()]
  const comments = suggestions(fixable, patches, present, context.sourceLine)
  if (comments.length > 0) await pullRequest.createReview(comments)
}

/** What to do about it, by GitHub's own status. */
function reasonOf({ status, message }: Refused): string {
  const rest = 'Everything is in the annotations and the step summary.'
  if (status === 401) return `GitHub does not take the token: \`github-token\` has expired or is wrong. ${rest}`
  if (status === 429 || (status === 403 && /rate limit|abuse/i.test(message)))
    return `GitHub's rate limit is used up, so there is no comment this time. ${rest}`
  if (status === 403 || status === 404) {
    return `The token may not write to the pull request: give the job \`permissions: pull-requests: write\`. Runs for pull requests from forks and from Dependabot never may. ${rest}`
  }
  return `GitHub refused the comment (${status === 0 ? 'no answer' : `status ${status}`}). ${rest}`
}
