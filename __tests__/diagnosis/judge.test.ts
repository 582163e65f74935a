import { describe, expect, test } from 'vitest'
import { type Judgement, judge } from '../../src/diagnosis/judge.ts'
import type { Exchange } from '../../src/probes/exchange.ts'
import type { Round, Way } from '../../src/probes/round.ts'
import type { Target } from '../../src/probes/target.ts'
import {
  address,
  answer,
  certificate,
  day,
  dns,
  exchange,
  failed,
  notFound,
  nothingFound,
  now,
  refused,
  round,
  target,
  tls,
  unconnected,
  way
} from './rounds.ts'

const judged = (seen: Partial<Round> = {}, asked: Partial<Target> = {}): Judgement =>
  judge(round(seen), target(asked), now)
const oneWay = (seen: Partial<Way>, asked: Partial<Target> = {}): Judgement => judged({ ways: [way(seen)] }, asked)

const mark = { pass: '+', warn: '!', fail: 'x', skip: '-' } as const

/** The verdict, the codes in order, and dns tcp tls http proxy app health of each address, a character each. */
const brief = ({ verdict, faults, addresses }: Judgement): string =>
  [
    verdict,
    faults.map(({ code }) => code).join(' ') || 'ok',
    ...addresses.map(({ hops }) => hops.map(({ status }) => mark[status]).join(''))
  ].join(' | ')

const detail = (judgement: Judgement, name: string): string | undefined =>
  judgement.addresses[0]?.hops.find(({ hop }) => hop === name)?.detail

const v6 = (unsigned: Exchange | null): Way => way({ address: '2001:db8::7', family: 6, unsigned, control: null })
const accepts = exchange(answer(200, '{"received":true}'))
const denies = exchange(answer(400, '{"detail":"Invalid signature"}'))
const health = (...answers: Exchange['http'][]): Way['health'] => ({
  exchanges: answers.map(http => exchange(http, { url: new URL('https://shop.example.com/health') })),
  dnsError: null
})
const withHealth: Partial<Target> = { healthUrl: new URL('https://shop.example.com/health?key=1') }
const healthElsewhere: Partial<Target> = { healthUrl: new URL('https://status.example.com/up') }

test('a webhook that is as it should be passes, hop by hop', () => {
  const judgement = oneWay({ health: health(answer(200, 'ok')) }, withHealth)
  expect(brief(judgement)).toBe('pass | ok | +++++++')
  expect(judgement.way?.address).toBe(address)
  expect(judgement.addresses[0]?.hops.map(({ ms, detail: said }) => `${ms} ${said}`)).toEqual([
    '2 shop.example.com is 198.51.100.10 (A).',
    '4 Port 443 takes connections.',
    '8 TLSv1.3, certificate by R10, valid until 2026-08-14.',
    '12.3 Answered 400 in 12 ms.',
    '0 No proxy shows itself in the answer.',
    '0 The app refuses an unsigned event with 400.',
    '24.3 https://shop.example.com/health answers 200.'
  ])
})

