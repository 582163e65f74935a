import type { Finding } from '../model/finding.ts'
import { serverScripts } from '../platform/server-scripts.ts'
import { patchOf, type ReadText } from './patch.ts'
import { caddySite, nginxSite } from './proxy-config.ts'
import { configName, type ProxyName, steps } from './steps.ts'

/** What the fix is made for. */
export interface FixFor {
  /** The webhook's public name; null where it is not known. */
  readonly domain: string | null
  readonly proxy: ProxyName
  /** Where the app answers on the server. */
  readonly port: number
  readonly path: string
  readonly healthPath: string
  /** Name of the compose service or container that is the app. */
  readonly service: string | null
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

/** A host name that no shell, nginx or Caddy reads as anything else. */
const hostName = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/
const plainPath = /^\/[\w.~%/-]*$/

/** The folder that `fix-dir` asks for: proxy configuration, set-up script, steps, and the patch of the checkout if there is one. */
export function makeFix(given: FixFor, read: ReadText): readonly FixFile[] {
  const name = given.domain?.toLowerCase() ?? ''
  const setup = {
    domain: hostName.test(name) ? name : 'your-domain.com',
    port: given.port,
    path: plainPath.test(given.path) ? given.path : '/webhooks/stripe',
    healthPath: plainPath.test(given.healthPath) ? given.healthPath : '/health',
    onlyWebhook: given.onlyWebhook ?? false
  }
  const { config, script } = proxies[given.proxy]
  const patch = patchOf(given.findings, read)
  return [
    { path: 'README.md', text: steps({ ...setup, proxy: given.proxy, service: given.service, patched: patch !== '' }) },
    { path: configName(given.proxy), text: config(setup) },
    { path: `setup_${given.proxy}_webhook.sh`, text: script },
    { path: 'diagnose_webhook_networking.sh', text: serverScripts.diagnose },
    ...(patch === '' ? [] : [{ path: 'patch.diff', text: patch }])
  ]
}
