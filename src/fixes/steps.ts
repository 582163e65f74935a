import type { Publication } from '../model/deployment.ts'
import { code, visible } from '../reports/escape.ts'
import type { ProxySetup } from './proxy-config.ts'

export type ProxyName = 'nginx' | 'caddy'

/** What the proxy forwards to. */
export interface App {
  /** Name of the compose service or container; null where it is not known. */
  readonly name: string | null
  /** Where it answers on the server. */
  readonly port: number
  /** How the checkout publishes it; null where it does not show it. */
  readonly publication: Publication | null
}

/** What the steps are written for. */
export interface StepsFor extends ProxySetup {
  readonly proxy: ProxyName
  /** The folder that holds all this. */
  readonly folder: string
  readonly app: App
  readonly others: readonly App[]
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

const appName = ({ name }: App): string => (name === null ? 'the app' : code(name, false))
const webhookUrl = ({ domain, path }: StepsFor): string => `https://${domain}${path}`
const post = (target: string): string => `curl -i -X POST -H 'content-type: application/json' -d '{}' ${word(target)}`

/** How the container has to be published, and what stands in the checkout instead. */
function published({ app: { publication }, port }: StepsFor): string {
  const { containerPorts, hostAddress = '127.0.0.1' } = publication?.mapping ?? {}
  const inside =
    containerPorts === undefined || typeof containerPorts === 'string' ? 'PORT_INSIDE' : containerPorts.first
  const mapping = `\`127.0.0.1:${port}:${inside}\``
  if (publication === null || hostAddress === '127.0.0.1') return `Its container is published there, as ${mapping}`
  const { at, written } = publication
  return `The checkout publishes its container as ${code(written, false)} (${code(`${at.file}:${at.line}`, false)}): make that ${mapping}, where this proxy finds it and nobody else does`
}

/** One step: its heading, and what to do. */
type Section = (given: StepsFor) => readonly string[]

/** Every step, in order. */
const sections: readonly Section[] = [
  ({ domain }) => [
    'DNS',
    `The A record of \`${domain}\` (and the AAAA record, if there is one) holds the public address of the server:`,
    ...block(`dig +short A ${domain}`, `dig +short AAAA ${domain}`)
  ],
  given => [
    'The app',
    `On the server, ${appName(given.app)} answers on loopback. ${published(given)}, and it listens on 0.0.0.0 inside:`,
    ...block(post(`http://127.0.0.1:${given.port}${given.path}`))
  ],
  given => [
    'The proxy and its certificate',
    `Copy \`setup_${given.proxy}_webhook.sh\` to the server and run it there. It asks for nothing, touches no other site, and puts everything back if something fails; \`--dry-run\` shows what it would do.`,
    ...block(setupCommand(given)),
    `What it sets up is in \`${configName(given.proxy)}\`, for those who do it by hand. ${
      given.proxy === 'nginx'
        ? "`--certbot` gets a certificate from Let's Encrypt and renews it."
        : "Caddy gets a certificate from Let's Encrypt by itself and renews it."
    }`,
    ''
  ],
  () => [
    'Firewall',
    'Ports 80 and 443 are open from the internet, 80 for good, since certificates are renewed there. The script opens them in ufw where that is active; a firewall of the hosting provider (security group) is opened in its console.',
    ''
  ],
  given => [
    'The webhook',
    "Register this URL with the provider, exactly so (providers follow no redirects); for Stripe at <https://dashboard.stripe.com/webhooks>, and put its signing secret (`whsec_…`) into the app's environment:",
    ...block(webhookUrl(given))
  ],
  given => [
    'Is it so?',
    'From another machine than the server. An unsigned request is refused, by Stripe handlers with 400:',
    ...block(post(webhookUrl(given)), `curl -i ${word(`https://${given.domain}${given.healthPath}`)}`),
    'On the server, if it is not:',
    ...block(`sudo bash diagnose_webhook_networking.sh --domain ${given.domain} --path ${word(given.path)}`)
  ]
]

const patchSection = ({ folder }: StepsFor): readonly string[] => [
  '## 0. The checkout',
  '',
  '`patch.diff` holds the changes to the files of the repository. In its root:',
  ...block(`git apply ${word(`${visible(folder)}/patch.diff`)}`)
]

/** README.md of the folder: everything from DNS to the proof that it works, in order. */
export function steps(given: StepsFor): string {
  const proxy = given.proxy === 'nginx' ? 'nginx' : 'Caddy'
  const numbered = sections.flatMap((section, index) => {
    const [heading = '', ...lines] = section(given)
    return [`## ${index + 1}. ${heading}`, '', ...lines]
  })
  const lines = [
    `# Let webhooks reach ${given.domain}`,
    '',
    `A webhook comes in over https on port 443, ${proxy} ends TLS and forwards it to ${appName(given.app)} on 127.0.0.1:${given.port}.`,
    '',
    ...(given.others.length === 0
      ? []
      : [
          `The checkout publishes more: ${given.others.map(other => `${appName(other)} on ${other.port}`).join(', ')}. On a terminal, \`fix --port\` makes this for another.`,
          ''
        ]),
    ...(given.patched ? patchSection(given) : []),
    ...numbered
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** The name of the proxy's configuration in the folder. */
export const configName = (proxy: ProxyName): string => (proxy === 'nginx' ? 'nginx-site.conf' : 'Caddyfile')
