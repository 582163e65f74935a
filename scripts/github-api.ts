/**
 * Takes out of GitHub's own OpenAPI description what the tests need, without words and examples: the operations that the
 * action calls (__tests__/api/github.json), and the requests that the example workflows make (__tests__/runner/github.json).
 * Run it to take a newer one, and after a change of what is called (a test tells).
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const source = { package: '@octokit/openapi', version: '23.0.2', license: 'MIT' }
/** GitHub itself, and the oldest Enterprise Server whose runners know `using: node24`: what we call is the same there. */
const descriptions = ['api.github.com.json', 'ghes-3.18.json'] as const
const operations = [
  'issues/create-comment',
  'issues/delete-comment',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/create-review',
  'pulls/list-files',
  'pulls/list-review-comments',
  'users/get-authenticated'
]
/** Of these the requests alone: what GitHub answers is not read. */
const requests = [
  'code-scanning/upload-sarif',
  'issues/create',
  'issues/create-comment',
  'issues/list-for-repo',
  'issues/update'
]

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type Fields = { readonly [name: string]: Json }

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fields = (value: Json | undefined): Fields => (isFields(value) ? value : {})

/** For readers; a property may be called so too, and then it is no text. The format demands some, which are short. */
const words = ['description', 'example', 'examples', 'externalDocs', 'tags', 'x-github', 'x-octokit']
const isWords = (name: string, value: Json): boolean =>
  words.includes(name) &&
  !(isFields(value) && name !== 'examples' && ('type' in value || '$ref' in value)) &&
  !(name === 'description' && typeof value === 'string' && value.length <= 60)

function withoutWords(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (!isFields(value)) return value
  const kept = Object.entries(value).filter(([name, inner]) => !isWords(name, inner))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutWords(inner)]))
}

/** The operations, and what they refer to under its own name. */
function trimmed(description: Fields, wanted: readonly string[], reduce = (operation: Fields) => operation): Fields {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [path, methods] of Object.entries(fields(description['paths']))) {
    for (const [method, operation] of Object.entries(fields(methods))) {
      if (!wanted.includes(String(fields(operation)['operationId']))) continue
      const methodsKept = paths[path] ?? {}
      methodsKept[method] = withoutWords(reduce(fields(operation)))
      paths[path] = methodsKept
    }
  }
  const components: Record<string, Record<string, Json>> = {}
  const waiting = references(paths)
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [, , kind = '', name = ''] = reference.split('/')
    if (components[kind]?.[name] !== undefined) continue
    const component = withoutWords(fields(fields(description['components'])[kind])[name] ?? null)
    components[kind] = { ...components[kind], [name]: component }
    waiting.push(...references(component))
  }
  return { paths, components: sorted(components) }
}

const requestOf = ({ operationId = null, parameters = [], requestBody = {} }: Fields): Fields => ({
  operationId,
  parameters,
  ...(Object.keys(fields(requestBody)).length > 0 ? { requestBody } : {}),
  responses: { default: { description: '' } }
})

const references = (value: Json): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)

const sorted = (components: Record<string, Record<string, Json>>): Fields =>
  Object.fromEntries(
    Object.entries(components)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([kind, named]) => [kind, Object.fromEntries(Object.entries(named).sort(([a], [b]) => a.localeCompare(b)))])
  )

const folder = mkdtempSync(join(tmpdir(), 'github-api-'))
try {
  execFileSync('npm', ['pack', `${source.package}@${source.version}`, '--silent', '--pack-destination', folder])
  const files = descriptions.map(name => `package/generated/${name}`)
  execFileSync('sh', ['-c', `tar -xzf *.tgz ${files.join(' ')}`], { cwd: folder })
  const whole = files.map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Fields)
  const [github, enterprise] = whole.map(description => trimmed(description, operations))
  if (JSON.stringify(github) !== JSON.stringify(enterprise))
    throw new Error(`${descriptions.join(' and ')} differ in what the action calls`)
  const from = { version: source.version, 'x-source': { ...source, descriptions } }
  const title = 'What the action calls of GitHub'
  write('__tests__/api/github.json', { openapi: '3.0.3', info: { title, ...from }, ...fields(github) })
  const asked = trimmed(fields(whole[0]), requests, requestOf)
  const asking = 'What the example workflows ask of GitHub'
  write('__tests__/runner/github.json', { openapi: '3.0.3', info: { title: asking, ...from }, ...asked })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function write(target: string, description: Fields): void {
  const biome = spawnSync('node_modules/.bin/biome', ['format', `--stdin-file-path=${target}`], {
    cwd: new URL('..', import.meta.url),
    input: JSON.stringify(description),
    encoding: 'utf8'
  })
  if (biome.status !== 0) throw new Error(`biome could not format it: ${biome.stderr}`)
  writeFileSync(new URL(`../${target}`, import.meta.url), biome.stdout)
}
