import { describe, expect, test } from 'vitest'
import type { Container } from '../../src/model/deployment.ts'
import { containerProxies, entryPointsOf } from '../../src/proxies/index.ts'
import { SourceFile } from '../../src/text/location.ts'
import { MappedText } from '../../src/text/mapped-text.ts'
import { printRoute } from './checkout.ts'

/** A container whose labels and environment stand one a line as `name=value`, so that places are easy to see. */
function container(labels: readonly string[], environment: readonly string[] = []): Container {
  const text = MappedText.whole(new SourceFile('compose.yaml', [...labels, ...environment].join('\n')))
  let from = 0
  const pairs = [...labels, ...environment].map(line => {
    const at = line.indexOf('=')
    const value = text.slice(from + at + 1, from + line.length)
    from += line.length + 1
    return [line.slice(0, at), value] as const
  })
  return {
    engine: 'compose',
    placement: 'remote',
    at: text.location(),
    workflows: [],
    job: null,
    step: null,
    name: 'app',
    aliases: [],
    image: 'acme/app',
    role: 'app',
    publications: [],
    refused: [],
    networks: [],
    labels: new Map(pairs.slice(0, labels.length)),
    environment: new Map(pairs.slice(labels.length)),
    volumes: [],
    listeners: [],
    arms: [],
    throwaway: false,
    calls: []
  }
}

const routes = (one: Container, entryPoints = entryPointsOf([])): string[] =>
  containerProxies.flatMap(proxy =>
    proxy.routes(one, [one], entryPoints, '/webhooks/stripe').map(route => `${route.proxy} ${printRoute(route)}`)
  )

describe('Traefik', () => {
  test.each([
    [
      'a router with a certificate',
      [
        'traefik.enable=true',
        'traefik.http.routers.app.rule=Host(`example.com`) || Host("www.example.com")',
        'traefik.http.routers.app.entrypoints=websecure',
        'traefik.http.routers.app.tls.certresolver=le',
        'traefik.http.services.app.loadbalancer.server.port=8000'
      ],
      ['traefik 5:52-56 container:8000 / example.com,www.example.com <- 443s@3:38-47']
    ],
    [
      'a plain router beside a TLS one',
      [
        'traefik.http.routers.web.rule=Host(`example.com`)',
        'traefik.http.routers.web.entrypoints=web',
        'traefik.http.routers.web.middlewares=to-https@docker',
        'traefik.http.middlewares.to-https.redirectscheme.scheme=https',
        'traefik.http.routers.secure.rule=Host(`example.com`)',
        'traefik.http.routers.secure.tls=true',
        'traefik.http.routers.secure.middlewares=login',
        'traefik.http.middlewares.login.basicauth.users=bob:x',
        'traefik.http.services.app.loadbalancer.server.port=8000'
      ],
      [
        'traefik 9:52-56 container:8000 / example.com <- 80@2:38-41',
        'traefik 9:52-56 container:8000 / example.com <- 443s@5:34-53 refused 8:48-53 traefik.http.middlewares.login.basicauth.users'
      ]
    ],
    [
      'no port: the lowest that the image exposes',
      ['traefik.http.routers.app.rule=PathPrefix(`/api`)'],
      ['traefik 1:31-49 container:? /api * <- ?']
    ],
    ['only the switch', ['traefik.enable=true'], ['traefik 1:16-20 container:? / * <- ?']],
    [
      'a dashboard beside a service of the name that Traefik has for its own',
      [
        'traefik.http.routers.dashboard.rule=PathPrefix(`/dashboard`) || PathPrefix(`/webhooks`)',
        'traefik.http.routers.dashboard.service=api@internal',
        'traefik.http.routers.dashboard.middlewares=login',
        'traefik.http.middlewares.login.basicauth.users=bob:x',
        'traefik.http.routers.app.rule=Host(`a.example`)',
        'traefik.http.routers.app.service=api@docker',
        'traefik.http.services.api.loadbalancer.server.port=8000'
      ],
      ['traefik 7:52-56 container:8000 / a.example <- ?']
    ],
    [
      'a dashboard alone',
      [
        'traefik.enable=true',
        'traefik.http.routers.d.rule=Host(`d.example`)',
        'traefik.http.routers.d.service=api@internal'
      ],
      []
    ],
    ['switched off', ['traefik.enable=false', 'traefik.http.services.app.loadbalancer.server.port=8000'], []],
    [
      'two services',
      [
        'traefik.http.routers.a.rule=Host(`a.example`)',
        'traefik.http.routers.a.service=a',
        'traefik.http.routers.b.rule=Host(`b.example`)',
        'traefik.http.routers.b.service=b',
        'traefik.http.services.a.loadbalancer.server.port=1',
        'traefik.http.services.b.loadbalancer.server.port=2'
      ],
      ['traefik 5:50-51 container:1 / a.example <- ?', 'traefik 6:50-51 container:2 / b.example <- ?']
    ],
    [
      'version 1',
      ['traefik.frontend.rule=Host:a.example,b.example', 'traefik.port=3000'],
      ['traefik 2:14-18 container:3000 / a.example,b.example <- 443s@1:23-47']
    ],
    ['labels of something else', ['com.example.traefik=yes', 'traefikish=1'], []]
  ])('%s', (_, labels, expected) => {
    expect(routes(container(labels))).toEqual(expected)
  })

  test('takes port and TLS of an entry point from the static config', () => {
    const command = ['--entrypoints.front.address=:8443', '--entryPoints.front.http.tls=true', '--api=true']
    const text = MappedText.whole(new SourceFile('compose.yaml', command.join('\n')))
    const words = command.map((word, index) =>
      text.slice(text.text.indexOf(command[index] ?? ''), text.text.indexOf(word) + word.length)
    )
    const labels = ['traefik.http.routers.app.rule=Host(`a.example`)', 'traefik.http.routers.app.entrypoints=front']
    expect(routes(container(labels), entryPointsOf(words))).toEqual([
      'traefik 1:31-48 container:? / a.example <- 8443s@2:38-43'
    ])
  })
})

