import { broken, healthy, type Scenario } from '../scenario.ts'
import { acme, acmeName, acmeTrust } from '../servers/acme.ts'
import { deployed } from '../servers/docker.ts'
import { addresses, DOMAIN, type World } from '../world.ts'

const names = [{ name: DOMAIN, a: [addresses.server.v4] }, acmeName]

/** Port 80 alone, as the guides have it before certbot: a block that names a certificate to come fails `nginx -t`. */
const site = `server {
  listen 80; listen [::]:80; server_name ${DOMAIN};
  location / { proxy_pass http://127.0.0.1:8000; proxy_set_header Host $host; }
}
`

/** Debian's nginx with its own configuration, one site more, and certbot. */
async function mendByHand(world: World): Promise<void> {
  const { server } = world
  const file = server.file('site.conf', site)
  await server.must([
    'sh',
    '-euc',
    `cp ${file} /etc/nginx/sites-available/webhook; ln -s ../sites-available/webhook /etc/nginx/sites-enabled/; nginx`
  ])
  const certbot = ['certbot', '--nginx', '--non-interactive', '--redirect', '-d', DOMAIN]
  await server.must(certbot, { env: acmeTrust(world) })
}

/** Stories that are played on the server itself, with its real tools. */
export const serverScenarios: readonly Scenario[] = [
  {
    name: 'server: container on loopback, then nginx and certbot',
    checkout: 'incident',
    network: { names },
    services: [deployed(), acme()],
    expected: broken('tcp', 'tcp-refused'),
    steps: [{ name: 'after certbot --nginx', action: mendByHand, expected: healthy }]
  }
]
