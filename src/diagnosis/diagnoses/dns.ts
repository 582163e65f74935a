import type { Diagnosis } from '../cause.ts'

/** Codes of the hop `dns`, the worst first. */
export const dnsDiagnoses: readonly Diagnosis[] = [
  {
    code: 'dns-nxdomain',
    hop: 'dns',
    level: 'error',
    title: 'The name does not exist',
    cause:
      'There is no DNS record of this name: a typo, a record that was never made, an expired domain, or a CNAME whose target is gone.',
    fix: "Create an A record for {host} at your DNS provider, with the server's public IPv4 address; a CNAME that is there (`dig {host} CNAME`) has to go, or to lead to a name that exists. `dig +trace {host}` shows which delegation is missing.",
    waitingHelps: true
  },
  {
    code: 'dns-no-address',
    hop: 'dns',
    level: 'error',
    title: 'The name has no address',
    cause: 'The name exists, but holds no A or AAAA record; example.com and www.example.com are two names.',
    fix: "Add an A record for exactly {host}, with the server's public IPv4 address; a CNAME that is there (`dig {host} CNAME`) has to go, or to lead to a name with an address.",
    waitingHelps: true
  },
  {
    code: 'dns-private-address',
    hop: 'dns',
    level: 'error',
    title: 'The name leads to an address that the internet does not route',
    cause:
      'A loopback, private or link-local address means nothing to a machine on the internet; it is often copied from `ip addr`, a VPN or split DNS.',
    fix: "Put the server's public IPv4 address into the A record of {host} that holds this one, or delete it where another holds that already. On the server, `curl -4 https://ifconfig.me` prints it.",
    waitingHelps: true
  },
  {
    code: 'dns-failure',
    hop: 'dns',
    level: 'error',
    title: 'DNS gives no usable answer',
    cause: 'The name servers of the domain are broken or out of reach, or those of this runner are.',
    fix: 'Check the name servers at the registrar (`dig +trace {host}`), and look whether other names resolve on this runner.',
    waitingHelps: true
  },
  {
    code: 'not-external',
    hop: 'dns',
    level: 'warning',
    title: 'The probe did not come from outside',
    cause: 'The request did not take the way that a provider takes, so the result says nothing of the internet.',
    fix: 'Run the probe in a job of its own on a GitHub-hosted runner (`runs-on: ubuntu-latest`).',
    waitingHelps: false
  }
]
