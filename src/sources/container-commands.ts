import type { Container, Route } from '../model/deployment.ts'
import { imageName } from '../model/image.ts'
import { proxyCommands } from '../proxies/index.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { fileName } from './path.ts'

/** A container, and the words that it is given to run. */
export interface Program {
  readonly container: Container
  readonly words: readonly MappedText[]
}

/**
 * Routes of proxies that run in containers and take them on their command line: `caddy reverse-proxy --to app:8000`.
 * An image such as cloudflared's has its program as entrypoint, so that the words are its arguments.
 */
export const containerRoutes = (programs: readonly Program[]): readonly Route[] =>
  programs.flatMap(({ container, words }) => {
    const { networks, image, placement } = container
    // What runs on a hosted runner stands before nothing that a webhook could reach.
    if (placement === 'hosted') return []
    const [first] = words
    const named = first === undefined ? '' : fileName(first.text)
    const own = image === null ? '' : imageName(image)
    if (setUpElsewhere.has(own)) return [openRoute(own, container)]
    return proxyCommands.flatMap(({ names, routes }) => {
      const args = names.includes(named) ? words.slice(1) : names.includes(own) ? words : []
      return networks === 'host'
        ? routes(args, 'host-network-container')
        : routes(args, 'bridge-container').map(route => ({ ...route, networks }))
    })
  })

/** Proxies and tunnels that are set up in a dashboard or a database: what they forward to stands in no checkout. */
const setUpElsewhere: ReadonlySet<string> = new Set(
  'nginx-proxy-manager nginxproxymanager nginx-proxy-manager-zh zoraxy newt cosmos-server nginx-ui'.split(' ')
)

function openRoute(proxy: string, { at, networks }: Container): Route {
  const route = {
    proxy,
    at,
    listeners: [{ at, port: 443, tls: true }],
    serverNames: [],
    path: '/',
    upstream: { host: null, port: null },
    refusal: null,
    evidence: 'declared'
  } as const
  return networks === 'host'
    ? { ...route, site: 'host-network-container' }
    : { ...route, site: 'bridge-container', networks }
}
