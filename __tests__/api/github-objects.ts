/** What GitHub's API is made of, as whole as its description demands; the tests name the few fields that matter. */

const home = 'https://github.com'
const repository = 'acme/shop'
export const head = 'a'.repeat(40)
export const pullNumber = 7
const time = '2026-11-20T08:00:00Z'

type Author = { readonly login: string; readonly id: number; readonly type: 'Bot' | 'User' }

/** Who writes with the token of a workflow. */
export const actions: Author = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' }
export const person: Author = { login: 'octocat', id: 583231, type: 'User' }
/** Whose personal access token the workflow may hold. */
export const owner: Author = { login: 'shop-owner', id: 77, type: 'User' }

function user(author: Author, api: string) {
  const url = `${api}/users/${encodeURIComponent(author.login)}`
  return {
    ...author,
    node_id: `U_${author.id}`,
    avatar_url: `${home}/avatars/${author.id}`,
    gravatar_id: '',
    url,
    html_url: `${home}/${encodeURIComponent(author.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    site_admin: false
  }
}

/** The account behind the token, as `GET /user` shows it to others. */
export const account = (author: Author, api: string) => ({
  ...user(author, api),
  name: null,
  company: null,
  blog: null,
  location: null,
  email: null,
  hireable: null,
  bio: null,
  public_repos: 1,
  public_gists: 0,
  followers: 0,
  following: 0,
  created_at: time,
  updated_at: time
})

export interface Comment {
  readonly id: number
  readonly author: Author
  body: string
}

export const issueComment = ({ id, author, body }: Comment, api: string) => ({
  id,
  node_id: `IC_${id}`,
  url: `${api}/repos/${repository}/issues/comments/${id}`,
  html_url: `${home}/${repository}/pull/${pullNumber}#issuecomment-${id}`,
  issue_url: `${api}/repos/${repository}/issues/${pullNumber}`,
  user: user(author, api),
  created_at: time,
  updated_at: time,
  body,
  author_association: author.type === 'Bot' ? 'NONE' : 'MEMBER',
  performed_via_github_app: null
})

export interface ChangedFile {
  readonly filename: string
  /** Left out where the file is binary or its diff too large. */
  readonly patch?: string
}

export const diffEntry = ({ filename, patch }: ChangedFile, api: string) => ({
  sha: 'b'.repeat(40),
  filename,
  status: 'modified',
  additions: 1,
  deletions: 0,
  changes: 1,
  blob_url: `${home}/${repository}/blob/${head}/${encodeURIComponent(filename)}`,
  raw_url: `${home}/${repository}/raw/${head}/${encodeURIComponent(filename)}`,
  contents_url: `${api}/repos/${repository}/contents/${encodeURIComponent(filename)}?ref=${head}`,
  ...(patch === undefined ? {} : { patch })
})

export interface ReviewComment {
  readonly path: string
  readonly line: number
  readonly side: string
  readonly body: string
}

export function reviewComment({ path, line, side, body }: ReviewComment, id: number, api: string) {
  const url = `${api}/repos/${repository}/pulls/comments/${id}`
  const html = `${home}/${repository}/pull/${pullNumber}#discussion_r${id}`
  const pull = `${api}/repos/${repository}/pulls/${pullNumber}`
  return {
    url,
    pull_request_review_id: 1,
    id,
    node_id: `PRRC_${id}`,
    diff_hunk: '@@ -1 +1 @@',
    path,
    commit_id: head,
    original_commit_id: head,
    user: user(actions, api),
    body,
    created_at: time,
    updated_at: time,
    html_url: html,
    pull_request_url: pull,
    author_association: 'NONE',
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pull } },
    line,
    side,
    subject_type: 'line'
  }
}

export const review = (id: number, body: string, api: string) => ({
  id,
  node_id: `PRR_${id}`,
  user: user(actions, api),
  body,
  state: 'COMMENTED',
  html_url: `${home}/${repository}/pull/${pullNumber}#pullrequestreview-${id}`,
  pull_request_url: `${api}/repos/${repository}/pulls/${pullNumber}`,
  _links: {
    html: { href: `${home}/${repository}/pull/${pullNumber}#pullrequestreview-${id}` },
    pull_request: { href: `${api}/repos/${repository}/pulls/${pullNumber}` }
  },
  submitted_at: time,
  commit_id: head,
  author_association: 'NONE'
})
