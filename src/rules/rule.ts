import { isAddress } from '../model/address.ts'
import { type Exposed, type Exposure, exposureOf, type Judged } from '../model/exposure.ts'
import type { Fix, Level } from '../model/finding.ts'
import { formatRange } from '../model/port-mapping.ts'
import type { Location } from '../text/location.ts'
import { HOLE } from '../text/mapped-text.ts'

/** What a rule yields: the engine adds the rule's id and level, so that no rule can forget them. */
export interface Problem {
  readonly at: Location
  /** What is wrong and what follows from it, in the user's words. */
  readonly message: string
  readonly fix: Fix | null
  readonly related?: readonly { readonly at: Location; readonly message: string }[]
  /** Where this one is less sure than the rule. */
  readonly level?: Level
  /** The statement it is part of, for comments that stand before it. */
  readonly statement?: Location
}

/** Files of a checkout, by path. */
export type Example = Readonly<Record<string, string>>

/** One thing that lint finds. Its documentation is generated from here and its examples run as tests. */
export interface Rule {
  readonly id: string
  readonly level: Level
  /** One line for tables and annotations. */
  readonly title: string
  /** Why it matters, with the source of the fact. */
  readonly why: string
  /** What to do about it. */
  readonly fix: string
  /** `bad` yields this rule, `good` yields nothing. */
  readonly examples: { readonly bad: Example; readonly good: Example }
  check(judged: Judged): Iterable<Problem>
}

/** Keeps the literal id, from which lists elsewhere are made. */
export const defineRule = <const Id extends string>(rule: Rule & { readonly id: Id }): Rule & { readonly id: Id } =>
  rule

/** The published ports whose verdict is the rule's own name, each as a problem at the mapping. */
export function* exposedAs(
  judged: Judged,
  id: Exposure,
  describe: (exposed: Exposed) => Omit<Problem, 'at'>
): Iterable<Problem> {
  for (const exposed of judged.exposed) {
    if (exposureOf(exposed) !== id || gravestAt(judged).get(spot(exposed.publication.at)) !== id) continue
    const problem = describe(exposed)
    const { container, publication } = exposed
    yield {
      ...problem,
      at: publication.at,
      statement: publication.entry ?? container.at,
      related: [...(problem.related ?? []), ...callTrail(container)]
    }
  }
}

const spot = ({ file, line, column }: Location): string => `${file}:${line}:${column}`

/** What is wrong with a mapping, gravest first: jobs and rounds of a loop that read it otherwise do not add to it. */
const byGravity: readonly Exposure[] = [
  'data-store-exposed',
  'proxy-cannot-reach-loopback',
  'proxy-port-mismatch',
  'loopback-without-proxy',
  'host-network-publish',
  'host-address-ignored',
  'proxy-bypass',
  'public-without-tls',
  'unresolved-binding'
]

const gravest = new WeakMap<Judged, ReadonlyMap<string, Exposure>>()

/** The one verdict of each mapping, by its place. */
function gravestAt(judged: Judged): ReadonlyMap<string, Exposure> {
  const known = gravest.get(judged)
  if (known !== undefined) return known
  const found = new Map<string, Exposure>()
  for (const exposed of judged.exposed) {
    const exposure = exposureOf(exposed)
    const key = spot(exposed.publication.at)
    const before = found.get(key)
    if (exposure !== null && (before === undefined || byGravity.indexOf(exposure) < byGravity.indexOf(before)))
      found.set(key, exposure)
  }
  gravest.set(judged, found)
  return found
}

/** An example workflow that deploys over ssh with these `docker run` flags. */
export const deployWith = (flags: string, image = 'ghcr.io/acme/app'): string => `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: appleboy/ssh-action@v1
        with:
          host: your-domain.com
          script: |
            docker run -d --name app ${flags} ${image}
`

/** An nginx site for examples, with what is said of it in the place of its usual self. */
export const nginxSite = ({ upstream = '127.0.0.1:8000', listen = '443 ssl', extra = '' } = {}): string => `server {
  listen ${listen};
  server_name your-domain.com;
  location / {
${extra}    proxy_pass http://${upstream};
  }
}
`

/** The file that examples stand in. */
export const exampleFile = '.github/workflows/deploy.yml'

/** How a message names the container: its name, else its image, else nothing to go by. */
export const nameOf = ({ container }: Pick<Exposed, 'container'>): string =>
  knownPart(container.name) ?? shortImage(container.image) ?? 'the container'

/** A name with `…` for what is not known before the run; null where nothing is. */
const knownPart = (name: string | null): string | null =>
  name === null || name.replaceAll(HOLE, '').trim() === '' ? null : name.replaceAll(HOLE, '…')

const shortImage = (image: string | null): string | null => {
  const name = image?.replace(/@.*$/, '').split('/').at(-1)?.split(':')[0] ?? ''
  return /^[\w.-]+$/.test(name) ? name : null
}

/** `deploy/nginx.conf:14`. */
export const place = (at: Location): string => `${at.file}:${at.line}`

/** The trail from the workflow to the file that holds the finding. */
export const callTrail = ({ calls }: Exposed['container']): { readonly at: Location; readonly message: string }[] =>
  calls.map(at => ({ at, message: 'called from here' }))

/** The host port for a sentence: `port 8000`, `ports 8000-8002`, or what stands for one that is not known before the run. */
export function portOf({ publication }: Exposed): string {
  const { hostPorts } = publication.mapping
  if (typeof hostPorts !== 'string')
    return `${hostPorts.first === hostPorts.last ? 'port' : 'ports'} ${formatRange(hostPorts)}`
  return hostPorts === 'random' ? 'a random port' : 'the port'
}

/** ` (the default of BIND)` for a mapping that rests on a variable nobody set. */
export const restsOn = ({ publication: { assumed } }: Exposed): string =>
  assumed.length === 0 ? '' : ` (with ${assumed.join(' and ')} unset, which is what this checkout shows)`

/** How to close an open port: `words` and the edit that does it, or, where no address helps, what does. */
export const narrowing = (exposed: Exposed, words: string): Fix =>
  exposed.container.swarm === true
    ? {
        description:
          'Swarm publishes on every interface, so no host address helps: drop the mapping, and let what has to reach the service join its overlay network.',
        edits: []
      }
    : { description: words, edits: toLoopback(exposed) }

/** Puts `127.0.0.1:` before a mapping that names no address, or in the place of 0.0.0.0: the one edit that only narrows. */
function toLoopback({ publication: { at, written } }: Exposed): Fix['edits'] {
  const address = /^(0\.0\.0\.0|\[::\]):/.exec(written)?.[0] ?? ''
  const rest = written.slice(address.length)
  if (!/^\d[\d-]*:\d[\d-]*(\/tcp)?$/.test(rest) || at.line !== at.endLine || isAddress(rest)) return []
  return [{ ...at, endColumn: at.column + address.length, text: '127.0.0.1:' }]
}
