import { createHmac } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { probe } from '../../src/probes/index.ts'
import { type Answer, answering, clock, healthy, network, probed, Servers, targetFor } from './servers.ts'

const servers = new Servers()
afterAll(() => servers.close())

const hook = '/webhooks/stripe'
const page = (status: number, words: string): Answer => ({
  status,
  headers: { server: 'nginx/1.22.1', 'content-type': 'text/html' },
  body: `<html>\r\n<head><title>${status} ${words}</title></head>\r\n<body>\r\n<center><h1>${status} ${words}</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n`
})
const flaskPage = (status: number, words: string): Answer => ({
  status,
  headers: { server: 'nginx/1.22.1', 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html>\n<html lang=en>\n<title>${status} ${words}</title>\n<h1>${words}</h1>\n<p>The browser (or proxy) sent a request that this server could not understand.</p>\n`
})
const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body)
})

/** What a server says to the unsigned event, to everything else, and what it must come to. */
const cases: readonly [string, Readonly<Record<string, Answer>>, string, string][] = [
  ['a handler that speaks of the signature', healthy, 'ok', 'none'],
  ['an empty 400, as Rails and dj-stripe give', { [hook]: { status: 400, headers: {} } }, 'ok', 'none'],
  ['an empty 400 behind Caddy', { [hook]: { status: 400, headers: { server: 'Caddy' } } }, 'ok', 'none'],
  ["Flask's abort(400) behind nginx", { [hook]: flaskPage(400, 'Bad Request') }, 'ok', 'none'],
  [
    'a 400 for every path',
    { '*': json(400, { detail: 'Missing Stripe-Signature header' }), '/health': {} },
    'not-an-endpoint',
    'app'
  ],
  ["nginx's own 400", { [hook]: page(400, 'Bad Request') }, 'proxy-default-site', 'proxy'],
  [
    "nginx's 400 to plain HTTP",
    { [hook]: page(400, 'The plain HTTP request was sent to HTTPS port') },
    'proxy-plain-http-on-tls-port',
    'proxy'
  ],
  [
    "nginx's 400 without a client certificate",
    { [hook]: page(400, 'No required SSL certificate was sent') },
    'tls-client-certificate',
    'tls'
  ],
  [
    "Django's ALLOWED_HOSTS",
    {
      '*': {
        status: 400,
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><title>Bad Request (400)</title><h1>Bad Request (400)</h1>'
      }
    },
    'host-refused',
    'app'
  ],
  [
    "Starlette's TrustedHost",
    { '*': { status: 400, headers: { 'content-type': 'text/plain' }, body: 'Invalid host header' } },
    'host-refused',
    'app'
  ],
  ['502 of nginx', { '*': page(502, 'Bad Gateway') }, 'proxy-bad-gateway', 'proxy'],
  ['502 of Caddy', { '*': { status: 502, headers: { server: 'Caddy' } } }, 'proxy-bad-gateway', 'proxy'],
  [
    '503 of HAProxy',
    {
      '*': {
        status: 503,
        headers: {},
        body: '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n'
      }
    },
    'proxy-bad-gateway',
    'proxy'
  ],
  ['503 of nginx', { '*': page(503, 'Service Temporarily Unavailable') }, 'proxy-unavailable', 'proxy'],
  [
    '503 of Traefik',
    { '*': { status: 503, headers: {}, body: 'no available server\n' } },
    'proxy-unavailable',
    'proxy'
  ],
  ['503 of the app', { [hook]: json(503, { error: 'database is down' }) }, 'app-error', 'app'],
  ['504', { '*': page(504, 'Gateway Time-out') }, 'proxy-gateway-timeout', 'proxy'],
  [
    '521',
    { '*': { status: 521, headers: { server: 'cloudflare' }, body: 'error code: 521' } },
    'proxy-bad-gateway',
    'proxy'
  ],
  ['526', { '*': { status: 526, headers: { server: 'cloudflare' } } }, 'proxy-upstream-tls', 'proxy'],
  ['413', { [hook]: page(413, 'Request Entity Too Large') }, 'proxy-body-limit', 'proxy'],
  ["nginx's 404", { '*': page(404, 'Not Found'), '/health': {} }, 'proxy-default-site', 'proxy'],
  ["nginx's 405", { '*': page(405, 'Not Allowed'), '/health': {} }, 'proxy-default-site', 'proxy'],
  [
    "Apache's 404, of 2.4.71",
    {
      '*': {
        status: 404,
        headers: { server: 'Apache/2.4.71 (Debian)' },
        body: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html><head>\n<title>404 Not Found</title>\n</head>'
      },
      '/health': {}
    },
    'proxy-default-site',
    'proxy'
  ],
  [
    "Apache's 404",
    {
      '*': {
        status: 404,
        headers: { server: 'Apache/2.4.62 (Debian)' },
        body: '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head>'
      },
      '/health': {}
    },
    'proxy-default-site',
    'proxy'
  ],
  ["Caddy's empty 200", { '*': { status: 200, headers: { server: 'Caddy' } } }, 'proxy-default-site', 'proxy'],
  [
    'an app behind Caddy that accepts',
    { [hook]: { status: 200, headers: { server: 'Caddy' } } },
    'unsigned-accepted',
    'app'
  ],
  [
    "nginx's welcome page",
    {
      '*': {
        status: 200,
        headers: { server: 'nginx', 'content-type': 'text/html' },
        body: '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>'
      }
    },
    'proxy-default-site',
    'proxy'
  ],
  [
    'basic auth',
    {
      '*': {
        ...page(401, 'Authorization Required'),
        headers: { server: 'nginx', 'www-authenticate': 'Basic realm="x"' }
      }
    },
    'blocked',
    'proxy'
  ],
  ["nginx's 403", { [hook]: page(403, 'Forbidden') }, 'blocked', 'proxy'],
  [
    'a challenge of Cloudflare',
    {
      '*': {
        status: 403,
        headers: { server: 'cloudflare', 'cf-mitigated': 'challenge' },
        body: '<title>Just a moment...</title>'
      }
    },
    'blocked',
    'proxy'
  ],
  [
    'a guard of Django against CSRF',
    {
      [hook]: {
        status: 403,
        headers: { 'content-type': 'text/html' },
        body: '<title>403 Forbidden</title><p>CSRF verification failed. Request aborted.</p>'
      }
    },
    'blocked',
    'proxy'
  ],
  ['a login before every path', { '*': json(401, { detail: 'Not authenticated' }), '/health': {} }, 'blocked', 'proxy'],
  ['429', { [hook]: json(429, { error: 'slow down' }) }, 'blocked', 'proxy'],
  ["FastAPI's 404", {}, 'route-not-found', 'app'],
  ['405 of the app', { [hook]: json(405, { detail: 'Method Not Allowed' }) }, 'method-not-allowed', 'app'],
  ['200 of the app', { [hook]: json(200, { received: true }) }, 'unsigned-accepted', 'app'],
  [
    'a bare ok that Flask calls HTML',
    { [hook]: { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: 'ok' } },
    'unsigned-accepted',
    'app'
  ],
  [
    'an empty 200 that Django calls HTML',
    { [hook]: { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } } },
    'unsigned-accepted',
    'app'
  ],
  [
    "a site's page at the webhook's path alone",
    { [hook]: { status: 200, headers: { 'content-type': 'text/html' }, body: '\n<html><body>Welcome</body></html>' } },
    'not-an-endpoint',
    'app'
  ],
  ['200 with an error in the body', { [hook]: json(200, { error: 'Invalid signature' }) }, 'unsigned-accepted', 'app'],
  [
    'a single-page app',
    { '*': { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><div id=root></div>' } },
    'not-an-endpoint',
    'app'
  ],
  ['200 for every path', { '*': json(200, { hello: 'world' }) }, 'not-an-endpoint', 'app'],
  [
    '422 for the header',
    { [hook]: json(422, { detail: [{ loc: ['header', 'stripe-signature'], msg: 'field required' }] }) },
    'validation-error',
    'app'
  ],
  ['500', { [hook]: { status: 500, headers: {}, body: 'Internal Server Error' } }, 'app-error', 'app'],
  [
    '500 that names the missing secret',
    { [hook]: json(500, { error: 'STRIPE_WEBHOOK_SECRET not configured' }) },
    'signing-secret-missing',
    'app'
  ],
  [
    '403 without a word, and other paths open',
    { [hook]: { status: 403, headers: {}, body: '' } },
    'unexpected-status',
    'app'
  ],
  [
    '401 that speaks of the signature',
    { [hook]: json(401, { error: 'missing signature' }) },
    'unexpected-status',
    'app'
  ],
  ['415', { [hook]: json(415, { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }) }, 'unexpected-status', 'app'],
  [
    'a handler that got no body',
    { [hook]: { status: 400, headers: {}, body: 'Webhook Error: No webhook payload was provided.' } },
    'body-mismatch',
    'app'
  ],
  ['a redirect to a slash', { [hook]: { status: 307, headers: { location: `${hook}/` } } }, 'redirected', 'http'],
  ['a redirect without a place', { [hook]: { status: 302, headers: {} } }, 'redirected', 'http'],
  ['a health page that fails', { ...healthy, '/health': { status: 503, headers: {} } }, 'health-status', 'health'],
  [
    'a health page that is redirected',
    { ...healthy, '/health': { status: 301, headers: { location: '/up' } } },
    'health-status',
    'health'
  ]
]

describe('answers', () => {
  test.each(cases)('%s', async (_, answers, diagnosis, brokenHop) => {
    const result = await probed(await servers.https(answering(answers)))
    expect({ diagnosis: result.diagnosis, brokenHop: result.brokenHop }).toEqual({ diagnosis, brokenHop })
    expect(result.verdict).toBe(diagnosis === 'ok' ? 'warn' : 'fail')
    expect(result.fix).not.toMatch(/(?<!\{)\{[a-zA-Z]*\}/)
  })

  test('a redirect names the URL to register', async () => {
    const port = await servers.https(
      answering({ [hook]: { status: 301, headers: { location: 'https://www.example.com/hook' } } })
    )
    expect((await probed(port)).fix).toContain('https://www.example.com/hook')
  })

  test('who answered is named', async () => {
    const result = await probed(await servers.https(answering({ '*': page(502, 'Bad Gateway') })))
    expect(result.message).toContain('nginx')
    expect(result.webhook).toEqual({ status: 502, bodyExcerpt: page(502, 'Bad Gateway').body?.slice(0, 200) })
  })
})

describe('what is expected', () => {
  test.each([
    [[403], { status: 403, headers: {}, body: '' }, 'ok'],
    [[400, 401], json(401, { error: 'unsigned' }), 'ok'],
    [[403], page(403, 'Forbidden'), 'blocked'],
    [[204], { status: 204, headers: {} }, 'ok'],
    [[500], { status: 500, headers: {}, body: 'no signature' }, 'ok'],
    [[401], { status: 401, headers: { 'www-authenticate': 'Basic realm="hooks"' }, body: '' }, 'ok'],
    [
      [401],
      { status: 401, headers: { 'www-authenticate': 'Basic realm="traefik"' }, body: '401 Unauthorized\n' },
      'blocked'
    ],
    [[400], { status: 400, headers: { server: 'envoy' }, body: 'bad signature' }, 'ok'],
    [[400], { status: 400, headers: { 'content-type': 'text/plain' }, body: '400 Bad Request' }, 'ok'],
    [[401], json(400, { error: 'bad signature' }), 'unexpected-status']
  ] as const)('%j', async (expectStatus, answer, diagnosis) => {
    const result = await probed(await servers.https(answering({ [hook]: answer })), { expectStatus })
    expect(result.diagnosis).toBe(diagnosis)
  })

  test.each([
    ['Stripe-Signature', 'ok'],
    ['another thing', 'body-mismatch'],
    [/missing stripe-.*header/i, 'ok'],
    [/^nothing$/, 'body-mismatch']
  ] as const)('expect-body %s', async (expectBody, diagnosis) => {
    const result = await probed(await servers.https(answering(healthy)), { expectBody })
    expect(result.diagnosis).toBe(diagnosis)
  })

  test('a pattern that never comes to an end is no match', async () => {
    const port = await servers.https(answering({ [hook]: { status: 400, body: `${'a'.repeat(60_000)}b` } }))
    const started = performance.now()
    expect((await probed(port, { expectBody: /(a+)+$/ })).diagnosis).toBe('body-mismatch')
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('no health page, where there is none', async () => {
    const port = await servers.https(answering({ ...healthy, '/health': { status: 404 } }))
    expect((await probed(port, { healthUrl: null })).diagnosis).toBe('ok')
  })

  test('a health page elsewhere', async () => {
    const other = await servers.http(answering({}))
    const healthUrl = new URL(`http://127.0.0.1:${other}/health`)
    const port = await servers.https(answering({ ...healthy, '/health': { status: 500 } }))
    expect((await probed(port, { healthUrl })).diagnosis).toBe('ok')
    const nowhere = await servers.tcp(socket => socket.destroy())
    const broken = await probed(port, { healthUrl: new URL(`http://127.0.0.1:${nowhere}/health`) })
    expect(broken).toMatchObject({ diagnosis: 'health-unreachable', brokenHop: 'health' })
  })

  test('a health page elsewhere, under a limit of one request a second', async () => {
    let last = Number.NEGATIVE_INFINITY
    const other = await servers.http((request, response) => {
      const limited = performance.now() - last < 1000
      if (!limited) last = performance.now()
      answering({ '*': limited ? { status: 429, headers: {} } : { status: 200, body: 'v2' } })(request, response)
    })
    const healthUrl = new URL(`http://127.0.0.1:${other}/health`)
    const port = await servers.https(answering(healthy))
    expect((await probed(port, { healthUrl, expectVersion: 'v2' })).diagnosis).toBe('ok')
  }, 20_000)

  test('a health page that hangs', async () => {
    const handler: RequestListener = (request, response) => {
      if (request.url !== '/health') answering(healthy)(request, response)
    }
    const result = await probed(await servers.https(handler), { timeoutMs: 500 })
    expect(result).toMatchObject({ diagnosis: 'health-timeout', brokenHop: 'health' })
  })

  test('a slow answer', async () => {
    const handler: RequestListener = (request, response) => {
      setTimeout(() => answering(healthy)(request, response), request.url === hook ? 5200 : 0)
    }
    const result = await probed(await servers.https(handler), { timeoutMs: 8000 })
    expect(result).toMatchObject({ verdict: 'warn', diagnosis: 'ok', warnings: ['not-external', 'slow-response'] })
  })

  test('the version of the release', async () => {
    const port = await servers.https(answering({ ...healthy, '/health': { body: '{"version":"abc123"}' } }))
    expect((await probed(port, { expectVersion: 'abc123' })).diagnosis).toBe('ok')
    expect((await probed(port, { expectVersion: 'def456' })).diagnosis).toBe('health-wrong-version')
  })

  test('two releases that answer in turn', async () => {
    let turn = 0
    const handler: RequestListener = (request, response) =>
      answering({ ...healthy, '/health': { body: request.url === '/health' && turn++ % 2 === 0 ? 'old' : 'new' } })(
        request,
        response
      )
    const result = await probed(await servers.https(handler), { expectVersion: 'new' })
    expect(result.diagnosis).toBe('health-wrong-version')
    expect(result.message).toContain('Two releases')
  })

  test.each([
    ['a limit of one request a second', 1000, 'ok'],
    ['a limit that never lets one pass', Number.POSITIVE_INFINITY, 'blocked']
  ] as const)('%s', async (_, everyMs, diagnosis) => {
    let last = everyMs === 1000 ? 0 : performance.now()
    const handler: RequestListener = (request, response) => {
      const limited = request.url !== '/health' && performance.now() - last < everyMs
      if (!limited) last = performance.now()
      answering(limited ? { '*': { status: 429, headers: {} } } : healthy)(request, response)
    }
    expect((await probed(await servers.https(handler))).diagnosis).toBe(diagnosis)
  })

  test('a user and password in the URL are sent, and not shown', async () => {
    const seen: (string | undefined)[] = []
    const handler: RequestListener = (request, response) => {
      seen.push(request.headers.authorization)
      answering(healthy)(request, response)
    }
    for (const name of ['good', 'wrongName'] as const) {
      const { url, ...target } = targetFor(await servers.https(handler, name), { healthUrl: null })
      const withLogin = new URL(url.href.replace('://', '://user:p%40ss@'))
      const result = await probe({ ...target, url: withLogin }, network, clock, () => undefined)
      expect(JSON.stringify(result)).not.toContain('p%40ss')
      expect(seen.splice(0).every(header => header === (name === 'good' ? 'Basic dXNlcjpwQHNz' : undefined))).toBe(true)
    }
  })

  test('a port that the proxy stands before', async () => {
    const direct = await servers.http(answering({}))
    const port = await servers.https(answering(healthy))
    const result = await probed(port, { directPorts: [direct, 1] })
    expect(result).toMatchObject({ verdict: 'warn', warnings: ['not-external', 'direct-port-open'] })
  })
})

