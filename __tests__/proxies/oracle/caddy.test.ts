import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caddyJson } from '../../../src/proxies/caddy-json.ts'
import { caddyfile } from '../../../src/proxies/caddyfile.ts'
import { contextOf, printRoute, textOf } from '../checkout.ts'
import { freePort, isInstalled, type RunningProxy, startApp, startProxy } from './real-proxy.ts'

const path = '/webhooks/stripe'
const forward = 'reverse_proxy 127.0.0.1:APP'

const matcher = fc.constantFrom(
  '',
  '*',
  '/webhooks/*',
  '/webhooks*',
  '/webhooks/stripe',
  '/WEBHOOKS/Stripe',
  '/other/*',
  '@tail',
  '@post',
  '@get',
  '@path',
  '@not',
  '@private',
  '@outside',
  '@regexp'
)
const named = `@post method POST
@get method GET HEAD
@tail path */stripe
@path path /a/* /webhooks/*
@not not path /webhooks/*
@private remote_ip 10.0.0.0/8 192.168.0.0/16
@outside {
  not remote_ip 10.0.0.0/8
  method POST
}
@regexp path_regexp ^/web[a-z]+/s
`
const guard = fc
  .record({
    matcher,
    what: fc.constantFrom(
      'respond MATCHER "no" 403',
      'respond MATCHER 404',
      'abort MATCHER',
      'error MATCHER "no" 500',
      'redir MATCHER /moved',
      'redir MATCHER http://other.test{uri} permanent',
      'basicauth MATCHER {\n x JDJhJDA0JG9FdExhVEl1YnVJb1l4dThYNDJxNGVVYlVVZ1VYVTl6eE1hVHF2N3VKYm1zZmVZNXVpQXZl\n}',
      'rewrite MATCHER /webhooks/stripe/moved',
      'rewrite MATCHER /other{uri}',
      'uri MATCHER strip_prefix /webhooks',
      forward.replace('127', 'MATCHER 127')
    )
  })
  // `redir` and `respond` take a first word that starts with a slash for a matcher.
  .map(({ matcher, what }) =>
    what.replace('MATCHER', matcher === '' && /^(?:redir|rewrite)/.test(what) ? '*' : matcher)
  )

