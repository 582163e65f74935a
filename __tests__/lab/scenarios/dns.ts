import { broken, healthy, type Scenario, WEBHOOK } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { type Answer, serveTrouble, type Trouble } from '../servers/names.ts'
import { nginxBefore } from '../servers/nginx.ts'
import { addresses, DOMAIN, type Network } from '../world.ts'

const says = (answer: Omit<Answer, 'name'>): Network => ({ names: [{ name: DOMAIN, ...answer }] })

/** A resolver that fails every question in this way. */
const trouble = (kind: Trouble): Pick<Scenario, 'network' | 'services'> => ({
  network: { names: null },
  services: [{ needs: [], start: ({ resolver }) => serveTrouble(resolver, kind) }]
})

const leadsTo = (name: string, answer: Omit<Answer, 'name'>): Scenario => ({
  name: `dns: ${name}`,
  network: says(answer),
  expected: broken('dns', 'dns-private-address', { explains: [new RegExp(`${(answer.a ?? answer.aaaa)?.[0]}`)] })
})

/** How a name fails to lead anywhere. */
export const dnsScenarios: readonly Scenario[] = [
  {
    name: 'dns: no such name',
    network: { names: [] },
    expected: broken('dns', 'dns-nxdomain', { explains: [/shop\.example\.com/] })
  },
  {
    name: 'dns: alias of a name that is gone',
    network: says({ cname: 'gone.example.com' }),
    expected: broken('dns', ['dns-nxdomain', 'dns-no-address'])
  },
  { name: 'dns: name without an address', network: says({ txt: 'hello' }), expected: broken('dns', 'dns-no-address') },
  { name: 'dns: SERVFAIL', ...trouble('servfail'), expected: broken('dns', 'dns-failure') },
  { name: 'dns: REFUSED', ...trouble('refused'), expected: broken('dns', 'dns-failure') },
  { name: 'dns: FORMERR', ...trouble('formerr'), expected: broken('dns', 'dns-failure') },
  { name: 'dns: garbage', ...trouble('garbage'), expected: broken('dns', 'dns-failure') },
  { name: 'dns: no answer', ...trouble('silent'), expected: broken('dns', 'dns-failure') },
  { name: 'dns: resolver down', network: { names: null }, expected: broken('dns', 'dns-failure') },
  leadsTo('RFC 1918', { a: ['192.168.1.5'] }),
  leadsTo('loopback', { a: ['127.0.0.1'] }),
  leadsTo('carrier-grade NAT', { a: ['100.64.3.4'] }),
  leadsTo('link-local', { a: ['169.254.10.10'] }),
  leadsTo('unique-local IPv6', { aaaa: ['fd12::8'] }),
  {
    name: 'dns: one address public, one private',
    network: says({ a: [addresses.server.v4, '10.0.0.7'] }),
    services: [fastapi(), nginxBefore()],
    expected: broken('dns', 'dns-private-address')
  },
  {
    name: 'dns: URL with a private address',
    inputs: { 'webhook-url': 'https://10.0.0.7/webhooks/stripe' },
    expected: broken('dns', 'dns-private-address')
  },
  {
    name: 'dns: alias that leads to the server',
    network: {
      names: [
        { name: 'host.example.com', a: [addresses.server.v4] },
        { name: DOMAIN, cname: 'host.example.com' }
      ]
    },
    services: [fastapi(), nginxBefore()],
    expected: healthy
  },
  {
    name: 'dns: capitals and a final dot in the URL',
    inputs: { 'webhook-url': WEBHOOK.replace(DOMAIN, 'Shop.Example.COM.') },
    services: [fastapi(), nginxBefore()],
    expected: { ...healthy, verdict: ['pass', 'warn'] }
  }
]
