import { expect, test } from 'vitest'
import { checklist } from '../../src/reports/checklist.ts'
import type { Outcome } from '../../src/reports/outcome.ts'
import { outputSpecs } from '../../src/reports/outputs.ts'
import { at, finding, hopsTo, lint, outcome, passing, probe } from './samples.ts'

const values = (given: Outcome): Record<string, string> =>
  Object.fromEntries(outputSpecs.map(({ name, value }) => [name, value(given, '/tmp/report.json')]))

const refused = {
  checked: true,
  mode: null,
  findings: [{ code: 'stripe-endpoint-missing', level: 'error' as const, message: '', fix: '', url: null }],
  endpoints: [],
  undelivered: null
}

test('are those of the contract, in its order', () => {
  expect(outputSpecs.map(({ name }) => name)).toEqual([
    'verdict',
    'diagnosis',
    'broken-hop',
    'webhook-status',
    'health-status',
    'findings',
    'warnings',
    'report'
  ])
})

test.each([
  ['a URL that fails', outcome({ probes: [passing(), probe()] }), ['fail', 'tcp-refused', 'tcp', '', '']],
  ['a pass', outcome({ verdict: 'pass', probes: [passing()] }), ['pass', 'ok', 'none', '400', '200']],
  ['nothing probed', outcome({ probes: [] }), ['fail', '', 'none', '', '']],
  [
    'Stripe alone',
    outcome({ probes: [passing()], stripe: refused }),
    ['fail', 'stripe-endpoint-missing', 'stripe', '400', '200']
  ],
  ['Stripe and a URL', outcome({ stripe: refused }), ['fail', 'tcp-refused', 'tcp', '', '']]
])('%s', (_, given, expected) => {
  const { verdict, diagnosis, 'broken-hop': hop, 'webhook-status': status, 'health-status': health } = values(given)
  expect([verdict, diagnosis, hop, status, health]).toEqual(expected)
})

test('findings and warnings are JSON arrays', () => {
  const findings = [finding(), finding({ rule: 'proxy-bypass', level: 'warning', message: '\u202e' })]
  const given = outcome({ lint: lint({ findings }), probes: [probe({ warnings: ['ipv6-broken'] })] })
  const { findings: written = '', warnings = '', report } = values(given)
  expect(JSON.parse(written).map(({ rule }: { rule: string }) => rule)).toEqual([
    'loopback-without-proxy',
    'proxy-bypass'
  ])
  expect(written).not.toContain('\u202e')
  expect(JSON.parse(warnings)).toEqual(['proxy-bypass', 'ipv6-broken'])
  expect(report).toBe('/tmp/report.json')
  expect(values(outcome({ lint: null, probes: [] }))).toMatchObject({ findings: '[]', warnings: '[]' })
})

test('findings leave room for the other outputs of the job, and stay an array', () => {
  const findings = Array.from({ length: 5000 }, (_, index) => finding({ at: at(index + 1, 1, 1) }))
  const { findings: written = '' } = values(outcome({ lint: lint({ findings }) }))
  expect(written.length).toBeLessThan(260_000)
  expect(JSON.parse(written).length).toBeGreaterThan(100)
})

test('the checklist says of each what is known, and of the rest that nobody looked', () => {
  const states = (given: Partial<Outcome>): Record<string, string> =>
    Object.fromEntries(checklist(outcome(given)).map(({ id, state }) => [id, state]))
  expect(states({ probes: [passing()] })).toEqual({
    'proxy-running': 'unknown',
    'certificate-valid': 'yes',
    'dns-points-here': 'unknown',
    'ports-open': 'yes',
    'url-https': 'yes',
    'unsigned-refused': 'yes',
    'attempts-logged': 'unknown'
  })
  expect(states({ probes: [probe({ url: 'http://your-domain.com/x' })] })).toMatchObject({
    'certificate-valid': 'unknown',
    'ports-open': 'no',
    'url-https': 'no',
    'unsigned-refused': 'unknown'
  })
  // One URL that never came to TLS leaves the certificate unknown, whatever the other showed.
  expect(states({ probes: [passing(), probe()] })['certificate-valid']).toBe('unknown')
  expect(states({ probes: [passing({ warnings: ['port-80-closed'] })] })['ports-open']).toBe('no')
  const expired = probe({ addresses: [{ address: '::1', family: 6, hops: hopsTo('tls', 'tls-expired') }] })
  expect(states({ probes: [expired] })['certificate-valid']).toBe('no')
  // The verdict rests on the addresses that this runner could try: so does the list.
  const untested = hopsTo('tcp', 'ipv6-untested').map(hop =>
    hop.hop === 'tcp' ? { ...hop, status: 'warn' as const } : hop
  )
  const [tested] = passing().addresses
  const half = passing({
    addresses: [...(tested ? [tested] : []), { address: '2001:db8::1', family: 6, hops: untested }]
  })
  expect(states({ probes: [half] })).toEqual(states({ probes: [passing()] }))
  expect(states({ probes: [] })['url-https']).toBe('unknown')
})

test('what the server showed wins over what the probe saw', () => {
  const server = {
    findings: [],
    checklist: [
      { id: 'proxy-running', state: 'no', detail: 'nginx is stopped' },
      { id: 'ports-open', state: 'unknown', detail: '' }
    ] as const
  }
  const list = checklist(outcome({ probes: [passing()], server }))
  expect(list.find(({ id }) => id === 'proxy-running')).toMatchObject({ state: 'no', detail: 'nginx is stopped' })
  expect(list.find(({ id }) => id === 'ports-open')).toMatchObject({ state: 'yes' })
})
