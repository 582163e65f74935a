import { readFileSync } from 'node:fs'
import { broken, healthy, type Scenario } from '../scenario.ts'
import { acme, acmeName } from '../servers/acme.ts'
import { fastapi } from '../servers/apps.ts'
import { deployed } from '../servers/docker.ts'
import { nginxBefore } from '../servers/nginx.ts'
import type { Service } from '../servers/service.ts'
import { type SshUser, sshAccess, sshd } from '../servers/sshd.ts'
import { addresses, DOMAIN, type World } from '../world.ts'

const { v4 } = addresses.server
const repository = new URL('../../../', import.meta.url)

/** Inputs of the look at the server, over the real sshd. */
const lookingAs =
  (user: SshUser, more: (world: World) => Readonly<Record<string, string>> = () => ({})) =>
  (world: World): Readonly<Record<string, string>> => ({
    ssh: `${user}@${v4}`,
    'ssh-key': sshAccess(world).privateKey,
    'ssh-known-hosts': sshAccess(world).knownHosts,
    ...more(world)
  })

/** The server of the incident: this machine's programs without its proxies. */
const bare: Service = {
  needs: [],
  start: ({ server }) => {
    const [upper, work] = [`${server.folder}/usr-upper`, `${server.folder}/usr-work`]
    const mount = `mount -t overlay overlay -o lowerdir=/usr,upperdir=${upper},workdir=${work} /usr`
    const proxies = '/usr/sbin/nginx /usr/bin/caddy /usr/sbin/haproxy /usr/sbin/apache2'
    return server.must(['sh', '-euc', `mkdir -p ${upper} ${work}; ${mount}; rm -f ${proxies}`])
  }
}

/** What `apt-get install nginx` comes to where no archive is at hand. */
const installProxies = ({ server }: World): Promise<string> => server.must(['umount', '--lazy', '/usr'])

/** Runs the repository's own script as root over ssh, as a user would, and returns what it printed. */
async function setUp(world: World): Promise<string> {
  const { runner, server } = world
  const script = readFileSync(new URL('server/setup_nginx_webhook.sh', repository), 'utf8')
  const ssh = ['ssh', '-i', `${server.folder}/ssh/client`, '-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=yes']
  const known = runner.file('known_hosts', sshAccess(world).knownHosts)
  const options = `--domain ${DOMAIN} --port 8000 --certbot --email ops@example.com`
  const command = `REQUESTS_CA_BUNDLE=${world.trusted} sh -s -- ${options}`
  return runner.must([...ssh, '-o', `UserKnownHostsFile=${known}`, `root@${v4}`, command], {
    input: script,
    timeout: 60_000
  })
}

/** Everything that the script may have touched, as one sum. */
const state = ({ server }: World): Promise<string> =>
  server.must(['sh', '-c', 'find /etc/nginx /etc/letsencrypt/live /etc/ufw -type f | sort | xargs cat | sha256sum'])

async function setUpAgain(world: World): Promise<void> {
  const before = await state(world)
  await setUp(world)
  if ((await state(world)) !== before) throw new Error('setup_nginx_webhook.sh changed something the second time')
}

const looks = (
  name: string,
  inputsFrom: Scenario['inputsFrom'],
  services: readonly Service[],
  found: readonly string[]
): Scenario => ({
  name: `server: ${name}`,
  services,
  ...(inputsFrom === undefined ? {} : { inputsFrom }),
  expected: broken('proxy', 'proxy-bad-gateway', { serverFindings: found, within: 20 })
})

/** Stories that are played on the server itself, over ssh and with its real tools. */
export const serverScenarios: readonly Scenario[] = [
  {
    name: 'server: the incident from end to end',
    checkout: 'examples/incident',
    network: { names: [{ name: DOMAIN, a: [v4] }, acmeName] },
    services: [deployed(), acme(), sshd(), bare],
    inputsFrom: lookingAs('root', () => ({ container: 'shop' })),
    expected: broken('tcp', 'tcp-refused', {
      suspect: '.github/workflows/ci-cd.yml:33',
      serverFindings: ['proxy-not-installed', 'container-loopback-only'],
      noServerFindings: ['container-not-running', 'server-unreachable'],
      within: 20
    }),
    steps: [
      {
        name: 'after setup_nginx_webhook.sh --certbot',
        action: async world => {
          await installProxies(world)
          await setUp(world)
        },
        expected: healthy
      },
      { name: 'after the same once more', action: setUpAgain, expected: healthy }
    ]
  },
  looks('seen by root', lookingAs('root'), [nginxBefore(), sshd()], []),
  looks('seen by a user without rights', lookingAs('deploy'), [nginxBefore(), sshd()], []),
  looks(
    'another host key',
    lookingAs('root', world => ({ 'ssh-known-hosts': sshAccess(world).strangeKnownHosts })),
    [nginxBefore(), sshd()],
    ['server-host-key']
  ),
  looks(
    'key of a stranger',
    lookingAs('root', world => ({ 'ssh-key': readFileSync(`${world.server.folder}/ssh/stranger`, 'utf8') })),
    [nginxBefore(), sshd()],
    ['server-auth']
  ),
  looks(
    'no sshd',
    lookingAs('root', () => ({ ssh: `root@${v4}:2222` })),
    [nginxBefore(), sshd()],
    ['server-unreachable']
  ),
  {
    name: 'server: healthy is not looked at',
    services: [fastapi(), nginxBefore(), sshd()],
    inputsFrom: lookingAs('root'),
    expected: { ...healthy, noServerFindings: ['proxy-not-running'] }
  }
]
