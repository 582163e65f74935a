import { appendFileSync } from 'node:fs'
import { addresses } from '../world.ts'
import type { Service } from './service.ts'

/** The name of the certificate authority; DNS must lead it to the resolver's host. */
const ACME_HOST = 'acme.example.com'

/** Pebble, the small ACME server for tests, as the world's Let's Encrypt: it connects to the server's port 80 to validate. */
export const acme = (): Service => ({
  needs: ['pebble', 'certbot', 'nginx'],
  start: async world => {
    const { resolver, server, certificates } = world
    const { chain, key } = certificates.of.everyName
    const pebble = {
      listenAddress: '0.0.0.0:14000',
      managementListenAddress: '127.0.0.1:15000',
      certificate: chain,
      privateKey: key,
      httpPort: 80,
      tlsPort: 443
    }
    const config = resolver.file('pebble.json', JSON.stringify({ pebble }))
    // No pauses between the steps of a validation, and no nonces refused at random.
    const env = { PEBBLE_VA_NOSLEEP: '1', PEBBLE_WFE_NONCEREJECT: '0' }
    await resolver.serve(['pebble', '-config', config, '-dnsserver', '127.0.0.1:53'], [14000, 15000], { env })
    const root = await resolver.must(['curl', '-sk', 'https://127.0.0.1:15000/roots/0'])
    appendFileSync(world.trusted, root)
    // What certbot would be told on its command line anywhere else: which authority, and whom to write to.
    const settings = [`server = https://${ACME_HOST}:14000/dir`, 'email = ops@example.com', 'agree-tos = true']
    const file = server.file('cli.ini', `${settings.join('\n')}\n`)
    await server.must(['sh', '-euc', `mkdir -p /etc/letsencrypt; cp ${file} /etc/letsencrypt/cli.ini`])
  }
})

/** The name that DNS must know for `acme`. */
export const acmeName = { name: ACME_HOST, a: [addresses.resolver.v4] }
