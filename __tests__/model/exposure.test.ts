import { describe, expect, test } from 'vitest'
import type { Container, Deployment, Directive, Hint, Publication, Route } from '../../src/model/deployment.ts'
import { speaking } from '../../src/model/directives.ts'
import { type DeclaredProxies, type Exposed, exposureOf, judge } from '../../src/model/exposure.ts'
import { parsePortMapping } from '../../src/model/port-mapping.ts'
import type { Location } from '../../src/text/location.ts'
import { HOLE } from '../../src/text/mapped-text.ts'

const at = (line: number, endLine = line, file = 'deploy.yml'): Location => ({
  file,
  line,
  column: 1,
  endLine,
  endColumn: 9
})

function published(written: string, line = 10): Publication {
  const result = parsePortMapping(written, 'docker')
  if ('refused' in result) throw new Error(result.refused)
  return { at: at(line), written, mapping: result.mapping, assumed: [] }
}

const container = (changes: Partial<Container> = {}): Container => ({
  engine: 'docker',
  placement: 'remote',
  at: at(8, 12),
  workflows: ['deploy.yml'],
  job: 'deploy',
  step: null,
  name: 'App',
  aliases: [],
  image: 'ghcr.io/acme/app',
  role: 'app',
  publications: [published('127.0.0.1:8000:80')],
  refused: [],
  networks: [],
  labels: new Map(),
  environment: new Map(),
  volumes: [],
  listeners: [],
  arms: [],
  throwaway: false,
  calls: [],
  ...changes
})

const route = (host: string | null, port: number | null, changes: Partial<Route> = {}): Route => ({
  proxy: 'nginx',
  at: at(1, 1, 'nginx.conf'),
  site: 'host',
  listeners: [{ at: at(1, 1, 'nginx.conf'), port: 443, tls: true }],
  serverNames: [],
  path: '/',
  upstream: { host, port },
  refusal: null,
  evidence: 'declared',
  ...changes
})
const inBridge = (host: string | null, port: number | null, networks?: readonly string[]): Route =>
  route(host, port, { site: 'bridge-container', ...(networks === undefined ? {} : { networks }) })

const deployment = (containers: readonly Container[], changes: Partial<Deployment> = {}): Deployment => ({
  containers,
  routes: [],
  ownRoutes: new Map(),
  hints: [],
  directives: [],
  unread: [],
  files: [],
  coverage: { linted: 1, workflows: 1, skimmed: 0, steps: 1, scripts: 0, composeFiles: 0, proxyConfigs: 0 },
  ...changes
})

function exposed(of: Container, changes: Partial<Deployment> = {}, proxies: DeclaredProxies = 'auto'): Exposed {
  const [first] = judge(deployment([of], changes), proxies).exposed
  if (first === undefined) throw new Error('nothing is exposed')
  return first
}
const mapped = (written: string, changes: Partial<Container> = {}): Container =>
  container({ publications: [published(written)], ...changes })
const waysTo = (written: string, one: Route, changes: Partial<Container> = {}): number =>
  exposed(mapped(written, changes), { routes: [one] }).ways.length

