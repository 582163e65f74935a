import { describe, expect, test } from 'vitest'
import type { DeclaredProxies } from '../../src/model/exposure.ts'
import type { Finding } from '../../src/model/finding.ts'
import { DiskFiles } from '../../src/platform/files.ts'
import { checkAll, type RuleLevels } from '../../src/rules/engine.ts'
import { deployWith, exampleFile, nginxSite } from '../../src/rules/rule.ts'
import { readDeployment } from '../../src/sources/index.ts'
import { checkout } from '../checkout.ts'

type Files = Readonly<Record<string, string>>

function findings(files: Files, proxies: DeclaredProxies = 'auto', levels: RuleLevels = new Map()): readonly Finding[] {
  const options = { named: null, excluded: () => false, webhookPath: '/webhooks/stripe' }
  return checkAll(readDeployment(new DiskFiles(checkout(files)), options), proxies, levels).findings
}
const of = (rule: string, files: Files, proxies?: DeclaredProxies): Finding => {
  const found = findings(files, proxies).find(finding => finding.rule === rule)
  if (found === undefined) throw new Error(`no ${rule} in ${JSON.stringify(findings(files, proxies))}`)
  return found
}
const ssh = (flags: string, image?: string): Files => ({ [exampleFile]: deployWith(flags, image) })
const site = (options: Parameters<typeof nginxSite>[0] = {}): Files => ({ 'deploy/nginx.conf': nginxSite(options) })
const script = (...lines: string[]): Files => ({
  [exampleFile]: `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: appleboy/ssh-action@v1
        with:
          host: your-domain.com
          script: |
${lines.map(line => `            ${line}\n`).join('')}`
})