describe('names', () => {
  test.each<[string, Partial<Round>, string]>([
    ['no such name', { dns: nothingFound('ENOTFOUND', 'ENOTFOUND'), ways: [] }, 'fail | dns-nxdomain | x------'],
    [
      'a name without address',
      { dns: nothingFound('ENODATA', 'ENOTFOUND'), ways: [] },
      'fail | dns-no-address | x------'
    ],
    [
      'one question unanswered',
      { dns: nothingFound('ENODATA', 'ESERVFAIL'), ways: [] },
      'fail | dns-failure | x------'
    ],
    [
      'an address of ours alone',
      {
        dns: dns({
          ...nothingFound('ENOTFOUND', 'ENODATA'),
          addresses: [address],
          system: { addresses: [address], error: null }
        })
      },
      'warn | not-external | !+++++-'
    ],
    [
      'two views of a name',
      { dns: dns({ differs: true, system: { addresses: ['198.51.100.99'], error: null } }) },
      'warn | not-external | !+++++-'
    ],
    [
      'two views that share an address',
      { dns: dns({ system: { addresses: [address], error: null } }) },
      'pass | ok | ++++++-'
    ],
    [
      'an address that no sender reaches',
      { ways: [way({ address: '10.0.0.7', unsigned: null, control: null })] },
      'fail | dns-private-address | x------'
    ],
    ['an address in the URL', { dns: dns({ source: 'url', wire: null }) }, 'pass | ok | ++++++-'],
    ['a proxy between', { egressProxy: 'proxy.example.com:3128' }, 'warn | not-external | !+++++-'],
    ['our own address', { ownAddresses: [address] }, 'warn | not-external | !+++++-'],
    [
      'a connection that never left',
      { ways: [way({ unsigned: exchange(refused, { sameMachine: true }) })] },
      'warn | not-external | !+++++-'
    ]
  ])('%s', (_, seen, expected) => {
    expect(brief(judged(seen))).toBe(expected)
  })

  test.each<[string, string, string | undefined]>([
    ['127.0.0.1', 'resolve', 'vantage-loopback'],
    ['0.0.0.0', 'resolve', 'vantage-loopback'],
    ['192.168.1.4', 'resolve', 'vantage-private'],
    ['192.168.1.4', 'system', undefined],
    [address, 'resolve', undefined]
  ])('%s by %s is of this network: %s', (where, source, cause) => {
    const facts = dns({ source: source as 'resolve', addresses: [where], wire: null })
    const { faults } = judged({ dns: facts, ways: [way({ address: where })] })
    expect(faults[0]?.cause).toBe(cause)
  })

  test('each says what it saw', () => {
    expect(
      judged({ dns: dns({ differs: true, system: { addresses: ['198.51.100.99'], error: null } }) }).faults[0]?.says
    ).toMatch('DNS gives 198.51.100.10; this machine takes 198.51.100.99')
    expect(detail(judged({ dns: dns({ source: 'resolve', wire: null }) }), 'dns')).toBe(
      `${address} is named by \`resolve\`.`
    )
    expect(detail(judged({ ways: [v6(exchange(refused))] }), 'dns')).toBe('shop.example.com is 2001:db8::7 (AAAA).')
    expect(
      judged({ ways: [way({ address: '10.0.0.7', unsigned: null })], dns: dns({ source: 'url', wire: null }) })
        .faults[0]
    ).toMatchObject({
      cause: 'url-private-host',
      waitingHelps: false
    })
  })
})

describe('connections', () => {
  test.each<[string, Partial<Round>, string]>([
    ['refused', { ways: [way({ unsigned: unconnected('ECONNREFUSED') })] }, 'fail | tcp-refused | +x-----'],
    [
      'IPv6 refused beside IPv4',
      { ways: [way(), v6(unconnected('ECONNREFUSED'))], ownAddresses: ['2001:db8::1'] },
      'warn | ipv6-broken | ++++++- | +!-----'
    ],
    [
      'IPv6 silent, and none here',
      { ways: [way(), v6(unconnected('ETIMEDOUT'))], ownAddresses: ['fe80::1', '::1', 'fd00::1'] },
      'pass | ipv6-untested | ++++++- | +!-----'
    ],
    [
      'IPv6 silent, though there is some here',
      { ways: [way(), v6(unconnected('ETIMEDOUT'))], ownAddresses: ['2001:db8::1'] },
      'warn | ipv6-broken | ++++++- | +!-----'
    ],
    ['no way to the only address', { ways: [v6(unconnected('ENETUNREACH'))] }, 'fail | tcp-unreachable | +x-----'],
    [
      'both refused',
      { ways: [way({ unsigned: unconnected('ECONNREFUSED') }), v6(unconnected('ECONNREFUSED'))] },
      'fail | tcp-refused tcp-refused | +x----- | +x-----'
    ],
    ['port 80 closed', { ways: [way({ port80: failed('ECONNREFUSED') })] }, 'pass | port-80-closed | +!++++-'],
    ['a port behind the proxy open', { ways: [way({ openPorts: [8000] })] }, 'warn | direct-port-open | +!++++-']
  ])('%s', (_, seen, expected) => {
    expect(brief(judged(seen))).toBe(expected)
  })

  test('the way that the result speaks of is the first broken one', () => {
    expect(judged({ ways: [way(), v6(exchange(answer(502)))] }).way?.family).toBe(6)
    expect(judged({ ways: [v6(unconnected('ENETUNREACH')), way()] }).way?.family).toBe(4)
    expect(judged({ ways: [v6(unconnected('ENETUNREACH'))] }).way?.family).toBe(6)
    expect(judged({ ways: [], dns: nothingFound('ENOTFOUND', 'ENOTFOUND') }).way).toBeNull()
  })
})

