import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import formats from 'ajv-formats'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import { expect, onTestFinished } from 'vitest'
import description from './github.json' with { type: 'json' }
import {
  type Answer,
  type Call,
  isHere,
  operations,
  permissionProblem,
  refusal,
  type World
} from './github-operations.ts'

export const token = 'ghs_thisIsNoRealToken0123456789'

/** What goes wrong: an answer, or something done to the connection; null where all goes its way. */
export type Trouble = (call: Call) => Answer | ((response: ServerResponse) => void) | null

/** GitHub's API on loopback. What it was asked, what became of the pull request, and what was wrong with a request. */
export interface GithubApi {
  readonly url: string
  readonly world: World
  readonly calls: readonly Call[]
  /** The header of each request. */
  readonly authorizations: readonly (string | undefined)[]
  /** Requests that GitHub would not take and answers that it would not give. Whoever expects them takes them away. */
  readonly wrong: string[]
  /** From now on nobody listens. */
  close(): void
}

/** Media types that GitHub takes for JSON. */
const accepted = /^(\*\/\*|application\/json|application\/vnd\.github(\.v3)?(\.(raw|text|html|full))?\+json)$/
/** Versions of the API that the description was made of. */
const versions = ['2022-11-28']
/** Statuses that every operation may come to, though the description does not repeat them. */
const everywhere = [400, 401, 403, 404, 415, 422, 429, 500, 502, 503]

/**
 * Serves what GitHub's own description (github.json) holds: a request that does not fit it is refused in GitHub's shape
 * and fails the test that made it, and so does an answer of ours that GitHub would not give.
 */
export async function githubApi(
  given: Partial<World> & { readonly trouble?: Trouble; readonly root?: string } = {}
): Promise<GithubApi> {
  const { trouble = () => null, root = '', ...rest } = given
  const world: World = {
    comments: [],
    files: [],
    reviewComments: [],
    token: 'workflow',
    grants: 'write',
    locked: false,
    hidden: new Set(),
    ...rest
  }
  const [calls, authorizations, wrong]: [Call[], (string | undefined)[], string[]] = [[], [], []]
  const backend = await backendAt(root)
  const server = createServer(async (request, response) => {
    const answer = await reply(request, await textOf(request))
    if (typeof answer === 'function') return answer(response)
    const [type, body] =
      typeof answer.body === 'string'
        ? ['text/html; charset=utf-8', answer.body]
        : ['application/json; charset=utf-8', JSON.stringify(answer.body)]
    const headers = { ...standing, ...answer.headers }
    if (answer.body === null) response.writeHead(answer.status, headers).end()
    else response.writeHead(answer.status, { 'content-type': type, ...headers }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  onTestFinished(() => {
    close()
    expect(wrong).toEqual([])
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}`
  return { url, world, calls, authorizations, wrong, close }

  async function reply(request: IncomingMessage, text: string): Promise<Answer | ((response: ServerResponse) => void)> {
    const refuse = (answer: Answer): Answer => {
      wrong.push(`${request.method} ${request.url}: ${JSON.stringify(answer.body)}`)
      return answer
    }
    authorizations.push(request.headers.authorization)
    const problem = headersProblem(request)
    if (problem !== null) return refuse(problem)
    const body = parsed(text)
    if (body === undefined) return refuse(refusal(400, 'Problems parsing JSON'))
    const asked = askedOf(request, body)
    const operation = backend.matchOperation(asked)
    if (operation?.operationId === undefined) return refuse(refusal(404, 'Not Found'))
    const path = asked.path.slice(root.length)
    const call = { operation: operation.operationId, method: asked.method, path, query: asked.query, body }
    calls.push(call)
    if (!isHere(path)) return refuse(refusal(404, 'Not Found'))
    const { valid, errors } = backend.validateRequest({ ...asked, query: { ...asked.query } }, operation)
    if (!valid) return refuse(refusal(422, `Invalid request.\n\n${JSON.stringify(errors)}`))
    if (Number(call.query['per_page'] ?? 1) > 100) return refuse(refusal(422, 'per_page is 100 at most'))
    const known = request.headers.authorization?.match(/^(?:token|Bearer) (.+)$/)?.[1] === token
    const answer =
      trouble(call) ??
      (known ? null : refusal(401, 'Bad credentials')) ??
      permissionProblem(call, world) ??
      operations[call.operation]?.(call, world, url) ??
      refuse(refusal(500, `${call.operation} is not played here`))
    if (typeof answer !== 'function') wrong.push(...answerProblems(backend, call.operation, answer))
    return answer
  }
}

/** Headers of every answer. */
const standing = {
  'x-github-media-type': 'github.v3; format=json',
  'x-github-request-id': 'ABCD:1234:5678:9ABC',
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '999',
  'x-ratelimit-reset': '1800000000'
}

/** One for each root: making the validators takes longer than most tests. */
const backends = new Map<string, Promise<OpenAPIBackend>>()
function backendAt(root: string): Promise<OpenAPIBackend> {
  const made =
    backends.get(root) ??
    new OpenAPIBackend({
      definition: closed(description) as Document,
      apiRoot: root || '/',
      strict: true,
      ignoreTrailingSlashes: false,
      customizeAjv: ajv => {
        formats.default(ajv)
        return ajv
      }
    }).init()
  backends.set(root, made)
  return made
}

/** GitHub ignores a field that it does not know; whoever sends one is mistaken all the same. */
function closed(value: unknown, inBody = false): unknown {
  if (Array.isArray(value)) return value.map(item => closed(item, inBody))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, closed(inner, inBody || name === 'requestBody')])
  const isObject = inBody && 'properties' in value
  return Object.fromEntries([...entries, ...(isObject ? [['additionalProperties', false]] : [])])
}

function headersProblem({ headers }: IncomingMessage): Answer | null {
  const { accept = '*/*', 'user-agent': agent, 'x-github-api-version': version = '2022-11-28' } = headers
  if (!agent) return refusal(403, 'Request forbidden by administrative rules: there is no User-Agent header')
  if (!accept.split(',').every(type => accepted.test(type.trim())))
    return refusal(415, `Unsupported 'Accept' header: '${accept}'. Must accept 'application/json'.`)
  if (!versions.includes(String(version))) return refusal(400, `Version ${version} of the API is not supported`)
  return null
}

function askedOf({ method = '', url = '', headers }: IncomingMessage, body: unknown) {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  return {
    method: method.toLowerCase(),
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: headers as Record<string, string>,
    ...(body === null ? {} : { body })
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/** Null where there is none, undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return undefined
  }
}

function answerProblems(backend: OpenAPIBackend, operation: string, { status, headers = {}, body }: Answer): string[] {
  // What stands between us and GitHub answers in pages of its own.
  if (typeof body === 'string') return []
  const described = backend.router.getOperation(operation)?.responses ?? {}
  const problems = [
    ...(backend.validateResponse(body, operation, status).errors ?? []),
    ...(backend.validateResponseHeaders(headers, operation, { statusCode: status }).errors ?? [])
  ].map(({ instancePath, message }) => `${instancePath} ${message}`)
  if (!(status in described)) {
    if (!everywhere.includes(status)) problems.push('no such status')
    if (typeof (body as { message?: unknown } | null)?.message !== 'string') problems.push('an error without a message')
  }
  return problems.map(problem => `our answer ${status} to ${operation}: ${problem}`)
}
