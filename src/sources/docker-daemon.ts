import type { Placement } from '../model/deployment.ts'
import { HOLE } from '../text/mapped-text.ts'
import type { Frame } from './frame.ts'

/** True for a daemon on another machine; a socket of this one, or a daemon beside the job, is none. */
export const isElsewhere = (host: string): boolean =>
  host !== '' && host !== 'default' && !/^(unix|npipe|fd):|^tcp:\/\/(localhost|127\.|\[?::1|docker[:/]|dind)/.test(host)

/** `DOCKER_HOST` and `DOCKER_CONTEXT` decide where the container runs, as do `-H` and `--context`. */
export function dockerFrame(frame: Frame, remote = false): Frame {
  const elsewhere = ['DOCKER_HOST', 'DOCKER_CONTEXT'].some(name => {
    const value = frame.scope.variable(name)
    return value?.kind === 'text' && (value.text.text.includes(HOLE) || isElsewhere(value.text.text))
  })
  const placement: Placement = remote || elsewhere ? 'remote' : frame.placement
  return placement === frame.placement ? frame : { ...frame, placement }
}
