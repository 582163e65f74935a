import { describe, expect, test } from 'vitest'
import { DiskFiles } from '../../src/platform/files.ts'
import { checkAll } from '../../src/rules/engine.ts'
import { readDeployment } from '../../src/sources/index.ts'
import { checkout } from '../checkout.ts'
import { deployYaml, overSsh } from '../sources/deploys.ts'

type Files = Readonly<Record<string, string>>

/** Where the rule speaks up. */
function places(files: Files): readonly string[] {
  const options = { named: null, excluded: () => false, webhookPath: '/webhooks/stripe' }
  const { findings } = checkAll(readDeployment(new DiskFiles(checkout(files)), options), 'auto', new Map())
  return findings.filter(({ rule }) => rule === 'proxy-without-tls').map(({ at }) => `${at.file}:${at.line}`)
}

const deploy = (...lines: readonly string[]): string => overSsh(['docker compose up -d', ...lines].join('\n'))

const server = (listen: string, upstream = 'app:8000'): string =>
  `server {\n${listen
    .split(',')
    .map(each => `  listen ${each};\n`)
    .join('')}  location / { proxy_pass http://${upstream}; }\n}\n`

interface Stack {
  readonly app?: string
  readonly web?: string
  readonly image?: string
  readonly conf?: string
  readonly more?: Files
}

/** An app that publishes nothing, and a proxy's container before it. */
const stack = ({
  app = 'acme/app',
  web = 'ports: ["80:80"]',
  image = 'nginx',
  conf = server('80'),
  more = {}
}: Stack) => ({
  [deployYaml]: deploy(),
  'compose.yaml': `services:
  app:
    image: ${app}
  web:
    image: ${image}
    ${web}
    volumes: ["./nginx/site.conf:/etc/nginx/conf.d/default.conf:ro"]
`,
  'nginx/site.conf': conf,
  ...more
})

const plain = ['nginx/site.conf:2']

describe('an app that only a container of a proxy reaches', () => {
  test.each<[string, Stack, readonly string[]]>([
    ['its plain port is public', {}, plain],
    ['its plain port is public under another number', { web: 'ports: ["8080:80"]' }, plain],
    ['443 is public as well', { web: 'ports: ["80:80", "443:443"]' }, []],
    ['443 is all that is public', { web: 'ports: ["443:80"]' }, []],
    ['its port is on loopback', { web: 'ports: ["127.0.0.1:80:80"]' }, []],
    ['another of its ports is public', { web: 'ports: ["80:8080"]' }, []],
    ['nothing of it is published', { web: 'restart: always' }, []],
    ['it is on the host network', { web: 'network_mode: host' }, []],
    ['it is no proxy', { image: 'acme/web' }, []],
    ['the app is an operator’s own tool', { app: 'portainer/portainer-ce' }, []],
    ['the app is a data store', { app: 'postgres' }, []],
    ['it listens with TLS too', { conf: server('80,443 ssl') }, []],
    ['TLS comes first', { conf: server('443 ssl,80') }, []],
    ['another server block has TLS', { conf: server('80') + server('443 ssl') }, []],
    ['another server block is not published', { conf: server('80') + server('8081') }, []],
    [
      'both server blocks are published',
      { web: 'ports: ["80:80", "8081:8081"]', conf: server('80') + server('8081') },
      [...plain, 'nginx/site.conf:6']
    ],
    ['its port is in a variable', { conf: server('$port') }, []],
    [
      'the deploy gets a certificate',
      { more: { [deployYaml]: deploy('sudo certbot --nginx -d your-domain.com') } },
      []
    ],
    [
      'another workflow gets a certificate',
      {
        more: {
          '.github/workflows/other.yml': deploy('sudo certbot --nginx -d your-domain.com').replace(
            'docker compose up -d',
            'date'
          )
        }
      },
      plain
    ],
    [
      'a proxy of the host with TLS forwards to its port',
      { web: 'ports: ["127.0.0.1:8080:80"]', more: { 'host/nginx.conf': server('443 ssl', '127.0.0.1:8080') } },
      []
    ]
  ])('%s', (_, given, expected) => {
    expect(places(stack(given))).toEqual(expected)
  })
})

describe('an app that is published for a proxy', () => {
  const app = (conf: string, more: Files = {}): Files => ({
    [deployYaml]: deploy(),
    'compose.yaml': 'services:\n  app:\n    image: acme/app\n    ports: ["127.0.0.1:8000:8000"]\n',
    'nginx/site.conf': conf,
    ...more
  })
  const toApp = (listen: string): string => server(listen, '127.0.0.1:8000')

  test.each<[string, Files, readonly string[]]>([
    ['on port 80 alone', app(toApp('80')), plain],
    ['on ports 80 and 443', app(toApp('80,443 ssl')), []],
    ['by a snippet that listens nowhere', app('location / { proxy_pass http://127.0.0.1:8000; }\n'), []],
    ['behind another with TLS', app(toApp('8080'), { 'edge/nginx.conf': server('443 ssl', '127.0.0.1:8080') }), []],
    [
      'behind another with TLS for another port',
      app(toApp('8080'), { 'edge/nginx.conf': server('443 ssl', '127.0.0.1:8081') }),
      plain
    ],
    ['behind another without TLS', app(toApp('8080'), { 'edge/nginx.conf': server('80', '127.0.0.1:8080') }), plain],
    ['by prose alone', app('', { 'README.md': `\`\`\`nginx\n${toApp('80')}\`\`\`\n` }), []]
  ])('%s', (_, files, expected) => {
    expect([...places(files)].sort()).toEqual([...expected].sort())
  })
})
