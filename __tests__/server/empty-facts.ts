import type { ServerFacts } from '../../src/server/facts.ts'

/** What the script prints where it could look at nothing. */
export const empty: ServerFacts = {
  schema: 1,
  cause: '',
  asked: { domain: '', path: '/webhooks/stripe', container: '', port: null },
  access: { root: true, sudo: false, engine: '', engineDown: false },
  late: false,
  appPort: null,
  listenersKnown: false,
  containersKnown: false,
  containers: [],
  listeners: [],
  proxies: [],
  routes: [],
  requests: [],
  certificates: [],
  certificate: 'unknown',
  renewal: 'unknown',
  firewalls: [],
  dns: { via: '', addresses: [], own: [] },
  logs: [],
  checks: []
}
