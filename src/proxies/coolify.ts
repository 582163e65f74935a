import type { ContainerProxy } from './proxy-format.ts'
import { parsePort } from './upstream.ts'

/** Coolify: `SERVICE_FQDN_APP_3000` or `SERVICE_URL_APP_3000` in a service's environment puts its proxy before that port. */
export const coolify: ContainerProxy = {
  id: 'coolify',
  routes: ({ environment }) =>
    [...environment].flatMap(([name, value]) => {
      const [, rest] = /^SERVICE_(?:FQDN|URL)_(\w+)$/.exec(name) ?? []
      if (rest === undefined) return []
      const at = value.location()
      return [
        {
          proxy: 'coolify',
          at,
          site: 'bridge-container',
          listeners: [{ at, port: 443, tls: true }],
          serverNames: [],
          path: value.text.startsWith('/') ? value.text : '/',
          upstream: { host: 'container', port: parsePort(/_(\d+)$/.exec(rest)?.[1] ?? '') },
          refusal: null,
          evidence: 'declared'
        }
      ]
    })
}
