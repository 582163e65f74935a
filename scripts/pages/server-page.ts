import type { Level } from '../../src/model/finding.ts'
import { diagnosisPath } from './diagnosis-page.ts'
import { handWritten, madeFrom } from './hand-written.ts'

/** What a look at the server can come to. Its message and its fix are made from what was seen there. */
interface ServerCode {
  readonly code: string
  readonly level: Level
  readonly title: string
  readonly cause: string
}

/** Every code of `server.findings` in report.json, from the app outwards. */
export const serverCodes: readonly ServerCode[] = [
  {
    code: 'container-not-running',
    level: 'error',
    title: "The app's container does not run",
    cause: 'It stopped, restarts again and again, was never started under this name, or the Docker daemon is down.'
  },
  {
    code: 'app-loopback-in-container',
    level: 'error',
    title: 'The app listens on loopback inside its container',
    cause: 'A published port leads to the address of the container, and nothing listens on that one.'
  },
  {
    code: 'container-not-published',
    level: 'error',
    title: 'No published port of the container leads to the app',
    cause:
      'The container publishes no port, or one on which nothing listens inside, and it shares no network with a proxy.'
  },
  {
    code: 'container-loopback-only',
    level: 'error',
    title: 'The container is published on loopback only',
    cause:
      'Nobody but the server itself reaches it. Behind a proxy that forwards to it that is right, and this is a notice.'
  },
  {
    code: 'proxy-not-installed',
    level: 'error',
    title: 'No proxy is installed',
    cause: 'Nothing listens on port 443 for the internet, and no nginx, Caddy, Apache, HAProxy or Traefik is there.'
  },
  {
    code: 'proxy-not-running',
    level: 'error',
    title: 'A proxy is installed and does not run',
    cause:
      'Nothing listens on port 443 for the internet, since the proxy is stopped, failed to start or is not enabled.'
  },
  {
    code: 'proxy-config-invalid',
    level: 'error',
    title: "The proxy's configuration is not valid",
    cause: 'The proxy refuses to start with it, or runs on with the one before until the next restart.'
  },
  {
    code: 'proxy-no-route',
    level: 'error',
    title: 'The proxy does not forward the webhook to the app',
    cause:
      'It does not listen on port 443 for the internet, no site has the name, the site answers by itself, or it forwards to what is not the app.'
  },
  {
    code: 'firewall-blocks',
    level: 'error',
    title: "The server's own firewall lets nobody in",
    cause: 'ufw, firewalld, nftables or iptables drops what comes to port 443.'
  },
  {
    code: 'certificate-missing',
    level: 'error',
    title: 'The server has no certificate for the name',
    cause: 'The proxy serves plain HTTP alone, or presents a certificate of another name or one signed by itself.'
  },
  {
    code: 'certificate-expired',
    level: 'error',
    title: 'The certificate on the server has expired',
    cause: 'Nothing renewed it, or the proxy was not reloaded after the renewal.'
  },
  {
    code: 'dns-elsewhere',
    level: 'warning',
    title: 'The name leads to another machine',
    cause:
      'DNS gives an address that this server does not have, or none at all. With a CDN or a load balancer in front that is right.'
  },
  {
    code: 'server-unreachable',
    level: 'warning',
    title: 'The server does not answer over ssh',
    cause: 'Its name does not resolve, sshd does not listen there, a firewall is between, or it answers with no facts.'
  },
  {
    code: 'server-host-key',
    level: 'warning',
    title: "The server's host key is not a known one",
    cause: '`ssh-known-hosts` holds no key of this host, or another one. Nothing was sent to it.'
  },
  {
    code: 'server-auth',
    level: 'warning',
    title: 'The server does not let the key in',
    cause: 'The private key cannot be read, is not in authorized_keys of that user, or the user is another one.'
  }
]

/** The page of a code of the server. */
export const serverPage = ({ code, level, title, cause }: ServerCode): string =>
  `${[
    madeFrom('scripts/pages/server-page.ts'),
    `# ${code}`,
    `**${title}.** Seen on the server (\`ssh\`). Level: ${level}. [All diagnoses](README.md)`,
    cause,
    'The message names what was seen on this server, and the command that mends it.',
    handWritten(diagnosisPath(code))
  ].join('\n\n')}\n`
