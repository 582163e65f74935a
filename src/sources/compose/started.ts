import { HOLE } from '../../text/mapped-text.ts'
import { child, entriesOf, textOf, textsOf } from '../../text/yaml.ts'
import type { Project, Service } from './project.ts'

/** Which services a command line starts. */
export interface Selection {
  /** Services that the command names; none means all that no profile holds back. */
  readonly named: readonly string[]
  readonly profiles: readonly string[]
  /** How many of a service, where the command line says so (`--scale worker=0`). */
  readonly scale: ReadonlyMap<string, string>
  /** False for `--no-deps`, and for commands that touch only what they name. */
  readonly dependencies: boolean
}

/** A service that a command starts; `sure` where it does not rest on a name that is not known before the run. */
export interface StartedService {
  readonly service: Service
  readonly sure: boolean
}

/** The services that a command starts, in the order of the file. */
export function startedServices(
  project: Project,
  { named, profiles, scale, dependencies }: Selection
): readonly StartedService[] {
  const all = [...project.services.values()]
  const known = profiles.filter(profile => !profile.includes(HOLE))
  const anyName = named.some(name => name.includes(HOLE))
  // A name that is not known before the run may be any of them.
  if (named.length === 0 || anyName) {
    return all
      .filter(service => isEnabled(service, profiles) && !isScaledToZero(service, scale))
      .map(service => ({ service, sure: !anyName && isEnabled(service, known) }))
  }
  const started = new Set<string>()
  const start = (name: string): void => {
    const service = project.services.get(name)
    if (service === undefined || started.has(name)) return
    started.add(name)
    if (dependencies) for (const needed of needs(service)) start(needed)
  }
  for (const name of named) start(name)
  return all.filter(({ name }) => started.has(name)).map(service => ({ service, sure: true }))
}

/** A service with profiles waits for one of them; one that nobody knows before the run may be the one. */
function isEnabled({ node }: Service, active: readonly string[]): boolean {
  const own = textsOf(child(node, 'profiles')).map(({ text }) => text)
  return own.length === 0 || active.some(profile => profile === '*' || profile.includes(HOLE) || own.includes(profile))
}

const isScaledToZero = ({ name, node }: Service, scale: Selection['scale']): boolean => {
  const asked = scale.get(name)
  if (asked !== undefined) return asked === '0'
  return [child(node, 'scale'), child(child(node, 'deploy'), 'replicas')].some(size => textOf(size)?.text === '0')
}

const needs = ({ node }: Service): readonly string[] => [
  ...entriesOf(child(node, 'depends_on')).map(({ key }) => key.text.text),
  ...textsOf(child(node, 'links')).map(({ text }) => text.split(':')[0] ?? '')
]
