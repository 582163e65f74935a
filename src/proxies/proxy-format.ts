import type { Container, ProxySite, Route } from '../model/deployment.ts'
import type { Unread } from '../model/finding.ts'
import type { MappedText } from '../text/mapped-text.ts'

/** A named listener that a static config declares and routes elsewhere refer to (Traefik's entry points). */
export interface EntryPoint {
  readonly name: string
  readonly port: number | null
  /** True where every router on it ends TLS without saying so itself. */
  readonly tls: boolean
}

/** What one config came to. */
export interface ProxyReading {
  readonly routes: readonly Route[]
  /** What bears on the routes and could not be read. */
  readonly unread: readonly Unread[]
  readonly entryPoints?: readonly EntryPoint[]
  /** For each set of container labels that the proxy reads: does it take containers that do not ask for it? */
  readonly exposures?: readonly boolean[]
}

/** What a config is read with: it never looks around by itself. */
export interface ReadContext {
  /** The path that the webhook is posted to. */
  readonly webhookPath: string
  /** Files in the checkout that an include names, by glob relative to the file; bounded. */
  readonly include: (pattern: string, from: string) => readonly MappedText[]
  /** Values for `${VAR}` in templates. */
  readonly variables: ReadonlyMap<string, string>
  /** Where the proxy runs, which its config does not say. */
  readonly site: ProxySite
}

/** A kind of proxy config: a file, or a heredoc that would become one. */
export interface ProxyFormat {
  readonly id: string
  /** True where a file of this path and text is such a config. Cheap: path first, then a sniff of the text. */
  claims(path: string, text: string): boolean
  /** Never throws, whatever the text. Routes without listeners belong to a fragment: where it listens is not in it. */
  read(text: MappedText, context: ReadContext): ProxyReading
}

/** A proxy that is configured by labels or environment of the very container it forwards to; the upstream's host is `container`. */
export interface ContainerProxy {
  readonly id: string
  /** `entryPoints` come from the proxy's static config, where the checkout has one; refusals are judged for `webhookPath`. */
  routes(
    container: Container,
    all: readonly Container[],
    entryPoints?: readonly EntryPoint[],
    webhookPath?: string
  ): readonly Route[]
}

/** A proxy that is started with its route on the command line, as found in a deploy script. */
export interface ProxyCommand {
  readonly id: string
  /** Base names of the executable. */
  readonly names: readonly string[]
  /** The routes of `args`, all words after the executable's name. */
  routes(args: readonly MappedText[], site: ProxySite): readonly Route[]
}
