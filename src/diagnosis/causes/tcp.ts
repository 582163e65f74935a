import type { Cause } from '../cause.ts'

/** Without a route of its own, this machine can tell nothing of an IPv6 address. */
const noRoute = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'] as const
/** Codes that need a packet to come back, or a way to send one. */
const unanswered = ['PHASE_TIMEOUT', 'ETIMEDOUT', 'EHOSTUNREACH', 'EACCES', 'EPERM'] as const
const dropped = ['PHASE_TIMEOUT', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'] as const

export const tcpCauses: readonly Cause[] = [
  {
    id: 'ipv6-only-untested',
    code: 'tcp-unreachable',
    when: [
      { phase: 'tcp', family: 6, code: noRoute, onlyAddress: true },
      { phase: 'tcp', family: 6, code: unanswered, onlyAddress: true, ipv6Here: false }
    ],
    says: '{host} has IPv6 addresses only ({address}), and this runner has no IPv6: nothing could be tested.',
    cause: 'Many senders and most CI runners reach IPv4 alone.',
    fix: "Add an A record with the server's IPv4 address to {host}, or probe from a runner with IPv6."
  },
  {
    id: 'ipv6-untested',
    code: 'ipv6-untested',
    when: [
      { phase: 'tcp', family: 6, code: noRoute },
      { phase: 'tcp', family: 6, code: unanswered, ipv6Here: false, ipv4Works: true }
    ],
    says: 'The IPv6 address {address} was not tested: this runner has no IPv6.'
  },
  {
    id: 'ipv6-broken',
    code: 'ipv6-broken',
    when: { phase: 'tcp', family: 6, ipv4Works: true },
    says: 'IPv4 works, but {address} (IPv6) does not answer on port {port} ({code}).'
  },
  {
    id: 'tcp-refused',
    code: 'tcp-refused',
    when: { phase: 'tcp', code: 'ECONNREFUSED' },
    says: '{address} refuses the connection on port {port}.'
  },
  {
    id: 'tcp-timeout',
    code: 'tcp-timeout',
    when: { phase: 'tcp', code: dropped },
    says: '{address} does not answer on port {port}.'
  },
  {
    id: 'tcp-host-unreachable',
    code: 'tcp-unreachable',
    when: { phase: 'tcp', code: 'EHOSTUNREACH' },
    says: '{address} port {port}: the network answers that the host cannot be reached.'
  },
  {
    id: 'tcp-net-unreachable',
    code: 'tcp-unreachable',
    when: { phase: 'tcp', code: noRoute },
    says: 'This runner has no route to {address}.',
    cause: "The runner's network is at fault, or the address is not on the internet.",
    fix: "Check the A record of {host} against the server's public address, and the network of the runner."
  },
  {
    id: 'tcp-local-policy',
    code: 'tcp-unreachable',
    when: { phase: 'tcp', code: ['EACCES', 'EPERM'] },
    says: "This runner's own policy forbids connections to {address} port {port}.",
    cause:
      'An egress firewall (harden-runner in block mode), a prohibiting route or a sandbox on the runner; nothing is known of the server.',
    fix: 'Allow {host}:{port} on the runner, for harden-runner in `allowed-endpoints`.'
  },
  {
    id: 'tcp-reset',
    code: 'tcp-reset',
    when: [
      { phase: 'tcp', code: ['ECONNRESET', 'EPIPE', 'ECONNABORTED'] },
      { phase: 'tls', code: ['ECONNRESET', 'EPIPE', 'ECONNABORTED'], closedUnasked: true }
    ],
    says: '{address} accepts the connection on port {port} and cuts it before anything is sent.'
  },
  {
    id: 'tcp-other',
    code: 'tcp-unreachable',
    when: { phase: 'tcp' },
    says: 'Connecting to {address} port {port} fails with {code}.'
  },
  {
    id: 'port-80-closed',
    code: 'port-80-closed',
    when: { phase: 'tcp80' },
    says: 'Port 443 of {address} is open, port 80 is not ({code}).'
  },
  {
    id: 'direct-port-open',
    code: 'direct-port-open',
    when: { phase: 'direct' },
    says: 'Port {port} of {address} answers from outside, though a proxy stands before it.'
  }
]
