import { describe, expect, test } from 'vitest'
import type { ServerFacts } from '../../src/server/facts.ts'
import { few, look } from '../../src/server/sight.ts'
import { empty } from './empty-facts.ts'
import { codesOf } from './looks.ts'

const facts = (changes: Partial<ServerFacts>): ServerFacts => ({ ...empty, ...changes })

describe('where the name leads', () => {
  test.each<[string, readonly string[], readonly string[], string, readonly string[]]>([
    ['to an address of the server', ['198.51.100.10'], ['198.51.100.10', '172.17.0.1'], 'here', []],
    ['elsewhere', ['198.51.100.77'], ['198.51.100.10', '10.0.0.5'], 'elsewhere', ['198.51.100.77']],
    ['behind address translation nobody can tell', ['198.51.100.77'], ['10.0.0.5', '172.17.0.1'], 'unknown', []],
    ['to nothing', [], ['198.51.100.10'], 'unknown', []],
    [
      'with A here and AAAA elsewhere',
      ['198.51.100.10', '2001:db8::9'],
      ['198.51.100.10', 'fd00::1'],
      'elsewhere',
      ['2001:db8::9']
    ],
    [
      'with A behind translation and AAAA here',
      ['198.51.100.77', '2001:db8::1'],
      ['10.0.0.5', '2001:db8::1'],
      'elsewhere',
      ['198.51.100.77']
    ],
    ['to two servers, of which this is one', ['198.51.100.10', '198.51.100.11'], ['198.51.100.10'], 'here', []],
    ['to words that are no address', ['hello', '1.2.3'], ['198.51.100.10'], 'unknown', []]
  ])('%s', (_, addresses, own, dns, foreignAddresses) => {
    expect(look(facts({ dns: { via: 'dig', addresses, own } }))).toMatchObject({ dns, foreignAddresses })
  })
})

const container = {
  name: 'web',
  app: true,
  role: 'app',
  image: 'web',
  status: 'running',
  restarts: 0,
  exitCode: 0,
  health: '',
  network: 'shop',
  networks: 'shop ',
  ports: [],
  listening: null
} as const
const traefik = { ...container, name: 'traefik', app: false, role: 'proxy', image: 'traefik:v3' } as const
const port = (number: number, address = ''): ServerFacts['containers'][number]['ports'][number] => ({
  container: `${number}/tcp`,
  address,
  port: number
})

describe('who reaches port 443', () => {
  test.each<[string, Partial<ServerFacts>, string]>([
    ['nobody knows', {}, 'unknown'],
    ['nobody', { listenersKnown: true }, 'no'],
    [
      'this machine',
      { listenersKnown: true, listeners: [{ port: 443, address: '127.0.0.1', process: '' }] },
      'loopback'
    ],
    ['everybody', { listenersKnown: true, listeners: [{ port: 443, address: '::', process: 'nginx' }] }, 'all'],
    [
      'everybody, by packet filter alone',
      { listenersKnown: true, containers: [{ ...traefik, ports: [port(443)] }] },
      'all'
    ],
    [
      'nobody, since the container stands still',
      { listenersKnown: true, containers: [{ ...traefik, status: 'exited', ports: [port(443)] }] },
      'no'
    ]
  ])('%s', (_, changes, reach) => {
    expect(look(facts(changes)).port443).toBe(reach)
  })
})

