/** A comment in the conversation of a pull request. */
export interface Comment {
  readonly id: number
  readonly body: string
}

/** A comment on lines of the diff. */
export interface ReviewComment {
  readonly path: string
  readonly line: number
  readonly body: string
}

/** The pull request that this run is for. Every call throws `Refused` where GitHub says no. */
export interface PullRequest {
  /** The comments that start with this and that a bot or the token's owner wrote: another person's copy is not ours. */
  ownComments(start: string): Promise<readonly Comment[]>
  createComment(body: string): Promise<void>
  updateComment(id: number, body: string): Promise<void>
  deleteComment(id: number): Promise<void>
  /** The changed files with their patches; a file that is too large or binary has none. */
  patches(): Promise<readonly { readonly path: string; readonly patch: string }[]>
  reviewBodies(): Promise<readonly string[]>
  createReview(comments: readonly ReviewComment[]): Promise<void>
}

/** GitHub's answer to a request that it does not grant, with its own words. Status 0 is no answer at all. */
export class Refused extends Error {
  readonly status: number
  /** True where there were too many requests, whatever the status. */
  readonly limited: boolean

  constructor(status: number, message: string, limited = false) {
    super(message)
    this.name = 'Refused'
    this.status = status
    this.limited = limited
  }
}
