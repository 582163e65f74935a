import type { HopName } from '../../../src/model/hop.ts'
import { findingsOf } from '../../../src/server/causes/index.ts'
import { checklistOf } from '../../../src/server/checklist.ts'
import { readFacts } from '../../../src/server/facts.ts'
import { joinOwn } from '../../../src/server/join-server.ts'
import { sshFailure } from '../../../src/server/ssh-failures.ts'
import { probe } from '../../reports/samples.ts'
import { empty } from '../../server/empty-facts.ts'
import { grammar } from '../grammar.ts'
import { checkReports } from '../reports.ts'
import { Broken, same, type Target } from '../target.ts'

/** One of everything that the script can see. */
const full = {
  ...empty,
  cause: 'proxy-no-route',
  asked: { domain: 'shop.example.com', path: '/webhooks/stripe', container: 'app', port: 8000 },
  access: { root: true, sudo: true, engine: 'docker', engineDown: false },
  appPort: 8000,
  listenersKnown: true,
  containersKnown: true,
  containers: [
    {
      name: 'app',
      app: true,
      role: 'app',
      image: 'app',
      status: 'running',
      restarts: 0,
      exitCode: 0,
      health: '',
      network: 'bridge',
      networks: 'bridge a',
      ports: [{ container: '8000/tcp', address: '127.0.0.1', port: 8000 }],
      listening: [{ address: '127.0.0.1', port: 8000 }]
    },
    {
      name: 'web',
      app: false,
      role: 'proxy',
      image: 'nginx',
      status: 'exited',
      restarts: 7,
      exitCode: 1,
      health: 'unhealthy',
      network: 'host',
      networks: '',
      ports: [],
      listening: null
    }
  ],
  listeners: [
    { port: 443, address: '0.0.0.0', process: 'nginx' },
    { port: 80, address: '::', process: '' }
  ],
  proxies: [
    { name: 'nginx', running: true, config: 'invalid', why: 'unknown directive "x"' },
    { name: 'caddy', running: false, config: 'valid', why: '' }
  ],
  routes: [
    {
      proxy: 'nginx',
      port: 443,
      named: true,
      kind: 'forward',
      target: '127.0.0.1:9000',
      names: 'shop.example.com',
      location: '/',
      certificate: '/x.pem'
    },
    {
      proxy: 'caddy',
      port: 80,
      named: false,
      kind: 'return',
      target: '404',
      names: '_',
      location: '/webhooks',
      certificate: ''
    }
  ],
  requests: [
    { to: 'app', url: 'http://127.0.0.1:8000/webhooks/stripe', status: 400, error: '' },
    { to: 'proxy', url: 'https://shop.example.com/', status: null, error: 'refused' }
  ],
  certificates: [
    { from: 'served', state: 'expired', covers: false, selfSigned: true, ends: '2024-01-01', names: 'a b', issuer: 'x' }
  ],
  certificate: 'expired',
  renewal: 'certbot.timer',
  firewalls: [
    { tool: 'ufw', verdict: 'blocked', detail: 'denies 443' },
    { tool: 'nft', verdict: 'unknown', detail: '' }
  ],
  dns: { via: 'getent', addresses: ['198.51.100.10', '2001:db8::1'], own: ['198.51.100.11', '10.0.0.5'] },
  logs: [{ source: 'nginx', seen: 3, time: '10:00', status: 502, last: 'POST /webhooks/stripe' }],
  checks: [{ id: 'x', status: 'warn', detail: 'y' }]
}

const values: readonly unknown[] = [
  '',
  '127.0.0.1',
  '::1',
  '0.0.0.0',
  'running',
  'exited',
  'none',
  'x'.repeat(400),
  '\u001b[31m::error::x',
  '##[error]x',
  '\u202e',
  'a\nb',
  '`|<b>@x',
  0,
  1,
  80,
  443,
  8000,
  65536,
  1e308,
  -1,
  0.5,
  null,
  true,
  false,
  [],
  {},
  '__proto__'
]

const rules = {
  start: ['<facts>', 'Welcome!\n<facts>\r\nBye\n', '<facts>\n<facts>', '<ssh>', '<ssh>\n<ssh>'],
  facts: [JSON.stringify(empty), JSON.stringify(full), ...sampled()],
  ssh: [
    'Permission denied (publickey).',
    'Host key verification failed.',
    'ssh: Could not resolve hostname a',
    'Connection refused',
    'Load key "x": error in libcrypto',
    'kex_exchange_identification: Connection closed',
    'WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!',
    'Connection timed out',
    '\u001b[31mx',
    '::error::x',
    ''
  ]
}

/** The full answer with one leaf after the other changed. */
function sampled(): readonly string[] {
  const text = JSON.stringify(full)
  return [...text.matchAll(/(?<=[:[,])("[^"]*"(?!:)|\d+|true|false|null)/g)].flatMap(({ 0: leaf, index }, nth) =>
    [0, 7, 13].map(step => {
      const value = JSON.stringify(values[(nth + step) % values.length])
      return text.slice(0, index) + value + text.slice(index + leaf.length)
    })
  )
}

const hops: readonly (readonly [string, HopName])[] = [
  ['tcp-timeout', 'tcp'],
  ['tcp-refused', 'tcp'],
  ['tls-expired', 'tls'],
  ['proxy-bad-gateway', 'proxy'],
  ['dns-nxdomain', 'dns'],
  ['route-not-found', 'app']
]

/** What a server prints when it is asked for a look, and what ssh says when it is not. */
export const diagnose: Target = {
  id: 'diagnose',
  seeds: rules.facts,
  words: [
    ...values.map(value => JSON.stringify(value)),
    '{"schema":1,',
    '"app":true',
    '"status":"running"',
    '"port":443',
    '},{',
    '],"',
    '\n',
    '\\u001b',
    '\\ud800',
    '"kind":"none"'
  ],
  grammar: grammar(rules),
  runs: 150,
  check(input, deep) {
    const read = readFacts(input)
    same('the same answer is read the same twice', read, readFacts(input))
    const outcome = { exitCode: 255, stdout: '', stderr: input, error: null, timedOut: false, ms: 1 }
    const failure = sshFailure({ user: 'deploy', host: 'shop.example.com', port: 22 }, outcome)
    if ('unread' in read) {
      if (!/^(facts|the answer)/.test(read.unread)) throw new Broken('what was not read is named', read.unread)
      if (deep) checkReports({ ...nothing, server: { findings: [failure], checklist: [] } }, new Map())
      return [read.unread.replace(/\d+/g, 'N').slice(0, 60), failure.code]
    }
    const findings = findingsOf(read.facts)
    const checklist = checklistOf(read.facts)
    if (findings.some(({ message, fix }) => message === '' || fix === ''))
      throw new Broken('a finding has its words', findings)
    if (checklist.some(({ detail }) => detail === '')) throw new Broken('a check has its words', checklist)
    const server = { findings, checklist }
    const broken = hops.map(([diagnosis, brokenHop]) => probe({ diagnosis, brokenHop }))
    const probes = joinOwn(server, 'your-domain.com', broken)
    if (deep) checkReports({ ...nothing, probes, server }, new Map())
    return [
      ...findings.map(({ code, level }) => `${code} ${level}`),
      ...checklist.map(({ id, state }) => `${id} ${state}`)
    ]
  }
}

const nothing = { version: '0', verdict: 'fail' as const, lint: null, probes: [], stripe: null, server: null }
