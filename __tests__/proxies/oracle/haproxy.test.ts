import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { haproxy } from '../../../src/proxies/haproxy.ts'
import { contextOf, printRoute, textOf } from '../checkout.ts'
import { freePort, isInstalled, type RunningProxy, startApp, startProxy } from './real-proxy.ts'

const path = '/webhooks/stripe'

const probe = fc.constantFrom(
  'path /webhooks/stripe',
  'path /a /webhooks/stripe',
  'path_beg /webhooks',
  'path_beg -i /WEBHOOKS',
  'path_end stripe',
  'path_sub hooks/s',
  'path_dir webhooks',
  'path_dir stripe',
  'path_reg ^/web[a-z]+/stripe$',
  'path -m beg /webhooks',
  'path -m str /other',
  'path -i -m reg ^/WEB',
  'url_beg /webhooks',
  'method POST',
  'method GET HEAD',
  'ssl_fc',
  'src 10.0.0.0/8'
)
const acls = ['one', 'two', 'one']
const term = fc.oneof(
  fc.constantFrom('one', '!one', 'two', '!two', 'METH_POST', 'METH_GET', '!METH_GET', 'TRUE', 'FALSE', '! two'),
  probe.map(text => `{ ${text} }`),
  probe.map(text => `!{ ${text} }`)
)
const condition = fc.oneof(
  fc.constant(''),
  fc
    .tuple(
      fc.constantFrom('if', 'unless'),
      fc.array(term, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(' ', ' ', ' || ', ' or ')
    )
    .map(([word, terms, between]) => `${word} ${terms.join(between)}`)
)
const rule = fc
  .tuple(
    fc.constantFrom(
      'http-request deny deny_status 405',
      'http-request deny',
      'http-request allow',
      'http-request set-header X-A b',
      'http-request redirect location /moved',
      'http-request redirect scheme http code 301',
      'http-request return status 200',
      'http-request auth realm x',
      'redirect prefix http://other.test code 301'
    ),
    condition
  )
  .map(parts => parts.join(' '))
const use = condition.filter(text => text !== '').map(text => `use_backend other ${text}`)

const front = fc
  .record({
    tests: fc.tuple(probe, probe, probe),
    rules: fc.array(rule, { maxLength: 2 }),
    uses: fc.array(use, { maxLength: 2 }),
    other: fc.array(rule, { maxLength: 1 }),
    main: fc.array(rule, { maxLength: 1 })
  })
  .map(parts => (index: number, bind: string, app: string) => {
    // Backends see the names of their own section only.
    const own = parts.tests.map((text, at) => `  acl ${acls[at]} ${text}`)
    const backend = (name: string, rules: readonly string[]): string[] => [
      `backend ${name}`,
      ...own,
      ...rules.map(text => `  ${text}`),
      `  server s 127.0.0.1:${app}`
    ]
    return [
      `frontend f${index}`,
      `  bind ${bind}`,
      ...own,
      ...parts.rules.map(text => `  ${text}`),
      ...parts.uses.map(text => `  ${text.replace('other', `o${index}`)}`),
      `  default_backend m${index}`,
      ...backend(`o${index}`, parts.other),
      ...backend(`m${index}`, parts.main)
    ].join('\n')
  })

const count = 200
const fronts = fc.sample(front, { numRuns: count, seed: 7 })
const defaults = 'defaults\n  mode http\n  timeout connect 5s\n  timeout client 5s\n  timeout server 5s\n'

describe.runIf(isInstalled('haproxy'))('HAProxy itself agrees', () => {
  let app: Awaited<ReturnType<typeof startApp>>
  let proxy: RunningProxy

  beforeAll(async () => {
    app = await startApp()
    const port = await freePort()
    // One port for all: a frontend before them hands each name to its own by a socket of the abstract namespace.
    const tag = `wrc-${process.pid}-${port}`
    const config = [
      defaults,
      `frontend all\n  bind 127.0.0.1:${port}\n  use_backend %[req.hdr(host)]`,
      ...fronts.map((_, index) => `backend s${index}.test\n  server s abns@${tag}-${index}`),
      ...fronts.map((print, index) => print(index, `abns@${tag}-${index}`, String(app.port)))
    ].join('\n')
    proxy = await startProxy(`${config}\n`, port, (_, file) => ['haproxy', '-db', '-f', file])
  }, 30_000)

  afterAll(async () => {
    await proxy?.stop()
    await app?.stop()
  })

  test(`on what ${count} generated frontends do with a webhook`, async () => {
    const differences: string[] = []
    let refused = 0
    for (const [index, print] of fronts.entries()) {
      const text = defaults + print(index, ':80', '8000')
      const { routes } = haproxy.read(textOf('haproxy.cfg', text), contextOf({ webhookPath: path }))
      const answer = await proxy.reaches(`s${index}.test`, path)
      const judged = routes[0]?.refusal ?? null
      if (judged !== null) refused++
      if ((judged === null) !== answer.app) {
        differences.push(`${text}\nHAProxy answered ${answer.status}; read as\n${routes.map(printRoute).join('\n')}`)
      }
    }
    expect(differences.slice(0, 3).join('\n\n')).toBe('')
    expect(refused).toBeGreaterThan(count / 10)
    expect(refused).toBeLessThan(count * 0.95)
  })
})
