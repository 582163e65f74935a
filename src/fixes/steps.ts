import { code } from '../reports/escape.ts'
import type { ProxySetup } from './proxy-config.ts'

export type ProxyName = 'nginx' | 'caddy'

/** What the steps are written for. */
export interface StepsFor extends ProxySetup {
  readonly proxy: ProxyName
  /** Name of the compose service or container that is the app; null where it is not known. */
  readonly service: string | null
  /** True where the folder holds a patch for the checkout. */
  readonly patched: boolean
}

/** A word of a shell command, in quotes where it needs them. */
const word = (text: string): string => (/^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** Foreign text on one line of a fenced block. */
const line = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?')

const block = (...lines: readonly string[]): readonly string[] => ['', '```sh', ...lines.map(line), '```', '']

/** The command that sets the proxy up on the server. */
export function setupCommand({
  proxy,
  domain,
  port,
  path,
  healthPath,
  onlyWebhook
}: ProxySetup & { readonly proxy: ProxyName }): string {
  const paths = ['--path', word(path), ...(healthPath === '/health' ? [] : ['--health', word(healthPath)])]
  return [
    ...['sudo', 'bash', `setup_${proxy}_webhook.sh`, '--domain', domain, '--port', String(port)],
    ...(path === '/webhooks/stripe' ? paths.slice(2) : paths),
    ...(onlyWebhook ? ['--only-webhook'] : []),
    ...(proxy === 'nginx' ? ['--certbot'] : [])
  ].join(' ')
}

/** README.md of the folder: everything from DNS to the proof that it works, in order. */
export function steps(given: StepsFor): string {
  const { domain, port, path, healthPath, proxy, service, patched } = given
  const url = `https://${domain}${path}`
  const script = `setup_${proxy}_webhook.sh`
  const app = service === null ? 'the app' : code(service, false)
  const local = `http://127.0.0.1:${port}`
  const post = (target: string): string => `curl -i -X POST -H 'content-type: application/json' -d '{}' ${word(target)}`
  return `${[
    `# Let webhooks reach ${domain}`,
    '',
    `A webhook comes in over https on port 443, ${proxy === 'nginx' ? 'nginx' : 'Caddy'} ends TLS and forwards it to ${app} on 127.0.0.1:${port}.`,
    '',
    ...(patched
      ? [
          '## 0. The checkout',
          '',
          '`patch.diff` holds the changes to the files of the repository. In its root:',
          ...block('git apply patch.diff')
        ]
      : []),
    '## 1. DNS',
    '',
    `The A record of \`${domain}\` (and the AAAA record, if there is one) holds the public address of the server:`,
    ...block(`dig +short A ${domain}`, `dig +short AAAA ${domain}`),
    '## 2. The app',
    '',
    `On the server, ${app} answers on loopback. A container is published there with \`-p 127.0.0.1:${port}:PORT_INSIDE\`, and listens on 0.0.0.0 inside:`,
    ...block(post(`${local}${path}`)),
    '## 3. The proxy and its certificate',
    '',
    `Copy \`${script}\` to the server and run it there. It asks for nothing, touches no other site, and puts everything back if something fails; \`--dry-run\` shows what it would do.`,
    ...block(setupCommand(given)),
    `What it sets up is in \`${configName(proxy)}\`, for those who do it by hand. ${
      proxy === 'nginx'
        ? "`--certbot` gets a certificate from Let's Encrypt and renews it."
        : "Caddy gets a certificate from Let's Encrypt by itself and renews it."
    }`,
    '',
    '## 4. Firewall',
    '',
    'Ports 80 and 443 are open from the internet, 80 for good, since certificates are renewed there. The script opens them in ufw where that is active; a firewall of the hosting provider (security group) is opened in its console.',
    '',
    '## 5. The webhook',
    '',
    `Register this URL with the provider, exactly so (providers follow no redirects); for Stripe at <https://dashboard.stripe.com/webhooks>, and put its signing secret (\`whsec_…\`) into the app's environment:`,
    ...block(url),
    '## 6. Is it so?',
    '',
    'From another machine than the server. An unsigned request is refused, by Stripe handlers with 400:',
    ...block(post(url), `curl -i ${word(`https://${domain}${healthPath}`)}`),
    'On the server, if it is not:',
    ...block(`sudo bash diagnose_webhook_networking.sh --domain ${domain} --path ${word(path)}`)
  ]
    .join('\n')
    .trimEnd()}\n`
}

/** The name of the proxy's configuration in the folder. */
export const configName = (proxy: ProxyName): string => (proxy === 'nginx' ? 'nginx-site.conf' : 'Caddyfile')
