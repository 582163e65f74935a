import type { Cause } from '../cause.ts'

export const dnsCauses: readonly Cause[] = [
  {
    id: 'url-private-host',
    code: 'dns-private-address',
    when: { phase: 'address', private: true, literal: true },
    says: 'The webhook URL names {address}, which only this machine or its own network can reach.',
    fix: 'Register, and probe, the public name of the server: https://your-domain.com{path}.',
    waitingHelps: false
  },
  {
    id: 'dns-private-ipv6',
    code: 'dns-private-address',
    when: { phase: 'address', private: true, address: /:/ },
    says: '{host} resolves to {address}, which the internet does not route.',
    fix: "Delete the AAAA record of {host} that holds {address}, or put the server's public IPv6 address into it; an A record needs the public IPv4 address (`curl -4 https://ifconfig.me` on the server)."
  },
  {
    id: 'dns-private-address',
    code: 'dns-private-address',
    when: { phase: 'address', private: true },
    says: '{host} resolves to {address}, which the internet does not route.'
  },
  {
    id: 'dns-hosts-override',
    code: 'not-external',
    when: { phase: 'dns', lookup: 'ok', wire: ['ENOTFOUND', 'ENODATA'] },
    says: "DNS knows no address of {host}; this machine's own settings (hosts file, split DNS) gave {detail}.",
    cause:
      'A provider asks the public DNS and finds nothing there, so whatever was reached proves nothing about the internet.',
    fix: "Create an A record for {host} with the server's public IPv4 address, or take the entry out of the runner's /etc/hosts."
  },
  {
    id: 'dns-split-view',
    code: 'not-external',
    when: { phase: 'dns', lookup: 'ok', wire: 'differs' },
    says: 'DNS and this machine disagree on {host}: {detail}. The addresses from DNS were probed.',
    cause: 'A hosts file or split DNS on the runner overrides the name.',
    fix: "Take {host} out of the runner's /etc/hosts or its internal zone, or run the probe on a GitHub-hosted runner."
  },
  {
    id: 'dns-wire-silent',
    code: 'not-external',
    when: { phase: 'dns', lookup: 'ok', wire: /^E/ },
    says: "DNS itself gave no answer for {host} ({code}); this machine's own settings gave {detail}.",
    cause: 'Whatever was reached proves nothing about the internet, since a provider depends on DNS alone.',
    fix: "Look whether the domain's name servers answer (`dig +trace {host}`), or run the probe on a GitHub-hosted runner."
  },
  {
    id: 'dns-bad-name',
    code: 'dns-nxdomain',
    when: { phase: 'dns', wire: 'EBADNAME' },
    says: '{host} is no legal DNS name.',
    cause: 'A label is empty, or longer than 63 bytes.',
    fix: 'Correct the host in the webhook URL.',
    waitingHelps: false
  },
  {
    id: 'dns-nxdomain',
    code: 'dns-nxdomain',
    when: { phase: 'dns', wire: 'ENOTFOUND' },
    says: '{host} does not exist in DNS.'
  },
  {
    id: 'dns-no-address',
    code: 'dns-no-address',
    when: { phase: 'dns', wire: 'ENODATA' },
    says: '{host} exists in DNS, but has no address.'
  },
  {
    id: 'dns-servfail',
    code: 'dns-failure',
    when: { phase: 'dns', wire: 'ESERVFAIL' },
    says: 'DNS answers SERVFAIL for {host}.',
    cause:
      'The delegation is broken, the name servers are dead, or DNSSEC does not validate (often a DS record left over from a former DNS provider).',
    fix: 'Check the name servers of the domain at the registrar, and remove or renew a leftover DS record.'
  },
  {
    id: 'dns-refused',
    code: 'dns-failure',
    when: { phase: 'dns', wire: 'EREFUSED' },
    says: 'DNS answers REFUSED for {host}.',
    cause: 'The name server that was asked does not serve this zone, or refuses this client.',
    fix: 'Add the zone at the DNS provider that the registrar delegates to.'
  },
  {
    id: 'dns-timeout',
    code: 'dns-failure',
    when: { phase: 'dns', wire: ['ETIMEOUT', 'ECANCELLED'] },
    says: 'DNS gave no answer for {host} in time.',
    cause: "The domain's name servers cannot be reached, or this runner's resolver cannot.",
    fix: "Ask the domain's own name servers (`dig +trace {host}`), and look whether other names resolve on this runner."
  },
  {
    id: 'dns-resolver-down',
    code: 'dns-failure',
    when: { phase: 'dns', wire: 'ECONNREFUSED' },
    says: "This runner's own DNS server refuses connections, so {host} could not be looked up.",
    cause:
      'Nothing listens at the address in /etc/resolv.conf: the runner is at fault, and nothing is known of the server.',
    fix: 'Repair DNS on the runner, then run again.'
  },
  {
    id: 'dns-malformed',
    code: 'dns-failure',
    when: { phase: 'dns', wire: /^E/ },
    says: 'DNS gave no usable answer for {host} ({code}).',
    cause: 'The answer is malformed: a broken resolver, or a device on the way that meddles with DNS.',
    fix: 'Ask another resolver (`dig @1.1.1.1 {host}`) to see whether the zone or the runner is at fault.'
  },
  {
    id: 'vantage-loopback',
    code: 'not-external',
    when: { phase: 'vantage', fact: 'loopback' },
    says: '`resolve` names {address}, which never leaves this machine.'
  },
  {
    id: 'vantage-private',
    code: 'not-external',
    when: { phase: 'vantage', fact: 'private' },
    says: '`resolve` names {address}, which the internet does not route.'
  },
  {
    id: 'vantage-own-address',
    code: 'not-external',
    when: { phase: 'vantage', fact: 'own-address' },
    says: '{address} is an address of this machine: the runner is the server, and the request never left it.',
    cause: 'Neither a firewall nor a cloud security group stood in its way, so the result says nothing of the internet.'
  },
  {
    id: 'vantage-egress-proxy',
    code: 'not-external',
    when: { phase: 'vantage', fact: 'egress-proxy' },
    says: 'This runner is told to reach the internet through a proxy ({detail}); the probe went directly.',
    cause: 'What a direct connection meets here may be the network of the runner rather than the server.',
    fix: 'Run the probe on a GitHub-hosted runner, or add {host} to NO_PROXY where the direct way is right.'
  }
]
