import type { Inputs } from './inputs/index.ts'
import type { Lint } from './lint.ts'
import type { Host } from './platform/host.ts'

/** What the fix is made for, where the caller knows better than what was found. */
export interface Wanted {
  /** Null takes the first webhook URL's host. */
  readonly domain: string | null
  readonly proxy: 'nginx' | 'caddy' | null
  readonly port: number | null
  readonly onlyWebhook: boolean
}

/** Writes the folder that mends what was found: proxy config, set-up script, steps, patch. Returns the paths written; null where nobody knows on which port the app answers. */
export async function mend(
  folder: string,
  wanted: Wanted,
  lint: Lint | null,
  inputs: Inputs,
  host: Host
): Promise<readonly string[] | null> {
  const { makeFix } = await import('./fixes/make-fix.ts')
  const [first] = inputs.webhookUrl
  const url = first === undefined ? null : new URL(first)
  const port = wanted.port ?? portFound(lint)
  if (port === null) return null
  const findings = lint?.findings ?? []
  const files = makeFix(
    {
      domain: wanted.domain ?? url?.hostname ?? null,
      proxy: wanted.proxy ?? proxyFound(lint),
      port,
      path: url?.pathname ?? '/webhooks/stripe',
      healthPath: inputs.healthUrl === null ? '/health' : new URL(inputs.healthUrl, 'https://your-domain.com').pathname,
      service: inputs.container ?? lint?.containers.find(({ role }) => role === 'app')?.name ?? null,
      onlyWebhook: wanted.onlyWebhook,
      findings
    },
    path => {
      const read = host.files.read(path)
      return read !== null && 'text' in read ? read.text : null
    }
  )
  return files.map(({ path, text }) => host.write(`${folder}/${path}`, text))
}

/** A port on loopback waits for a proxy; else the first that is published at all. */
function portFound(lint: Lint | null): number | null {
  const published = [
    ...(lint?.onLoopback ?? []),
    ...(lint?.containers ?? []).flatMap(({ role, publications }) => (role === 'app' ? publications : []))
  ]
  const ports = published.map(({ mapping }) => mapping.hostPorts).find(ports => typeof ports !== 'string')
  return typeof ports === 'object' ? ports.first : (lint?.portsBehindProxy[0] ?? null)
}

const proxyFound = (lint: Lint | null): 'nginx' | 'caddy' =>
  lint?.routes.some(({ proxy }) => proxy === 'caddy') ? 'caddy' : 'nginx'
