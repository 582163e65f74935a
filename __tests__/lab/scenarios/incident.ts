import { broken, type Expected, healthy, type Scenario } from '../scenario.ts'
import { deployed, stopped } from '../servers/docker.ts'
import { nginx, nginxBefore, proxyPass } from '../servers/nginx.ts'
import { haproxyBefore } from '../servers/proxies.ts'
import type { Service } from '../servers/service.ts'

const story = (name: string, services: readonly Service[], expected: Expected): Scenario => ({
  name: `incident: ${name}`,
  checkout: 'examples/incident',
  services,
  expected
})

/** The line of examples/incident that publishes on loopback. */
const MAPPING = '.github/workflows/ci-cd.yml:33'
const annotation = /^::error .*file=\.github\/workflows\/ci-cd\.yml,.*line=33,/m

/** The incident this action was made for, from the broken deploy to the mended one, with Docker's own port mapping. */
export const incidentScenarios: readonly Scenario[] = [
  story(
    'container on loopback, no proxy',
    [deployed()],
    broken('tcp', 'tcp-refused', {
      suspect: MAPPING,
      says: [annotation],
      explains: [/ci-cd\.yml:33/, /loopback/, /8000/]
    })
  ),
  story('nginx with TLS before it', [deployed(), nginxBefore()], { ...healthy, saysNot: [/^::error/m] }),
  story('nginx there, app stopped', [stopped(), nginxBefore()], broken('proxy', 'proxy-bad-gateway')),
  story(
    'certificate for another name',
    [deployed(), nginxBefore(8000, '', 'wrongName')],
    broken('tls', 'tls-name-mismatch')
  ),
  story(
    'app takes unsigned events',
    [deployed({ VARIANT: 'unsigned' }), nginxBefore()],
    broken('app', 'unsigned-accepted')
  ),
  story(
    'nginx answers 400 by itself (plain HTTP to its TLS port)',
    [deployed(), nginx([{ port: 8443, body: proxyPass() }]), haproxyBefore('server a 127.0.0.1:8443')],
    broken('proxy', 'proxy-plain-http-on-tls-port', { webhookStatus: 400 })
  ),
  story(
    'every path answers 400',
    [deployed({ VARIANT: 'answers_everything' }), nginxBefore()],
    broken('app', 'not-an-endpoint', { webhookStatus: 400 })
  )
]
