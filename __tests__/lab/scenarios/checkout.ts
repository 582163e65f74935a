import { broken, type Scenario, warned } from '../scenario.ts'
import { fastapi } from '../servers/apps.ts'
import { nginxBefore } from '../servers/nginx.ts'

/** Where lint and probe meet: the line of the checkout that explains the broken hop, the ports that lint found. */
export const checkoutScenarios: readonly Scenario[] = [
  {
    name: 'checkout: nginx forwards to a port that nothing publishes',
    checkout: '__tests__/lab/checkouts/mismatch',
    services: [fastapi(), nginxBefore(8080)],
    expected: broken('proxy', 'proxy-bad-gateway', {
      suspect: ['nginx/shop.conf:8', '.github/workflows/deploy.yml:14'],
      says: [/proxy-port-mismatch/],
      explains: [/8080/, /8000/]
    })
  },
  {
    name: 'checkout: app published beside its proxy',
    checkout: '__tests__/lab/checkouts/bypass',
    services: [fastapi('healthy', { address: '0.0.0.0' }), nginxBefore()],
    expected: warned('direct-port-open', 'proxy-bypass')
  },
  {
    name: 'checkout: published beside its proxy, and a firewall before it',
    checkout: '__tests__/lab/checkouts/bypass',
    services: [fastapi(), nginxBefore()],
    expected: { ...warned('proxy-bypass'), noWarnings: ['direct-port-open'] }
  }
]
