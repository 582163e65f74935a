import { describe, expect, test } from 'vitest'
import { causes, diagnoses, exampleWords, fill } from '../../src/diagnosis/index.ts'
import type { HopName } from '../../src/model/hop.ts'

/** Section 6 of the public contract: names here change only with a major version. */
const failing: Readonly<Record<Exclude<HopName, 'stripe'>, string>> = {
  dns: 'dns-nxdomain dns-no-address dns-failure dns-private-address',
  tcp: 'tcp-refused tcp-timeout tcp-unreachable tcp-reset',
  tls: 'tls-expired tls-not-yet-valid tls-name-mismatch tls-self-signed tls-incomplete-chain tls-untrusted tls-plain-http tls-old-protocol tls-client-certificate tls-timeout tls-handshake',
  http: 'https-required redirected response-timeout connection-closed malformed-response body-too-large',
  proxy:
    'proxy-bad-gateway proxy-unavailable proxy-gateway-timeout proxy-upstream-tls proxy-default-site proxy-plain-http-on-tls-port proxy-body-limit blocked',
  app: 'route-not-found method-not-allowed unsigned-accepted validation-error app-error unexpected-status body-mismatch not-an-endpoint host-refused signing-secret-missing raw-body-lost signed-rejected tampered-accepted replay-accepted flapping',
  health: 'health-unreachable health-status health-wrong-version health-timeout'
}
const warning =
  'not-external ipv6-broken direct-port-open tls-expires-soon tls-no-san slow-response signed-handler-error replay-untested'
const noticed = 'ipv6-untested port-80-closed'

const codes = (level: string, hop?: string): string[] =>
  diagnoses.filter(one => one.level === level && (hop === undefined || one.hop === hop)).map(({ code }) => code)
const sorted = (text: string): string[] => text.split(' ').sort()

describe('diagnoses', () => {
  test.each(Object.entries(failing))('every code of %s', (hop, all) => {
    expect(codes('error', hop).sort()).toEqual(sorted(all))
  })

  test('every code that warns', () => {
    expect(codes('warning').sort()).toEqual(sorted(warning))
    expect(codes('notice').sort()).toEqual(sorted(noticed))
  })

  test('waiting helps against every failure but these', () => {
    const hopeless = diagnoses.filter(({ level, waitingHelps }) => level === 'error' && !waitingHelps)
    const all = 'unsigned-accepted tampered-accepted replay-accepted https-required'
    expect(hopeless.map(({ code }) => code).sort()).toEqual(sorted(all))
  })

  test.each(diagnoses.map(one => [one.code, one] as const))(
    '%s says what, why and what to do',
    (_, { title, cause, fix }) => {
      for (const text of [title, cause, fix]) {
        expect(text.length).toBeGreaterThan(10)
        expect(fill(text, exampleWords)).not.toMatch(/undefined|\s{2}|(?<!\{)\{[a-zA-Z]*\}/)
      }
      expect(title).not.toMatch(/[.{]$/)
    }
  )
})

describe('causes', () => {
  test('each has a name of its own', () => {
    const ids = causes.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('each leads to a diagnosis, and each diagnosis has one', () => {
    const named = new Set(causes.flatMap(({ code }) => code ?? []))
    expect([...named].sort()).toEqual(diagnoses.map(({ code }) => code).sort())
  })

  test('each place in a text has a word', () => {
    const texts = causes.flatMap(({ says, cause = '', fix = '' }) => [says, cause, fix])
    const places = texts.flatMap(text => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? ''))
    expect(places.filter(name => !(name in exampleWords))).toEqual([])
  })
})
