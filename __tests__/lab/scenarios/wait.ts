import { broken, healthy, type Scenario } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { serveNames } from '../servers/names.ts'
import { nginxBefore } from '../servers/nginx.ts'
import { later } from '../servers/service.ts'
import { plainNames } from '../world.ts'

/** Deploys that are not ready yet, or never will be. */
export const waitScenarios: readonly Scenario[] = [
  {
    name: 'wait: proxy comes up after 3 s',
    services: [fastapi(), later(nginxBefore(), 3000)],
    inputs: { wait: '20' },
    expected: { ...healthy, attempts: 'several' }
  },
  {
    name: 'wait: app comes up after 3 s',
    services: [nginxBefore(), later(fastapi(), 3000)],
    inputs: { wait: '20' },
    expected: { ...healthy, attempts: 'several' }
  },
  {
    name: 'wait: name comes up after 3 s',
    network: { names: null },
    services: [
      fastapi(),
      nginxBefore(),
      later({ needs: [], start: ({ resolver }) => serveNames(resolver, plainNames) }, 3000)
    ],
    inputs: { wait: '20' },
    expected: { ...healthy, attempts: 'several', within: 25 }
  },
  {
    name: 'wait: never comes up',
    services: [nginxBefore()],
    inputs: { wait: '3' },
    expected: broken('proxy', 'proxy-bad-gateway', { attempts: 'several', within: 9 })
  },
  {
    name: 'wait: healthy at once does not wait',
    services: [fastapi(), nginxBefore()],
    inputs: { wait: '60' },
    expected: { ...healthy, attempts: 'one', within: 4 }
  },
  {
    name: 'wait: three rounds in a row',
    services: [fastapi(), nginxBefore()],
    inputs: { wait: '20', stable: '3' },
    expected: { ...healthy, attempts: 'several' }
  },
  {
    name: 'wait: every second round fails',
    services: [fastapi('alternating'), nginxBefore()],
    inputs: { wait: '6', stable: '3' },
    expected: broken('app', 'flapping', { attempts: 'several', within: 12 })
  },
  {
    name: 'wait: two releases answer in turn',
    services: [fastapi('healthy', { env: { VERSION: 'old,new' } }), nginxBefore()],
    inputs: { wait: '5', stable: '4', 'expect-version': 'new' },
    expected: broken(['app', 'health'], ['flapping', 'health-wrong-version'], { within: 11 })
  }
]
