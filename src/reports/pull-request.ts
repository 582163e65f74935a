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
  /** The comment that starts with this and that the token's owner or a bot wrote: a person's copy of it is not ours. */
  ownComment(start: string): Promise<Comment | null>
  createComment(body: string): Promise<void>
  updateComment(id: number, body: string): Promise<void>
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
