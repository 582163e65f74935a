/** The part of GitHub's API that the example workflows use; it grants what the token's workflow was granted, and no more. */
import { appendFileSync, readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { gunzipSync } from 'node:zlib'
import formats from 'ajv-formats'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import description from './github.json' with { type: 'json' }

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
  readonly state: string
  readonly labels: readonly { readonly name: string }[]
}

/** A token that tells this API what it may do. */
export const tokenWith = (permissions: Permissions): string =>
  `ghs_${Buffer.from(JSON.stringify(permissions)).toString('base64url')}`

const permissionsOf = (authorization: string): Permissions => {
  const [, token = ''] = /ghs_([\w-]+)$/.exec(authorization) ?? []
  return token === '' ? {} : (JSON.parse(Buffer.from(token, 'base64url').toString()) as Permissions)
}

const forbidden: Answer = [403, { message: 'Resource not accessible by integration' }]
const notFound: Answer = [404, { message: 'Not Found' }]

/** What Ajv does not take (`nullable` without a type) is left out; what GitHub ignores, a field that it does not know, is refused. */
function strictly(name: string, value: Record<string, unknown>): unknown {
  if (name === 'application/json')
    return { ...value, schema: { ...(value['schema'] as object), additionalProperties: false } }
  if (value?.['nullable'] === undefined || value['type'] !== undefined) return value
  const { nullable, ...rest } = value
  return rest
}

/** GitHub's own description of the requests. */
const described = await new OpenAPIBackend({
  definition: JSON.parse(JSON.stringify(description), strictly) as Document,
  strict: true,
  customizeAjv: ajv => {
    formats.default(ajv)
    return ajv
  }
}).init()

/** Whether the permissions go as far as the request. A pull request's comments have a permission of their own. */
function isGranted({ method, url = '' }: IncomingMessage, granted: Permissions): boolean {
  if (url.endsWith('/code-scanning/sarifs')) return granted['security-events'] === 'write'
  const level = /\/issues\/7\/comments\b/.test(url) ? granted['pull-requests'] : granted['issues']
  return level === 'write' || (level === 'read' && method === 'GET')
}

export class GitHubApi {
  readonly #issues: Issue[] = []
  readonly #tell: (asked: Asked) => void

  constructor(tell: (asked: Asked) => void) {
    this.#tell = tell
  }

  readonly listener: RequestListener = async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const body = text === '' ? null : (JSON.parse(text) as Fields)
    const granted = permissionsOf(request.headers.authorization ?? '')
    const [status, reply] = isGranted(request, granted) ? this.#answer(request, body) : forbidden
    this.#tell({ request: `${request.method} ${request.url}`, body: status < 400 ? shown(body ?? {}) : body, status })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  }

  #answer({ method = '', url = '', headers }: IncomingMessage, body: Fields | null): Answer {
    const { pathname, searchParams } = new URL(url, 'https://api.github.com')
    const query = Object.fromEntries(searchParams)
    const asked = { method: method.toLowerCase(), path: pathname, query, headers: headers as Record<string, string> }
    const whole = body === null ? asked : { ...asked, body }
    const operation = described.matchOperation(whole)
    if (operation === undefined || !pathname.startsWith('/repos/acme/shop/')) return notFound
    const { valid, errors } = described.validateRequest({ ...whole, query: { ...query } }, operation)
    if (!valid) return [422, { message: 'Validation Failed', errors }]
    const issue = this.#issues.find(({ number }) => number === Number(pathname.split('/')[5]))
    switch (operation.operationId) {
      case 'code-scanning/upload-sarif':
        return [202, { id: '1' }]
      case 'issues/list-for-repo':
        return [200, this.#list(query['labels'] ?? '', query['state'] ?? 'open')]
      case 'issues/create':
        return [201, this.#open(body ?? {})]
      case 'issues/update':
        return issue === undefined ? notFound : [200, Object.assign(issue, body)]
      default:
        return issue === undefined ? notFound : [201, { id: 1 }]
    }
  }

  #list(label: string, state: string): readonly Issue[] {
    return this.#issues.filter(issue => issue.state === state && issue.labels.some(({ name }) => name === label))
  }

  #open(body: Fields): Issue {
    const labels = ((body['labels'] ?? []) as string[]).map(name => ({ name }))
    const issue = { number: this.#issues.length + 11, state: 'open', ...body, labels }
    this.#issues.push(issue)
    return issue
  }
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
