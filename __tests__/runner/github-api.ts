/** The part of GitHub's API that the example workflows use; it grants what the token's workflow was granted, and no more. */
import { appendFileSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { gunzipSync } from 'node:zlib'

/** What `permissions:` of a workflow comes to. */
export type Permissions = Readonly<Record<string, string>>

/** One request, and what was made of it. */
export interface Asked {
  readonly request: string
  readonly body: unknown
  readonly status: number
}

type Answer = readonly [status: number, body: unknown]
type Fields = Readonly<Record<string, unknown>>

interface Issue {
  readonly number: number
  title: string
  body: string
  state: string
  readonly labels: readonly { readonly name: string }[]
}

/** A token that tells this API what it may do. */
export const tokenWith = (permissions: Permissions): string =>
  `ghs_${Buffer.from(JSON.stringify(permissions)).toString('base64url')}`

const permissionsOf = (authorization: string): Permissions => {
  const [, token = ''] = /ghs_([\w-]+)$/.exec(authorization) ?? []
  return token === '' ? {} : (JSON.parse(Buffer.from(token, 'base64url').toString()) as Permissions)
}

const repository = '/repos/acme/shop'
const forbidden: Answer = [403, { message: 'Resource not accessible by integration' }]
const notFound: Answer = [404, { message: 'Not Found' }]
const invalid = (field: string): Answer => [422, { message: 'Validation Failed', errors: [{ field }] }]

const isText = (most: number) => (value: unknown) => typeof value === 'string' && value !== '' && value.length <= most
const isNames = (value: unknown) => Array.isArray(value) && value.every(isText(50))
const among = (known: readonly string[]) => (value: unknown) => known.includes(String(value))

/** The fields that GitHub's description has for these bodies; others are mistakes here, though GitHub ignores them. */
const issueFields = {
  title: isText(256),
  body: isText(65_536),
  labels: isNames,
  state: among(['open', 'closed']),
  state_reason: among(['completed', 'not_planned', 'duplicate', 'reopened'])
}
const commentFields = { body: isText(65_536) }
const sarifFields = {
  commit_sha: (value: unknown) => /^[\da-f]{40}$/.test(String(value)),
  ref: (value: unknown) => /^refs\/(heads|pull|tags)\//.test(String(value)),
  sarif: isText(10_000_000)
}

/** The first field that is not as it should be. */
const wrongField = (body: Fields, known: Readonly<Record<string, (value: unknown) => boolean>>): string | undefined =>
  Object.entries(body).find(([name, value]) => known[name]?.(value) !== true)?.[0]

export class GitHubApi {
  readonly #issues: Issue[] = []
  readonly #tell: (asked: Asked) => void

  constructor(tell: (asked: Asked) => void) {
    this.#tell = tell
  }

  readonly listener: RequestListener = async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const body = text === '' ? {} : (JSON.parse(text) as Fields)
    const { method = '', url = '' } = request
    const [status, reply] = this.#answer(method, url, permissionsOf(request.headers.authorization ?? ''), body)
    this.#tell({ request: `${method} ${url}`, body: shown(body), status })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  }

  #answer(method: string, url: string, granted: Permissions, body: Fields): Answer {
    const { pathname, searchParams } = new URL(url, 'https://api.github.com')
    const route = `${method} ${pathname.replace(repository, '')}`
    if (!pathname.startsWith(repository)) return notFound
    if (route === 'POST /code-scanning/sarifs') {
      if (granted['security-events'] !== 'write') return forbidden
      const wrong = wrongField(body, sarifFields)
      return wrong === undefined ? [202, { id: '1' }] : invalid(wrong)
    }
    // The pull request's comments are an issue's comments, with a permission of their own.
    const talks = route.endsWith('/issues/7/comments') ? granted['pull-requests'] : granted['issues']
    if (method === 'GET' ? talks === undefined : talks !== 'write') return forbidden
    if (route === 'GET /issues') return [200, this.#list(searchParams)]
    if (route === 'POST /issues') return this.#open(body)
    const [, number = '', comments] = /^\w+ \/issues\/(\d+)(\/comments)?$/.exec(route) ?? []
    const issue = this.#issues.find(known => known.number === Number(number))
    if (issue === undefined) return notFound
    if (method === 'PATCH' && comments === undefined) return change(issue, body)
    if (method !== 'POST' || comments === undefined) return notFound
    const wrong = wrongField(body, commentFields)
    return wrong === undefined ? [201, { id: 1 }] : invalid(wrong)
  }

  #list(query: URLSearchParams): readonly Issue[] {
    const [label, state] = [query.get('labels'), query.get('state') ?? 'open']
    return this.#issues.filter(issue => issue.state === state && issue.labels.some(({ name }) => name === label))
  }

  #open(body: Fields): Answer {
    const wrong = typeof body['title'] === 'string' ? wrongField(body, issueFields) : 'title'
    if (wrong !== undefined) return invalid(wrong)
    const labels = ((body['labels'] ?? []) as string[]).map(name => ({ name }))
    const issue = { number: this.#issues.length + 11, title: '', body: '', state: 'open', labels }
    this.#issues.push(issue)
    return change(issue, { title: body['title'], body: body['body'] }, 201)
  }
}

function change(issue: Issue, body: Fields, status = 200): Answer {
  const wrong = wrongField(body, issueFields)
  if (wrong !== undefined) return invalid(wrong)
  return [status, Object.assign(issue, body)]
}

/** What was uploaded, instead of the packed text. */
const shown = (body: Fields): unknown =>
  typeof body['sarif'] === 'string' ? { ...body, sarif: results(body['sarif']) } : body

function results(packed: string): readonly string[] {
  const { runs } = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as {
    runs: { results: { ruleId: string; locations: { physicalLocation: Location }[] }[] }[]
  }
  const at = ({ artifactLocation: { uri }, region: { startLine } }: Location): string => `${uri}:${startLine}`
  return runs.flatMap(run =>
    run.results.map(({ ruleId, locations: [first] }) => `${ruleId} ${first && at(first.physicalLocation)}`)
  )
}

interface Location {
  readonly artifactLocation: { readonly uri: string }
  readonly region: { readonly startLine: number }
}

if (import.meta.main) {
  const [chain = '', key = '', log = ''] = process.argv.slice(2)
  const api = new GitHubApi(asked => appendFileSync(log, `${JSON.stringify(asked)}\n`))
  createServer({ cert: readFileSync(chain), key: readFileSync(key) }, api.listener).listen(443)
}