describe('certificates', () => {
  const presented = (changes: Parameters<typeof tls>[0]): Partial<Way> => ({
    unsigned: exchange(refused, { tls: tls(changes) })
  })
  const leafOnly = failed('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate')
  const expired = certificate({ validTo: now - day, inStore: true })
  test.each<[string, Parameters<typeof tls>[0], string[]]>([
    [
      'expired',
      { chain: [expired], trustError: failed('CERT_HAS_EXPIRED') },
      ['tls-expired has expired (on 2026-06-14).']
    ],
    [
      'an expired intermediate',
      {
        chain: [certificate(), certificate({ subject: 'R10', validTo: now - 2 * day, inStore: true })],
        trustError: failed('CERT_HAS_EXPIRED')
      },
      ['tls-expired has expired (the intermediate R10, on 2026-06-13).']
    ],
    [
      'an expired root that nobody needs',
      { chain: [certificate(), certificate({ subject: 'root', validTo: now - day })] },
      []
    ],
    [
      'not begun',
      { chain: [certificate({ validFrom: now + day, inStore: true })], trustError: failed('CERT_NOT_YET_VALID') },
      ['tls-not-yet-valid is not valid yet (it starts on 2026-06-16).']
    ],
    [
      'another name',
      { nameError: 'no' },
      ['tls-name-mismatch is not for shop.example.com: it names shop.example.com.']
    ],
    [
      'a name in the subject alone',
      { nameError: 'no', chain: [certificate({ altNames: null, subject: 'old.example.com' })] },
      [
        'tls-name-mismatch is not for shop.example.com: it names old.example.com.',
        'tls-no-san holds no host name in a subjectAltName (only old.example.com).'
      ]
    ],
    [
      'six other names',
      { nameError: 'no', chain: [certificate({ altNames: 'DNS:a, DNS:b, DNS:c, DNS:d, DNS:e, DNS:f' })] },
      ['tls-name-mismatch is not for shop.example.com: it names a, b, c, d, e and 1 more.']
    ],
    [
      'five other names',
      { nameError: 'no', chain: [certificate({ altNames: 'DNS:a, DNS:b, DNS:c, DNS:d, DNS:e' })] },
      ['tls-name-mismatch is not for shop.example.com: it names a, b, c, d, e.']
    ],
    [
      'self-signed',
      { chain: [certificate({ issuer: 'shop.example.com' })], trustError: failed('DEPTH_ZERO_SELF_SIGNED_CERT') },
      ['tls-self-signed is self-signed (issued by shop.example.com).']
    ],
    [
      'self-signed and expired',
      {
        chain: [certificate({ issuer: 'shop.example.com', validTo: now - day })],
        trustError: failed('CERT_HAS_EXPIRED')
      },
      ['tls-expired has expired (on 2026-06-14).', 'tls-self-signed is self-signed (issued by shop.example.com).']
    ],
    [
      'no intermediate',
      { trustError: leafOnly },
      ['tls-incomplete-chain sends its certificate without that of its issuer (issued by R10).']
    ],
    [
      'a root of its own',
      {
        chain: [certificate(), certificate({ subject: 'R10', issuer: 'R10' })],
        trustError: failed('SELF_SIGNED_CERT_IN_CHAIN')
      },
      ['tls-untrusted leads to a root that is not trusted (issued by R10).']
    ],
    [
      'an issuer that nobody knows',
      {
        chain: [certificate({ issuer: '(STAGING) Puzzle' }), certificate({ subject: '(STAGING) Puzzle', issuer: 'X' })],
        trustError: failed('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')
      },
      ["tls-untrusted comes from Let's Encrypt's staging (issued by (STAGING) Puzzle)."]
    ],
    [
      'a weak key',
      { chain: [certificate({ inStore: true })], trustError: failed('EE_KEY_TOO_SMALL') },
      ['tls-untrusted has a key or digest that is too weak.']
    ],
    [
      'a fault that only OpenSSL sees',
      { chain: [certificate({ inStore: true })], trustError: failed('UNABLE_TO_GET_ISSUER_CERT') },
      ['tls-untrusted leads to a root that is not trusted.']
    ],
    [
      'distrust of no certificate at all',
      { chain: [], trustError: failed('CERT_UNTRUSTED') },
      ['tls-untrusted leads to a root that is not trusted.']
    ],
    [
      'nobody as issuer',
      { chain: [certificate({ issuer: '' })], trustError: leafOnly },
      ['tls-incomplete-chain sends its certificate without that of its issuer (issued by nobody).']
    ],
    [
      'no date',
      { chain: [certificate({ validTo: Number.NaN, inStore: true })], trustError: failed('CERT_HAS_EXPIRED') },
      ['tls-expired has expired (on a day unknown).']
    ],
    [
      'ten days left',
      { chain: [certificate({ validTo: now + 10 * day })] },
      ['tls-expires-soon ends soon (on 2026-06-25).']
    ],
    ['fifteen days left', { chain: [certificate({ validTo: now + 15 * day, validFrom: now - 75 * day })] }, []],
    ['three days of six left', { chain: [certificate({ validFrom: now - 3 * day, validTo: now + 3 * day })] }, []],
    [
      'a day and a half of six left',
      { chain: [certificate({ validFrom: now - 4.5 * day, validTo: now + 1.5 * day })] },
      ['tls-expires-soon ends soon (on 2026-06-16).']
    ]
  ])('%s', (_, changes, expected) => {
    const { faults } = oneWay(presented(changes))
    const said = faults.map(
      ({ code, says }) => `${code} ${says.replace(`The certificate of ${address} `, '').replace(`${address} `, '')}`
    )
    expect(said).toEqual(expected)
  })

  test('a handshake that fails ends the way, and what was heard explains it', () => {
    const cut = (peek: Exchange['peek'], error = failed('ECONNRESET'), keysAgreed = false): string =>
      brief(oneWay({ unsigned: exchange(null, { tls: tls({ error, chain: [], keysAgreed }), peek }) }))
    expect(cut(null)).toBe('fail | tls-handshake | ++x----')
    expect(cut({ closedUnasked: true, said: '' })).toBe('fail | tcp-reset | +x-----')
    expect(cut({ closedUnasked: false, said: 'SSH-2.0-OpenSSH_9.9' })).toBe('fail | tls-plain-http | ++x----')
    expect(cut(null, failed('ERR_SSL', '', 40))).toBe('fail | tls-handshake | ++x----')
    expect(cut(null, failed('ERR_SSL', '', 40), true)).toBe('fail | tls-client-certificate | ++x----')
  })

  test('says what was agreed, as far as it is known', () => {
    expect(detail(oneWay(presented({ protocol: null, chain: [] })), 'tls')).toBe('TLS, certificate by nobody.')
    expect(detail(oneWay(presented({ chain: [certificate({ validTo: Number.NaN })] })), 'tls')).toBe(
      'TLSv1.3, certificate by R10.'
    )
  })
})

