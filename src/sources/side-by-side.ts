import type { Container } from '../model/deployment.ts'
import { collide, hostPortsOf } from '../model/port-mapping.ts'
import { onLinesOf } from '../text/location.ts'
import { HOLE } from '../text/mapped-text.ts'
import type { Removed, Started } from './reading.ts'

/** Containers on one port that are compared with the next one: no real deploy has more. */
const mostBefore = 20

type Pair = readonly [Container, Container]

/** Pairs that claim one port of the host, in the order of their start: one machine, no stop in between, no two arms of one choice. */
export function sideBySide(started: readonly Started[], removed: readonly Removed[]): readonly Pair[] {
  const running = new Map<number, readonly Started[]>()
  const stops = removed.filter(({ moment }) => Number.isFinite(moment))
  const pairs: Pair[] = []
  let job: number | null = null
  for (const later of started) {
    // Of what another job started, none can run beside it.
    if (later.job !== job) running.clear()
    job = later.job
    while ((stops[0]?.moment ?? Number.POSITIVE_INFINITY) < later.moment) stop(stops.shift() as Removed, running)
    if (later.container.throwaway || later.runs === null) continue
    const ports = new Set(later.container.publications.flatMap(({ mapping }) => hostPortsOf(mapping)))
    const rivals = new Set<Container>()
    for (const port of ports) {
      const before = running.get(port) ?? []
      const rival = before.find(earlier => runTogether(earlier, later) && claimOne(earlier.container, later.container))
      if (rival !== undefined) rivals.add(rival.container)
      running.set(port, [...before, later].slice(-mostBefore))
    }
    for (const rival of rivals) pairs.push([rival, later.container])
  }
  return pairs
}

/** Takes out what is stopped: by name, by the place that started it, or by names that nobody knows before the run. */
function stop({ names, startedAt, project, job }: Removed, running: Map<number, readonly Started[]>): void {
  const stopped = ({ container, ...started }: Started): boolean =>
    job === started.job &&
    (project === undefined || project === started.runs?.project) &&
    (names.some(name => name === container.name || name.includes(HOLE)) ||
      startedAt.some(place => onLinesOf(container.at, place)))
  for (const [port, all] of running) {
    const left = all.filter(one => !stopped(one))
    if (left.length < all.length) running.set(port, left)
  }
}

function runTogether(earlier: Started, later: Started): boolean {
  const [a, b] = [earlier.container, later.container]
  if (earlier.job !== later.job || earlier.runs?.machine !== later.runs?.machine) return false
  if (a.at.file === b.at.file && a.at.line === b.at.line && a.at.column === b.at.column) return false
  // Compose makes a service anew that another command line starts again.
  if (a.engine === 'compose' && b.engine === 'compose' && a.name === b.name) return false
  return !apart(a.arms, b.arms) && !apart(b.arms, a.arms)
}

const claimOne = (a: Container, b: Container): boolean =>
  a.publications.some(one => b.publications.some(other => collide(one.mapping, other.mapping)))

/** True where one of the two stands in an arm that the other can't run beside. */
const apart = (arms: readonly string[], others: readonly string[]): boolean =>
  arms.some(arm => {
    const [choice = ''] = arm.split('#')
    const chosen = others.some(other => other !== arm && other.startsWith(`${choice}#`))
    return chosen || (arm.startsWith('||') && !others.includes(arm))
  })