const secret = 'whsec_test'

/** A handler as Stripe's libraries make it, with a fault of choice. */
function verifying(fault: {
  accepts?: (verified: boolean, fresh: boolean) => boolean
  answer?: Answer
  refusal?: Answer
  bogus?: Answer
  unsigned?: Answer
}): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const respond = (answer: Answer): void => answering({ [hook]: answer })(request, response)
      const header = String(request.headers['stripe-signature'] ?? '')
      if (header === '') return respond(fault.unsigned ?? { status: 400, body: 'Missing Stripe-Signature header' })
      if (/v1=0{64}/.test(header) && fault.bogus !== undefined) return respond(fault.bogus)
      const time = /t=(\d+)/.exec(header)?.[1] ?? ''
      const expected = createHmac('sha256', secret)
        .update(`${time}.${Buffer.concat(chunks)}`)
        .digest('hex')
      const verified = header.includes(`v1=${expected}`)
      const fresh = Math.abs(Date.now() / 1000 - Number(time)) < 300
      const accepts = fault.accepts ?? ((good, recent) => good && recent)
      if (accepts(verified, fresh)) return respond(fault.answer ?? { status: 200, body: '{"received":true}' })
      respond(
        fault.refusal ?? {
          status: 400,
          body: 'Webhook Error: No signatures found matching the expected signature for payload.'
        }
      )
    })
  }
}

