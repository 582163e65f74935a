import { describe, expect, test } from 'vitest'
import { checkout, lint, shown } from '../checkout.ts'
import { deployYaml, onRunner, overSsh } from './deploys.ts'

type Files = Readonly<Record<string, string>>

const findings = (files: Files, rule: RegExp): readonly string[] =>
  shown(lint(checkout(files)).findings)
    .filter(line => rule.test(line))
    .map(line => line.replace(`${deployYaml}:`, ''))

describe('publish-cut-off', () => {
  const of = (script: string): readonly string[] => findings({ [deployYaml]: overSsh(script) }, /./)

  test.each([
    ['docker run -d \\\n  # local\n  -p 127.0.0.1:8000:8000 \\\n  acme/app', '10:15-22'],
    ['docker run -d \\\n  # one\n  # two\n  -p 1:1 acme/app', '10:15-20'],
    ['sudo docker run -d \\ \n  -p 127.0.0.1:8000:8000 \\\n  acme/app', '9:32-34'],
    ['docker run -d \\\t\n  -p 1:1 acme/app', '9:27-29'],
    ['docker run -d # detached \\\n  -p 1:1 acme/app', '9:27-39'],
    ['docker run -d --name app -p 127.0.0.1:1:1 \\\n  # comment\n  -e A=1 acme/app', '10:15-24']
  ])('%j', (script, place) => {
    expect(of(script)).toEqual([`${place} publish-cut-off error`])
  })

  test.each([
    'docker run -d \\\n  -e A=1 \\\n  acme/app \\\n  # the end\necho done',
    'docker run -d acme/app # started\necho -n done',
    'docker run -d acme/app \\\n  # the end\n\nif true; then echo; fi',
    'docker run -d -e "A=\\ b" \\\n  acme/app',
    'docker run -d acme/app\n# -p 80:80',
    '# docker run \\\n#  -p 1:1'
  ])('not %j', script => {
    expect(of(script)).toEqual([])
  })

  test('only in a deployment, silenced like any other', () => {
    const script = 'docker run -d \\\n  # local\n  -p 1:1 acme/app'
    expect(findings({ [deployYaml]: onRunner('ubuntu-latest', script) }, /./)).toEqual([])
    const silenced = `# webhook-reach-check: ignore[publish-cut-off] known\n${script}`
    expect(findings({ [deployYaml]: overSsh(silenced) }, /./)).toEqual([])
  })

  test('keeps a container that stands before the cut', () => {
    expect(of('docker run -d -p 1:1 acme/app \\ \n  --verbose')).toEqual([
      '9:30-33 public-without-tls warning',
      '9:43-45 publish-cut-off error'
    ])
  })
})

describe('dev-tunnel-in-deploy', () => {
  const of = (script: string): readonly string[] => findings({ [deployYaml]: overSsh(script) }, /tunnel/)
  test.each([
    ['stripe listen --forward-to localhost:8000/webhooks', '9:13-63'],
    ['nohup ngrok http 8000 &', '9:13-34'],
    ['cloudflared tunnel --url http://localhost:8000', '9:13-59'],
    ['ngrok http \\\n  --domain x 8000', '9:13-23']
  ])('%s', (script, place) => {
    expect(of(script)).toEqual([`${place} dev-tunnel-in-deploy warning`])
  })

  test.each([
    'stripe trigger payment_intent.succeeded',
    'ngrok version',
    'cloudflared tunnel run app',
    'echo stripe listen'
  ])('not %s', script => expect(of(script)).toEqual([]))

  test('not on a hosted runner', () => {
    expect(findings({ [deployYaml]: onRunner('ubuntu-latest', 'stripe listen &') }, /tunnel/)).toEqual([])
  })
})

