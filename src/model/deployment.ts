import type { Location } from '../text/location.ts'
import type { MappedText } from '../text/mapped-text.ts'
import type { Unread } from './finding.ts'
import type { PortMapping } from './port-mapping.ts'

export type Engine = 'docker' | 'podman' | 'nerdctl' | 'compose'

/** Where a command runs. Only a container that outlives its job is a deployment: everything but `hosted`. */
export type Placement = 'remote' | 'self-hosted' | 'hosted' | 'listed'

/** What an image is for, since a data store or a proxy on loopback or port 80 is right as it is. */
export type Role = 'app' | 'data-store' | 'proxy'

/** One port of a container published on its host, at the text that publishes it. */
export interface Publication {
  readonly at: Location
  /** The mapping as written in the file. */
  readonly written: string
  readonly mapping: PortMapping
  /** Variables whose default the mapping rests on. */
  readonly assumed: readonly string[]
  /** All of it, where it may go over several lines: an entry in compose's long form. */
  readonly entry?: Location
}

/** A mapping that Docker itself refuses, or drops. */
export interface BadPublication {
  readonly at: Location
  readonly written: string
  readonly reason: string
}

/** Where the container's own command listens, at the words that say so. */
export interface ContainerListener {
  readonly at: Location
  /** Null where the command names none. */
  readonly address: string | null
  readonly port: number | null
}

/** A container that a workflow starts: one `docker run`, one compose service, one Quadlet unit. */
export interface Container {
  readonly engine: Engine
  readonly placement: Placement
  /** The whole statement, from its first word to its last; for compose, the service. */
  readonly at: Location
  /** The workflows that start it; none for a file that `paths` names. */
  readonly workflows: readonly string[]
  readonly job: string | null
  readonly step: string | null
  /** Container or service name. */
  readonly name: string | null
  /** Other names it answers to on its networks, and addresses it is given there. */
  readonly aliases: readonly string[]
  readonly image: string | null
  readonly role: Role
  readonly publications: readonly Publication[]
  readonly refused: readonly BadPublication[]
  /** A service of a swarm: published on every interface, whatever address is written. */
  readonly swarm?: boolean
  /** `host`, or the networks it joins; empty is the default bridge. */
  readonly networks: 'host' | readonly string[]
  readonly labels: ReadonlyMap<string, MappedText>
  readonly environment: ReadonlyMap<string, MappedText>
  readonly volumes: readonly { readonly source: string; readonly target: string }[]
  readonly listeners: readonly ContainerListener[]
  /** Which arm of which `if` or `case` starts it, outermost first: two arms of one never run together. */
  readonly arms: readonly string[]
  /** The same job removes it again: no deployment. */
  readonly throwaway: boolean
  /** From the workflow to the file that holds this, outermost first; empty where the workflow itself does. */
  readonly calls: readonly Location[]
}

/** Where a proxy runs decides what its upstream's loopback is. */
export type ProxySite = 'host' | 'bridge-container' | 'host-network-container'

export interface Listener {
  readonly at: Location
  /** Null where the config leaves it to be found out (a variable). */
  readonly port: number | null
  readonly tls: boolean
}

/** What in a route's own config turns a webhook away. */
export interface Refusal {
  readonly at: Location
  /** As written: `return 301 …`, `auth_basic`, `deny all`, `limit_except GET`. */
  readonly directive: string
  readonly why: string
}

/** A way through a proxy: listener, server name and path on one side, the upstream it forwards to on the other. */
export interface Route {
  /** nginx, caddy, traefik, haproxy, apache, envoy, cloudflared, nginx-proxy, … */
  readonly proxy: string
  /** The directive that names the upstream. */
  readonly at: Location
  readonly site: ProxySite
  readonly listeners: readonly Listener[]
  /** Networks of the container it runs in, where the checkout shows that container. */
  readonly networks?: readonly string[]
  /** Empty where it answers to every name. */
  readonly serverNames: readonly string[]
  readonly path: string
  readonly upstream: {
    /** A host name, an address, or null where it is unknown. `container` means: the container that carries the label. */
    readonly host: string | null
    /** Null where it is unknown: it may be any. */
    readonly port: number | null
  }
  /** Judged for the webhook's path, in the server block that serves this route. */
  readonly refusal: Refusal | null
  /** How the checkout vouches for it: a config or script of its own, or a line of prose. */
  readonly evidence: 'declared' | 'described'
}

/** A sign of a proxy that settles nothing: a reload in the deploy, an https check of a public name, prose that forwards to a port. */
export interface Hint {
  readonly at: Location
  /** Goes on after the place: `the deploy reloads nginx`. */
  readonly what: string
  /** The workflow it speaks for; null speaks for all. */
  readonly workflow: string | null
  /** The port it speaks of; null is any. */
  readonly port: number | null
}

/** A comment to this tool: `# webhook-reach-check: ignore[rule-id] reason`, `# webhook-reach-check: proxied-by nginx`. */
export interface Directive {
  readonly at: Location
  readonly kind: 'ignore' | 'proxied-by'
  /** Rule ids, or the proxy's name. */
  readonly names: readonly string[]
  readonly reason: string
}

/** A command that ends before its author meant it to: what comes after never reaches docker. */
export interface CutOff {
  /** The comment, or the backslash with blanks behind it. */
  readonly at: Location
  readonly by: 'comment' | 'blanks'
  readonly placement: Placement
  readonly statement: Location
  readonly calls: readonly Location[]
}

/** A developer's tunnel that a script opens. */
export interface DevTunnel {
  readonly at: Location
  /** `stripe listen`, `ngrok http`, … */
  readonly command: string
  readonly placement: Placement
  readonly calls: readonly Location[]
}

/** A URL that a workflow gives this action to probe. */
export interface WebhookUrl {
  readonly at: Location
  readonly url: string
}

/** Where webhooks are posted to, as far as anybody says. */
export interface WebhookPath {
  readonly path: string
  /** True for the usual path, where neither an input nor a workflow names one. */
  readonly isAssumed: boolean
}

/** Everything lint knows of what the checkout deploys, as plain data. Rules read nothing else. */
export interface Deployment {
  readonly containers: readonly Container[]
  readonly routes: readonly Route[]
  /** Routes that a container's own labels or environment declare; their upstream is that container. */
  readonly ownRoutes: ReadonlyMap<Container, readonly Route[]>
  readonly hints: readonly Hint[]
  readonly directives: readonly Directive[]
  readonly cutOffs?: readonly CutOff[]
  readonly tunnels?: readonly DevTunnel[]
  readonly webhookUrls?: readonly WebhookUrl[]
  readonly webhookPath?: WebhookPath
  /** Containers that one script starts on one machine, the first not stopped before the second. */
  readonly together?: readonly (readonly [Container, Container])[]
  readonly unread: readonly Unread[]
  /** Every file that was read, relative to the workspace, in order. */
  readonly files: readonly string[]
  readonly coverage: Coverage
}

/** What was read, by kind, so that silence never passes for 'fine'. */
export interface Coverage {
  /** Files that were judged; the other files are proxy configs, read for their routes. */
  readonly linted: number
  readonly workflows: number
  /** Of them, those that hold no word of a server, a container or a proxy, and so were not parsed. */
  readonly skimmed: number
  readonly steps: number
  readonly scripts: number
  readonly composeFiles: number
  readonly proxyConfigs: number
}
