import type { Diagnosis } from '../cause.ts'

/** Codes of the hop `health`, the worst first. */
export const healthDiagnoses: readonly Diagnosis[] = [
  {
    code: 'health-unreachable',
    hop: 'health',
    level: 'error',
    title: 'The health check cannot be reached',
    cause: 'The request for the health page does not get through, though the webhook was reached.',
    fix: 'Check `health-url` ({healthUrl}); where the app has no health page: `health-url: none`.',
    waitingHelps: true
  },
  {
    code: 'health-timeout',
    hop: 'health',
    level: 'error',
    title: 'The health check does not answer in time',
    cause: 'The app is overloaded, or its health page waits for something else (a database) that hangs.',
    fix: 'Look at `docker logs --tail 50 CONTAINER`, and let the health page answer without waiting for others.',
    waitingHelps: true
  },
  {
    code: 'health-status',
    hop: 'health',
    level: 'error',
    title: 'The health check answers with another status',
    cause: 'The app says that it is not well, the path is another one, or the proxy does not forward it.',
    fix: 'Open {healthUrl}; set `health-url` to the path that the app has, or `none`; if this status is right: `expect-health-status: {status}`.',
    waitingHelps: true
  },
  {
    code: 'health-wrong-version',
    hop: 'health',
    level: 'error',
    title: 'Another release answers',
    cause: 'The old release is still running, or the new one is not the one that the proxy forwards to.',
    fix: 'See what runs (`docker ps`, `docker inspect -f "{{.Created}} {{.Image}}" CONTAINER`): the deploy did not replace it, or two run side by side.',
    waitingHelps: true
  }
]
