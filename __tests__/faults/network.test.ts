import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { entry, exactly, program, step } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import { makeCertificates } from '../lab/certificates.ts'
import { canMakeNamespaces, inNamespace, inNamespaces } from './sandbox.ts'
import { expectWords, messages } from './traces.ts'

const incident = (): string => {
  const root = checkout({})
  cpSync('examples/incident', root, { recursive: true })
  return root
}
const path = { PATH: process.env['PATH'] ?? '' }

/** System calls that make, connect or use a socket of the network; one between processes of this machine is none. */
const networkCalls = (trace: string): readonly string[] =>
  trace.split('\n').filter(line => /\b(socket|socketpair)\(AF_(?!UNIX)/.test(line) || /AF_INET/.test(line))

describe.runIf(canMakeNamespaces)(inNamespaces('lint needs no network and asks for none'), () => {
  /** Runs a command line of the bundle where there is no interface, with every network call written down. */
  async function traced(args: readonly string[], env: Readonly<Record<string, string>>, cwd: string) {
    const trace = join(checkout({}), 'trace')
    const strace = ['strace', '-f', '-qq', '-e', 'trace=network', '-o', trace]
    const [command = '', ...rest] = [...inNamespace(), ...strace, ...exactly(env), process.execPath, entry, ...args]
    const ended = await program(command, rest, env, cwd)
    return { ...ended, calls: networkCalls(readFileSync(trace, 'utf8')) }
  }

  test('the trace would show a socket', async () => {
    const dialled = 'bash -c "exec 3<>/dev/tcp/127.0.0.1/1" 2>/dev/null || true'
    const trace = join(checkout({}), 'trace')
    spawnSync('strace', ['-f', '-qq', '-e', 'trace=network', '-o', trace, 'sh', '-c', dialled])
    expect(networkCalls(readFileSync(trace, 'utf8')).length).toBeGreaterThan(0)
  })

  test.each<[string, readonly string[], number]>([
    ['lint', ['lint', '.'], 1],
    ['lint as JSON', ['lint', '.', '--format', 'json'], 1],
    ['lint as SARIF', ['lint', '.', '--format', 'sarif'], 1],
    ['a SARIF file', ['lint', '.', '--sarif', 'out.sarif'], 1],
    ['a webhook URL that is only lint’s', ['lint', '.', '--webhook-url', 'https://shop.example.com/hook'], 1],
    [
      'lint with a key and a login that are not for it',
      ['lint', '.', '--stripe-api-key', 'rk_test_abcdefgh', '--ssh', 'local'],
      1
    ],
    ['a set-up', ['fix', '.', '--domain', 'shop.example.com', '--out', 'fixes'], 0],
    ['help', ['--help'], 0],
    ['a refusal', ['lint', '.', '--wait', 'soon'], 2]
  ])('%s', async (_, args, code) => {
    const ended = await traced(args, path, incident())
    expectWords(ended, code)
    expect(ended.calls).toEqual([])
  })

  test('the action on a push, with a SARIF file and a fix folder', async () => {
    const root = incident()
    const trace = join(checkout({}), 'trace')
    const within = [...inNamespace(), 'strace', '-f', '-qq', '-e', 'trace=network', '-o', trace]
    const run = await step(
      root,
      { sarif: 'out.sarif', 'fix-dir': 'fixes', 'github-token': 'ghs_0123456789abcdef' },
      {},
      within
    )
    expectWords(run)
    expect(run.outputs['verdict']).toBe('fail')
    expect(networkCalls(readFileSync(trace, 'utf8'))).toEqual([])
  })
})

describe.runIf(canMakeNamespaces)(inNamespaces('a runner without a network'), () => {
  const probe = { mode: 'probe', 'webhook-url': 'https://shop.example.com/hook', wait: '0', timeout: '3' }
  const resolver = (text: string): string =>
    `mount -t tmpfs tmpfs /mnt; printf '${text}' >/mnt/resolv.conf; mount --bind /mnt/resolv.conf /etc/resolv.conf`

  test.each([
    ['no interface at all', [], 'dns-failure', 'the runner is at fault'],
    ['loopback alone', ['ip link set lo up'], 'dns-failure', 'the runner is at fault'],
    ['no resolver named', ['ip link set lo up', resolver('')], 'dns-failure', 'the runner is at fault'],
    [
      'a resolver that is none',
      ['ip link set lo up', resolver('nameserver nowhere\\n')],
      'dns-failure',
      'the runner is at fault'
    ],
    [
      'a resolver that swallows questions',
      [
        'ip link set lo up',
        resolver('nameserver 127.0.0.1\\n'),
        'nft add table t',
        "nft 'add chain t in { type filter hook input priority 0; }'",
        'nft add rule t in udp dport 53 drop'
      ],
      'dns-failure',
      "this runner's resolver"
    ]
  ])('%s: the message names the runner, and not the server alone', async (_, lines, diagnosis, words) => {
    const run = await step(checkout({}), probe, {}, inNamespace(...lines))
    expectWords(run)
    expect(run.outputs).toMatchObject({ verdict: 'fail', diagnosis, 'broken-hop': 'dns' })
    expect(messages(run, 'error')[0]).toContain(words)
  })

  test('no route to an address', async () => {
    const url = { 'webhook-url': 'https://198.51.100.7/hook' }
    const run = await step(checkout({}), { ...probe, ...url }, {}, inNamespace('ip link set lo up'))
    expectWords(run)
    expect(run.outputs['diagnosis']).toBe('tcp-unreachable')
    expect(messages(run, 'error')[0]).toContain("The runner's network is at fault")
  })
})

/** An app as it should be, on port 443 of an address. */
const serves = (chain: string, key: string, address: string): string => `
  const { createServer } = require('node:https')
  const read = require('node:fs').readFileSync
  const statusOf = { '/health': 200, '/hook': 400 }
  createServer({ cert: read('${chain}'), key: read('${key}') }, ({ url }, response) =>
    response.writeHead(statusOf[url] ?? 404).end('{"detail":"No signature"}')).listen(443, '${address}')`

const started = (program: string): readonly string[] => [
  `env -u LD_PRELOAD ${process.execPath} ${program} >/dev/null 2>&1 &`,
  "for _ in $(seq 200); do ss -Hltn 'sport = :443' | grep -q . && break; sleep 0.1; done"
]

const hook = 'https://shop.example.com/hook'

describe.runIf(canMakeNamespaces)(inNamespaces('a probe speaks to its target alone'), () => {
  /** A server, its DNS, and a firewall that counts and drops every packet to anywhere else. */
  const world = (folder: string): readonly string[] => {
    const { chain, key } = makeCertificates(folder).of.good
    writeFileSync(join(folder, 'app.cjs'), serves(chain, key, '198.51.100.10'))
    return [
      'ip link set lo up',
      'ip addr add 198.51.100.10/32 dev lo',
      'ip addr add 198.51.100.53/32 dev lo',
      'ip link add out type veth peer name far',
      'ip addr add 198.51.100.1/24 dev out',
      'ip link set out up; ip link set far up',
      'ip route add default dev out',
      `printf 'nameserver 198.51.100.53\\n' >${folder}/resolv.conf`,
      `mount --bind ${folder}/resolv.conf /etc/resolv.conf`,
      'nft add table inet t',
      "nft 'add chain inet t out { type filter hook output priority 0; }'",
      'nft add rule inet t out ip daddr 198.51.100.53 udp dport 53 accept',
      'nft add rule inet t out ip saddr 198.51.100.53 accept',
      'nft add rule inet t out ip daddr 198.51.100.10 tcp dport { 443, 80 } accept',
      'nft add rule inet t out ip saddr 198.51.100.10 accept',
      'nft add rule inet t out meta l4proto ipv6-icmp accept',
      'nft add rule inet t out counter drop',
      `dnsmasq --no-hosts --no-resolv --listen-address=198.51.100.53 --bind-interfaces --address=/shop.example.com/198.51.100.10 --user=root --pid-file=${folder}/dns.pid`,
      ...started(`${folder}/app.cjs`),
      `trap 'nft list ruleset >${folder}/rules' EXIT`,
      `"$@"; exit`
    ]
  }
  const dropped = (folder: string): number => Number(/packets (\d+)/.exec(readFileSync(`${folder}/rules`, 'utf8'))?.[1])

  const off = { comment: 'never', diagnose: 'never', 'stripe-events': 'payment_intent.succeeded' }

  test.each<[string, Readonly<Record<string, string>>]>([
    ['nothing else asked for', {}],
    ['comment, ssh and Stripe parts off', off],
    ['a token without a pull request', { 'github-token': 'ghs_0123456789abcdef' }],
    [
      'a server to look at that nothing makes look',
      {
        ssh: 'deploy@198.51.100.99',
        'ssh-known-hosts':
          '198.51.100.99 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP8crDR9L2BMcfZ+BpvBgU2uQQFQpqgd5ekdT8GhdxwS'
      }
    ]
  ])('%s', async (_, inputs) => {
    const folder = checkout({})
    const within = inNamespace(...world(folder))
    const given = { mode: 'probe', 'webhook-url': hook, wait: '0', ...inputs }
    const env = { NODE_EXTRA_CA_CERTS: join(folder, 'root.pem') }
    const run = await step(checkout({}), given, env, within)
    expectWords(run, 0)
    expect(run.outputs).toMatchObject({ diagnosis: 'ok', 'webhook-status': '400', 'health-status': '200' })
    expect(dropped(folder)).toBe(0)
  })

  test('the count would show a packet to anybody else', async () => {
    const folder = checkout({})
    const within = inNamespace(...world(folder))
    const given = { mode: 'probe', 'webhook-url': 'https://198.51.100.77/hook', wait: '0', timeout: '1' }
    await step(checkout({}), given, {}, within)
    expect(dropped(folder)).toBeGreaterThan(0)
  })
})

describe.runIf(canMakeNamespaces)(inNamespaces('a clock that is a day behind'), () => {
  test('a certificate of today is not yet valid, and the message speaks of the clock', async () => {
    const folder = checkout({})
    const { of, root } = makeCertificates(folder)
    const { chain, key } = of.shortLived
    writeFileSync(join(folder, 'app.cjs'), serves(chain, key, '127.0.0.1'))
    const within = inNamespace('ip link set lo up', ...started(`${folder}/app.cjs`))
    const resolve = 'shop.example.com:443:127.0.0.1'
    const preload = spawnSync('faketime', ['-f', '-1d', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).stdout.trim()
    const env = { NODE_EXTRA_CA_CERTS: root, LD_PRELOAD: preload, FAKETIME: '-26h' }
    const run = await step(checkout({}), { mode: 'probe', 'webhook-url': hook, resolve, wait: '0' }, env, within)
    expectWords(run)
    expect(run.outputs['diagnosis']).toBe('tls-not-yet-valid')
    expect(messages(run, 'error')[0]).toContain('The clock of this runner')
  })
})