describe('webhook-url-insecure', () => {
  const of = (url: string, uses = 'acme/webhook-reach-check@v1'): readonly string[] =>
    findings(
      {
        [deployYaml]: `on: push
env: {HOST: "127.0.0.1"}
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: ${uses}
        with:
          webhook-url: ${url}
`
      },
      /./
    )
  test.each([
    ['http://your-domain.com/hook', '9:24-51'],
    ['"https://localhost/hook"', '9:25-47'],
    ['https://10.0.0.1/hook', '9:24-45'],
    ['https://[::1]:8443/hook', '9:24-47'],
    ['https://${{ env.HOST }}/hook', '9:24-52'],
    ['|\n            https://your-domain.com/a\n            HTTP://your-domain.com/b', '11:13-37'],
    ['http://${{ secrets.HOST }}/hook', '9:24-55']
  ])('%s', (url, place) => {
    expect(of(url)).toEqual([`${place} webhook-url-insecure error`])
  })

  test.each([
    'https://your-domain.com/hook',
    '${{ secrets.URL }}',
    'https://${{ vars.HOST }}/hook',
    '""',
    'https://198.51.100.7/x'
  ])('not %s', url => expect(of(url)).toEqual([]))

  test('nor of another action', () => {
    expect(of('http://your-domain.com', 'acme/notify@v1')).toEqual([])
  })
})