describe('one mapping, one verdict', () => {
  const declared = { routes: [route('127.0.0.1', 8000)] }
  test.each<[string, string | null, Container, Partial<Deployment>]>([
    ['loopback', 'loopback-without-proxy', mapped('127.0.0.1:8000:80'), {}],
    ['loopback behind a proxy', null, mapped('127.0.0.1:8000:80'), declared],
    ['loopback, an operator’s tool', null, mapped('127.0.0.1:3000:3000', { image: 'grafana/grafana' }), {}],
    [
      'loopback, an image that nobody knows',
      'loopback-without-proxy',
      mapped('127.0.0.1:8000:80', { image: null }),
      {}
    ],
    [
      'loopback, a proxy that goes astray',
      'proxy-port-mismatch',
      mapped('127.0.0.1:8000:80'),
      { routes: [route('127.0.0.1', 9000)] }
    ],
    [
      'loopback, a proxy in a container',
      'proxy-cannot-reach-loopback',
      mapped('127.0.0.1:8000:80'),
      { routes: [inBridge('127.0.0.1', 8000)] }
    ],
    ['public', 'public-without-tls', mapped('8000:80'), {}],
    ['public behind a proxy', 'proxy-bypass', mapped('8000:80'), declared],
    ['public on 443', null, mapped('443:8443'), {}],
    ['public on a range with 443', null, mapped('440-450:440-450'), {}],
    ['public on a random port', 'public-without-tls', mapped('8000'), {}],
    ['public on a port that nobody knows', 'public-without-tls', mapped(`0.0.0.0:${HOLE}:80`), {}],
    ['private', null, mapped('192.168.1.10:8000:80'), {}],
    ['unknown', 'unresolved-binding', mapped(`${HOLE}:8000:80`), {}],
    ['on the host network', 'host-network-publish', mapped('127.0.0.1:8000:80', { networks: 'host' }), {}],
    ['on no network', null, mapped('127.0.0.1:8000:80', { networks: ['none'] }), {}],
    ['on another container’s network', null, mapped('127.0.0.1:8000:80', { networks: ['container:vpn'] }), {}],
    [
      'on a network of a like name',
      'loopback-without-proxy',
      mapped('127.0.0.1:8000:80', { networks: ['my-container:'] }),
      {}
    ],
    ['a data store', 'data-store-exposed', mapped('5432:5432', { role: 'data-store' }), {}],
    ['a data store on loopback', null, mapped('127.0.0.1:5432:5432', { role: 'data-store' }), {}],
    ['a proxy', null, mapped('80:80', { role: 'proxy' }), {}],
    ['another protocol', null, mapped('8000:80/udp'), {}],
    ['an address that is dropped', 'host-address-ignored', mapped('host_ip=127.0.0.1,published=80,target=80'), {}],
    ['an address that means every one', 'public-without-tls', mapped('host_ip=0.0.0.0,published=80,target=80'), {}]
  ])('%s: %s', (_, verdict, of, changes) => {
    expect(exposureOf(exposed(of, changes))).toBe(verdict)
  })
})

test('what ends with its job is no deployment', () => {
  const of = [
    container({ placement: 'hosted' }),
    container({ throwaway: true }),
    container({ placement: 'self-hosted' })
  ]
  const { deployed, exposed: found } = judge(deployment(of), 'auto')
  expect(deployed).toEqual([of[2]])
  expect(found).toHaveLength(1)
})

describe('what a proxy on the host forwards to', () => {
  test.each<[string, string | null, number | null, boolean]>([
    ['127.0.0.1:8000:80', '127.0.0.1', 8000, true],
    ['127.0.0.1:8000:80', '127.0.0.1', 80, false],
    ['127.0.0.1:8000:80', '127.0.0.1', null, true],
    ['127.0.0.1:8000:80', 'localhost', 8000, true],
    ['127.0.0.1:8000:80', 'LOCALHOST.', 8000, true],
    ['127.0.0.1:8000:80', 'localhost.example.com', 8000, false],
    ['127.0.0.1:8000:80', '0.0.0.0', 8000, true],
    ['127.0.0.1:8000:80', '127.0.0.2', 8000, false],
    ['127.0.0.1:8000:80', '::ffff:127.0.0.1', 8000, true],
    ['127.0.0.1:8000:80', '[::1]', 8000, false],
    ['[::1]:8000:80', '[::1]', 8000, true],
    ['[::1]:8000:80', '0.0.0.0', 8000, false],
    ['[::1]:8000:80', 'localhost', 8000, true],
    ['192.168.1.10:8000:80', '192.168.1.10', 8000, true],
    ['192.168.1.10:8000:80', '::ffff:192.168.1.10', 8000, true],
    ['[::ffff:127.0.0.1]:8000:80', '127.0.0.1', 8000, true],
    ['192.168.1.10:8000:80', 'localhost', 8000, false],
    ['192.168.1.10:8000:80', '0.0.0.0', 8000, false],
    ['8000:80', 'localhost', 8000, true],
    ['8000:80', '10.0.0.7', 8000, true],
    ['8000:80', 'host.docker.internal', 8000, true],
    ['8000:80', 'app.internal', 8000, false],
    ['0.0.0.0:8000:80', '127.0.0.1', 8000, true],
    [`${HOLE}:8000:80`, '127.0.0.1', 8000, true],
    [`${HOLE}:8000:80`, '10.0.0.7', 8000, false],
    ['127.0.0.1:8000:80/udp', '127.0.0.1', 8000, false],
    ['127.0.0.1:8000:80', null, 8000, true],
    ['127.0.0.1:8000:80', null, 9000, false],
    ['127.0.0.1:8000:80', null, null, true],
    ['8000:80', null, null, false],
    ['8000:80', null, 8000, true],
    ['8000:80', 'app', 80, true],
    ['8000:80', 'APP', 80, true],
    ['8000:80', 'app', null, true],
    ['8000:80', 'app', 8000, false]
  ])('%s from %s port %s: %s', (written, host, port, reached) => {
    expect(waysTo(written, route(host, port)) > 0).toBe(reached)
  })
})

