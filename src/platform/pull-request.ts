import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { type PullRequest, Refused } from '../reports/pull-request.ts'
import { calledOff } from './call-off.ts'

/** An event payload is a few kilobytes; one that is not comes from somewhere else. */
const longestEvent = 8 * 1024 * 1024
/** All requests together: nobody waits for a comment longer than for the probe. */
const deadlineMs = 30_000
/** Comments and files beyond this many pages of 100 are not looked through. */
const mostPages = 10

/** The pull request of the event, and the way to talk in it; null where the run is for none. */
export function pullRequestOf(env: (name: string) => string, token: string): PullRequest | null {
  const [owner, repo, ...more] = env('GITHUB_REPOSITORY').split('/')
  const number = pullRequestNumber(env('GITHUB_EVENT_PATH'))
  if (!owner || !repo || more.length > 0 || number === null || token === '') return null
  return new OctokitPullRequest({ owner, repo }, number.number, number.head, token)
}

/** Hostile or not, the payload is JSON of which two fields are read. */
function pullRequestNumber(path: string): { number: number; head: string } | null {
  try {
    const event: unknown = JSON.parse(readEvent(path))
    const pull = field(event, 'pull_request')
    const [number, head] = [field(pull, 'number'), field(field(pull, 'head'), 'sha')]
    return Number.isSafeInteger(number) && typeof number === 'number'
      ? { number, head: typeof head === 'string' ? head : '' }
      : null
  } catch {
    return null
  }
}

/** O_NONBLOCK, since opening a FIFO would wait for a writer for ever. */
function readEvent(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const facts = fstatSync(file)
    return facts.isFile() && facts.size <= longestEvent ? readFileSync(file, 'utf8') : ''
  } finally {
    closeSync(file)
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>

/** GitHub's REST API through @actions/github, which is loaded at the first call. */
class OctokitPullRequest implements PullRequest {
  readonly #repository: { readonly owner: string; readonly repo: string }
  readonly #number: number
  readonly #head: string
  readonly #token: string
  #client: Promise<Octokit> | null = null

  constructor(repository: { owner: string; repo: string }, number: number, head: string, token: string) {
    this.#repository = repository
    this.#number = number
    this.#head = head
    this.#token = token
  }

  comments = () =>
    this.#pages(async (octokit, page) => {
      const { data } = await octokit.rest.issues.listComments({
        ...this.#repository,
        issue_number: this.#number,
        per_page: 100,
        page
      })
      return data.map(({ id, body, user }) => ({ id, body: body ?? '', byBot: user?.type === 'Bot' }))
    })

  createComment = (body: string) =>
    this.#ask(async octokit => {
      await octokit.rest.issues.createComment({ ...this.#repository, issue_number: this.#number, body })
    })

  updateComment = (id: number, body: string) =>
    this.#ask(async octokit => {
      await octokit.rest.issues.updateComment({ ...this.#repository, comment_id: id, body })
    })

  patches = () =>
    this.#pages(async (octokit, page) => {
      const { data } = await octokit.rest.pulls.listFiles({
        ...this.#repository,
        pull_number: this.#number,
        per_page: 100,
        page
      })
      return data.map(({ filename, patch }) => ({ path: filename, patch: patch ?? '' }))
    })

  reviewBodies = () =>
    this.#pages(async (octokit, page) => {
      const { data } = await octokit.rest.pulls.listReviewComments({
        ...this.#repository,
        pull_number: this.#number,
        per_page: 100,
        page
      })
      return data.map(({ body }) => body)
    })

  createReview = (comments: Parameters<PullRequest['createReview']>[0]) =>
    this.#ask(async octokit => {
      await octokit.rest.pulls.createReview({
        ...this.#repository,
        pull_number: this.#number,
        ...(this.#head === '' ? {} : { commit_id: this.#head }),
        event: 'COMMENT',
        comments: comments.map(comment => ({ ...comment, side: 'RIGHT' }))
      })
    })

  async #pages<Item>(ask: (octokit: Octokit, page: number) => Promise<readonly Item[]>): Promise<readonly Item[]> {
    const all: Item[] = []
    for (let page = 1; page <= mostPages; page++) {
      const items = await this.#ask(octokit => ask(octokit, page))
      all.push(...items)
      if (items.length < 100) break
    }
    return all
  }

  async #ask<Result>(request: (octokit: Octokit) => Promise<Result>): Promise<Result> {
    this.#client ??= import('@actions/github').then(({ getOctokit }) =>
      getOctokit(this.#token, {
        request: { signal: AbortSignal.any([AbortSignal.timeout(deadlineMs), calledOff()]) },
        log: silent
      })
    )
    const octokit = await this.#client
    try {
      return await request(octokit)
    } catch (error) {
      const status = field(error, 'status')
      throw new Refused(typeof status === 'number' ? status : 0, error instanceof Error ? error.message : String(error))
    }
  }
}

/** What a request comes to is ours to say. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