describe('caddy-docker-proxy', () => {
  test.each([
    [
      'a site',
      ['caddy=example.com', 'caddy.reverse_proxy={{upstreams 8000}}'],
      ['caddy-docker-proxy 2:21-39 container:8000 / example.com <- 443s@1:7-18 80@1:7-18']
    ],
    [
      'sites and blocks',
      [
        'caddy_0=http://a.example',
        'caddy_0.reverse_proxy={{upstreams}}',
        'caddy_1=b.example',
        'caddy_1.1_handle=/api/*',
        'caddy_1.1_handle.reverse_proxy={{upstreams http 3000}}',
        'caddy_1.basic_auth=/webhooks/*'
      ],
      [
        'caddy-docker-proxy 2:23-36 container:80 / a.example <- 80@1:9-25',
        'caddy-docker-proxy 5:32-55 container:3000 /api/* b.example <- 443s@3:9-18 80@3:9-18 refused 6:20-31 /webhooks/*'
      ]
    ],
    ['a snippet without a site', ['caddy.reverse_proxy={{upstreams 8000}}'], []]
  ])('%s', (_, labels, expected) => {
    expect(routes(container(labels))).toEqual(expected)
  })
})

describe('environment', () => {
  test.each([
    [
      'nginx-proxy with a certificate',
      ['VIRTUAL_HOST=a.example,b.example', 'VIRTUAL_PORT=8000', 'LETSENCRYPT_HOST=a.example'],
      ['nginx-proxy 2:14-18 container:8000 / a.example,b.example <- 443s@3:18-27 80@1:14-33']
    ],
    [
      'nginx-proxy without a port',
      ['VIRTUAL_HOST=a.example'],
      ['nginx-proxy 1:14-23 container:? / a.example <- 80@1:14-23']
    ],
    ['an empty VIRTUAL_HOST', ['VIRTUAL_HOST='], []],
    ['Coolify', ['SERVICE_FQDN_APP_3000=/api'], ['coolify 1:23-27 container:3000 /api * <- 443s@1:23-27']]
  ])('%s', (_, environment, expected) => {
    expect(routes(container([], environment))).toEqual(expected)
  })

  test('nginx-proxy with several ports', () => {
    const yaml = '{ a.example: { "/": { port: 8000 }, "/api": { port: 9000 } } }'
    expect(routes(container([], [`VIRTUAL_HOST_MULTIPORTS=${yaml}`]))).toEqual([
      'nginx-proxy 1:25-87 container:8000 / a.example <- 80@1:25-87',
      'nginx-proxy 1:25-87 container:9000 /api a.example <- 80@1:25-87'
    ])
  })
})
