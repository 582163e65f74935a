import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apache } from '../../../src/proxies/apache.ts'
import { contextOf, printRoute, textOf } from '../checkout.ts'
import { freePort, isInstalled, type RunningProxy, startApp, startProxy } from './real-proxy.ts'

const path = '/webhooks/stripe'

const requirement = fc.constantFrom(
  'Require all denied',
  'Require all granted',
  'Require ip 10.0.0.0/8',
  'Require ip 198.51.100.0/24',
  'Require local',
  'Require method GET',
  'Require method POST',
  'AuthType Basic\nAuthName x\nAuthUserFile FOLDER/users\nRequire valid-user',
  '<RequireAny>\nRequire ip 10.0.0.0/8\nRequire method GET\n</RequireAny>',
  '<RequireAny>\nRequire all denied\nRequire all granted\n</RequireAny>',
  '<RequireAll>\nRequire all granted\nRequire ip 10.0.0.0/8\n</RequireAll>',
  '<LimitExcept GET>\nRequire all denied\n</LimitExcept>',
  '<Limit POST>\nRequire all denied\n</Limit>',
  '<Limit GET>\nRequire all denied\n</Limit>',
  ''
)
const section = fc
  .tuple(
    fc.constantFrom(
      '<Location />',
      '<Location /webhooks>',
      '<Location "/webhooks/">',
      '<Location /webhooks/stripe>',
      '<Location /web>',
      '<Location /other>',
      '<LocationMatch "^/web[a-z]+/">',
      '<LocationMatch stripe$>',
      '<Location ~ "^/hooks">'
    ),
    requirement
  )
  .map(([open, body]) => `${open}\n${body}\n</${open.includes('Match') ? 'LocationMatch' : 'Location'}>`)
const rule = fc.constantFrom(
  'Redirect /webhooks /moved',
  'Redirect permanent /webhooks/stripe http://other.test/',
  'Redirect 410 /webhooks/stripe',
  'Redirect /other /moved',
  'RedirectMatch ^/web(.*)$ /moved$1',
  'RedirectPermanent /webhooks/s /moved',
  'RewriteEngine On\nRewriteRule ^/webhooks/ - [F]',
  'RewriteEngine On\nRewriteRule ^/?webhooks/(.*) /moved/$1 [R=301,L]',
  'RewriteEngine On\nRewriteCond %{HTTPS} on\nRewriteRule ^ /moved [R,L]',
  'RewriteEngine On\nRewriteCond %{HTTPS} !=on\nRewriteRule ^/?(.*) http://other.test/$1 [R=301,L]',
  'RewriteEngine On\nRewriteCond %{REQUEST_METHOD} ^POST$\nRewriteCond %{REQUEST_URI} ^/web\nRewriteRule .* - [F,L]',
  'RewriteEngine On\nRewriteCond %{REQUEST_METHOD} !=GET\nRewriteRule ^ - [G]',
  'RewriteEngine On\nRewriteRule ^/webhooks - [L]\nRewriteRule ^ - [F]',
  'RewriteEngine On\nRewriteRule !^/webhooks - [F]',
  'RewriteRule ^ - [F]',
  'RewriteEngine On\nRewriteRule ^/webhooks/(.*) http://127.0.0.1:APP/hooks/$1 [P]\nRewriteRule ^ - [F]'
)
const host = fc
  .tuple(fc.array(rule, { maxLength: 1 }), fc.array(section, { maxLength: 3 }))
  .map(([rules, sections]) => [...rules, ...sections, 'ProxyPass / http://127.0.0.1:APP/'].join('\n'))

const count = 250
const hosts = fc.sample(host, { numRuns: count, seed: 7 })
const block = (index: number, port: number): string =>
  `<VirtualHost *:${port}>\nServerName s${index}.test\n${hosts[index]}\n</VirtualHost>\n`

const modules = `mpm_event authz_core authz_host authz_user authn_core authn_file auth_basic alias rewrite proxy proxy_http remoteip`

describe.runIf(isInstalled('apache2'))('httpd itself agrees', () => {
  let app: Awaited<ReturnType<typeof startApp>>
  let proxy: RunningProxy

  beforeAll(async () => {
    app = await startApp()
    const port = await freePort()
    const config = [
      ...modules.split(' ').map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
      `ServerRoot FOLDER\nPidFile FOLDER/pid\nErrorLog FOLDER/error.log\nServerName localhost\nDefaultRuntimeDir FOLDER`,
      `User www-data\nGroup www-data\nListen 127.0.0.1:${port}\nStartServers 1\nThreadsPerChild 4`,
      'RemoteIPHeader X-Real-IP\nRemoteIPInternalProxy 127.0.0.1',
      ...hosts.map((_, index) => block(index, port))
    ].join('\n')
    proxy = await startProxy(
      config.replaceAll('APP', String(app.port)),
      port,
      (_, file) => ['apache2', '-D', 'FOREGROUND', '-f', file],
      { users: 'x:$apr1$x$x\n' }
    )
  }, 30_000)

  afterAll(async () => {
    await proxy?.stop()
    await app?.stop()
  })

  test(`on what ${count} generated hosts do with a webhook`, async () => {
    const differences: string[] = []
    let refused = 0
    for (const [index] of hosts.entries()) {
      const text = block(index, 80).replaceAll('APP', '8000')
      const { routes } = apache.read(textOf('site.conf', text), contextOf({ webhookPath: path }))
      const answer = await proxy.reaches(`s${index}.test`, path)
      const judged = routes[0]?.refusal ?? null
      if (judged !== null) refused++
      if ((judged === null) !== answer.app) {
        differences.push(`${text}\nhttpd answered ${answer.status}; read as\n${routes.map(printRoute).join('\n')}`)
      }
    }
    expect(differences.slice(0, 4).join('\n\n')).toBe('')
    expect(refused).toBeGreaterThan(count / 10)
    expect(refused).toBeLessThan(count * 0.95)
  })
})