describe('what a proxy in a container forwards to', () => {
  test.each<[string, string | null, number | null, readonly string[] | undefined, Container['networks'], boolean]>([
    ['8000:80', 'host.docker.internal', 8000, undefined, [], true],
    ['8000:80', 'gateway.docker.internal', 8000, undefined, [], true],
    ['8000:80', 'host.containers.internal', 8000, undefined, [], true],
    ['8000:80', '172.17.0.1', 8000, undefined, [], true],
    ['8000:80', '172.17.0.11', 8000, undefined, [], false],
    ['8000:80', 'my-host.docker.internal', 8000, undefined, [], false],
    ['127.0.0.1:8000:80', 'host.docker.internal', 8000, undefined, [], false],
    ['8000:80', '127.0.0.1', 8000, undefined, [], false],
    ['8000:80', 'app', 80, ['web'], ['web', 'db'], true],
    ['8000:80', 'app', 80, ['web'], ['db'], false],
    ['8000:80', 'app', 80, ['web'], [], false],
    ['8000:80', 'app', 80, [], [], false],
    ['8000:80', 'app', 80, undefined, ['db'], true],
    ['8000:80', 'app', 80, ['web'], 'host', true],
    ['8000:80', 'app', 80, [HOLE], ['db'], true],
    ['8000:80', 'app', 80, ['web'], [`${HOLE}_default`], true],
    ['127.0.0.1:8000:80', null, null, undefined, ['web'], false],
    ['127.0.0.1:8000:80', null, null, ['web'], ['web'], true],
    ['127.0.0.1:8000:80', null, null, ['web'], ['db'], false]
  ])('%s from %s port %s, networks %j and %j: %s', (written, host, port, networks, others, reached) => {
    expect(waysTo(written, inBridge(host, port, networks), { networks: others }) > 0).toBe(reached)
  })

  test.each<[string, string | null, number | null, Route['site'], boolean]>([
    ['127.0.0.1:8000:80', 'localhost', 8000, 'bridge-container', true],
    ['127.0.0.1:8000:80', '[::1]', null, 'bridge-container', true],
    ['127.0.0.1:8000:80', 'host.docker.internal', 8000, 'bridge-container', true],
    ['127.0.0.1:8000:80', '127.0.0.1', 9000, 'bridge-container', false],
    ['127.0.0.1:8000:80', '10.0.0.7', 8000, 'bridge-container', false],
    ['127.0.0.1:8000:80', null, 8000, 'bridge-container', false],
    ['127.0.0.1:8000:80', '127.0.0.1', 8000, 'host-network-container', false],
    ['127.0.0.1:8000:80/udp', '127.0.0.1', 8000, 'bridge-container', false],
    ['8000:80', '127.0.0.1', 8000, 'bridge-container', false]
  ])('%s is out of its reach at %s port %s, %s: %s', (written, host, port, site, outOfReach) => {
    const { outOfReach: found } = exposed(mapped(written), { routes: [route(host, port, { site })] })
    expect(found.length > 0).toBe(outOfReach)
  })

  test('other names of a container are names of it, and one without any has none', () => {
    expect(waysTo('8000:80', inBridge('api', 80), { name: null, aliases: ['API'] })).toBe(1)
    expect(waysTo('8000:80', inBridge('app', 80), { name: null })).toBe(0)
  })
})

test('a container of the name that stands for the one with the label is not meant by it', () => {
  expect(waysTo('8000:80', inBridge('container', 80), { name: 'container' })).toBe(0)
})

describe('routes of its own', () => {
  const own = (port: number | null, written: string, proxies: DeclaredProxies = 'auto'): number => {
    const of = mapped(written)
    return exposed(of, { ownRoutes: new Map([[of, [route('container', port)]]]) }, proxies).ways.length
  }
  test.each<[number | null, string, number]>([
    [80, '8000:80', 1],
    [null, '8000:80', 1],
    [8000, '8000:80', 0],
    [80, `8000:${HOLE}`, 1],
    [80, '8000:80/udp', 0],
    [null, '8000:80/udp', 0]
  ])('port %s of %s', (port, written, ways) => {
    expect(own(port, written)).toBe(ways)
    expect(own(port, written, 'none')).toBe(0)
  })
})

