import type { App } from './fixes/steps.ts'
import type { Inputs } from './inputs/index.ts'
import type { Lint } from './lint.ts'
import type { Publication } from './model/deployment.ts'
import { publishesPort } from './model/port-mapping.ts'
import type { Host } from './platform/host.ts'

/** What the fix is made for, where the caller knows better than what was found. */
export interface Wanted {
  /** Null takes the first webhook URL's host. */
  readonly domain: string | null
  readonly proxy: 'nginx' | 'caddy' | null
  readonly port: number | null
  readonly onlyWebhook: boolean
}

/** So much of each file's beginning is the same whatever it was made for: what begins otherwise is somebody else's. */
const sameInEveryRun = 17

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
  const apps = lint === null ? [] : appsOf(lint)
  const named = apps.filter(({ name }) => name !== null && name === inputs.container)
  const wantedApp = (app: App): boolean =>
    wanted.port === null || (app.publication !== null && publishesPort(app.publication.mapping, wanted.port))
  const app = [...named, ...apps].find(wantedApp) ?? null
  const port = wanted.port ?? app?.port ?? null
  if (port === null) return null
  const files = makeFix(
    {
      folder,
      domain: wanted.domain ?? url?.hostname ?? null,
      proxy: wanted.proxy ?? proxyFound(lint),
      app: { name: inputs.container ?? app?.name ?? null, port, publication: app?.publication ?? null },
      others: apps.filter(other => other !== app && other.port !== port),
      routed: lint?.portsBehindProxy.includes(port) ?? false,
      path: url?.pathname ?? '/webhooks/stripe',
      healthPath: inputs.healthUrl === null ? '/health' : new URL(inputs.healthUrl, 'https://your-domain.com').pathname,
      onlyWebhook: wanted.onlyWebhook,
      findings: lint?.findings ?? []
    },
    path => {
      const read = host.files.read(path)
      return read !== null && 'text' in read ? read.text : null
    }
  )
  return files.map(({ path, text }) => host.write(`${folder}/${path}`, text, text.slice(0, sameInEveryRun)))
}

/** The apps that a proxy of the host can forward to; one on loopback that waits for a proxy first, then one without any. */
function appsOf({ containers, proxiedBy }: Lint): readonly App[] {
  const urgency = (publication: Publication): number =>
    proxiedBy.has(publication) ? 2 : publication.mapping.exposure === 'loopback' ? 0 : 1
  return containers
    .filter(({ role, placement, throwaway }) => role === 'app' && placement !== 'hosted' && !throwaway)
    .flatMap(({ name, publications }) =>
      publications.flatMap(publication => {
        const { hostPorts, protocol } = publication.mapping
        // 80 and 443 are the proxy's own.
        return protocol !== 'tcp' || typeof hostPorts === 'string' || [80, 443].includes(hostPorts.first)
          ? []
          : [{ name, port: hostPorts.first, publication }]
      })
    )
    .toSorted((a, b) => urgency(a.publication) - urgency(b.publication))
}

const proxyFound = (lint: Lint | null): 'nginx' | 'caddy' =>
  lint?.routes.some(({ proxy }) => proxy === 'caddy') ? 'caddy' : 'nginx'