describe('a message names', () => {
  test.each<[string, string, Files, RegExp]>([
    ['the container', 'public-without-tls', ssh('-p 8000:8000'), /^app is published/],
    [
      'the image, where the container has no name',
      'public-without-tls',
      script('docker run -p 8000:80 ghcr.io/acme/shop:v1@sha256:00'),
      /^shop is published/
    ],
    [
      'nothing, where neither is known',
      'public-without-tls',
      script('docker run -p 8000:80 "$IMAGE"'),
      /^the container is published/
    ],
    [
      'what is known of a name',
      'public-without-tls',
      script('docker run -p 8000:80 --name app-$SUFFIX x'),
      /^app-… is published/
    ],
    [
      'the image, where nothing of the name is known',
      'public-without-tls',
      script('docker run -p 8000:80 --name $NAME acme/shop'),
      /^shop is published/
    ],
    ['the port', 'public-without-tls', ssh('-p 8000:8000'), /: port 8000 answers/],
    ['a range', 'public-without-tls', ssh('-p 8000-8002:8000-8002'), /: ports 8000-8002 answers/],
    ['a random port', 'public-without-tls', ssh('-p 8000'), /: a random port answers/],
    [
      'a port that is not known',
      'public-without-tls',
      script('docker run -p 0.0.0.0:$PORT:80 x'),
      /: the port answers/
    ],
    [
      'what the mapping rests on',
      'loopback-without-proxy',
      script('docker run -p ${BIND:-127.0.0.1}:${PORT:-80}:80 x'),
      /\(with BIND and PORT unset, which/
    ],
    [
      'a sign of a proxy',
      'loopback-without-proxy',
      { ...script('docker run -p 127.0.0.1:8000:80 x', 'sudo systemctl reload nginx') },
      /nginx.*but the checkout does not show where it forwards\.$/
    ],
    [
      'a proxy that leads elsewhere',
      'proxy-port-mismatch',
      { ...ssh('-p 127.0.0.1:8000:8000'), ...site({ upstream: '127.0.0.1:9000' }) },
      /^deploy\/nginx\.conf:5 \(nginx\) forwards to port 9000, .*port 8000/
    ],
    [
      'a proxy inside a container',
      'proxy-cannot-reach-loopback',
      {
        ...script(
          'docker run -d --name web -v ./nginx.conf:/etc/nginx/conf.d/default.conf -p 443:443 nginx',
          'docker run -d --name app -p 127.0.0.1:8000:80 x'
        ),
        'nginx.conf': nginxSite()
      },
      /^nginx\.conf:5 forwards to 127\.0\.0\.1:8000 from inside/
    ],
    [
      'the proxy that is bypassed',
      'proxy-bypass',
      { ...ssh('-p 8000:8000'), ...site() },
      /^nginx \(deploy\/nginx\.conf:5\) forwards to app, yet port 8000/
    ],
    [
      'the address that is dropped',
      'host-address-ignored',
      ssh('-p host_ip=127.0.0.1,published=8000,target=80'),
      /the address 127\.0\.0\.1 here: app /
    ],
    [
      'what is not known',
      'unresolved-binding',
      ssh('-p ${{ secrets.BIND }}:8000:80'),
      /depends on \$\{\{ secrets\.BIND \}\}:8000:80,/
    ],
    [
      'both claims to a port',
      'port-conflict',
      script('docker run -d --name one -p 443:1 x', 'docker run -d --name two -p 443:2 y'),
      /^two claims host port 443, which one claims already at .*deploy\.yml:10:/
    ],
    [
      'one container that claims it twice',
      'port-conflict',
      ssh('-p 443:1 -p 443:2'),
      /^app claims host port 443, which it claims already/
    ],
    [
      'where the app listens',
      'app-loopback-in-container',
      ssh('-p 443:8000', 'acme/app uvicorn app:app --host 127.0.0.1 --port 8000'),
      /^app listens on 127\.0\.0\.1:8000 inside .* published at \.github\/workflows\/deploy\.yml:10 /
    ],
    [
      'the ports of the app',
      'container-port-mismatch',
      ssh('-p 443:8000', 'acme/app uvicorn app:app --host 0.0.0.0 --port 5000'),
      /leads to port 8000 inside app, whose command listens on 5000 \(/
    ],
    [
      'the comment that cuts',
      'publish-cut-off',
      script('docker run -d \\', '  # why', '  -p 443:80 x'),
      /^This comment ends the docker command that starts at .*deploy\.yml:10:/
    ],
    [
      'the blank that cuts',
      'publish-cut-off',
      script('docker run -d \\ ', '  -p 443:80 x'),
      /^The blank after this backslash/
    ],
    [
      'an empty mapping',
      'invalid-publish',
      ssh('-p ""'),
      /^Docker refuses an empty mapping: it names no container port/
    ],
    ['what is refused', 'invalid-publish', ssh('-p localhost:80:80'), /^Docker refuses localhost:80:80: /],
    [
      'what turns webhooks away',
      'proxy-blocks-webhook',
      { ...ssh('-p 127.0.0.1:8000:8000'), ...site({ extra: '    deny all;\n' }) },
      /^`deny all` of nginx turns webhooks to app away: /
    ],
    [
      'the listener without TLS',
      'proxy-without-tls',
      { ...ssh('-p 127.0.0.1:8000:8000'), ...site({ listen: '80' }) },
      /^nginx listens here without TLS, and no other listener leads to app \(.*deploy\.yml:10\)/
    ],
    ['the tunnel', 'dev-tunnel-in-deploy', script('ngrok http 8000'), /^`ngrok http` is a developer's tunnel/],
    [
      'the file',
      'unreadable',
      { ...ssh('-p 443:443'), '.github/workflows/other.yml': 'a: [\n' },
      /^\.github\/workflows\/other\.yml could not be read: .+\. Nothing/
    ]
  ])('%s: %s', (_, rule, files, message) => {
    expect(of(rule, files).message).toMatch(message)
  })

  test('the input where the input declares the proxy', () => {
    expect(of('proxy-port-mismatch', ssh('-p 127.0.0.1:8000:80'), [{ proxy: 'caddy', port: 9000 }]).message).toMatch(
      /^The proxy input \(caddy:9000\) forwards to port 9000,/
    )
    expect(
      of('proxy-port-mismatch', ssh('-p 127.0.0.1:8000:80'), [{ proxy: 'caddy', port: 9000 }]).fix?.description
    ).toMatch('in the proxy input')
    expect(of('proxy-bypass', ssh('-p 8000:80'), [{ proxy: 'caddy', port: 8000 }]).message).toMatch(
      /^the caddy of the proxy input forwards/
    )
  })
})

describe('places beside the finding', () => {
  test.each<[string, Files, string[]]>([
    [
      'proxy-port-mismatch',
      { ...ssh('-p 127.0.0.1:8000:8000'), ...site({ upstream: '127.0.0.1:9000' }) },
      ['deploy/nginx.conf:5 nginx forwards to port 9000']
    ],
    ['proxy-bypass', { ...ssh('-p 8000:8000'), ...site() }, ['deploy/nginx.conf:5 nginx forwards from here']],
    [
      'public-without-tls',
      { ...script('./deploy.sh'), 'deploy.sh': 'docker run -p 8000:80 x\n' },
      [`${exampleFile}:10 called from here`]
    ],
    [
      'dev-tunnel-in-deploy',
      { ...script('./deploy.sh'), 'deploy.sh': 'ngrok http 80\n' },
      [`${exampleFile}:10 called from here`]
    ],
    [
      'invalid-publish',
      { ...script('./deploy.sh'), 'deploy.sh': 'docker run -p x:80 y\n' },
      [`${exampleFile}:10 called from here`]
    ],
    [
      'publish-cut-off',
      { ...script('./deploy.sh'), 'deploy.sh': 'docker run \\\n # x\n -p 80:80 y\n' },
      [`${exampleFile}:10 called from here`]
    ],
    ['port-conflict', ssh('-p 443:1 -p 443:2'), [`${exampleFile}:10 claimed here first`]],
    [
      'proxy-without-tls',
      { ...ssh('-p 127.0.0.1:8000:8000'), ...site({ listen: '80' }) },
      ['deploy/nginx.conf:5 forwards to app']
    ],
    [
      'proxy-blocks-webhook',
      { ...ssh('-p 127.0.0.1:8000:8000'), ...site({ extra: '    deny all;\n' }) },
      ['deploy/nginx.conf:6 forwards to app']
    ],
    [
      'app-loopback-in-container',
      ssh('-p 443:8000', 'acme/app uvicorn app:app --host 127.0.0.1 --port 8000'),
      [`${exampleFile}:10 published here`]
    ],
    [
      'container-port-mismatch',
      ssh('-p 443:8000', 'acme/app uvicorn app:app --host 0.0.0.0 --port 5000'),
      [`${exampleFile}:10 listens on 5000`]
    ]
  ])('%s', (rule, files, related) => {
    expect(of(rule, files).related.map(({ at, message }) => `${at.file}:${at.line} ${message}`)).toEqual(related)
  })
})

test('the way out of a cut depends on what cuts', () => {
  const fix = (...lines: string[]): string | undefined => of('publish-cut-off', script(...lines)).fix?.description
  expect(fix('docker run -d \\', '  # why', '  -p 443:80 x')).toMatch('comment')
  expect(fix('docker run -d \\ ', '  -p 443:80 x')).toMatch('blank')
})

test('the way out of a bypass depends on where the proxy is', () => {
  const fix = (files: Files): string | undefined => of('proxy-bypass', files).fix?.description
  expect(fix({ ...ssh('-p 8000:8000'), ...site() })).toMatch('still reaches')
  expect(fix({ ...ssh('-p 8000:8000'), ...site({ upstream: '10.0.0.5:8000' }) })).toMatch('forward to that')
  const contained = script('docker run -d -p 8000:80 x', 'docker run -d -v ./deploy:/etc/nginx/conf.d nginx')
  expect(fix({ ...contained, ...site({ upstream: 'host.docker.internal:8000' }) })).toMatch('one Docker network')
})

describe('edits', () => {
  /** The first edited line as it comes out; null where a person has to decide. */
  function edited(rule: string, files: Files): string | null {
    const [edit] = of(rule, files).fix?.edits ?? []
    if (edit === undefined) return null
    const line = files[edit.file]?.split('\n')[edit.line - 1] ?? ''
    return `${line.slice(0, edit.column - 1)}${edit.text}${line.slice(edit.endColumn - 1)}`.trim()
  }

  test.each<[string, Files, string | null]>([
    ['data-store-exposed', ssh('-p 5432:5432', 'postgres'), 'docker run -d --name app -p 127.0.0.1:5432:5432 postgres'],
    [
      'data-store-exposed',
      ssh('-p 0.0.0.0:5432:5432', 'postgres'),
      'docker run -d --name app -p 127.0.0.1:5432:5432 postgres'
    ],
    [
      'data-store-exposed',
      ssh('-p "[::]:5432:5432"', 'postgres'),
      'docker run -d --name app -p "127.0.0.1:5432:5432" postgres'
    ],
    [
      'data-store-exposed',
      ssh('-p 5432-5433:5432-5433/tcp', 'postgres'),
      'docker run -d --name app -p 127.0.0.1:5432-5433:5432-5433/tcp postgres'
    ],
    ['data-store-exposed', ssh('-p 5432:5432/udp', 'postgres'), null],
    ['data-store-exposed', ssh('-p 5432', 'postgres'), null],
    ['data-store-exposed', script('docker run -p ${P:-5432:5432} postgres'), null],
    ['data-store-exposed', ssh('-p 198.51.100.10:5432:5432', 'postgres'), null],
    [
      'proxy-bypass',
      { ...ssh('-p 8000:8000'), ...site() },
      'docker run -d --name app -p 127.0.0.1:8000:8000 ghcr.io/acme/app'
    ],
    ['proxy-bypass', { ...ssh('-p 8000:8000'), ...site({ upstream: '[::1]:8000' }) }, null],
    ['invalid-publish', ssh('-p LocalHost:80:80'), 'docker run -d --name app -p 127.0.0.1:80:80 ghcr.io/acme/app'],
    ['invalid-publish', ssh('-p localhost.example.com:80:80'), null],
    ['publish-cut-off', script('docker run -d \\ ', '  -p 443:80 x'), 'docker run -d \\'],
    ['publish-cut-off', script('docker run -d \\', '  # why', '  -p 443:80 x'), null]
  ])('%s', (rule, files, line) => {
    expect(edited(rule, files)).toBe(line)
  })
})

describe('what counts', () => {
  const nginx = (name: string, text: string): Files => ({ [`deploy/${name}.conf`]: text })
  const server = (listen: string, upstream: string, extra = ''): string => nginxSite({ listen, upstream, extra })
  const app = ssh('-p 127.0.0.1:8000:8000')
  const uvicorn = 'acme/app uvicorn app:app --port 8000 --host'
  const gunicorn = 'acme/app gunicorn --bind 127.0.0.1:8000 --bind 0.0.0.0:9000 app:app'
  const two = script(
    'docker run -d --name one -p 127.0.0.1:8000:80 x',
    'docker run -d --name two -p 127.0.0.1:8001:80 y'
  )

  test.each<[string, string, Files, number]>([
    ['app-loopback-in-container', 'loopback', ssh('-p 443:8000', `${uvicorn} 127.0.0.1`), 1],
    ['app-loopback-in-container', 'localhost', ssh('-p 443:8000', `${uvicorn} localhost`), 1],
    ['app-loopback-in-container', 'IPv6', ssh('-p 443:8000', `${uvicorn} ::1`), 1],
    ['app-loopback-in-container', 'every address', ssh('-p 443:8000', `${uvicorn} 0.0.0.0`), 0],
    ['app-loopback-in-container', 'no published port', ssh('', `${uvicorn} 127.0.0.1`), 0],
    ['app-loopback-in-container', 'a port of another protocol', ssh('-p 443:8000/udp', `${uvicorn} 127.0.0.1`), 0],
    [
      'app-loopback-in-container',
      'the first of two mappings of another protocol',
      ssh('-p 443:8000/udp -p 443:8000', `${uvicorn} 127.0.0.1`),
      1
    ],
    ['app-loopback-in-container', 'no network', ssh('--network none -p 443:8000', `${uvicorn} 127.0.0.1`), 0],
    ['app-loopback-in-container', 'the host network', ssh('--network host -p 443:8000', `${uvicorn} 127.0.0.1`), 0],
    [
      'app-loopback-in-container',
      'another container’s network',
      ssh('--network container:vpn -p 443:8000', `${uvicorn} 127.0.0.1`),
      0
    ],
    ['app-loopback-in-container', 'a network of its own', ssh('--network web -p 443:8000', `${uvicorn} 127.0.0.1`), 1],
    [
      'app-loopback-in-container',
      'a proxy',
      ssh('-p 443:8000', 'nginx uvicorn app:app --port 8000 --host 127.0.0.1'),
      0
    ],
    ['app-loopback-in-container', 'loopback at the port that is published', ssh('-p 443:8000', gunicorn), 1],
    ['app-loopback-in-container', 'loopback at another port', ssh('-p 443:9000', gunicorn), 0],
    [
      'app-loopback-in-container',
      'loopback at one of two ports, both published',
      ssh('-p 443:8000 -p 80:9000', gunicorn),
      0
    ],
    ['app-loopback-in-container', 'loopback at one of two ports, neither published', ssh('-p 443:7000', gunicorn), 0],
    [
      'app-loopback-in-container',
      'loopback at the port, beside another protocol',
      ssh('-p 443:9000/udp -p 443:8000', gunicorn),
      1
    ],
    ['container-port-mismatch', 'another port', ssh('-p 443:5000', `${uvicorn} 0.0.0.0`), 1],
    ['container-port-mismatch', 'two mappings, neither fits', ssh('-p 443:5000 -p 80:5001', `${uvicorn} 0.0.0.0`), 2],
    ['container-port-mismatch', 'two mappings, one fits', ssh('-p 443:8000 -p 9090:9090', `${uvicorn} 0.0.0.0`), 0],
    ['container-port-mismatch', 'a range that holds it', ssh('-p 443-445:7999-8001', `${uvicorn} 0.0.0.0`), 0],
    [
      'container-port-mismatch',
      'a port that is not known',
      script('docker run -p 443:$PORT acme/app uvicorn app:app --port 8000 --host 0.0.0.0'),
      0
    ],
    ['container-port-mismatch', 'another protocol', ssh('-p 443:5000/udp', `${uvicorn} 0.0.0.0`), 0],
    ['container-port-mismatch', 'no network', ssh('--network none -p 443:5000', `${uvicorn} 0.0.0.0`), 0],
    ['container-port-mismatch', 'the host network', ssh('--network host -p 443:5000', `${uvicorn} 0.0.0.0`), 0],
    [
      'container-port-mismatch',
      'another container’s network',
      ssh('--network container:vpn -p 443:5000', `${uvicorn} 0.0.0.0`),
      0
    ],
    ['container-port-mismatch', 'a proxy', ssh('-p 443:5000', 'nginx uvicorn app:app --port 8000 --host 0.0.0.0'), 0],
    ['container-port-mismatch', 'an app that names no port', ssh('-p 443:5000', 'acme/app'), 0],
    ['port-conflict', 'two ports', script('docker run --name a -p 443:1 x', 'docker run --name b -p 444:1 y'), 0],
    ['port-conflict', 'the host network', ssh('--network host -p 443:1 -p 443:2'), 0],
    [
      'port-conflict',
      'one on the host network',
      script('docker run --name a --network host -p 443:1 x', 'docker run --name b -p 443:1 y'),
      0
    ],
    [
      'port-conflict',
      'the other on the host network',
      script('docker run --name a -p 443:1 x', 'docker run --name b --network host -p 443:1 y'),
      0
    ],
    [
      'port-conflict',
      'the first stopped before',
      script('docker run --name a -p 443:1 x', 'docker rm -f a', 'docker run --name b -p 443:1 y'),
      0
    ],
    ['proxy-without-tls', 'port 80 alone', { ...app, ...nginx('a', server('80', '127.0.0.1:8000')) }, 1],
    [
      'proxy-without-tls',
      'a second way with TLS',
      { ...app, ...nginx('a', server('80', '127.0.0.1:8000')), ...nginx('b', server('443 ssl', '127.0.0.1:8000')) },
      0
    ],
    [
      'proxy-without-tls',
      'TLS before the listener',
      { ...app, ...nginx('a', server('8080', '127.0.0.1:8000')), ...nginx('b', server('443 ssl', '127.0.0.1:8080')) },
      0
    ],
    [
      'proxy-without-tls',
      'TLS before another listener',
      { ...app, ...nginx('a', server('8080', '127.0.0.1:8000')), ...nginx('b', server('443 ssl', '127.0.0.1:9090')) },
      1
    ],
    [
      'proxy-without-tls',
      'certbot in the deploy',
      {
        ...script('docker run -p 127.0.0.1:8000:8000 x', 'sudo certbot --nginx -d your-domain.com'),
        ...nginx('a', server('80', '127.0.0.1:8000'))
      },
      0
    ],
    ['proxy-blocks-webhook', 'an open app', { ...app, ...nginx('a', server('443 ssl', '127.0.0.1:8000')) }, 0],
    [
      'proxy-blocks-webhook',
      'a closed one',
      { ...app, ...nginx('a', server('443 ssl', '127.0.0.1:8000', '    deny all;\n')) },
      1
    ],
    [
      'proxy-blocks-webhook',
      'a second app that is open',
      {
        ...two,
        ...nginx('a', server('443 ssl', '127.0.0.1:8000', '    deny all;\n')),
        ...nginx('b', server('443 ssl', '127.0.0.1:8001').replace('your-', 'my-'))
      },
      0
    ],
    [
      'proxy-blocks-webhook',
      'two closed apps',
      {
        ...two,
        ...nginx('a', server('443 ssl', '127.0.0.1:8000', '    deny all;\n')),
        ...nginx('b', server('443 ssl', '127.0.0.1:8001', '    deny all;\n').replace('your-', 'my-'))
      },
      2
    ],
    [
      'proxy-blocks-webhook',
      'open without TLS, closed with it',
      {
        ...app,
        ...nginx('a', server('80', '127.0.0.1:8000')),
        ...nginx('b', server('443 ssl', '127.0.0.1:8000', '    deny all;\n'))
      },
      1
    ],
    [
      'proxy-blocks-webhook',
      'closed without TLS, open with it',
      {
        ...app,
        ...nginx('a', server('80', '127.0.0.1:8000', '    deny all;\n')),
        ...nginx('b', server('443 ssl', '127.0.0.1:8000'))
      },
      0
    ],
    [
      'dev-tunnel-in-deploy',
      'on a runner that ends',
      { [exampleFile]: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ngrok http 80\n' },
      0
    ],
    [
      'publish-cut-off',
      'on a runner that ends',
      {
        [exampleFile]:
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          docker run \\\n          # x\n          -p 80:80 x\n'
      },
      0
    ]
  ])('%s: %s', (rule, _, files, count) => {
    expect(findings(files).filter(finding => finding.rule === rule)).toHaveLength(count)
  })
})

describe('levels', () => {
  const levels = (levels: RuleLevels): string[] =>
    findings(ssh('-p 8000:8000'), 'auto', levels).map(({ rule, level }) => `${rule} ${level}`)
  test('are the rule’s own, or those of the input', () => {
    expect(levels(new Map())).toEqual(['public-without-tls warning'])
    expect(levels(new Map([['public-without-tls', 'error']]))).toEqual(['public-without-tls error'])
    expect(levels(new Map([['public-without-tls', 'off']]))).toEqual([])
  })

  test('a sign of a proxy makes the error a warning, and the input has the last word', () => {
    const files = script('docker run -p 127.0.0.1:8000:80 x', 'sudo systemctl reload nginx')
    expect(of('loopback-without-proxy', files).level).toBe('warning')
    expect(findings(files, 'auto', new Map([['loopback-without-proxy', 'error']]))[0]?.level).toBe('error')
  })
})

describe('comments that silence', () => {
  const silenced = (...lines: string[]): string[] =>
    findings(script(...lines)).map(({ rule, at }) => `${rule} ${at.line - 9}`)
  const run = 'docker run -p 8000:80 x'
  test.each<[string[], string[]]>([
    [[`${run} # webhook-reach-check: ignore[public-without-tls] a reason`], []],
    [['# webhook-reach-check: ignore[public-without-tls] a reason', run], []],
    [['# webhook-reach-check: ignore[public-without-tls]', run], ['ignore-without-reason 1']],
    [
      ['# webhook-reach-check: ignore[proxy-bypass] a reason', run],
      ['unused-ignore 1', 'public-without-tls 2']
    ],
    [
      ['# webhook-reach-check: ignore[proxy-bypass]', run],
      ['ignore-without-reason 1', 'unused-ignore 1', 'public-without-tls 2']
    ],
    [['# webhook-reach-check: ignore[proxy-bypass, public-without-tls] a reason', run], []],
    [
      ['# webhook-reach-check: ignore[] a reason', run],
      ['unused-ignore 1', 'public-without-tls 2']
    ],
    [['# webhook-reach-check: ignore[public-without-tls] a reason', 'docker run \\', '  -p 8000:80 x'], []],
    [['# webhook-reach-check: proxied-by nginx', run], ['proxy-bypass 2']]
  ])('%j', (lines, expected) => {
    expect(silenced(...lines)).toEqual(expected)
  })

  test('are warnings of their own, with a way out', () => {
    for (const comment of ['ignore[proxy-bypass]', 'ignore[] a reason']) {
      const own = findings(script(`# webhook-reach-check: ${comment}`, run)).filter(({ rule }) =>
        rule.includes('ignore')
      )
      expect(own).not.toEqual([])
      for (const { level, fix } of own) {
        expect(level).toBe('warning')
        expect(fix).toEqual({ description: expect.stringMatching(/\w{3}/), edits: [] })
      }
    }
    const [first] = findings(script('# webhook-reach-check: ignore[] a reason', run))
    expect(first?.message).toMatch('# webhook-reach-check: ignore[rule-id] reason')
  })

  test('say what they name', () => {
    const [first] = findings(script('# webhook-reach-check: ignore[proxy-bypass, unreadable] a reason', run))
    expect(first?.message).toMatch('no proxy-bypass, unreadable is found')
    expect(findings(script('# webhook-reach-check: ignore[] a reason', run))[0]?.message).toMatch('names no rule')
    expect(findings(script('# webhook-reach-check: ignore[proxy-bypass, unreadable]', run))[0]?.message).toMatch(
      'silences proxy-bypass, unreadable and'
    )
  })
})

test('findings come in the order of files, lines, columns and rules', () => {
  const two = script('docker run --name b -p 8000:80 -p 443:1 -p 443:2 x', 'docker run --name c -p 127.0.0.1:1:1 x')
  const files = { ...two, '.github/workflows/a.yml': two[exampleFile] ?? '', '.github/workflows/z.yml': 'a: [\n' }
  const order = findings(files).map(({ at, rule }) => `${at.file.slice(18)}:${at.line}:${at.column} ${rule}`)
  expect(order).toHaveLength(7)
  expect(order).toEqual([...order].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })))
})

test('a place that a loop comes by twice is one finding, the graver', () => {
  const readme = `# Set-up\n\n\`\`\`nginx\n${nginxSite()}\`\`\`\n`
  for (const ports of ['8000 9000', '9000 8000']) {
    const loop = script(`for p in ${ports}; do docker run -p 127.0.0.1:$p:80 x; done`)
    expect(findings({ ...loop, 'README.md': readme }).map(({ rule, level }) => `${rule} ${level}`)).toEqual([
      'loopback-without-proxy error'
    ])
  }
  const described = of('loopback-without-proxy', { ...ssh('-p 127.0.0.1:8000:80'), 'README.md': readme })
  expect(described.level).toBe('warning')
  expect(described.message).toMatch(/README\.md:\d+ .*but nothing in the checkout sets it up\.$/)
  expect(described.related).toEqual([
    { at: expect.objectContaining({ file: 'README.md' }), message: expect.stringMatching(/\w{3}/) }
  ])
})

test('says which path it looked at where nobody names one', () => {
  const files = { ...ssh('-p 127.0.0.1:8000:8000'), ...site({ extra: '    return 404;\n' }) }
  const fixFor = (webhookPath: string | null): string => {
    const options = { named: null, excluded: () => false, webhookPath }
    const { findings } = checkAll(readDeployment(new DiskFiles(checkout(files)), options), 'auto', new Map())
    return findings.find(({ rule }) => rule === 'proxy-blocks-webhook')?.fix?.description ?? ''
  }
  expect(fixFor(null)).toMatch(/judged for \/webhooks\/stripe, since no `webhook-url` names another path\.$/)
  expect(fixFor('/hooks')).toMatch(/without this restriction\.$/)
})

test('a mapping that is read twice is one finding, the gravest', () => {
  const run = 'docker run -p 5432:5432 $1\n'
  for (const images of [
    ['acme/app', 'postgres'],
    ['postgres', 'acme/app']
  ]) {
    const files = { ...script(...images.map(image => `./deploy.sh ${image}`)), 'deploy.sh': run }
    expect(findings(files).map(({ rule }) => rule)).toContain('data-store-exposed')
    expect(findings(files).map(({ rule }) => rule)).not.toContain('public-without-tls')
  }
})

test.each([
  ['http://shop.example.com/x', /is not https/],
  ['HTTP://shop.example.com/x', /is not https/],
  ['https://localhost/x', /names the machine itself/],
  ['https://user:pw@127.0.0.1:8443/x', /names the machine itself/],
  ['https://[::1]/x', /names the machine itself/],
  ['https://10.0.0.7?x', /names a private address/],
  ['https://[fd00::1]:8443/x', /names a private address/],
  ['${{ secrets.SCHEME }}http://x', null],
  ['https://shop.example.com/http://10.0.0.7', null],
  ['https://shop.example.com/x?to=@10.0.0.7', null]
])('the URL %s', (url, message) => {
  const files = {
    [exampleFile]: `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: acme/webhook-reach-check@v1\n        with:\n          webhook-url: "${url}"\n`
  }
  const found = findings(files).filter(({ rule }) => rule === 'webhook-url-insecure')
  expect(found).toHaveLength(message === null ? 0 : 1)
  if (message !== null) expect(found[0]?.message).toMatch(message)
})
