import type { Container, CutOff, DevTunnel, Hint, Route, WebhookUrl } from '../model/deployment.ts'
import type { Unread } from '../model/finding.ts'
import type { Files } from '../platform/host.ts'
import type { Location } from '../text/location.ts'
import { onLinesOf } from '../text/location.ts'
import { HOLE, type MappedText } from '../text/mapped-text.ts'
import type { Program } from './container-commands.ts'
import { DefaultAddresses } from './default-addresses.ts'
import { anyContainer, type ContainerRuns, type Frame, type Located, type Recorder, type RemovedBy } from './frame.ts'
import { type Build, Builds } from './images/builds.ts'
import { withImage } from './images/with-image.ts'
import { KnownTexts } from './known-texts.ts'
import { joinPath } from './path.ts'
import { sideBySide } from './side-by-side.ts'

/** A container with the moment it was started, so that what stops it later can be told from what stopped its forerunner. */
export interface Started {
  readonly container: Container
  readonly runs: ContainerRuns | null
  /** Which job of all that were read, counted with each combination of a matrix. */
  readonly job: number
  readonly moment: number
}

export interface Removed extends RemovedBy {
  readonly names: readonly string[]
  readonly startedAt: readonly Location[]
  readonly job: number
  readonly arms: readonly string[]
  readonly moment: number
}

export interface ProxyCall {
  readonly name: string
  readonly args: readonly MappedText[]
  readonly at: Location
}

/** Collects what the walk finds, and answers what is in a file. */
export class Reading implements Recorder {
  readonly files: Files
  readonly unread: Unread[] = []
  readonly hints: Hint[] = []
  readonly proxyCalls: ProxyCall[] = []
  readonly composeFiles = new Set<string>()
  readonly builds = new Builds()
  readonly routes: Route[] = []
  readonly cutOffs: CutOff[] = []
  readonly tunnels: DevTunnel[] = []
  readonly webhookUrls: WebhookUrl[] = []
  readonly #texts: KnownTexts
  readonly #told = new Set<string>()
  readonly #started: Started[] = []
  readonly #removed: Removed[] = []
  readonly #bindings = new Map<string, string>()
  readonly #connections = new Map<string, Pick<Container, 'aliases'> & { readonly networks: readonly string[] }>()
  #moment = 0
  #job = 0
  #imageNames: readonly string[] = []

  constructor(files: Files) {
    this.files = files
    this.#texts = new KnownTexts(files, (file, reason) => this.addUnread({ file, line: 1, reason, whole: true }))
  }

  /** Paths of the files that were read, in the order they were asked for. */
  get read(): readonly string[] {
    return this.#texts.read
  }

  /** Every text that the deploy writes to a file. */
  get written(): readonly (readonly [path: string, text: MappedText])[] {
    return this.#texts.written
  }

  writtenTo(path: string): MappedText | null {
    return this.#texts.writtenTo(path)
  }

  wrote(path: string, text: MappedText, appends: boolean): void {
    this.#texts.wrote(path, text, appends)
  }

  edited(path: string, cwd: string, edit: (text: MappedText) => MappedText | null): void {
    this.#texts.edited(path, cwd, edit)
  }

  copied(from: string, to: string): void {
    this.#texts.copied(from, to)
  }

  /** Files of the checkout that the deploy copies, by the path they get. */
  get copies(): readonly (readonly [path: string, text: MappedText])[] {
    return this.#texts.copies
  }

  find(path: string, cwd: string): MappedText | null {
    return this.#texts.locate(path, cwd)?.text ?? null
  }

  locate(path: string, cwd: string): Located | null {
    return this.#texts.locate(path, cwd)
  }

  namesake(path: string, cwd: string): Located | null {
    const text = this.#texts.namesake(joinPath(cwd, path))
    return text === null ? null : { text, via: 'checkout' }
  }

  /** The text of a file of the checkout, null where there is none or it can't be read as text. */
  source(path: string): MappedText | null {
    return this.#texts.source(path)
  }

  beginJob(): void {
    this.#job++
  }

  addContainer(container: Container, runs: ContainerRuns | null = null): void {
    this.#started.push({ container, runs, job: this.#job, moment: this.#moment++ })
  }

