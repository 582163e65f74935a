import { setMaxListeners } from 'node:events'

/**
 * What ends a run early: Ctrl-C, the runner (SIGINT, SIGTERM 7.5 s later, SIGKILL after 2.5 s more: actions/runner,
 * ProcessInvoker.cs), whoever runs the command line as a service, a terminal that is closed.
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const lastActions = new Set<() => void>()
let signal: AbortSignal | null = null

/** Aborted by the first of those signals, so that there is time for a report. The second one ends the run at once. */
export function calledOff(): AbortSignal {
  signal ??= listen()
  return signal
}

/** Ends a run that was called off, for what is still under way keeps the process until its own deadline. */
export function leaveIfCalledOff(): void {
  if (signal?.aborted) process.exit()
}

/** Does this when the process ends, however it does so short of SIGKILL; gives the way to take it back. */
export function atTheEnd(action: () => void): () => void {
  calledOff()
  lastActions.add(action)
  return () => lastActions.delete(action)
}

function listen(): AbortSignal {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  const end = (): void => {
    for (const action of lastActions) action()
  }
  process.on('exit', end)
  for (const name of signals) {
    process.on(name, () => {
      if (!controller.signal.aborted) return controller.abort()
      end()
      process.removeAllListeners(name)
      process.kill(process.pid, name)
    })
  }
  return controller.signal
}
