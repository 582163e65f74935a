import { broken, healthy, type Scenario, warned } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { nginxBefore } from '../servers/nginx.ts'
import { raw } from '../servers/raw.ts'
import { addresses, DOMAIN, type Network } from '../world.ts'

const { v4, v6 } = addresses.server
const second = '198.51.100.11'
const site = [fastapi(), nginxBefore()]

/** A firewall on the server that does `verdict` with packets that `match`. */
const firewall = (match: string, verdict: string): Pick<Network, 'serverSetup'> => {
  const chain = 'type filter hook input priority 0'
  return {
    serverSetup: [
      `nft -f - <<'RULES'`,
      'table inet lab {',
      'chain input {',
      chain,
      `${match} ${verdict}`,
      '}',
      '}',
      'RULES'
    ]
  }
}
const names = (a: readonly string[], aaaa: readonly string[] = []): Pick<Network, 'names'> => ({
  names: [{ name: DOMAIN, a, aaaa }]
})
const behind = (name: string, verdict: string, code: string): Scenario => ({
  name: `tcp: ${name}`,
  network: firewall('tcp dport 443', verdict),
  services: site,
  expected: broken('tcp', code, { explains: [/443/] })
})

/** How a connection fails, and how one address of several does. */
export const tcpScenarios: readonly Scenario[] = [
  { name: 'tcp: nothing listens', expected: broken('tcp', 'tcp-refused', { explains: [/443/] }) },
  behind('firewall resets', 'reject with tcp reset', 'tcp-refused'),
  behind('firewall drops', 'drop', 'tcp-timeout'),
  behind('firewall prohibits', 'reject with icmpx type admin-prohibited', 'tcp-unreachable'),
  {
    name: 'tcp: no route to the host',
    network: { ...names([v4]), runnerSetup: [`ip route add unreachable ${v4}`] },
    expected: broken('tcp', 'tcp-unreachable')
  },
  {
    name: 'tcp: no route to the network',
    network: { ...names([v4]), runnerSetup: [`ip route add throw ${v4}`] },
    expected: broken('tcp', 'tcp-unreachable')
  },
  {
    name: 'tcp: reset once accepted',
    services: [raw('reset', { certificate: null, when: 'connect' })],
    expected: broken('tcp', 'tcp-reset')
  },
  { name: 'tcp: healthy over IPv4 and IPv6', network: names([v4], [v6]), services: site, expected: healthy },
  { name: 'tcp: healthy over IPv6 alone', network: names([], [v6]), services: site, expected: healthy },
  {
    name: 'tcp: one address of two drops',
    network: {
      ...names([v4, second]),
      serverSetup: [`ip addr add ${second}/24 dev eth0`, ...firewallOn(second, 'drop')]
    },
    services: site,
    expected: broken('tcp', 'tcp-timeout', { explains: [/198\.51\.100\.11/] })
  },
  {
    name: 'tcp: one address of two refuses',
    network: {
      ...names([v4, second]),
      serverSetup: [`ip addr add ${second}/24 dev eth0`, ...firewallOn(second, 'reject with tcp reset')]
    },
    services: site,
    expected: broken('tcp', 'tcp-refused', { explains: [/198\.51\.100\.11/] })
  },
  {
    name: 'tcp: one address of two refuses, the other has no app',
    network: {
      ...names([v4, second]),
      serverSetup: [`ip addr add ${second}/24 dev eth0`, ...firewallOn(second, 'reject with tcp reset')]
    },
    services: [nginxBefore()],
    expected: broken('tcp', 'tcp-refused')
  },
  {
    name: 'tcp: twelve addresses',
    network: {
      ...names(Array.from({ length: 12 }, (_, index) => `198.51.100.${100 + index}`)),
      serverSetup: Array.from({ length: 12 }, (_, index) => `ip addr add 198.51.100.${100 + index}/24 dev eth0`)
    },
    services: site,
    inputs: { timeout: '8' },
    expected: healthy
  },
  {
    name: 'tcp: IPv6 alone, runner without IPv6',
    network: { ...names([], [v6]), runnerSetup: ['ip -6 addr flush dev eth0', 'ip -6 route flush dev eth0'] },
    services: site,
    expected: {
      verdict: ['warn', 'fail'],
      diagnosis: ['ok', 'tcp-unreachable', 'ipv6-untested'],
      brokenHop: ['none', 'tcp']
    }
  },
  {
    name: 'tcp: IPv6 address refuses',
    network: { ...names([v4], [v6]), ...firewall('ip6 daddr 2001:db8::10 tcp dport 443', 'reject with tcp reset') },
    services: site,
    expected: warned('ipv6-broken')
  },
  {
    name: 'tcp: IPv6 address drops',
    network: { ...names([v4], [v6]), ...firewall('ip6 daddr 2001:db8::10 tcp dport 443', 'drop') },
    services: site,
    expected: warned('ipv6-broken')
  },
  {
    name: 'tcp: IPv6 address, runner without IPv6',
    network: { ...names([v4], [v6]), runnerSetup: ['ip -6 addr flush dev eth0', 'ip -6 route flush dev eth0'] },
    services: site,
    expected: { ...healthy, warnings: ['ipv6-untested'], noWarnings: ['ipv6-broken'] }
  },
  {
    name: 'tcp: port 80 closed',
    services: [fastapi('healthy', { address: '0.0.0.0', port: 443, tls: true })],
    expected: { ...healthy, warnings: ['port-80-closed'] }
  },
  {
    name: 'tcp: URL with a port of its own',
    services: [fastapi('healthy', { address: '0.0.0.0', port: 8443, tls: true })],
    inputs: { 'webhook-url': `https://${DOMAIN}:8443/webhooks/stripe` },
    expected: healthy
  },
  {
    name: 'tcp: URL with an address',
    services: [fastapi(), nginxBefore()],
    inputs: { 'webhook-url': `https://${v4}/webhooks/stripe` },
    expected: broken('tls', 'tls-name-mismatch', { explains: [/the name that the certificate is for/] })
  }
]

function firewallOn(address: string, verdict: string): readonly string[] {
  return firewall(`ip daddr ${address} tcp dport 443`, verdict).serverSetup ?? []
}
