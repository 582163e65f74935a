import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'
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
  interrupted() {
    interruption ??= untilSigint()
    return interruption
  }
}

let interruption: AbortSignal | null = null

/** The runner sends SIGINT first and kills ten seconds later (actions/runner, ProcessInvoker.cs): time for a report. A second one ends at once. */
function untilSigint(): AbortSignal {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  process.once('SIGINT', () => controller.abort())
  return controller.signal
}