describe('answers', () => {
  test.each<[string, Partial<Way>, Partial<Target>, string]>([
    ['502 of a proxy', { unsigned: exchange(answer(502)) }, {}, 'fail | proxy-bad-gateway | ++++x--'],
    ['the same everywhere', { control: exchange(refused) }, {}, 'fail | not-an-endpoint | +++++x-'],
    [
      'the same everywhere, but a signed event passes',
      { control: exchange(refused), signed: accepts },
      {},
      'pass | ok | ++++++-'
    ],
    ['slow', { unsigned: exchange(answer(400, 'no signature', { ms: 5001 })) }, {}, 'warn | slow-response | +++!++-'],
    ['just in time', { unsigned: exchange(answer(400, 'no signature', { ms: 5000 })) }, {}, 'pass | ok | ++++++-'],
    [
      'cut off after long',
      { unsigned: exchange(answer(400, '', { ms: 9000, error: failed('ECONNRESET') })) },
      {},
      'fail | connection-closed | +++x---'
    ],
    [
      'none',
      { unsigned: exchange(answer(0, '', { status: null, error: failed('ETIMEDOUT') })) },
      {},
      'fail | response-timeout | +++x---'
    ],
    ['other words', {}, { expectBody: 'Nope' }, 'fail | body-mismatch | +++++x-'],
    ['the expected words', {}, { expectBody: /missing stripe/i }, 'pass | ok | ++++++-'],
    [
      'a password, where another page has none',
      { unsigned: exchange(answer(401)) },
      {},
      'fail | unexpected-status | +++++x-'
    ],
    [
      'a password, where a limit hides the other page',
      { unsigned: exchange(answer(401)), control: exchange(answer(429)) },
      {},
      'fail | blocked | ++++x--'
    ],
    [
      'a password, where the other page is down',
      { unsigned: exchange(answer(401)), control: exchange(answer(503)) },
      {},
      'fail | blocked | ++++x--'
    ],
    [
      'a password, and the same everywhere',
      { unsigned: exchange(answer(401)), control: exchange(answer(401)) },
      {},
      'fail | blocked | ++++x--'
    ],
    [
      'a password, and no word of the other page',
      { unsigned: exchange(answer(401)), control: exchange(null) },
      {},
      'fail | blocked | ++++x--'
    ]
  ])('%s', (_, seen, asked, expected) => {
    expect(brief(oneWay(seen, asked))).toBe(expected)
  })

  test('plain HTTP is refused for good, whatever else is broken', () => {
    const asked = { url: new URL('http://shop.example.com/') }
    const plain = exchange(refused, { tls: null })
    expect(brief(oneWay({ unsigned: plain }, asked))).toBe('fail | https-required | ++-x---')
    expect(detail(oneWay({ unsigned: plain }, asked), 'tls')).toBe('An http:// URL has no TLS.')
    expect(brief(oneWay({ unsigned: unconnected('ECONNREFUSED') }, asked))).toBe(
      'fail | tcp-refused https-required | +x-----'
    )
  })

  test('says who answers, and how fast', () => {
    const front = exchange(
      answer(400, 'no signature', { headers: { server: 'nginx/1.28', 'content-type': 'text/plain' } })
    )
    expect(detail(oneWay({ unsigned: front }), 'proxy')).toBe('nginx passes the request on.')
    expect(detail(oneWay({ unsigned: front }), 'app')).toBe('The app behind nginx refuses an unsigned event with 400.')
    expect(oneWay({ unsigned: exchange(answer(400, 'signature', { ms: 5400 })) }).faults[0]?.says).toBe(
      'The answer took 5.4 s.'
    )
    expect(oneWay({}, { expectBody: 'Nope' }).faults[0]?.says).toMatch("'Nope'")
    expect(oneWay({}, { expectBody: /nope/u }).faults[0]?.says).toMatch('/nope/u')
  })
})

