import { describe, expect, test } from 'vitest'
import { checkout, lint, shown } from '../checkout.ts'
import { deployYaml, overSsh } from './deploys.ts'

type Files = Readonly<Record<string, string>>

const nginx = (upstream: string): string => `server {
  listen 443 ssl;
  server_name your-domain.com;
  location / {
    proxy_pass http://${upstream};
  }
}
`
const compose = (proxy: string): string => `services:
  proxy:
    ports: ["80:80", "443:443"]
${proxy}
  app:
    image: acme/app
    ports: ["127.0.0.1:8000:8000"]
`
const up = { [deployYaml]: overSsh('docker compose up -d') }
const mount = '    image: nginx:1.29\n    volumes: [./nginx.conf:/etc/nginx/conf.d/default.conf:ro]'

function read(files: Files): { readonly findings: readonly string[]; readonly sites: readonly string[] } {
  const { deployment, findings } = lint(checkout(files))
  return { findings: shown(findings), sites: deployment.routes.map(({ site }) => site) }
}

describe('a config that a compose service mounts', () => {
  test('reaches its neighbour by name', () => {
    expect(read({ ...up, 'compose.yaml': compose(mount), 'nginx.conf': nginx('app:8000') })).toEqual({
      findings: [],
      sites: ['bridge-container']
    })
  })

  test.each(['127.0.0.1:8000', 'localhost:8000', 'host.docker.internal:8000'])(
    'not the loopback of the host: %s',
    to => {
      expect(read({ ...up, 'compose.yaml': compose(mount), 'nginx.conf': nginx(to) }).findings).toEqual([
        'compose.yaml:8:14-33 proxy-cannot-reach-loopback error'
      ])
    }
  )

  test('reaches it on the host network', () => {
    const proxy = mount.replace('image:', 'network_mode: host\n    image:')
    const files = { ...up, 'compose.yaml': compose(proxy).replace('    ports: ["80:80", "443:443"]\n', '') }
    expect(read({ ...files, 'nginx.conf': nginx('127.0.0.1:8000') })).toEqual({
      findings: [],
      sites: ['host-network-container']
    })
  })

  test('in the folder of the compose file, as a folder, in the long form, as a config', () => {
    for (const proxy of [
      mount.replace('nginx.conf', 'nginx').replace('default.conf', ''),
      '    image: nginx\n    volumes: [{type: bind, source: ./nginx/nginx.conf, target: /etc/nginx/nginx.conf}]',
      '    image: nginx\n    configs: [{source: site, target: /etc/nginx/conf.d/site.conf}]'
    ]) {
      const files = {
        [deployYaml]: overSsh('cd /srv/acme/ops && docker compose up -d'),
        'ops/compose.yaml': `${compose(proxy)}configs:\n  site: {file: nginx/nginx.conf}\n`,
        'ops/nginx/nginx.conf': nginx('app:8000')
      }
      expect(read(files)).toEqual({ findings: [], sites: ['bridge-container'] })
    }
  })

  test('but not one that the app mounts with its sources', () => {
    const files = {
      ...up,
      'compose.yaml':
        'services:\n  app:\n    image: acme/app\n    volumes: [./deploy:/app/deploy]\n    ports: ["127.0.0.1:8000:8000"]\n',
      'deploy/nginx.conf': nginx('127.0.0.1:8000')
    }
    expect(read(files)).toEqual({ findings: [], sites: ['host'] })
  })
})

describe('a config that goes into an image', () => {
  const dockerfile = 'FROM nginx:1.29\nCOPY nginx.conf /etc/nginx/conf.d/default.conf\n'

  test('of a proxy beside the app', () => {
    const files = { ...up, 'compose.yaml': compose('    build: ./edge'), 'edge/Dockerfile': dockerfile }
    expect(read({ ...files, 'edge/nginx.conf': nginx('app:8000') })).toEqual({
      findings: [],
      sites: ['bridge-container']
    })
    expect(read({ ...files, 'edge/nginx.conf': nginx('127.0.0.1:8000') }).findings).toEqual([
      'compose.yaml:7:14-33 proxy-cannot-reach-loopback error'
    ])
  })

  test("of the app itself is no proxy of the host's, and no mismatch", () => {
    const script = 'docker build -t acme/app .\ndocker run -d -p 127.0.0.1:8080:80 acme/app'
    for (const base of ['nginx:1.29', 'python:3.13']) {
      const files = {
        [deployYaml]: overSsh(script),
        Dockerfile: dockerfile.replace('nginx:1.29', base),
        'nginx.conf': nginx('127.0.0.1:9000')
      }
      expect(read(files).sites).toEqual([])
      expect(read(files).findings.filter(line => /mismatch|cannot-reach/.test(line))).toEqual([])
    }
  })

  test('which COPY of everything does not say', () => {
    const files = {
      [deployYaml]: overSsh('docker run -d -p 127.0.0.1:8000:8000 acme/app'),
      Dockerfile: 'FROM python\nCOPY . /app\n',
      'nginx.conf': nginx('127.0.0.1:8000')
    }
    expect(read(files)).toEqual({ findings: [], sites: ['host'] })
  })
})