describe('the proxy input', () => {
  const declares = {
    routes: [route('127.0.0.1', 8000)],
    directives: [{ at: at(10), kind: 'proxied-by', names: ['caddy'], reason: '' } satisfies Directive]
  }
  const names = (proxies: DeclaredProxies, written = '127.0.0.1:8000:80'): string[] =>
    exposed(mapped(written), declares, proxies).ways.map(
      ({ proxy, tls, at: place }) => `${proxy} ${tls} ${place?.line ?? '-'}`
    )

  test('auto is what the checkout declares, none is nothing, a list is added', () => {
    expect(names('auto')).toEqual(['caddy true 10', 'nginx true 1'])
    expect(names('none')).toEqual([])
    expect(names([{ proxy: 'haproxy', port: null }])).toEqual(['caddy true 10', 'nginx true 1', 'haproxy true -'])
    expect(names([{ proxy: 'haproxy', port: 8000 }])).toContain('haproxy true -')
    expect(names([{ proxy: 'haproxy', port: 80 }])).not.toContain('haproxy true -')
  })

  test.each<[string, DeclaredProxies, Partial<Deployment>, number[]]>([
    ['a port that nothing publishes', 'auto', { routes: [route('localhost', 9000)] }, [9000]],
    ['one that something does', 'auto', { routes: [route('localhost', 8000)] }, []],
    ['no port', 'auto', { routes: [route('localhost', null)] }, []],
    ['another machine', 'auto', { routes: [route('10.0.0.7', 9000)] }, []],
    ['a host that nobody knows', 'auto', { routes: [route(null, 9000)] }, []],
    ['a container’s own loopback', 'auto', { routes: [inBridge('127.0.0.1', 9000)] }, []],
    ['a line of prose', 'auto', { routes: [route('127.0.0.1', 9000, { evidence: 'described' })] }, []],
    ['the input', [{ proxy: 'nginx', port: 9000 }], {}, [9000]],
    ['the input, of a port that is there', [{ proxy: 'nginx', port: 8000 }], {}, []],
    ['the input, of every port', [{ proxy: 'nginx', port: null }], {}, []]
  ])('astray: %s', (_, proxies, changes, ports) => {
    const of = container({ publications: [published('127.0.0.1:8000:80'), published('127.0.0.1:7000:70', 11)] })
    expect(exposed(of, changes, proxies).astray.map(({ port }) => port)).toEqual(ports)
  })

  test('a route without a TLS listener ends no TLS', () => {
    const plain = route('127.0.0.1', 8000, { listeners: [{ at: at(1), port: 80, tls: false }] })
    expect(exposed(container(), { routes: [plain] }).ways.map(({ tls }) => tls)).toEqual([false])
  })
})

test.each<[Partial<Hint>, boolean]>([
  [{}, true],
  [{ workflow: 'deploy.yml' }, true],
  [{ workflow: 'other.yml' }, false],
  [{ port: 8000 }, true],
  [{ port: 80 }, false],
  [{ workflow: 'other.yml', port: 8000 }, false]
])('a hint %j speaks for a container: %s', (hint, speaks) => {
  const hints = [{ at: at(1), what: 'the deploy reloads nginx', workflow: null, port: null, ...hint }]
  expect(exposed(container(), { hints }).hints).toHaveLength(speaks ? 1 : 0)
})

describe('a comment', () => {
  const statement = at(8, 12)
  test.each<[string, Location, Location | null, Location[], boolean]>([
    ['on the line', at(10), statement, [], true],
    ['on the line before', at(9), statement, [], true],
    ['two lines before', at(8), statement, [], false],
    ['before the statement', at(7), statement, [], true],
    ['before a statement that is none of it', at(7), at(8, 9), [], false],
    ['before a statement that is not known', at(7), null, [], false],
    ['that has something on its own line', at(9), statement, [at(9)], false],
    ['beside which another file has something', at(9), statement, [at(9, 9, 'other.yml')], true],
    ['of another file', at(10, 10, 'other.yml'), statement, [], false],
    ['after it', at(11), statement, [], false]
  ])('%s', (_, comment, of, all, speaks) => {
    const directive: Directive = { at: comment, kind: 'ignore', names: [], reason: '' }
    expect(speaking([directive], all)(at(10), of)).toEqual(speaks ? [directive] : [])
  })

  test.each<[Partial<Directive>, number]>([
    [{}, 1],
    [{ kind: 'ignore' }, 0],
    [{ names: [] }, 0],
    [{ at: at(3) }, 0]
  ])('%j declares %s ways', (directive, ways) => {
    const directives: Directive[] = [{ at: at(9), kind: 'proxied-by', names: ['nginx'], reason: '', ...directive }]
    expect(exposed(container(), { directives }).ways).toHaveLength(ways)
  })
})