describe('port-conflict', () => {
  const run = (name: string, port: string): string => `docker run -d --name ${name} -p ${port} acme/${name}`
  const of = (script: string, more: Files = {}): readonly string[] =>
    findings({ [deployYaml]: overSsh(script), ...more }, /port-conflict/)

  test.each([
    [`${run('a', '80:80')}\n${run('b', '80:81')}`, '10:39-44'],
    [`${run('a', '80:80')}\n${run('b', '127.0.0.1:80:81')}`, '10:39-54'],
    [`${run('a', '127.0.0.1:80:80')}\n${run('b', '127.0.0.1:79-81:79-81')}`, '10:39-60'],
    [`docker run -d -p 80:80 -p 80:8080 acme/a`, '9:39-46'],
    [`${run('a', '80:80')}\nif true; then\n  ${run('b', '80:80')}\nfi`, '11:41-46'],
    [`docker rm -f a\n${run('a', '80:80')}\n${run('b', '80:80')}\ndocker rm -f a`, '11:39-44']
  ])('%j', (script, place) => {
    expect(of(script)).toEqual([`${place} port-conflict error`])
  })

  test.each([
    `${run('a', '80:80')}\n${run('b', '81:80')}`,
    `${run('a', '80:80')}\n${run('b', '80:80/udp')}`,
    `${run('a', '127.0.0.1:80:80')}\n${run('b', '127.0.0.2:80:80')}`,
    `${run('a', '80')}\n${run('b', '80')}`,
    `${run('a', '$P:80')}\n${run('b', '$P:80')}`,
    `${run('a', '80:80')}\ndocker stop a\n${run('b', '80:80')}`,
    `${run('a', '80:80')}\ndocker rm -f $(docker ps -aq)\n${run('b', '80:80')}`,
    `if true; then\n${run('a', '80:80')}\nelse\n${run('b', '80:80')}\nfi`,
    `${run('a', '80:80')} || ${run('b', '80:80')}`,
    `for n in 1 2; do ${run('a$n', '80:80')}; done`,
    `docker -H ssh://one ${run('a', '80:80').slice(7)}\ndocker -H ssh://two ${run('b', '80:80').slice(7)}`,
    `ssh one '${run('a', '80:80')}'\nssh two '${run('b', '80:80')}'`,
    `${run('a', '80:80')} --network host\ndocker run --network host -p 80:80 acme/b`
  ])('not %j', script => {
    expect(of(script)).toEqual([])
  })

  test('services of one project, and of an override', () => {
    const compose = `services:
  app: {image: acme/app, ports: ["127.0.0.1:8000:8000"]}
  api: {image: acme/api, ports: ["8000:8000"]}
  dev: {image: acme/dev, ports: ["8000:8000"], profiles: [dev]}
`
    expect(of('docker compose up -d', { 'compose.yaml': compose })).toEqual([
      'compose.yaml:3:35-44 port-conflict error'
    ])
    expect(
      of('docker compose up -d', {
        'compose.yaml': 'services:\n  app: {image: acme/app, ports: ["8000:8000"]}\n',
        'compose.override.yaml': 'services:\n  app: {ports: ["127.0.0.1:8000:8000"]}\n'
      })
    ).toEqual(['compose.override.yaml:2:18-37 port-conflict error'])
  })

  test('not between jobs, servers and two ways to start one service', () => {
    const two = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ssh s ${run('a', '80:80')}\n  b:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ssh s ${run('b', '80:80')}\n`
    expect(findings({ [deployYaml]: two }, /port-conflict/)).toEqual([])
    const files = {
      'compose.yaml': 'services:\n  app: {image: acme/app, ports: ["80:80"]}\n',
      'prod.yaml': 'services:\n  app: {image: acme/app, ports: ["80:80"]}\n'
    }
    expect(of('docker compose up -d\ndocker compose -f prod.yaml up -d', files)).toEqual([])
  })
})

describe('routes to the app', () => {
  const app = { [deployYaml]: overSsh('docker run -d --name app -p 127.0.0.1:8000:8000 acme/app') }
  const server = (listen: string, inner = '', port = 8000): string =>
    `server {\n  listen ${listen};\n  server_name a.example.com;\n  ${inner}\n  location / { proxy_pass http://127.0.0.1:${port}; }\n}\n`

  describe('proxy-without-tls', () => {
    const of = (nginx: string, script = ''): readonly string[] =>
      findings({ [deployYaml]: `${app[deployYaml]}${script}`, 'nginx.conf': nginx }, /./)
    test('points at the listener', () => {
      expect(of(server('80'))).toEqual(['nginx.conf:2:3-12 proxy-without-tls warning'])
    })

    test.each([
      ['with TLS', server('443 ssl'), ''],
      ['with TLS beside it', server('80') + server('443 ssl'), ''],
      ['with certbot', server('80'), '            sudo certbot --nginx -d a.example.com\n'],
      ['behind a proxy with TLS', server('8080') + server('443 ssl', '', 8080), '']
    ])('quiet %s', (_, nginx, script) => {
      expect(of(nginx, script)).toEqual([])
    })

    test('quiet for Caddy, which gets its certificates by itself', () => {
      expect(findings({ ...app, Caddyfile: 'a.example.com {\n  reverse_proxy 127.0.0.1:8000\n}\n' }, /./)).toEqual([])
    })
  })

  describe('proxy-blocks-webhook', () => {
    const of = (files: Files): readonly string[] => findings({ ...app, ...files }, /./)
    test('points at what refuses', () => {
      expect(of({ 'nginx.conf': server('443 ssl', 'deny all;') })).toEqual([
        'nginx.conf:4:3-11 proxy-blocks-webhook error'
      ])
      expect(of({ 'nginx.conf': server('443 ssl', 'auth_basic "x";') })).toEqual([
        'nginx.conf:4:3-17 proxy-blocks-webhook error'
      ])
    })

    test('quiet where another way is open', () => {
      expect(of({ 'nginx.conf': server('443 ssl', 'deny all;') + server('443 ssl') })).toEqual([])
      const open = server(
        '443 ssl',
        'location /webhooks/ { proxy_pass http://127.0.0.1:8000; auth_basic off; }\n  auth_basic "x";'
      )
      expect(of({ 'nginx.conf': open })).toEqual([])
    })

    test('quiet for an app beside the one that takes webhooks', () => {
      const script = 'docker run -d -p 127.0.0.1:8000:8000 acme/app\ndocker run -d -p 127.0.0.1:9000:9000 acme/admin'
      const nginx = server('443 ssl') + server('443 ssl', 'auth_basic "x";', 9000)
      expect(findings({ [deployYaml]: overSsh(script), 'nginx.conf': nginx }, /./)).toEqual([])
    })
  })
})