describe('findings of', () => {
  const app8000 = { ...container, ports: [port(8000, '127.0.0.1')] }
  test.each<[string, Partial<ServerFacts>, readonly string[]]>([
    [
      'an app beside a proxy container on its network',
      { containers: [container, { ...traefik, ports: [port(443)] }], listenersKnown: true },
      []
    ],
    [
      'an app beside a proxy container on another network',
      { containers: [container, { ...traefik, networks: 'front ', ports: [port(443)] }], listenersKnown: true },
      ['container-not-published']
    ],
    [
      'a proxy container that stands still, beside its app',
      { containers: [container, { ...traefik, status: 'exited', ports: [port(443)] }], listenersKnown: true },
      ['proxy-not-running']
    ],
    [
      'a proxy container that publishes port 80 alone',
      { containers: [container, { ...traefik, ports: [port(80)] }], listenersKnown: true },
      ['proxy-no-route']
    ],
    ...(
      [
        [503, 400, 'proxy-no-route'],
        [200, 400, 'proxy-no-route (warning)'],
        [404, 400, 'proxy-no-route (warning)'],
        [400, 401, ''],
        [403, 301, ''],
        [503, 503, ''],
        [200, 200, '']
      ] as const
    ).map(
      ([proxy, app, code]) =>
        [
          `a proxy whose routes are not read, which answers ${proxy} where the app answers ${app}`,
          {
            listenersKnown: true,
            listeners: [{ port: 443, address: '::', process: 'haproxy' }],
            proxies: [
              { name: 'haproxy', running: true, config: 'valid', why: '' },
              { name: 'apache2', running: false, config: 'invalid', why: 'x' }
            ],
            requests: [
              { to: 'app', url: '', status: app, error: '' },
              { to: 'proxy', url: '', status: proxy, error: '' }
            ]
          },
          code === '' ? [] : [code]
        ] satisfies [string, Partial<ServerFacts>, readonly string[]]
    ),
    [
      'a broken proxy that stands still where another program answers',
      {
        listenersKnown: true,
        listeners: [{ port: 443, address: '::', process: 'python3' }],
        proxies: [{ name: 'apache2', running: false, config: 'invalid', why: 'x' }]
      },
      []
    ],
    [
      'a tunnel in a container',
      { containers: [container, { ...traefik, image: 'cloudflare/cloudflared:1' }], listenersKnown: true },
      []
    ],
    ['an app on the network of the host', { containers: [{ ...container, network: 'host' }] }, []],
    [
      'a load balancer in front',
      { listenersKnown: true, dns: { via: 'dig', addresses: ['198.51.100.77'], own: ['198.51.100.10'] } },
      ['proxy-not-installed (warning)', 'dns-elsewhere (warning)']
    ],
    [
      'a tunnel that needs no open port',
      { listenersKnown: true, proxies: [{ name: 'cloudflared', running: true, config: 'unknown', why: '' }] },
      []
    ],
    [
      'a proxy that runs on with what it had',
      { proxies: [{ name: 'nginx', running: true, config: 'invalid', why: 'x' }] },
      ['proxy-config-invalid (warning)']
    ],
    [
      'one that was never started, beside one that runs',
      {
        proxies: [
          { name: 'nginx', running: true, config: 'valid', why: '' },
          { name: 'caddy', running: false, config: 'invalid', why: 'x' }
        ]
      },
      []
    ],
    [
      'an app on loopback that some proxy answers for',
      {
        containers: [app8000],
        listenersKnown: true,
        listeners: [{ port: 443, address: '::', process: 'haproxy' }],
        requests: [
          { to: 'app', url: '', status: 400, error: '' },
          { to: 'proxy', url: '', status: 400, error: '' }
        ]
      },
      ['container-loopback-only (notice)']
    ],
    [
      'an app on loopback behind who knows what',
      { containers: [app8000], listenersKnown: true, listeners: [{ port: 443, address: '::', process: 'haproxy' }] },
      ['container-loopback-only (warning)']
    ],
    [
      'routes of nginx where another program has the port',
      {
        listenersKnown: true,
        listeners: [{ port: 443, address: '::', process: 'haproxy' }],
        proxies: [
          { name: 'nginx', running: true, config: 'valid', why: '' },
          { name: 'haproxy', running: true, config: 'valid', why: '' }
        ],
        routes: [
          {
            proxy: 'nginx',
            port: 443,
            named: false,
            kind: 'none',
            target: '',
            names: '',
            location: '',
            certificate: ''
          }
        ]
      },
      []
    ]
  ])('%s', (_, changes, codes) => {
    expect(codesOf(facts(changes))).toEqual(codes)
  })
})

test('a long list is cut', () => {
  expect(few([1, 2, 3, 4, 5])).toBe('1, 2, 3, 4, 5')
  expect(few([1, 2, 3, 4, 5, 6])).toBe('1, 2, 3, 4, 5, …')
})
