import type { Container } from '../model/deployment.ts'
import { hostPortsOf } from '../model/port-mapping.ts'
import { onLinesOf } from '../text/location.ts'
import { HOLE } from '../text/mapped-text.ts'
import type { Removed, Started } from './reading.ts'

type Pair = readonly [Container, Container]

/** Pairs that claim one host port, in the order of their start: one machine, no stop in between, no two arms of one choice. */
export function sideBySide(started: readonly Started[], removed: readonly Removed[]): readonly Pair[] {
  const byPort = new Map<number, Started[]>()
  const pairs = new Map<string, Pair>()
  for (const later of started) {
    if (later.container.throwaway || later.runs === null) continue
    for (const port of new Set(later.container.publications.flatMap(({ mapping }) => hostPortsOf(mapping)))) {
      const before = byPort.get(port) ?? []
      for (const earlier of before) {
        if (runTogether(earlier, later, removed))
          pairs.set(JSON.stringify([earlier.container.at, later.container.at]), [earlier.container, later.container])
      }
      byPort.set(port, [...before, later].slice(-mostBefore))
    }
  }
  return [...pairs.values()]
}

/** Starts on one port that are compared: no real deploy has more. */
const mostBefore = 50

function runTogether(earlier: Started, later: Started, removed: readonly Removed[]): boolean {
  const [a, b] = [earlier.container, later.container]
  if (earlier.job !== later.job || earlier.runs?.machine !== later.runs?.machine) return false
  if (JSON.stringify(a.at) === JSON.stringify(b.at)) return false
  // Compose makes a service anew that another command line starts again.
  if (a.engine === 'compose' && b.engine === 'compose' && a.name === b.name) return false
  if (apart(a.arms, b.arms) || apart(b.arms, a.arms)) return false
  return !removed.some(
    ({ names, startedAt, job, moment }) =>
      job === earlier.job &&
      moment > earlier.moment &&
      moment < later.moment &&
      (names.some(name => name === a.name || name.includes(HOLE)) || startedAt.some(place => onLinesOf(a.at, place)))
  )
}

/** True where one of the two stands in an arm that the other can't run beside. */
const apart = (arms: readonly string[], others: readonly string[]): boolean =>
  arms.some(arm => {
    const [choice = ''] = arm.split('#')
    return (
      (arm.startsWith('||') && !others.includes(arm)) ||
      others.some(other => other !== arm && other.startsWith(`${choice}#`))
    )
  })