const lines = (from: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc.uniqueArray(from, { maxLength: most }).map(all => all.join('\n'))

const inner = fc
  .tuple(lines(guard, 2), fc.boolean())
  .map(([guards, forwards]) => `${guards}\n${forwards ? forward : ''}`)
const handle = fc
  .record({ kind: fc.constantFrom('handle', 'handle', 'handle_path', 'route'), matcher, inner })
  .filter(({ kind, matcher }) => matcher.length > 1 && (kind !== 'handle_path' || /^\/.*\*$/.test(matcher)))
  .map(({ kind, matcher, inner }) => `${kind} ${matcher} {\n${inner}\n}`)
/** Caddy merges neighbours with the same matcher, and then runs both. */
const handles = fc
  .uniqueArray(handle, { maxLength: 3, selector: text => text.split(' ')[1] })
  .map(all => all.join('\n'))
const site = fc
  .tuple(lines(guard, 2), handles, fc.constantFrom(forward, forward, `handle {\n${forward}\n}`))
  .map(parts => `${named}${parts.join('\n')}`)

const count = 250
const sites = fc.sample(site, { numRuns: count, seed: 7 })
const block = (index: number, port: number): string => `http://s${index}.test:${port} {\n${sites[index]}\n}\n`

describe.runIf(isInstalled('caddy'))('Caddy itself agrees', () => {
  let app: Awaited<ReturnType<typeof startApp>>
  let proxy: RunningProxy

  beforeAll(async () => {
    app = await startApp()
    const port = await freePort()
    const options = `{\n admin off\n auto_https off\n default_bind 127.0.0.1\n}\n`
    const config = options + sites.map((_, index) => block(index, port)).join('')
    proxy = await startProxy(config.replaceAll('APP', String(app.port)), port, (_, file) => [
      'caddy',
      'run',
      '--adapter',
      'caddyfile',
      '--config',
      file
    ])
  }, 30_000)

  afterAll(async () => {
    await proxy?.stop()
    await app?.stop()
  })

  test(`on what ${count} generated sites do with a webhook`, async () => {
    const differences: string[] = []
    let refused = 0
    for (const [index] of sites.entries()) {
      const text = block(index, 80).replaceAll('APP', '8000')
      const { routes } = caddyfile.read(textOf('Caddyfile', text), contextOf({ webhookPath: path }))
      const answer = await proxy.reaches(`s${index}.test`, path)
      const judged = routes[0]?.refusal ?? null
      if (judged !== null) refused++
      // A site may leave a request unhandled as well: Caddy's empty 200.
      const isRight = judged === null ? answer.app || answer.status === 200 : !answer.app
      if (!isRight)
        differences.push(`${text}\nCaddy answered ${answer.status}; read as\n${routes.map(printRoute).join('\n')}`)
    }
    expect(differences.slice(0, 3).join('\n\n')).toBe('')
    expect(refused).toBeGreaterThan(count / 10)
  })
})

const upstream = fc.constantFrom(
  ':9000',
  'localhost:8000',
  '127.0.0.1:8000',
  'app',
  'app:3000',
  '10.0.0.1:8080',
  '[::1]:8000',
  'unix//run/app.sock'
)
const proxyLine = fc
  .record({
    path: fc.constantFrom('', '* ', '/api/* ', '@m '),
    to: fc.oneof(
      fc.uniqueArray(upstream, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(['http://10.0.0.1:8080'], ['http://app'], ['h2c://app:9000', 'h2c://b:80'])
    ),
    inBlock: fc.boolean()
  })
  .map(({ path, to, inBlock }) =>
    inBlock ? `reverse_proxy ${path}{\n\t\tto ${to.join(' ')}\n\t}` : `reverse_proxy ${path}${to.join(' ')}`
  )
/** One port is either HTTP or HTTPS. */
const address = fc.constantFrom(
  ['', '.test'],
  ['', '.test:8443'],
  ['', '.test:80'],
  ['http://', '.test'],
  ['http://', '.test:8080'],
  ['https://', '.test'],
  ['https://', '.test:8443']
)
const adapted = fc.record({
  address,
  more: fc.boolean(),
  snippet: fc.boolean(),
  proxies: fc.uniqueArray(proxyLine, { minLength: 1, maxLength: 3 })
})

describe.runIf(isInstalled('caddy'))('caddy adapt', () => {
  test('gives the upstreams, names and listeners that a Caddyfile is read to have', () => {
    const folder = mkdtempSync(join(tmpdir(), 'caddy-'))
    const all = fc.sample(adapted, { numRuns: 150, seed: 11 })
    const text = [
      '# generated',
      '(common) {\n\theader X-A "{ not a block"\n\treverse_proxy /snippet/* snippet:{args.0}\n}',
      ...all.map(({ address: [scheme, address], more, snippet, proxies }, index) => {
        const addresses = `${scheme}s${index}${address}${more ? `,\n${scheme}t${index}${address}` : ''}`
        const body = [...proxies, snippet ? 'import common 7000' : '', '@m path /m/*'].filter(line => line !== '')
        return `${addresses} {\n${body.map(line => `\t${line} # ${index}`.replace(/(\{) # \d+/, '$1')).join('\n')}\n}`
      })
    ].join('\n')
    const file = join(folder, 'Caddyfile')
    writeFileSync(file, text.replaceAll(/\} # \d+/g, '}'))
    const { stdout, stderr } = spawnSync('caddy', ['adapt', '--config', file], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder }
    })
    rmSync(folder, { recursive: true, force: true })
    expect(stdout, stderr).toMatch(/^\{/)

    const read = caddyfile.read(textOf('Caddyfile', text.replaceAll(/\} # \d+/g, '}')), contextOf())
    const said = caddyJson.read(textOf('caddy.json', stdout), contextOf())
    const print = (routes: typeof read.routes): string[] =>
      routes
        .flatMap(({ upstream, serverNames, listeners, path }) =>
          serverNames.map(name => {
            const { port, tls } = listeners[0] ?? {}
            return `${name} :${port}${tls ? ' tls' : ''} ${path} -> ${upstream.host}:${upstream.port}`
          })
        )
        .sort()
    expect(read.unread).toEqual([])
    expect(read.routes.length).toBeGreaterThan(300)
    expect(print(read.routes)).toEqual(print(said.routes))
  })
})
