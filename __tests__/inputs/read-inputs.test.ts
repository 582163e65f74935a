import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { type Inputs, inputSpecs } from '../../src/inputs/index.ts'
import { readInputs } from '../../src/inputs/read-inputs.ts'

const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----'
const knownHost = 'your-domain.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKtestkeytestkey'

const read = (given: Readonly<Record<string, string>>, masked: string[] = []): Inputs =>
  readInputs({ input: name => given[name] ?? '', mask: secret => masked.push(secret) })

function problems(given: Readonly<Record<string, string>>): readonly string[] {
  try {
    read(given)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
}

/** Every input with values that it takes and what becomes of them, and values that it refuses. */
const table: Readonly<Record<string, { good: Readonly<Record<string, unknown>>; bad: readonly string[] }>> = {
  mode: { good: { lint: 'lint', auto: 'auto' }, bad: ['Lint', 'both', 'lint probe', 'true'] },
  paths: {
    good: {},
    bad: ['/etc/passwd', '../x', 'a/../../b', 'C:\\x', '~/x', '!', '!../x', `${'a'.repeat(1001)}`]
  },
  proxy: {
    good: {
      none: 'none',
      nginx: [{ proxy: 'nginx', port: null }],
      'nginx:8000\n\n caddy ': [
        { proxy: 'nginx', port: 8000 },
        { proxy: 'caddy', port: null }
      ]
    },
    bad: ['ngnix', 'nginx:0', 'nginx:65536', 'nginx:http', 'nginx:80:81', 'nginx:', 'auto\nnginx', 'Nginx', 'yes']
  },
  rules: {
    good: {
      'loopback-without-proxy: off': new Map([['loopback-without-proxy', 'off']]),
      'proxy-bypass:notice\nproxy-bypass: notice': new Map([['proxy-bypass', 'notice']])
    },
    bad: [
      'loopback-without-proxy',
      'loopback-without-proxy: none',
      'no-such-rule: error',
      'proxy-bypass: error\nproxy-bypass: off',
      'constructor: error'
    ]
  },
  'webhook-url': {
    good: {
      'https://your-domain.com/webhooks/stripe': ['https://your-domain.com/webhooks/stripe'],
      'http://127.0.0.1:8000/x\nhttps://[2001:db8::1]/y\nhttp://127.0.0.1:8000/x': [
        'http://127.0.0.1:8000/x',
        'https://[2001:db8::1]/y'
      ]
    },
    bad: [
      'your-domain.com/webhooks',
      'ftp://your-domain.com',
      'https://',
      'https:///x',
      'https:/your-domain.com',
      'https://a b/',
      'https://a.example/ https://b.example/',
      'https://a:99999/',
      'https://a:0/',
      'https:\\\\a',
      'javascript:alert(1)',
      'https://[::1/'
    ]
  },
  provider: { good: { generic: 'generic', stripe: 'stripe' }, bad: ['Stripe', 'paypal', 'constructor'] },
  'expect-status': {
    good: { '400': [400], '400,401': [400, 401], '400, 401 401': [400, 401] },
    bad: ['4xx', '99', '100', '600', '400-404', '4.0e2', '-400', ',', 'Bad Request', '400;401']
  },
  'expect-body': {
    good: {
      'Missing signature': 'Missing signature',
      '/signature/i': /signature/i,
      '/a/': /a/,
      '/webhooks/stripe': '/webhooks/stripe',
      '//': '//'
    },
    bad: ['/(/', '/a/x', '/a/ii', '/[/m', '/a/g', '/a/uv']
  },
  'health-url': {
    good: { '/healthz?full=1': '/healthz?full=1', none: null, 'http://127.0.0.1:1/x': 'http://127.0.0.1:1/x' },
    bad: ['health', '//evil.example/health', '/a b', 'ftp://x', 'None', '/\\evil.example']
  },
  'expect-health-status': { good: { '200,204': [200, 204] }, bad: ['ok', '2xx', '1000'] },
  'expect-version': { good: { 'a b': 'a b' }, bad: [] },
  wait: { good: { '0': 0, '3600': 3600, ' 60 ': 60 }, bad: ['soon', '-1', '1.5', '60s', '3601', '1e3', '0x10', '１'] },
  stable: { good: { '3': 3 }, bad: ['0', '101', 'yes'] },
  timeout: { good: { '1': 1 }, bad: ['0', '301', 'never'] },
  'direct-ports': {
    good: { none: [], auto: 'auto', '8000, 8001': [8000, 8001] },
    bad: ['all', '0', '65536', '8000-8010', 'none,80', '-']
  },
  resolve: {
    good: {
      'A.example:443:198.51.100.1\nb:80:[2001:db8::1]': [
        { host: 'a.example', port: 443, address: '198.51.100.1' },
        { host: 'b', port: 80, address: '2001:db8::1' }
      ],
      'c:443:198.51.100.1,[2001:db8::2]': [
        { host: 'c', port: 443, address: '198.51.100.1' },
        { host: 'c', port: 443, address: '2001:db8::2' }
      ]
    },
    bad: ['a.example', 'a:443', 'a:443:b', 'a:0:127.0.0.1', 'a:x:127.0.0.1', '*:443:127.0.0.1', 'a:443:127.0.0.1 b']
  },
  'signing-secret': { good: { 'whsec_abc+/=': 'whsec_abc+/=' }, bad: ['sk_live_abcdefgh', 'two words', 'a\0b'] },
  'stripe-api-key': { good: { rk_test_abc: 'rk_test_abc' }, bad: ['whsec_abcdefgh', 'pk_live_abcdefgh', 'nonsense'] },
  'stripe-events': {
    good: { '*': ['*'], 'charge.refunded\ninvoice.paid,invoice.paid': ['charge.refunded', 'invoice.paid'] },
    bad: ['payments', 'a b!', 'charge.', ',', 'Charge.Refunded']
  },
  'stripe-api-base': { good: { 'http://127.0.0.1:9': 'http://127.0.0.1:9' }, bad: ['api.stripe.com', 'file:///etc'] },
  ssh: {
    good: {
      local: 'local',
      'deploy@your-domain.com': { user: 'deploy', host: 'your-domain.com', port: 22 },
      'root@[2001:db8::1]:2222': { user: 'root', host: '2001:db8::1', port: 2222 }
    },
    bad: [
      'your-domain.com',
      '-oProxyCommand=x@h',
      'a@-x',
      'a@b:0',
      'a@b:ssh',
      'a@b c',
      'a;b@c',
      '@host',
      'a@2001:db8::1'
    ]
  },
  'ssh-key': {
    good: { [key]: key },
    bad: ['ssh-ed25519 AAAAC3Nz user@host', '-----BEGIN PUBLIC KEY-----\nx\n-----END']
  },
  'ssh-known-hosts': {
    good: { [knownHost]: `${knownHost}\n`, [`# comment\n${knownHost}`]: `# comment\n${knownHost}\n` },
    bad: ['your-domain.com', 'SHA256:abcdef', '-----BEGIN']
  },
  diagnose: { good: { always: 'always' }, bad: ['yes', 'on_failure'] },
  container: { good: { app_1: 'app_1' }, bad: ['-rm', 'a b', 'a;b', '$(x)'] },
  'fix-dir': { good: { fixes: 'fixes' }, bad: ['a\u0000b', 'a\nb'] },
  comment: { good: { never: 'never' }, bad: ['no', 'true'] },
  sarif: { good: { 'out/r.sarif': 'out/r.sarif' }, bad: ['a\u0007b'] },
  'fail-on': { good: { warning: 'warning' }, bad: ['warn', 'error,warning'] },
  'github-token': { good: { ghs_abc: 'ghs_abc' }, bad: [] }
}

const camel = (name: string): keyof Inputs =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof Inputs

test('the table knows every input', () => {
  expect(Object.keys(table)).toEqual(inputSpecs.map(spec => spec.name))
})

describe.each(inputSpecs.map(spec => [spec.name, spec] as const))('%s', (name, spec) => {
  const { good, bad } = table[name] ?? { good: {}, bad: [] }

  test.each(Object.entries(good))('takes %j', (text, value) => {
    expect(read({ [name]: text })[camel(name)]).toEqual(value)
  })

  test.each(bad)('refuses %j with one problem that names it, what it got and what it takes', text => {
    const [problem = '', ...others] = problems({ [name]: text })
    expect(others).toEqual([])
    expect(problem.startsWith(`${name}: got `)).toBe(true)
    expect(problem.endsWith(`, takes ${spec.takes}`)).toBe(true)
    expect(problem).not.toMatch(/[\r\n]/)
    if (spec.secret) expect(problem).toBe(`${name}: got a value that is not shown, takes ${spec.takes}`)
  })

  test('is refused without a crash, or taken, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        for (const problem of problems({ [name]: text })) expect(problem).toContain(name)
      }),
      { numRuns: 200 }
    )
  })

  test('an empty value and blanks are the default', () => {
    expect(inspect(read({ [name]: ' \n ' }))).toBe(inspect(read({})))
  })
})

