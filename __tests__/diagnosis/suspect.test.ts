import { describe, expect, test } from 'vitest'
import { inLightOf, withSuspect } from '../../src/diagnosis/suspect.ts'
import type { Publication } from '../../src/model/deployment.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { ProbeResult } from '../../src/model/hop.ts'
import { parsePortMapping } from '../../src/model/port-mapping.ts'
import { rules } from '../../src/rules/index.ts'
import { checkout, lint } from '../checkout.ts'

const at = (line: number) => ({ file: 'deploy.yml', line, column: 3, endLine: line, endColumn: 9 })
const finding = (rule: string, line: number): Finding => ({
  rule,
  level: 'error',
  message: `what ${rule} says`,
  at: at(line),
  fix: null,
  related: []
})
const probe = (diagnosis: string, changes: Partial<ProbeResult> = {}): ProbeResult => ({
  url: 'https://shop.example.com/webhooks/stripe',
  verdict: 'fail',
  diagnosis,
  brokenHop: 'tcp',
  message: 'It is broken.',
  fix: 'Mend it.',
  suspect: null,
  external: true,
  attempts: 1,
  history: [],
  addresses: [],
  webhook: { status: null, bodyExcerpt: '' },
  health: { status: null },
  signed: null,
  warnings: [],
  faults: [],
  ...changes
})

/** All rules that explain anything, each at a line of its own. */
const all = [
  'loopback-without-proxy',
  'proxy-port-mismatch',
  'proxy-cannot-reach-loopback',
  'app-loopback-in-container',
  'container-port-mismatch',
  'publish-cut-off',
  'port-conflict',
  'invalid-publish',
  'proxy-blocks-webhook',
  'webhook-url-insecure',
  'proxy-without-tls',
  'public-without-tls'
].map((rule, line) => finding(rule, line + 1))

/** The rules that explain a diagnosis, the likeliest first: take one away, and the next is named. */
function explaining(diagnosis: string): string[] {
  const named: string[] = []
  for (;;) {
    const left = all.filter(({ rule }) => !named.includes(rule))
    const { suspect } = withSuspect(probe(diagnosis), { findings: left, onLoopback: [] })
    const found = left.find(one => one.at.line === suspect?.line)
    if (found === undefined) return named
    named.push(found.rule)
  }
}

const unreached = 'loopback-without-proxy proxy-port-mismatch proxy-cannot-reach-loopback app-loopback-in-container'
const dead =
  'proxy-port-mismatch proxy-cannot-reach-loopback app-loopback-in-container container-port-mismatch publish-cut-off port-conflict invalid-publish'

describe('a broken hop is explained by', () => {
  test.each([
    ['tcp-refused', `${unreached} publish-cut-off invalid-publish port-conflict`],
    ['tcp-timeout', unreached],
    ['tcp-reset', unreached],
    ['tls-plain-http', 'webhook-url-insecure proxy-without-tls public-without-tls'],
    ['https-required', 'webhook-url-insecure proxy-without-tls public-without-tls'],
    ['connection-closed', dead],
    ['proxy-bad-gateway', `${dead} loopback-without-proxy`],
    ['proxy-unavailable', dead],
    ['proxy-gateway-timeout', dead],
    ['proxy-default-site', `proxy-blocks-webhook ${dead} loopback-without-proxy`],
    ['route-not-found', 'proxy-blocks-webhook proxy-port-mismatch'],
    ['method-not-allowed', 'proxy-blocks-webhook'],
    ['redirected', 'proxy-blocks-webhook'],
    ['blocked', 'proxy-blocks-webhook'],
    ['health-unreachable', dead],
    ['tls-expired', '']
  ])('%s: %s', (diagnosis, rules) => {
    expect(explaining(diagnosis).join(' ')).toBe(rules)
  })
})

describe('the line of the checkout', () => {
  const result = parsePortMapping('127.0.0.1:8000:80', 'docker')
  if ('refused' in result) throw new Error(result.refused)
  const publication: Publication = { at: at(7), written: '127.0.0.1:8000:80', mapping: result.mapping, assumed: [] }

  test('is named with what was found there', () => {
    const { message, suspect } = withSuspect(probe('tcp-refused'), {
      findings: [finding('port-conflict', 4)],
      onLoopback: [publication]
    })
    expect(suspect).toEqual({ file: 'deploy.yml', line: 4 })
    expect(message).toBe('It is broken. The checkout explains it at deploy.yml:4: what port-conflict says')
  })

  test.each([
    ['tcp-refused', 7],
    ['tcp-timeout', 7],
    ['tcp-reset', 7],
    ['proxy-bad-gateway', undefined]
  ])('is the one that publishes on loopback, for %s', (diagnosis, line) => {
    const explained = withSuspect(probe(diagnosis), { findings: [finding('unreadable', 2)], onLoopback: [publication] })
    expect(explained.suspect?.line).toBe(line)
    if (line !== undefined) expect(explained.message).toMatch('127.0.0.1:8000:80 is published on loopback')
  })

  test.each([
    ['loopback-without-proxy', 'tcp-refused', true],
    ['loopback-without-proxy', 'tcp-timeout', false],
    ['loopback-without-proxy', 'proxy-bad-gateway', false],
    ['proxy-port-mismatch', 'proxy-bad-gateway', true],
    ['proxy-port-mismatch', 'tcp-refused', false],
    ['proxy-cannot-reach-loopback', 'tcp-refused', false]
  ])('%s foretells %s: %s', (id, diagnosis, foretold) => {
    const examples = rules.find(rule => rule.id === id)?.examples.bad ?? {}
    const findings = lint(checkout(examples)).findings.filter(({ rule }) => rule === id)
    expect(findings[0]?.message).toMatch(/gets "connection refused"\.|answers 502\./)
    const { message } = withSuspect(probe(diagnosis), { findings, onLoopback: [] })
    expect(/gets "connection refused"|answers 502/.test(message)).toBe(foretold)
    expect(message).toMatch(/The checkout explains it at .+\.$/)
  })

  test('is nobody’s where nothing failed or nothing was found', () => {
    const passing = probe('ok', { verdict: 'warn' })
    expect(withSuspect(passing, { findings: all, onLoopback: [publication] })).toBe(passing)
    const failing = probe('tcp-refused')
    expect(withSuspect(failing, { findings: [], onLoopback: [] })).toBe(failing)
  })
})

describe('findings in the light of the probe', () => {
  const levels = (...probes: ProbeResult[]): string[] => inLightOf(probes, all).map(({ level }) => level)
  const reached = probe('ok', { verdict: 'pass' })

  test('what says that nobody can reach it is a notice where the probe did, from outside, every time', () => {
    const seen = inLightOf([reached, probe('ok', { verdict: 'warn' })], all)
    expect(seen.filter(({ level }) => level === 'notice').map(({ rule }) => rule)).toEqual(unreached.split(' '))
    expect(seen[0]?.message).toBe(
      'Reachable today, as the probe from outside shows, but the checkout does not show how. By what it shows: what loopback-without-proxy says'
    )
    expect(seen.at(-1)).toBe(all.at(-1))
  })

  test.each<[string, ProbeResult[]]>([
    ['nothing was probed', []],
    ['one failed', [reached, probe('tcp-refused')]],
    ['it came from inside', [probe('ok', { verdict: 'pass', external: false })]]
  ])('all stay as they are where %s', (_, probes) => {
    expect(new Set(levels(...probes))).toEqual(new Set(['error']))
  })
})
