import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printRoute, readConfig } from '../checkout.ts'
import { freePort, isInstalled, type RunningProxy, startApp, startProxy } from './real-proxy.ts'

const path = '/webhooks/stripe'

/** What may stand in a server or a location beside what forwards. */
const guard = fc.constantFrom(
  'deny all;',
  'allow 10.0.0.0/8; deny all;',
  'allow 198.51.100.0/24; deny all;',
  'allow all;',
  'auth_basic "x"; auth_basic_user_file FOLDER/users;',
  'auth_basic off;',
  'auth_request /auth;',
  'auth_request off;',
  'satisfy any;',
  'return 403;',
  'return 301 /other;',
  'return 200 "ok";',
  'if ($request_method = POST) { return 405; }',
  'if ($request_method != GET) { return 405; }',
  'if ($request_method !~ ^(GET|POST)$) { return 444; }',
  'if ($request_method ~* post) { rewrite ^ /moved permanent; }',
  'if ($scheme = https) { return 403; }',
  'if ($https = "") { set $plain 1; }',
  'rewrite ^/webhooks/(.*)$ /hooks/$1 last;',
  'rewrite ^/webhooks/(.*)$ /hooks/$1 break;',
  'rewrite ^/other$ /x permanent;',
  'rewrite ^(.*)/stripe$ $1/moved redirect;'
)
const inLocation = fc.oneof(
  guard,
  fc.constantFrom('limit_except GET { deny all; }', 'limit_except GET POST { deny all; }')
)

/** Most directives may stand once in a block. */
const few = (one: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc.uniqueArray(one, {
    maxLength: 2,
    selector: text => (/^(?:if|rewrite|return)/.test(text) ? text : text.split(' ')[0])
  })
const forward = 'proxy_pass http://127.0.0.1:APP;'
const body = few(inLocation).map(lines => [...lines, forward].join(' '))

const prefixes = ['/webhooks', '/webhooks/', '/webhooks/stripe', '/webhooks/stripe/', '/hooks/', '/moved', '/web']
const regexes = ['~ ^/webhooks', '~* /WEBHOOKS/', '~ stripe$', '~ ^/(api|hooks)/s', '~ ^/web[a-z]+/[^/]+$', '~ \\.php$']

const nested = fc
  .uniqueArray(
    fc.record({ name: fc.constantFrom(...regexes, '/webhooks/stripe', '= /webhooks/stripe', '^~ /webhooks/s'), body }),
    {
      maxLength: 2,
      selector: ({ name }) => name.replace(/^[=^~]* /, '')
    }
  )
  .map(locations => locations.map(({ name, body }) => `location ${name} { ${body} }`).join('\n'))

const location = fc.record({
  name: fc.oneof(
    fc.constantFrom(...prefixes),
    fc.constantFrom(...regexes),
    fc.constantFrom('= /webhooks/stripe', '= /hooks/stripe', '^~ /webhooks/', '^~ /webhooks')
  ),
  body,
  nested: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: nested })
})

/** Prefixes are told apart by their text alone: `/a` and `^~ /a` are one location to nginx. */
const locations = fc.uniqueArray(location, { maxLength: 4, selector: ({ name }) => name.replace(/^\^~ /, '') })

const server = fc
  .record({ guards: fc.uniqueArray(guard, { maxLength: 1 }), locations, root: body })
  .map(({ guards, locations, root }) =>
    [
      ...guards,
      'location = /auth { auth_request off; auth_basic off; allow all; return 401; }',
      `location / { ${root} }`,
      ...locations.map(({ name, body, nested }) => {
        // A nested location has to lie inside its prefix, and an exact one holds none.
        const fits = !name.startsWith('=') && /^(?:\^~ )?\/webhooks\/?$/.test(name)
        return `location ${name} { ${body} ${fits ? nested : ''} }`
      })
    ].join('\n    ')
  )

const count = 250
const servers = fc.sample(server, { numRuns: count, seed: 7 })

describe.runIf(isInstalled('nginx'))('nginx itself agrees', () => {
  let app: Awaited<ReturnType<typeof startApp>>
  let proxy: RunningProxy
  const block = (index: number, port: number): string =>
    `server {\n    listen 127.0.0.1:${port};\n    server_name s${index}.test;\n    ${servers[index]}\n}`

  beforeAll(async () => {
    app = await startApp()
    const port = await freePort()
    const config = [
      'daemon off; master_process off; pid FOLDER/pid; error_log FOLDER/error.log crit; events {}',
      'http { access_log off; server_names_hash_bucket_size 128; server_names_hash_max_size 4096;',
      'set_real_ip_from 127.0.0.1; real_ip_header X-Real-IP;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path FOLDER/${name};`),
      ...servers.map((_, index) => block(index, port)),
      '}'
    ].join('\n')
    proxy = await startProxy(
      config.replaceAll('APP', String(app.port)),
      port,
      (folder, file) => ['nginx', '-p', folder, '-c', file],
      { users: 'x:$apr1$x$x\n' }
    )
  }, 30_000)

  afterAll(async () => {
    await proxy?.stop()
    await app?.stop()
  })

  test(`on what ${count} generated servers do with a webhook`, async () => {
    const differences: string[] = []
    let refused = 0
    for (const [index] of servers.entries()) {
      const text = block(index, 80).replaceAll('APP', '8000')
      const { routes } = readConfig('nginx.conf', text, { webhookPath: path })
      const answer = await proxy.reaches(`s${index}.test`, path)
      const judged = routes[0]?.refusal ?? null
      if (judged !== null) refused++
      if ((judged === null) !== answer.app) {
        differences.push(`${text}\nnginx answered ${answer.status}; read as\n${routes.map(printRoute).join('\n')}`)
      }
    }
    expect(differences.slice(0, 3).join('\n\n')).toBe('')
    expect(refused).toBeGreaterThan(count / 10)
    expect(refused).toBeLessThan(count * 0.95)
  })
})