test('says it as the contract shows it', () => {
  expect(problems({ wait: 'soon' })).toEqual(['wait: got "soon", takes a whole number of seconds from 0 to 3600'])
})

test('all bad inputs are told at once, one problem each', () => {
  const found = problems({ wait: 'soon', mode: 'x', proxy: 'a\nb', timeout: '0' })
  expect(found.map(problem => problem.split(':')[0])).toEqual(['mode', 'proxy', 'wait', 'timeout'])
  expect(found[1]).toContain('got "a" and "b", takes')
})

test('probing needs something to probe', () => {
  expect(problems({ mode: 'probe' })).toEqual([
    expect.stringMatching(/^webhook-url: got nothing, takes .*mode is probe/)
  ])
  expect(problems({ mode: 'probe', 'webhook-url': 'https://your-domain.com' })).toEqual([])
})

test('a version needs a health answer to be looked for in', () => {
  expect(problems({ 'expect-version': 'abc123', 'health-url': 'none' })).toEqual([
    expect.stringMatching(/^expect-version: got "abc123", takes .*health-url is none/)
  ])
  expect(problems({ 'expect-version': 'abc123' })).toEqual([])
})

test('a secret needs a provider that signs', () => {
  expect(problems({ 'signing-secret': 'whsec_hidden', provider: 'generic' })).toEqual([
    expect.stringMatching(/^signing-secret: got a value that is not shown, takes .*provider is generic/)
  ])
  for (const provider of ['stripe', 'github', 'gitlab', 'twilio']) {
    expect(problems({ 'signing-secret': 'whsec_hidden', provider })).toEqual([])
  }
})

