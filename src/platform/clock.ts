import { setTimeout } from 'node:timers/promises'
import { calledOff } from './call-off.ts'
import type { Clock } from './host.ts'

/** The machine's own time. A sleep that is called off ends early; whoever waits looks at the signal. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await setTimeout(ms, undefined, signal === undefined ? {} : { signal })
    } catch (error) {
      if (!signal?.aborted) throw error
    }
  },
  interrupted: calledOff
}