  /** What containers are given to run: a proxy's settings may stand there. */
  programs(): readonly Program[] {
    return this.#started.map(({ container, runs }) => ({
      container: this.#joined(container),
      words: [runs?.entrypoint, runs?.command].flatMap(line => (line?.form === 'exec' ? line.words : []))
    }))
  }

  built(build: Build): void {
    // Tags that are a step's output are those of the names that the metadata step was given.
    const known = build.names.filter(name => name !== HOLE)
    this.builds.add(known.length > 0 ? build : { ...build, names: this.#imageNames })
  }

  namedImages(names: readonly string[]): void {
    this.#imageNames = names
  }

  tagged(from: string, to: string): void {
    const build = this.builds.of(from)
    if (build !== null) this.builds.add({ ...build, names: [to] })
  }

  removed(names: readonly string[], frame: Frame, by: RemovedBy = {}): void {
    const startedAt = by.startedAt ?? []
    if (names.length + startedAt.length === 0) return
    const moment = frame.ending === true ? Number.POSITIVE_INFINITY : this.#moment++
    this.#removed.push({ ...by, names, startedAt, job: this.#job, arms: frame.arms, moment })
  }

  connected(container: string, networks: readonly string[], aliases: readonly string[]): void {
    const known = this.#connections.get(container)
    this.#connections.set(container, {
      networks: [...(known?.networks ?? []), ...networks],
      aliases: [...(known?.aliases ?? []), ...aliases]
    })
  }

  bound(network: string, address: string): void {
    this.#bindings.set(network, address)
  }

  /** What was started, published where the deploy's networks and daemon have it. */
  #all(): readonly Started[] {
    const addresses = new DefaultAddresses(this.#bindings, this.#texts.deployed('/etc/docker/daemon.json'))
    return this.#started.map(started => ({ ...started, container: addresses.placed(started.container) }))
  }

  /** Each container once, however many arms and matrix jobs start it; throwaway ones marked. */
  containers(): readonly Container[] {
    const seen = new Map<string, Container>()
    const removals = byWhom(this.#removed)
    for (const started of this.#all()) {
      const { container } = started
      const throwaway =
        container.placement === 'self-hosted' &&
        (container.throwaway || removals(started).some(removal => isOf(removal, started)))
      const key = keyOf(container)
      const known = seen.get(key)
      const workflows = [...new Set([...(known?.workflows ?? []), ...container.workflows])]
      // What one workflow tries out and removes, another may deploy.
      if (known === undefined) seen.set(key, { ...withImage(this.#joined(container), started.runs, this), throwaway })
      else seen.set(key, { ...known, workflows, throwaway: known.throwaway && throwaway })
    }
    return [...seen.values()]
  }

  /** Pairs of these containers that run side by side on one machine. */
  together(containers: readonly Container[]): readonly (readonly [Container, Container])[] {
    const known = new Map(containers.map(container => [keyOf(container), container] as const))
    const started = this.#all().flatMap(start => {
      const container = known.get(keyOf(start.container))
      return container === undefined ? [] : [{ ...start, container }]
    })
    return sideBySide(started, this.#removed)
  }

  #joined(container: Container): Container {
    const joined = this.#connections.get(container.name ?? '')
    if (container.networks === 'host' || joined === undefined) return container
    // Docker connects it to the default bridge too, where there are no names.
    return {
      ...container,
      networks: [...container.networks, ...joined.networks],
      aliases: [...container.aliases, ...joined.aliases]
    }
  }

  addCutOff(cutOff: CutOff): void {
    this.cutOffs.push(cutOff)
  }

  addTunnel(tunnel: DevTunnel): void {
    this.tunnels.push(tunnel)
  }

  addWebhookUrl(url: WebhookUrl): void {
    this.webhookUrls.push(url)
  }

  addRoute(route: Route): void {
    this.routes.push(route)
  }

  addHint(hint: Hint): void {
    this.hints.push(hint)
  }

  addProxyCommand(name: string, args: readonly MappedText[], at: Location): void {
    this.proxyCalls.push({ name, args, at })
  }

  addUnread(unread: Unread): void {
    const { file, line, reason } = unread
    const key = `${line} ${file} ${reason}`
    if (!this.#told.has(key)) this.unread.push(unread)
    this.#told.add(key)
  }

  addComposeFile(path: string): void {
    this.composeFiles.add(path)
  }
}

/** What makes two starts one container. */
const keyOf = ({ at, placement, role, publications }: Container): string =>
  JSON.stringify([at, placement, role, publications.map(({ at, mapping }) => [at, mapping])])

/** Removals of a container's job that may mean it: those of its name, and those that find theirs by something else. */
function byWhom(removed: readonly Removed[]): (started: Started) => readonly Removed[] {
  const found = new Map<string, Removed[]>()
  for (const removal of removed) {
    const { job, names, startedAt } = removal
    const others = startedAt.length > 0 || names.some(name => name === anyContainer || name.includes('='))
    for (const name of others ? [anyContainer] : new Set(names)) {
      const key = `${job} ${name}`
      const known = found.get(key)
      if (known === undefined) found.set(key, [removal])
      else known.push(removal)
    }
  }
  return ({ job, container: { name } }) => [name, anyContainer].flatMap(whom => found.get(`${job} ${whom}`) ?? [])
}

/** True where this removal of the same job comes after that start, whenever the start came: what only a failed check removes is a deployment. */
const isOf = (
  { names, startedAt, asked, project, arms, moment }: Removed,
  { container, ...started }: Started
): boolean =>
  moment > started.moment &&
  (project === undefined || project === started.runs?.project) &&
  arms.every(arm => container.arms.includes(arm)) &&
  (names.some(name => isNamed(container, name) && (asked === undefined || !isBefore(asked, container.at))) ||
    startedAt.some(place => onLinesOf(container.at, place)))

/** By its name, or as a filter of `docker ps` finds it. */
function isNamed({ name, image, labels }: Container, asked: string): boolean {
  if (asked === anyContainer || asked === name) return true
  const [, by, value = ''] = /^(ancestor|label)=(.*)$/s.exec(asked) ?? []
  if (by === 'ancestor') return image === value || image?.startsWith(`${value}:`) === true
  const [key = '', wanted] = value.split('=')
  const label = by === 'label' ? labels.get(key) : undefined
  return label !== undefined && (!wanted || label.hasHoles || label.text === wanted)
}

const isBefore = (a: Location, b: Location): boolean =>
  a.file === b.file && (a.line < b.line || (a.line === b.line && a.column < b.column))