test('a secret that is sent as a header fits into one', () => {
  expect(problems({ 'signing-secret': 'geheim\u00e4', provider: 'gitlab' })).toEqual([
    expect.stringMatching(/^signing-secret: got a value that is not shown, takes ASCII .*provider is gitlab/)
  ])
  expect(problems({ 'signing-secret': 'geheim\u00e4', provider: 'github' })).toEqual([])
})

test('an endless value is refused by its length', () => {
  expect(problems({ 'expect-version': 'x'.repeat(100_001) })).toEqual([
    'expect-version: got "100001 characters", takes text'
  ])
})

test('secrets and what is secret in a URL are masked, even where the value is refused', () => {
  const masked: string[] = []
  const given = {
    'signing-secret': 'whsec_hidden',
    'stripe-api-key': 'pk_wrong_kind',
    'webhook-url':
      'https://user:p%40ssword@your-domain.com/x?token=abcdef&page=12345\nhtp://joe:other-pass@h\nhttps://lonely-token@h'
  }
  expect(() => read(given, masked)).toThrow(InputError)
  expect(masked).toEqual(
    expect.arrayContaining([
      'whsec_hidden',
      'pk_wrong_kind',
      'p%40ssword',
      'p@ssword',
      'abcdef',
      'other-pass',
      'lonely-token'
    ])
  )
  expect(masked).not.toContain('12345')
  // Blanked out, an everyday word would make the log unreadable.
  expect(masked).not.toContain('user')
})

test('a refused value never shows a password or a key that went into the wrong input', () => {
  const shown = problems({
    'webhook-url': 'htp://joe:secret-pass@h',
    'health-url': 'https://joe:secret-pass/2@h',
    ssh: 'joe:secret-pass@h',
    mode: 'sk_live_abcdefghijkl',
    container: '-----BEGIN RSA PRIVATE KEY-----\nMIIE'
  }).join('\n')
  expect(shown).not.toMatch(/secret-pass|abcdefghijkl|MIIE/)
  expect(shown).toContain('ssh: got "joe:***@h"')
})

test('a refused value is short and on one line', () => {
  const [problem = ''] = problems({ mode: `a\u001b[31m\u202e${'b'.repeat(5000)}` })
  expect(problem.length).toBeLessThan(250)
  expect(problem).toContain('\\x1b[31m\\u202e')
})
