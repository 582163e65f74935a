import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import type { Certificates } from './certificates.ts'
import { Host } from './hosts.ts'
import { type Answer, serveNames } from './servers/names.ts'

/** Addresses of documentation networks (RFC 5737, RFC 3849): the lab's internet. */
export const addresses = {
  runner: { v4: '198.51.100.1', v6: '2001:db8::1' },
  server: { v4: '198.51.100.10', v6: '2001:db8::10' },
  resolver: { v4: '198.51.100.53', v6: '2001:db8::53' },
  /** The two ends of the slow cable, where a scenario has one. */
  slow: { runner: '198.51.100.2', server: '198.51.100.20' }
} as const

/** The name that a webhook is registered under. */
export const DOMAIN = 'shop.example.com'

/** Two hosts and the network between them. The resolver is the switch as well: both links end at its bridge. */
export interface World {
  readonly runner: Host
  readonly server: Host
  readonly resolver: Host
  readonly certificates: Certificates
  /** A file of the roots that the runner trusts beside Node's own; a scenario may add to it. */
  readonly trusted: string
  stop(): Promise<void>
}

/** How a scenario's network differs from the plain one. */
export interface Network {
  /** What DNS says; the server's IPv4 address for `DOMAIN` unless given. Null: nothing answers on port 53. */
  readonly names?: readonly Answer[] | null
  /** Lines of the runner's own /etc/hosts. */
  readonly hosts?: readonly string[]
  /** Shell lines run on a host once it is up: routes, more addresses, firewall. */
  readonly runnerSetup?: readonly string[]
  readonly serverSetup?: readonly string[]
  /** A second cable, slow, that leads to the server by its slow address. */
  readonly slow?: { readonly oneWayMs: number; readonly lossPercent?: number }
}

/** The server's IPv4 address for `DOMAIN`. */
export const plainNames: readonly Answer[] = [{ name: DOMAIN, a: [addresses.server.v4] }]

/** Builds the world of one scenario under `folder`. */
export async function buildWorld(folder: string, certificates: Certificates, network: Network): Promise<World> {
  const hostsFile = ['127.0.0.1 localhost', '::1 localhost', ...(network.hosts ?? []), ''].join('\n')
  const bound = { '/etc/resolv.conf': `nameserver ${addresses.resolver.v4}\n`, '/etc/hosts': hostsFile }
  const start = (name: string): Promise<Host> => Host.start(name, `${folder}/${name}`, bound)
  const [runner, server, resolver] = await Promise.all([start('runner'), start('server'), start('resolver')])
  let cable: ChildProcess | null = null
  const stop = async (): Promise<void> => {
    cable?.kill('SIGKILL')
    await Promise.all([runner.stop(), server.stop(), resolver.stop()])
  }
  try {
    connect(resolver, [runner, server])
    await Promise.all([
      runner.must(['sh', '-euc', [...link('runner'), ...(network.runnerSetup ?? [])].join('\n')]),
      server.must(['sh', '-euc', [...link('server'), ...(network.serverSetup ?? [])].join('\n')])
    ])
    if (network.slow !== undefined) cable = await laySlowCable(runner, server, network.slow)
    if (network.names !== null) await serveNames(resolver, network.names ?? plainNames)
    const trusted = `${folder}/trusted.pem`
    copyFileSync(certificates.root, trusted)
    return { runner, server, resolver, certificates, trusted, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * A bridge, and a cable from it to each host. `nodad`: an address that waits for duplicates is no use for a second.
 * Entered by the network alone, since the names of the others' networks are in this program's /proc.
 */
function connect(resolver: Host, hosts: readonly Host[]): void {
  const { v4, v6 } = addresses.resolver
  const lines = ['ip link add br0 type bridge', `ip addr add ${v4}/24 dev br0`, `ip addr add ${v6}/64 dev br0 nodad`]
  for (const { name, pid } of hosts) {
    lines.push(`ip link add ${name} type veth peer name eth0 netns /proc/${pid}/ns/net`)
    lines.push(`ip link set ${name} master br0 up`)
  }
  const script = [...lines, 'ip link set br0 up'].join('\n')
  execFileSync('nsenter', [`--target=${resolver.pid}`, '--net', 'sh', '-euc', script], { stdio: 'pipe' })
}

/** The cable is a program of its own, since not every kernel has netem. */
async function laySlowCable(runner: Host, server: Host, slow: NonNullable<Network['slow']>): Promise<ChildProcess> {
  const script = new URL('apps/wire.py', import.meta.url).pathname
  const ends = [runner, server].map(({ pid }) => `/proc/${pid}/ns/net`)
  const wire = [...ends, String(slow.oneWayMs), String(slow.lossPercent ?? 0)]
  const cable = spawn('setpriv', ['--pdeathsig', 'KILL', '/usr/bin/python3', script, ...wire])
  const up = once(cable.stdout, 'data').then(() => true)
  if (!(await Promise.race([up, once(cable, 'close').then(() => false)])))
    throw new Error('the slow cable did not hold')
  const { runner: near, server: far } = addresses.slow
  const plug = (own: string, other: string): string =>
    `ip addr add ${own}/32 dev slow; ip link set slow up; ip route add ${other}/32 dev slow src ${own}`
  await Promise.all([runner.must(['sh', '-euc', plug(near, far)]), server.must(['sh', '-euc', plug(far, near)])])
  return cable
}

const link = (name: 'runner' | 'server'): readonly string[] => [
  `ip addr add ${addresses[name].v4}/24 dev eth0`,
  `ip addr add ${addresses[name].v6}/64 dev eth0 nodad`,
  'ip link set eth0 up'
]
