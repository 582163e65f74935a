import type { Placement } from '../model/deployment.ts'
import { HOLE } from '../text/mapped-text.ts'
import type { Frame } from './frame.ts'

/** True for a daemon on another machine; a socket of this one, or a daemon beside the job, is none. */
export const isElsewhere = (host: string): boolean =>
  host !== '' && host !== 'default' && !/^(unix|npipe|fd):|^tcp:\/\/(localhost|127\.|\[?::1|docker[:/]|dind)/.test(host)

/** Stands in the scope for what `docker context use` chose: docker keeps it in a file, so it outlives the step. No shell can set it. */
export const chosenContext = 'docker context use'

/** `DOCKER_HOST` and `DOCKER_CONTEXT` decide where the container runs, as do `-H`, `--context` and `docker context use`. */
export function dockerFrame(frame: Frame, remote = false): Frame {
  const elsewhere = ['DOCKER_HOST', 'DOCKER_CONTEXT', chosenContext].some(name => {
    const value = frame.scope.variable(name)
    return value?.kind === 'text' && (value.text.text.includes(HOLE) || isElsewhere(value.text.text))
  })
  const placement: Placement = remote || elsewhere ? 'remote' : frame.placement
  // Which machine it is stands in the words: two of them may be two.
  return remote || elsewhere ? { ...frame, placement, machine: {} } : frame
}
