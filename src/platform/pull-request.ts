import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { type Comment, type PullRequest, Refused } from '../reports/pull-request.ts'
import { calledOff } from './call-off.ts'

/** An event payload is a few kilobytes; one that is not comes from somewhere else. */
const longestEvent = 8 * 1024 * 1024
/** All requests together: nobody waits for a comment longer than for the probe. */
const deadlineMs = 30_000
/** A hundred comments of the longest kind are a few megabytes. */
const longestAnswer = 64 * 1024 * 1024
/** Pages of 100: a pull request has 2,500 comments and shows 3,000 files at most. */
const mostPages = 30

/** The pull request of the event, and the way to talk in it; null where the run is for none. */
export function pullRequestOf(env: (name: string) => string, token: string): PullRequest | null {
  const [owner, repo, ...more] = env('GITHUB_REPOSITORY').split('/')
  const number = pullRequestNumber(env('GITHUB_EVENT_PATH'))
  if (!owner || !repo || more.length > 0 || number === null || token === '') return null
  const api = env('GITHUB_API_URL') || 'https://api.github.com'
  return new OctokitPullRequest({ owner, repo }, number.number, number.head, () => connect(api, token))
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

type Octokit = import('@octokit/core').Octokit

/** GitHub's REST API through Octokit, which is loaded at the first call. */
class OctokitPullRequest implements PullRequest {
  readonly #repository: { readonly owner: string; readonly repo: string }
  readonly #number: number
  readonly #head: string
  readonly #connect: () => Promise<Octokit>
  #client: Promise<Octokit> | null = null

  constructor(
    repository: { owner: string; repo: string },
    number: number,
    head: string,
    connect: () => Promise<Octokit>
  ) {
    this.#repository = repository
    this.#number = number
    this.#head = head
    this.#connect = connect
  }

  async ownComments(start: string): Promise<readonly Comment[]> {
    const marked = await this.#pages(
      (octokit, page) =>
        octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...this.#repository,
          issue_number: this.#number,
          per_page: 100,
          page
        }),
      ({ id, body, user }) => (body?.startsWith(start) ? [{ id: Number(id), body, user }] : [])
    )
    const byBot = marked.filter(({ user }) => user?.type === 'Bot')
    if (byBot.length > 0 || marked.length === 0) return byBot
    const self = await this.#self()
    return marked.filter(({ user }) => user !== null && Number(user.id) === self)
  }

  /** Whose token it is; null for a workflow's own, which may not ask. */
  async #self(): Promise<number | null> {
    try {
      return await this.#ask(async octokit => Number((await octokit.request('GET /user')).data.id))
    } catch (error) {
      if (error instanceof Refused && error.status === 403 && !error.limited) return null
      throw error
    }
  }

  createComment = (body: string) =>
    this.#ask(async octokit => {
      await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...this.#repository,
        issue_number: this.#number,
        body
      })
    })

  updateComment = (id: number, body: string) =>
    this.#ask(async octokit => {
      await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...this.#repository,
        comment_id: id,
        body
      })
    })

  deleteComment = (id: number) =>
    this.#ask(async octokit => {
      await octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...this.#repository,
        comment_id: id
      })
    })

  patches = () =>
    this.#pages(
      (octokit, page) =>
        octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
          ...this.#repository,
          pull_number: this.#number,
          per_page: 100,
          page
        }),
      ({ filename, patch }) => [{ path: filename, patch: patch ?? '' }]
    )

  reviewBodies = () =>
    this.#pages(
      (octokit, page) =>
        octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
          ...this.#repository,
          pull_number: this.#number,
          per_page: 100,
          page
        }),
      ({ body }) => [body ?? '']
    )

  createReview = (comments: Parameters<PullRequest['createReview']>[0]) =>
    this.#ask(async octokit => {
      await octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        ...this.#repository,
        pull_number: this.#number,
        ...(this.#head === '' ? {} : { commit_id: this.#head }),
        event: 'COMMENT',
        comments: comments.map(comment => ({ ...comment, side: 'RIGHT' }))
      })
    })

  /** To the page that links to no next one: GitHub leaves out hidden comments, so that a short page may not be the last. */
  async #pages<Item, Taken>(
    ask: (octokit: Octokit, page: number) => Promise<Page<Item>>,
    take: (item: Item) => readonly Taken[]
  ): Promise<readonly Taken[]> {
    const all: Taken[] = []
    for (let page = 1; page <= mostPages; page++) {
      const more = await this.#ask(async octokit => {
        const { data, headers } = await ask(octokit, page)
        if (!Array.isArray(data)) throw new Error('what came is no answer of GitHub')
        all.push(...data.flatMap(take))
        return headers.link?.includes('rel="next"')
      })
      if (!more) break
    }
    return all
  }

  async #ask<Result>(request: (octokit: Octokit) => Promise<Result>): Promise<Result> {
    try {
      this.#client ??= this.#connect()
      return await request(await this.#client)
    } catch (error) {
      throw refused(error)
    }
  }
}

async function connect(baseUrl: string, token: string): Promise<Octokit> {
  const [{ Octokit }, { default: web }, { default: ProxyAgent }] = await Promise.all([
    import('@octokit/core'),
    import('undici/lib/web/fetch/index.js'),
    import('undici/lib/dispatcher/env-http-proxy-agent.js')
  ])
  // The runner's proxy, which Node's own `fetch` passes by.
  const dispatcher = new ProxyAgent()
  const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs), calledOff()])
  const request = { fetch: bounded((url, init) => web.fetch(url, { ...init, dispatcher })), signal }
  return new Octokit({ auth: token, baseUrl, request, log: silent })
}

/** Reads no more than the longest answer: what is longer comes from somewhere else. */
const bounded =
  (fetch: (url: string, init: object) => Promise<Response>) =>
  async (url: string, init: object): Promise<Response> => {
    const response = await fetch(url, init)
    let left = longestAnswer
    const limit = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        left -= chunk.byteLength
        if (left < 0) controller.error(new Error('the answer is too long'))
        else controller.enqueue(chunk)
      }
    })
    return new Response(response.body?.pipeThrough(limit) ?? null, response)
  }

interface Page<Item> {
  readonly data: readonly Item[]
  readonly headers: { readonly link?: string | undefined }
}

/** Octokit calls it status 500 where no answer came; only what has a response is one. */
function refused(error: unknown): Refused {
  const response = field(error, 'response')
  const status = field(response, 'status')
  if (typeof status !== 'number') return new Refused(0, error instanceof Error ? error.message : String(error))
  const said = field(field(response, 'data'), 'message')
  const message = typeof said === 'string' ? said : ''
  const header = (name: string): unknown => field(field(response, 'headers'), name)
  const usedUp =
    header('retry-after') !== undefined ||
    header('x-ratelimit-remaining') === '0' ||
    /rate limit|abuse detection/i.test(message)
  return new Refused(status, message, status === 429 || (status === 403 && usedUp))
}

/** What a request comes to is ours to say. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
