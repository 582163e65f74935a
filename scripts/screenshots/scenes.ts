import { broken, healthy, type Scenario } from '../../__tests__/lab/scenario.ts'
import { fastapi } from '../../__tests__/lab/servers/apps.ts'
import { nginxBefore } from '../../__tests__/lab/servers/nginx.ts'

/** One run of the action; its step summary is shown under its name. */
export interface Scene extends Scenario {
  /** The name under which its comment on the pull request is shown, where it is. */
  readonly comment?: string
}

/** The shop before its deploy, after it, and mended. */
export const scenes: readonly Scene[] = [
  {
    name: 'lint-failing',
    checkout: 'examples/incident',
    inputs: { 'webhook-url': '' },
    expected: { verdict: 'fail', diagnosis: '', brokenHop: 'none' }
  },
  {
    name: 'gate-failing',
    comment: 'comment-failing',
    checkout: 'examples/incident',
    services: [fastapi()],
    expected: broken('tcp', 'tcp-refused')
  },
  {
    name: 'gate-passing',
    checkout: 'examples/healthy',
    services: [fastapi(), nginxBefore()],
    expected: healthy
  }
]
