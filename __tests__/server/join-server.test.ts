import { describe, expect, test } from 'vitest'
import type { ProbeResult } from '../../src/model/hop.ts'
import type { Check, ServerFinding } from '../../src/reports/outcome.ts'
import { joinOwn } from '../../src/server/join-server.ts'

const probe = (diagnosis: string, changes: Partial<Pick<ProbeResult, 'verdict' | 'brokenHop'>> = {}): ProbeResult => ({
  url: 'https://shop.example.com/webhooks/stripe',
  verdict: 'fail',
  diagnosis,
  brokenHop: 'tcp',
  message: '198.51.100.10 refused the connection to port 443.',
  fix: 'Start something there.',
  suspect: null,
  external: true,
  attempts: 1,
  addresses: [],
  webhook: { status: null, bodyExcerpt: '' },
  health: { status: null },
  signed: null,
  warnings: [],
  history: [],
  faults: [],
  ...changes
})

const finding = (code: string, level: ServerFinding['level'] = 'error'): ServerFinding => ({
  code,
  level,
  message: `Nothing is as it should: ${code}.`,
  fix: `mend ${code}`
})

const join = (findings: readonly ServerFinding[], result: ProbeResult, checklist: readonly Check[] = []): ProbeResult =>
  joinOwn({ findings, checklist }, 'shop.example.com', [result])[0] as ProbeResult

test('of two hosts that are down, the server explains its own', () => {
  const other = { ...probe('tcp-refused'), url: 'https://billing.example.com/webhooks/stripe' }
  const again = { ...probe('tcp-refused'), url: 'https://shop.example.com:8443/hooks/github' }
  const findings = [finding('proxy-not-running')]
  const joined = joinOwn({ findings, checklist: [] }, 'shop.example.com', [other, probe('tcp-refused'), again])
  expect(joined[0]).toBe(other)
  expect(joined.map(({ fix }) => fix)).toEqual(['Start something there.', ...Array(2).fill('mend proxy-not-running')])
})

test('a refused connection and a missing proxy are one sentence with one fix', () => {
  const proxy = {
    ...finding('proxy-not-installed'),
    message:
      'Nothing listens on port 443 for the internet, nginx is not installed, and container web is published on 127.0.0.1:8000 only.'
  }
  expect(join([finding('container-loopback-only'), proxy], probe('tcp-refused'))).toMatchObject({
    diagnosis: 'tcp-refused',
    message:
      '198.51.100.10 refused the connection to port 443: on the server, nothing listens on port 443 for the internet, nginx is not installed, and container web is published on 127.0.0.1:8000 only.',
    fix: 'mend proxy-not-installed'
  })
})

describe('the cause that explains the hop is taken', () => {
  test.each([
    ['tcp-timeout', ['proxy-not-installed', 'firewall-blocks'], 'firewall-blocks'],
    ['tcp-refused', ['app-loopback-in-container', 'proxy-not-running'], 'proxy-not-running'],
    ['proxy-bad-gateway', ['certificate-expired', 'app-loopback-in-container'], 'app-loopback-in-container'],
    ['proxy-bad-gateway', ['container-not-running', 'proxy-no-route'], 'container-not-running'],
    ['proxy-default-site', ['proxy-no-route'], 'proxy-no-route'],
    ['tls-expired', ['certificate-expired'], 'certificate-expired'],
    ['tls-name-mismatch', ['certificate-missing'], 'certificate-missing']
  ])('%s, with %j seen', (diagnosis, codes, taken) => {
    expect(
      join(
        codes.map(code => finding(code)),
        probe(diagnosis)
      ).fix
    ).toBe(`mend ${taken}`)
  })
})

describe('the result stays as it is', () => {
  test.each<[string, ProbeResult, readonly ServerFinding[]]>([
    ['where the probe passed', probe('ok', { verdict: 'pass', brokenHop: 'none' }), [finding('proxy-not-installed')]],
    ['where nothing explains it', probe('unsigned-accepted'), [finding('proxy-not-installed')]],
    ['where what was seen is right as it is', probe('tcp-refused'), [finding('container-loopback-only', 'notice')]],
    ['where ssh itself failed', probe('tcp-refused'), [finding('server-auth', 'warning')]]
  ])('%s', (_, result, findings) => {
    expect(join(findings, result)).toBe(result)
  })
})

test('where the server is open and does not answer from outside, something in front of it drops the connection', () => {
  const open: Check = { id: 'ports-open', state: 'yes', detail: '' }
  expect(join([], probe('tcp-timeout'), [open])).toMatchObject({ fix: expect.stringContaining('security group') })
  expect(join([], probe('tcp-timeout'), [{ ...open, state: 'unknown' }]).fix).toBe('Start something there.')
})