describe('signatures', () => {
  const all: Partial<Way> = { bogus: denies, signed: accepts, tampered: denies, replayed: denies }
  test.each<[string, Partial<Way>, string]>([
    ['as they should be', all, 'pass | ok'],
    ['zeros accepted', { ...all, bogus: accepts }, 'fail | unsigned-accepted'],
    ['zeros fail', { bogus: exchange(answer(500)) }, 'fail | signing-secret-missing'],
    ['a changed body accepted', { ...all, tampered: accepts }, 'fail | tampered-accepted'],
    ['an old one accepted', { ...all, replayed: accepts }, 'fail | replay-accepted'],
    ['the good one refused', { ...all, signed: denies }, 'fail | signed-rejected'],
    [
      'the good one refused, the old one unasked for',
      { ...all, signed: denies, replayed: accepts },
      'fail | signed-rejected'
    ],
    [
      'the good one too new for the app',
      { ...all, signed: exchange(answer(400, 'Received event with API version 2026')) },
      'warn | signed-handler-error'
    ],
    [
      'the good one as the changed one',
      { ...all, signed: exchange(answer(500, 'oops')), tampered: exchange(answer(500, 'oops')) },
      'fail | signed-rejected'
    ],
    ['the good one fails otherwise', { ...all, signed: exchange(answer(500, 'oops')) }, 'warn | signed-handler-error'],
    ['the old one under a limit', { ...all, replayed: exchange(answer(429)) }, 'warn | replay-untested'],
    [
      'none of them looked at behind another fault',
      { ...all, unsigned: exchange(answer(502)), bogus: accepts },
      'fail | proxy-bad-gateway'
    ],
    ['one that never got through', { ...all, signed: exchange(null) }, 'pass | ok']
  ])('%s', (_, seen, expected) => {
    expect(brief(oneWay(seen)).split(' | ').slice(0, 2).join(' | ')).toBe(expected)
  })

  test('a handler that answers 200 to what it refuses shows it by its words', () => {
    const ok = exchange(answer(200, '{"ok":true}'))
    const no = exchange(answer(200, '{"ok":false}'))
    const asked = { expectStatus: [200] }
    expect(brief(oneWay({ unsigned: no, bogus: no, signed: ok, tampered: no }, asked))).toBe('pass | ok | ++++++-')
    expect(oneWay({ unsigned: ok, signed: ok, tampered: ok }, asked).faults[0]?.cause).toBe('tampered-like-signed')
  })
})