describe('signatures', () => {
  test.each([
    ['a handler as it should be', {}, 'ok', []],
    ['any signature will do', { accepts: () => true }, 'unsigned-accepted', []],
    [
      'the body is not verified',
      { accepts: (good: boolean, fresh: boolean) => good || fresh, bogus: { status: 400 } },
      'tampered-accepted',
      []
    ],
    ['the time is not looked at', { accepts: (good: boolean) => good }, 'replay-accepted', []],
    ['an unknown type fails', { answer: { status: 500, body: 'KeyError' } }, 'ok', ['signed-handler-error']],
    [
      'an unknown type is refused',
      { answer: { status: 400, body: 'Unsupported event type: webhook_reach_check.ping' } },
      'ok',
      ['signed-handler-error']
    ],
    [
      'an event of test mode is refused',
      { answer: { status: 403, body: 'livemode mismatch' } },
      'ok',
      ['signed-handler-error']
    ],
    ['another secret', { accepts: () => false }, 'signed-rejected', []],
    [
      'another secret, not caught',
      { accepts: () => false, refusal: { status: 500, body: 'Internal Server Error' }, bogus: { status: 400 } },
      'signed-rejected',
      []
    ],
    [
      'a handler that fails on a wrong signature, with the right secret',
      { refusal: { status: 500, body: 'Internal Server Error' } },
      'ok',
      []
    ],
    [
      'no secret, as stripe-node says it',
      { accepts: () => false, bogus: { status: 400, body: 'No webhook secret value was provided' } },
      'signing-secret-missing',
      []
    ]
  ] as const)('with the secret: %s', async (_, fault, diagnosis, warnings) => {
    const result = await probed(await servers.https(verifying(fault)), { signingSecret: secret })
    expect(result.diagnosis).toBe(diagnosis)
    expect(result.warnings.filter(code => code !== 'not-external')).toEqual(warnings)
  })

  test.each([
    ['says so in its words', { refusal: { status: 200, body: '{"error":"Invalid signature"}' } }, 'ok'],
    ['answers a tampered event as a good one', { accepts: () => true }, 'tampered-accepted']
  ] as const)('a handler that refuses with 200, as expected, and %s', async (_, fault, diagnosis) => {
    const handler = verifying({ ...fault, unsigned: { status: 200, body: '{"error":"Missing signature"}' } })
    const result = await probed(await servers.https(handler), { signingSecret: secret, expectStatus: [200] })
    expect(result.diagnosis).toBe(diagnosis)
  })

  test.each([
    ['a handler as it should be', {}, 'ok'],
    ['any signature will do', { accepts: () => true }, 'unsigned-accepted'],
    [
      'no secret, as stripe-node says it',
      { bogus: { status: 400, body: 'Webhook Error: No webhook secret value was provided.' } },
      'signing-secret-missing'
    ],
    [
      'no secret, as Python dies on it',
      { bogus: { status: 500, body: 'Internal Server Error' } },
      'signing-secret-missing'
    ],
    [
      'a refusal that names the secret',
      { bogus: { status: 400, body: 'Invalid signature, check STRIPE_WEBHOOK_SECRET' } },
      'ok'
    ],
    [
      'a parsed body',
      { bogus: { status: 400, body: 'Webhook payload must be provided as a string or a Buffer' } },
      'raw-body-lost'
    ],
    [
      'advice on the raw body in a proper refusal',
      {
        bogus: {
          status: 400,
          body: 'No signatures found matching the expected signature for payload. Are you passing the raw request body you received from Stripe?'
        }
      },
      'ok'
    ]
  ] as const)('without it: %s', async (_, fault, diagnosis) => {
    expect((await probed(await servers.https(verifying(fault)))).diagnosis).toBe(diagnosis)
  })

  /** Does this to every request that carries a signature. */
  const onSignature =
    (meet: RequestListener): RequestListener =>
    (request, response) =>
      request.headers['stripe-signature'] === undefined
        ? verifying({})(request, response)
        : void request.resume().on('end', () => meet(request, response))

  test.each([
    ['dies', request => request.socket.destroy(), 'connection-closed'],
    ['hangs', () => undefined, 'response-timeout'],
    ['dies behind a proxy', (_, response) => response.writeHead(502).end(), 'proxy-bad-gateway'],
    ['hangs behind a proxy', (_, response) => response.writeHead(504).end(), 'proxy-gateway-timeout']
  ] as readonly [string, RequestListener, string][])(
    'a handler that %s once there is a signature',
    async (_, meet, diagnosis) => {
      const result = await probed(await servers.https(onSignature(meet)), { timeoutMs: 1000 })
      expect(result.diagnosis).toBe(diagnosis)
      expect(result.message).toMatch(/^Sent a signature that cannot be right, the app /)
    }
  )

  test('a limit of one request a second for the whole site refuses neither the health page nor a signed event', async () => {
    let last = Number.NEGATIVE_INFINITY
    const port = await servers.https((request, response) => {
      const limited = performance.now() - last < 1000
      if (!limited) last = performance.now()
      if (limited) answering({ '*': { status: 503, headers: {} } })(request, response)
      else if (request.url === '/health') answering({ '*': { status: 200, body: 'release 7' } })(request, response)
      else if (request.url === hook) verifying({})(request, response)
      else answering({ '*': { status: 404, headers: {} } })(request, response)
    })
    const result = await probed(port, { signingSecret: secret, expectVersion: 'release 7', timeoutMs: 3000 })
    expect(result).toMatchObject({ diagnosis: 'ok', health: { status: 200 }, signed: { status: 200 } })
  }, 20_000)

  test('a signature that got lost among three requests at once is shown again by itself', async () => {
    let shown = 0
    const port = await servers.https(
      onSignature((request, response) => {
        shown += 1
        if (shown === 1) request.socket.destroy()
        else response.writeHead(400).end('Invalid signature')
      })
    )
    expect((await probed(port)).diagnosis).toBe('ok')
    expect(shown).toBe(2)
  })

  test('with one slow worker, what waited behind other requests is asked again by itself', async () => {
    let turn: Promise<unknown> = Promise.resolve()
    const port = await servers.https((request, response) => {
      turn = turn.then(() => clock.sleep(350)).then(() => answering(healthy)(request, response))
    })
    const result = await probed(port, { timeoutMs: 1000 })
    expect(result).toMatchObject({ diagnosis: 'ok', webhook: { status: 400 }, health: { status: 200 } })
  })

  test('with one slow worker, that a made-up path gets the same is found out all the same', async () => {
    let turn: Promise<unknown> = Promise.resolve()
    const everything = { '*': { status: 400, headers: {}, body: 'No.' } }
    const port = await servers.https((request, response) => {
      turn = turn.then(() => clock.sleep(600)).then(() => answering(everything)(request, response))
    })
    expect((await probed(port, { timeoutMs: 1000, healthUrl: null })).diagnosis).toBe('not-an-endpoint')
  })

  test('a handler for every path beside it is proven by an event that it accepts', async () => {
    const catchAll: RequestListener = (request, response) => {
      request.url = hook
      verifying({})(request, response)
    }
    const port = await servers.https(catchAll)
    expect((await probed(port, { healthUrl: null })).diagnosis).toBe('not-an-endpoint')
    expect((await probed(port, { healthUrl: null, signingSecret: secret })).diagnosis).toBe('ok')
  })
})
