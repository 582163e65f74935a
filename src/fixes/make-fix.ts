import type { Finding } from '../model/finding.ts'
import { serverScripts } from '../platform/server-scripts.ts'
import { patchOf, type ReadText } from './patch.ts'
import { caddySite, nginxSite } from './proxy-config.ts'
import { publicName } from './public-name.ts'
import { type App, configName, type ProxyName, steps } from './steps.ts'

/** What the fix is made for. */
export interface FixFor {
  /** Where it is written, as the person named it. */
  readonly folder: string
  /** The webhook's public name; null where it is not known. */
  readonly domain: string | null
  readonly proxy: ProxyName
  readonly app: App
  /** What else a proxy could forward to. */
  readonly others: readonly App[]
  /** True where a proxy that the checkout shows leads to the app already. */
  readonly routed: boolean
  readonly path: string
  readonly healthPath: string
  /** True where nothing but the webhook's and the health path is to be forwarded. */
  readonly onlyWebhook?: boolean
  readonly findings: readonly Finding[]
}

/** One file of the folder. */
export interface FixFile {
  readonly path: string
  readonly text: string
}

const proxies = {
  nginx: { config: nginxSite, script: serverScripts.setupNginx },
  caddy: { config: caddySite, script: serverScripts.setupCaddy }
} as const

const plainPath = /^\/[\w.~%/-]*$/

/** The folder that `fix-dir` asks for: proxy configuration, set-up script, steps, and the patch of the checkout if there is one. */
export function makeFix(given: FixFor, read: ReadText): readonly FixFile[] {
  const setup = {
    domain: publicName(given.domain ?? '') ?? 'your-domain.com',
    port: given.app.port,
    path: plainPath.test(given.path) ? given.path : '/webhooks/stripe',
    healthPath: plainPath.test(given.healthPath) ? given.healthPath : '/health',
    onlyWebhook: given.onlyWebhook ?? false
  }
  const { config, script } = proxies[given.proxy]
  const patch = patchOf(given.findings, read)
  return [
    { path: 'README.md', text: steps({ ...given, ...setup, patched: patch !== '' }) },
    { path: configName(given.proxy), text: withReason(config(setup), given) },
    { path: `setup_${given.proxy}_webhook.sh`, text: script },
    { path: 'diagnose_webhook_networking.sh', text: serverScripts.diagnose },
    ...(patch === '' ? [] : [{ path: 'patch.diff', text: `${patchHead}\n${patch}` }])
  ]
}

/** git passes over what stands before the first file. */
const patchHead = '# Made by webhook-reach-check; git apply takes it.'

/**
 * Where this file is committed, the lint reads it, and cannot see what certbot adds on the server. Said only where it
 * leads to the app as it is published today, or the comment would silence nothing.
 */
function withReason(site: string, { app: { publication }, routed }: FixFor): string {
  const address = publication?.mapping.hostAddress
  if (routed || !(address === null || address === '127.0.0.1' || address === '0.0.0.0')) return site
  const reason = '# webhook-reach-check: ignore[proxy-without-tls] certbot adds https on the server'
  return site.replace('    listen 80;', `    ${reason}\n$&`)
}