describe('health', () => {
  test.each<[string, Way['health'], Partial<Target>, string]>([
    ['none asked for', health(answer(500)), {}, 'pass | ok | ++++++-'],
    ['another status', health(answer(500)), withHealth, 'fail | health-status | ++++++x'],
    ['one of two down', health(answer(200), answer(500)), withHealth, 'fail | health-status | ++++++x'],
    [
      'the right release',
      health(answer(200, 'v2'), answer(200, 'v2')),
      { ...withHealth, expectVersion: 'v2' },
      'pass | ok | +++++++'
    ],
    [
      'the old release',
      health(answer(200, 'v1')),
      { ...withHealth, expectVersion: 'v2' },
      'fail | health-wrong-version | ++++++x'
    ],
    [
      'two releases',
      health(answer(200, 'v1'), answer(200, 'v2')),
      { ...withHealth, expectVersion: 'v2' },
      'fail | health-wrong-version | ++++++x'
    ],
    ['no name', { exchanges: [], dnsError: 'ENOTFOUND' }, healthElsewhere, 'fail | health-unreachable | ++++++x'],
    [
      'refused elsewhere',
      { exchanges: [unconnected('ECONNREFUSED')], dnsError: null },
      healthElsewhere,
      'fail | health-unreachable | ++++++x'
    ],
    [
      'no handshake elsewhere',
      { exchanges: [exchange(null, { tls: tls({ error: failed('ECONNRESET'), chain: [] }) })], dnsError: null },
      healthElsewhere,
      'fail | health-unreachable | ++++++x'
    ],
    [
      'a bad certificate elsewhere',
      { exchanges: [exchange(answer(200), { tls: tls({ nameError: 'no' }) })], dnsError: null },
      healthElsewhere,
      'fail | health-unreachable | ++++++x'
    ],
    [
      'a bad certificate of the same origin',
      { exchanges: [exchange(answer(200), { tls: tls({ nameError: 'no' }) })], dnsError: null },
      withHealth,
      'pass | ok | +++++++'
    ],
    [
      'in plain HTTP elsewhere',
      { exchanges: [exchange(answer(200), { tls: null })], dnsError: null },
      healthElsewhere,
      'pass | ok | +++++++'
    ],
    [
      'silence',
      { exchanges: [exchange(answer(0, '', { status: null, error: failed('PHASE_TIMEOUT') }))], dnsError: null },
      withHealth,
      'fail | health-timeout | ++++++x'
    ]
  ])('%s', (_, seen, asked, expected) => {
    expect(brief(oneWay({ health: seen }, asked))).toBe(expected)
  })

  test('stands as it was found where the way to the machine is whole', () => {
    const broken = { unsigned: exchange(answer(502)), health: health(answer(500)) }
    expect(brief(oneWay(broken, withHealth))).toBe('fail | proxy-bad-gateway | ++++x-x')
    const unreached = { unsigned: unconnected('ECONNREFUSED'), health: health(null) }
    expect(brief(oneWay(unreached, withHealth))).toBe('fail | tcp-refused | +x-----')
    const elsewhere = { unsigned: unconnected('ECONNREFUSED'), health: health(answer(500)) }
    expect(brief(oneWay(elsewhere, healthElsewhere))).toBe('fail | tcp-refused | +x----x')
  })

  test('names the version and counts the releases', () => {
    const asked = { ...withHealth, expectVersion: 'v2' }
    expect(oneWay({ health: health(answer(200, 'v1')) }, asked).faults[0]?.says).toMatch("'v2'")
    expect(oneWay({ health: health(answer(200, 'v1'), answer(200, 'v2')) }, asked).faults[0]?.says).toMatch('1 of 2')
  })
})

test('what comes behind the first broken hop is no evidence; warnings stand, after the errors', () => {
  const seen: Partial<Way> = { openPorts: [8000], unsigned: exchange(answer(502), { tls: tls({ nameError: 'no' }) }) }
  expect(brief(oneWay(seen))).toBe('fail | tls-name-mismatch direct-port-open | +!x----')
  expect(brief(judged({ egressProxy: 'p', ways: [way(seen), way({ ...seen, address: '198.51.100.11' })] }))).toBe(
    'fail | tls-name-mismatch tls-name-mismatch not-external direct-port-open direct-port-open | !!x---- | !!x----'
  )
})

test('the words of a target', () => {
  const says = (url: string): string =>
    oneWay({ unsigned: exchange(notFound) }, { url: new URL(url), expectStatus: [400, 401] }).faults[0]?.says ?? ''
  expect(says('https://shop.example.com/webhooks/stripe')).toMatch('no route /webhooks/stripe')
})
