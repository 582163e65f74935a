import {
  account,
  actions,
  type ChangedFile,
  type Comment,
  diffEntry,
  head,
  issueComment,
  owner,
  pullNumber,
  type ReviewComment,
  review,
  reviewComment
} from './github-objects.ts'

/** An answer as it goes on the wire: null is no body, text is sent as it is, everything else as JSON. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What GitHub knows of one pull request, and what the token may do with it. */
export interface World {
  readonly comments: Comment[]
  readonly files: readonly ChangedFile[]
  readonly reviewComments: ReviewComment[]
  /** A workflow's own token, or one of a person. */
  readonly token: 'workflow' | 'personal'
  readonly grants: 'write' | 'read' | 'none'
  readonly locked: boolean
  /** Comments of accounts that GitHub hides: they take a place on a page and are not shown. */
  readonly hidden: ReadonlySet<number>
}

export interface Call {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

const documentation = 'https://docs.github.com/rest'

/** GitHub's shape of an error, its status in it as text. */
export const refusal = (status: number, message: string, more: object = {}): Answer => ({
  status,
  body: { message, ...more, documentation_url: documentation, status: String(status) }
})

const forbidden = (): Answer => ({
  ...refusal(403, 'Resource not accessible by integration'),
  headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' }
})

type Operation = (call: Call, world: World, api: string) => Answer

/** By the names of GitHub's description. */
export const operations: Readonly<Record<string, Operation>> = {
  'issues/list-comments': (call, { comments, hidden }, api) => {
    const { items, headers } = page(call, comments, api)
    const shown = items.filter(({ id }) => !hidden.has(id))
    return { status: 200, headers, body: shown.map(comment => issueComment(comment, api)) }
  },
  'issues/create-comment': (call, world, api) => {
    const { body } = call.body as { body: string }
    const problem = commentProblem(body, world)
    if (problem !== null) return problem
    const comment = { id: 1000 + world.comments.length, author: author(world), body }
    world.comments.push(comment)
    return { status: 201, body: issueComment(comment, api) }
  },
  'issues/update-comment': (call, { comments }, api) => {
    const { body } = call.body as { body: string }
    const comment = comments.find(({ id }) => call.path.endsWith(`/${id}`))
    if (comment === undefined) return refusal(404, 'Not Found')
    const problem = bodyProblem(body)
    if (problem !== null) return problem
    comment.body = body
    return { status: 200, body: issueComment(comment, api) }
  },
  'issues/delete-comment': (call, { comments }) => {
    const index = comments.findIndex(({ id }) => call.path.endsWith(`/${id}`))
    if (index < 0) return refusal(404, 'Not Found')
    comments.splice(index, 1)
    return { status: 204, body: null }
  },
  'pulls/list-files': (call, { files }, api) => {
    const { items, headers } = page(call, files, api)
    return { status: 200, headers, body: items.map(file => diffEntry(file, api)) }
  },
  'pulls/list-review-comments': (call, { reviewComments }, api) => {
    const { items, headers } = page(call, reviewComments, api)
    return { status: 200, headers, body: items.map((comment, index) => reviewComment(comment, index + 1, api)) }
  },
  'pulls/create-review': (call, world, api) => {
    const asked = call.body as Review
    const problem = reviewProblem(asked, world)
    if (problem !== null) return problem
    world.reviewComments.push(...(asked.comments ?? []))
    return { status: 200, body: review(1, asked.body ?? '', api) }
  },
  'users/get-authenticated': (_, { token }, api) =>
    token === 'personal' ? { status: 200, body: account(owner, api) } : forbidden()
}

/** A token that may not do it is told so before anything else is looked at. */
export function permissionProblem({ method, operation }: Call, { grants }: World): Answer | null {
  if (operation === 'users/get-authenticated') return null
  if (grants === 'none' || (grants === 'read' && method !== 'get')) return forbidden()
  return null
}

const author = ({ token }: Pick<World, 'token'>) => (token === 'personal' ? owner : actions)

function commentProblem(body: string, { comments, locked }: World): Answer | null {
  if (locked) return refusal(403, 'Unable to create comment because issue is locked.')
  if (comments.length >= 2500) return refusal(403, 'Commenting is disabled on issues with more than 2500 comments')
  return bodyProblem(body)
}

function bodyProblem(body: string): Answer | null {
  const error = { resource: 'IssueComment', code: 'unprocessable', field: 'data' }
  const most = 65_536
  if (body.trim() === '') return validation({ ...error, message: 'Body cannot be blank' })
  if (body.length > most) return validation({ ...error, message: `Body is too long (maximum is ${most} characters)` })
  return null
}

const validation = (error: object): Answer => refusal(422, 'Validation Failed', { errors: [error] })

interface Review {
  readonly commit_id?: string
  readonly event?: string
  readonly body?: string
  readonly comments?: readonly ReviewComment[]
}

/** What the description cannot say: one comment beside the diff, and the whole review is refused. */
function reviewProblem({ commit_id, event, body = '', comments = [] }: Review, { files }: World): Answer | null {
  const unprocessable = (error: string): Answer => refusal(422, 'Unprocessable Entity', { errors: [error] })
  if (event !== 'COMMENT') return unprocessable('Only reviews that comment are played here')
  if (commit_id !== undefined && commit_id !== head) return unprocessable('The commit is not part of the pull request')
  if (body === '' && comments.length === 0) return unprocessable('A review needs a body or comments')
  const inDiff = ({ path, line, side }: ReviewComment): boolean =>
    side === 'RIGHT' && files.some(({ filename, patch = '' }) => filename === path && newSide(patch).has(line))
  return comments.every(inDiff) ? null : unprocessable('Pull request review thread line must be part of the diff')
}

/** Numbers of the lines that a patch shows on its new side. */
function newSide(patch: string): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const hunk of patch.split(/^(?=@@ )/m)) {
    const [heading = '', ...lines] = hunk.split('\n')
    const first = Number(/\+(\d+)/.exec(heading)?.[1])
    const shown = lines.filter(line => line.startsWith('+') || line.startsWith(' '))
    for (const index of shown.keys()) numbers.add(first + index)
  }
  return numbers
}

function page<Item>({ path, query }: Call, all: readonly Item[], api: string) {
  const size = Number(query['per_page'] ?? 30)
  const [number, last] = [Number(query['page'] ?? 1), Math.max(1, Math.ceil(all.length / size))]
  const at = (to: number, rel: string): string => `<${api}${path}?per_page=${size}&page=${to}>; rel="${rel}"`
  const links = [
    ...(number > 1 ? [at(number - 1, 'prev')] : []),
    ...(number < last ? [at(number + 1, 'next'), at(last, 'last')] : []),
    ...(number > 1 ? [at(1, 'first')] : [])
  ]
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') }
  return { items: all.slice((number - 1) * size, number * size), headers }
}

/** Where the pull request's own things are; nothing else is in this world. */
export const isHere = (path: string): boolean =>
  path === '/user' ||
  new RegExp(`^/repos/acme/shop/(issues/${pullNumber}|pulls/${pullNumber}|issues/comments)/`).test(`${path}/`)
