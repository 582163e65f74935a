import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proxyFormats } from '../../src/proxies/index.ts'
import type { Location } from '../../src/text/location.ts'
import { HOLE } from '../../src/text/mapped-text.ts'
import { contextOf, filesBelow, textOf } from './checkout.ts'

/** What the formats' own words and signs look like; any of them may stand anywhere. */
const words = fc.constantFrom(
  ...`server location upstream http stream listen proxy_pass server_name return rewrite if set include deny allow all
  limit_except auth_basic try_files @n / /x ~ ~* ^~ = 443 ssl 127.0.0.1:8000 http://app http://$a:${'${B}'} $a {$A} {$A:b}
  { } ; \\ " ' ${'`'} <<E E # ( ) [ ] , : - | > example.com { :443 import (s) {args[0]} {args[:]} reverse_proxy handle
  handle_path route to dynamic respond redir basic_auth tls auto_https off frontend backend bind default_backend
  use_backend acl http-request %[ ]} !{ || or mode tcp crt <VirtualHost *:443> </VirtualHost> <Location /x> </Location>
  ProxyPass ProxyPassMatch BalancerMember RewriteEngine RewriteRule RewriteCond [P] [R=301] Require Redirect SSLEngine on
  Define ${'${D}'} {{ x }} {% if %} <%= y %> http: tcp: services: loadBalancer: servers: url: routers: rule: tunnel: ingress:
  service: clusters: socket_address: "apps": [http.services.x.loadBalancer] [[servers]] url= (a+)+$ ${HOLE} 🚀 ü`.split(
    /\s+/
  )
)
const gap = fc.constantFrom(' ', '\n', '\r\n', '\t', '', '  ', '\n  ')
const text = fc.array(fc.tuple(words, gap), { maxLength: 60 }).map(parts => parts.flat().join(''))
const cut = fc
  .constantFrom(...[...filesBelow('__tests__/fixtures/proxies')].map(([, content]) => content))
  .chain(content =>
    fc
      .tuple(fc.nat(content.length), fc.nat(content.length), text)
      .map(([a, b, between]) => content.slice(0, a) + between + content.slice(b))
  )

describe.each(proxyFormats.map(format => [format.id, format] as const))('%s', (_, format) => {
  test('reads any text without a crash, every place inside the file', () => {
    fc.assert(
      fc.property(fc.oneof(text, cut, fc.string({ unit: 'grapheme' })), content => {
        const file = textOf('file', content)
        const lines = content.split('\n')
        const { routes, unread } = format.read(file, contextOf({ include: () => [file] }))
        const inside = ({ line, column, endLine, endColumn }: Location): boolean =>
          line >= 1 &&
          endLine <= lines.length &&
          (line < endLine || (line === endLine && column <= endColumn)) &&
          column <= (lines[line - 1] ?? '').length + 1 &&
          endColumn <= (lines[endLine - 1] ?? '').length + 1
        for (const { at, listeners, refusal } of routes) {
          for (const place of [
            at,
            ...listeners.map(listener => listener.at),
            ...(refusal === null ? [] : [refusal.at])
          ]) {
            expect(inside(place), JSON.stringify(place)).toBe(true)
          }
        }
        for (const { line } of unread) expect(line).toBeLessThanOrEqual(lines.length)
      }),
      { numRuns: 300 }
    )
  })

  test.each([
    ['servers', 'server{listen 80;server_name a;location /{proxy_pass http://a;}}\n'],
    ['locations', 'location @a{proxy_pass http://$a;try_files x @b;}\n'],
    ['upstreams', 'upstream a{server a:1;server b:2;}proxy_pass http://a;\n'],
    ['deep blocks', 'server {\n'],
    ['deep lines', 'a {\n'],
    ['variables', 'set $a "$b$c$a";\n'],
    ['sites', 'a.b {\nimport s 1\nreverse_proxy a:1\n}\n(s) {\nimport s 2\n}\n'],
    ['backends', 'backend a\nserver a b:1\nfrontend f\nbind :80\nuse_backend %[x] if { path_beg /a }\nacl a path /b\n'],
    ['hosts', '<VirtualHost *:80>\nServerName a\nProxyPass / balancer://a/\nRewriteRule ^(.*)$ /x [R]\n'],
    ['redirects', 'location / { rewrite ^/(a|b)*c$ /d last; return 301 /x; }\n'],
    ['yaml', '- a: [b, c, {d: e}]\n'],
    ['quotes', '"a\\\n'],
    ['braces', '{{ a }} {% b %} {{\n'],
    ['blanks', ' \t \n'],
    ['words', 'listen listen listen listen '],
    ['anything', 'proxy_pass reverse_proxy server ProxyPass service: url: ']
  ])('128 KiB of %s take no more than moments', (_, piece) => {
    const content = piece.repeat(Math.ceil(2 ** 17 / piece.length))
    const began = process.cpuUsage()
    format.claims('nginx/Caddyfile.conf', content)
    format.read(textOf('file', content), contextOf())
    const { user } = process.cpuUsage(began)
    expect(user / 1000).toBeLessThan(1500)
  })
})
