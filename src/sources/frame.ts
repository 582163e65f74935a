import type { Container, CutOff, DevTunnel, Hint, Placement, Route, WebhookUrl } from '../model/deployment.ts'
import type { Unread } from '../model/finding.ts'
import type { Files } from '../platform/host.ts'
import type { Location } from '../text/location.ts'
import type { MappedText } from '../text/mapped-text.ts'
import type { Field } from '../text/shell-words.ts'
import type { Build } from './images/builds.ts'
import type { CommandLine } from './images/dockerfile.ts'
import type { Scope } from './scope.ts'

/** Where a script runs, and how the run got there. */
export interface Frame {
  readonly placement: Placement
  readonly workflow: string | null
  readonly job: string | null
  readonly step: string | null
  /** From the workflow to this script, outermost first. */
  readonly calls: readonly Location[]
  readonly scope: Scope
  /** What the script's commands read when nothing else is redirected to them. */
  readonly stdin: MappedText | null
  readonly arms: readonly string[]
  /** True for what a shell does when it ends (`trap … EXIT`). */
  readonly ending?: boolean
  readonly depth: number
  /** How many choices between values of variables were gone through to get here. */
  readonly ways?: number
  /** Told apart by identity: two that differ are two machines, or may be. */
  readonly machine?: unknown
  /** True for the command of a unit: systemd keeps it, in the foreground too. */
  readonly supervised?: boolean
}

/** The workflow that a frame belongs to, as a container keeps it: others may start the same one. */
export const workflowsOf = ({ workflow }: Frame): readonly string[] => (workflow === null ? [] : [workflow])

/** A simple command with its arguments expanded. */
export interface Invocation {
  readonly name: string
  readonly args: readonly Field[]
  /** The statement, from its first word to its last. */
  readonly statement: MappedText
  readonly stdin: MappedText | null
  readonly frame: Frame
  /** What the script holds after the statement. */
  readonly after?: MappedText
}

/** A file by the path that a command names. */
export interface Located {
  readonly text: MappedText
  readonly via: 'deploy' | 'checkout'
}

/** What a container is told to run, and the build that its image comes from where the same file says so. */
export interface ContainerRuns {
  readonly entrypoint: CommandLine | null
  readonly command: CommandLine | null
  readonly build: Build | null
  /** True where its environment comes from a file too: what is not set here may be set there. */
  readonly openEnvironment: boolean
  /** Where it runs, as the frame knows it. */
  readonly machine: unknown
  /** Compose's name for what one command line starts. */
  readonly project?: string
}

/** Stands for the name of every container: `docker rm -f $(docker ps -aq)`. */
export const anyContainer = '*'

/** What narrows down the containers that a command removes. */
export interface RemovedBy {
  readonly startedAt?: readonly Location[]
  readonly asked?: Location
  readonly project?: string
}

/** What walking the workflows brings to light, in the order it happens. */
export interface Recorder {
  readonly files: Files
  /** A job starts, in one combination of its matrix: what it removes are containers of its own. */
  beginJob(): void
  addContainer(container: Container, runs?: ContainerRuns): void
  /** An image that is built from the checkout, its names, and another name for it. */
  built(build: Build): void
  namedImages(names: readonly string[]): void
  tagged(from: string, to: string): void
  /**
   * `docker stop|rm|kill` of these names, or of the container that was started at one of these places (`docker rm "$CID"`).
   * Names that `docker ps` gave are of what ran when it was `asked`; compose's are of one `project`.
   */
  removed(names: readonly string[], frame: Frame, by?: RemovedBy): void
  /** A container joins networks later (`docker network connect`), or others get names of their own for it (`--link app:backend`). */
  connected(container: string, networks: readonly string[], aliases: readonly string[]): void
  /** `docker network create` with an address for the ports of its containers. */
  bound(network: string, address: string): void
  wrote(path: string, text: MappedText, appends: boolean): void
  /** What the deploy wrote to a file so far. */
  writtenTo(path: string): MappedText | null
  /** A file that a command changes where it stands; `edit` gives null where nobody can say how. */
  edited(path: string, cwd: string, edit: (text: MappedText) => MappedText | null): void
  /** A file of the checkout that is copied to a server, and the path it gets there. */
  copied(from: string, to: string): void
  /** A script or config by the path that a command names: written by the deploy, copied by it, or of the checkout. */
  find(path: string, cwd: string): MappedText | null
  /** As `find`, with how it comes to be there: put there by the deploy, or taken to be part of a checkout on the server. */
  locate(path: string, cwd: string): Located | null
  /** Where nothing stands at that path of a server: the one file of the checkout with its name. */
  namesake(path: string, cwd: string): Located | null
  /** A compose file that was read. */
  addComposeFile(path: string): void
  addHint(hint: Hint): void
  /** A route that stands in no proxy's own config. */
  addRoute(route: Route): void
  addProxyCommand(name: string, args: readonly MappedText[], at: Location): void
  addUnread(unread: Unread): void
  addCutOff(cutOff: CutOff): void
  addTunnel(tunnel: DevTunnel): void
  addWebhookUrl(url: WebhookUrl): void
}

/** The shell that a command was found in. */
export interface Shell {
  readonly recorder: Recorder
  /** Runs a script within this one: a heredoc, a quoted command, a called file. */
  run(text: MappedText, frame: Frame): void
  /** Runs the command that a wrapper such as `sudo` wraps. */
  invoke(invocation: Invocation): void
}

/** Commands that lint understands, by name. */
export interface CommandFamily {
  readonly names: readonly string[]
  run(invocation: Invocation, shell: Shell): void
}
