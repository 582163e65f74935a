import { readFileSync } from 'node:fs'
import type { TLSSocket } from 'node:tls'
import { diagnosisOf } from '../../../src/diagnosis/explain.ts'
import { probe } from '../../../src/probes/index.ts'
import { clock, network, Servers, targetFor } from '../../probes/servers.ts'
import { grammar } from '../grammar.ts'
import { checkReports } from '../reports.ts'
import { Broken, same, type Target } from '../target.ts'

/** Between the answers to the webhook, to the path beside it, to the signature of zeros, and to the health check. */
const next = '\x1e'
/** Between two writes; at the end, the connection stays open; at the start, it is reset. */
const [pause, stay, reset] = ['\x1f', '\x1d', '\x1c']

const recorded: readonly { given: { body?: string; status?: number; headers?: Record<string, string> } }[] = JSON.parse(
  readFileSync(new URL('../../fixtures/diagnosis/observations.json', import.meta.url), 'utf8')
).observations

const answer = (status: number, headers: object, body: string): string =>
  [
    `HTTP/1.1 ${status} X`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    Buffer.from(body).toString('latin1')
  ].join('\r\n')

const seeds = recorded.flatMap(({ given: { status, headers = {}, body = '' } }) =>
  status === undefined
    ? []
    : [answer(status, headers, body), `${answer(400, {}, 'no signature')}${next}${answer(status, headers, body)}`]
)

const rules = {
  start: [
    '<answer>',
    '<answer><n><answer>',
    '<answer><n><answer><n><answer>',
    '<answer><n><answer><n><answer><n><answer>',
    '<reset_>'
  ],
  n: [next],
  reset_: [`${reset}`, `<answer>${stay}`, `HTTP/1.1 200 OK\r\n${stay}`],
  answer: [
    '<line>\r\n<headers>\r\n<body>',
    '<interim><answer>',
    '<line>\n<headers>\n<body>',
    `<line>\r\n${pause}<headers>${pause}\r\n<body>`
  ],
  interim: [
    'HTTP/1.1 100 Continue\r\n\r\n',
    'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'
  ],
  line: [
    'HTTP/1.1 <status> <reason>',
    'HTTP/1.1 <status>',
    'HTTP/1.0 <status> <reason>',
    'HTTP/2 <status>',
    'http/1.1 <status> OK',
    'ICY 200 OK',
    '\x16\x03\x01',
    'SSH-2.0-x',
    'HTTP/1.1  <status> OK',
    'HTTP/1.1 <status> \xff\xfe'
  ],
  status: [
    '400',
    '200',
    '301',
    '302',
    '307',
    '401',
    '403',
    '404',
    '405',
    '413',
    '422',
    '429',
    '500',
    '502',
    '503',
    '504',
    '520',
    '525',
    '530',
    '204',
    '304',
    '100',
    '999',
    '0',
    '-1',
    '4000',
    '4OO',
    ''
  ],
  reason: ['OK', 'Bad Request', '', '::error::x', '\x1b[31m', '\xc3\xa4'],
  headers: ['', '<header>\r\n<headers>', '<header>\r\n<headers>', '<header>\n<headers>', ' folded\r\n<headers>'],
  header: [
    'content-length: <length>',
    'transfer-encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'content-type: <type>',
    'server: <server>',
    'location: <location>',
    'content-encoding: <encoding>',
    'cf-ray: 1-FRA',
    'cf-mitigated: challenge',
    'x-powered-by: Express',
    'via: 1.1 Caddy',
    'connection: close',
    'connection: keep-alive',
    'set-cookie: a=b',
    'www-authenticate: Basic realm="x"',
    'retry-after: 1',
    'x-sucuri-id: 1',
    'x-amzn-requestid: 1',
    'date: x',
    'allow: POST',
    'x: ::error::y',
    'x: ##[error]y',
    ': empty',
    'no colon',
    'x\0y: z',
    'x: \xff',
    'content-length:',
    'host: a',
    'upgrade: h2c',
    '__proto__: x'
  ],
  length: ['0', '5', '12', '100', '-1', '5, 5', '+5', '0x5', '99999999999999999999', ''],
  type: ['application/json', 'text/html; charset=utf-8', 'text/plain', 'text/html; charset=\xff', ''],
  server: [
    'nginx/1.22.1',
    'Caddy',
    'cloudflare',
    'Apache/2.4',
    'uvicorn',
    'gunicorn',
    'awselb/2.0',
    'envoy',
    'AkamaiGHost',
    '\x1b]0;x',
    '<script>'
  ],
  location: [
    'https://shop.example.com/webhooks/stripe/',
    '/webhooks/stripe/',
    'https://www.shop.example.com/',
    '//evil',
    'javascript:1',
    'http://[',
    'https://shop.example.com:99999/',
    '/%0a::error::x',
    '',
    '\xff',
    'https://user:pw@shop.example.com/'
  ],
  encoding: ['gzip', 'br', 'deflate', 'identity', 'gzip, gzip', 'zstd'],
  body: [
    '',
    'short',
    '{"detail":"Missing Stripe-Signature header"}',
    '{"detail":"Not Found"}',
    '<html>\r\n<head><title><status> Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
    '5\r\nshort\r\n0\r\n\r\n',
    '5;x=y\r\nshort\r\n0\r\ntrailer: x\r\n\r\n',
    'ffffffff\r\n',
    'zzz\r\n',
    '\x1f\x8b\x08\x00',
    '<!DOCTYPE html><title>Just a moment...</title>',
    'Cannot POST /webhooks/stripe',
    'No signatures found matching the expected signature for payload',
    'Webhook payload must be provided as a string or a Buffer',
    'Invalid HTTP_HOST header',
    'Welcome to nginx!',
    'Client sent an HTTP request to an HTTPS server.',
    '\xff\xfe\x00',
    'ok',
    '\x1b[31m##[error]x\r\n::error::y',
    '<body><body>',
    'x<body>'
  ]
}

const servers = new Servers()
let answers: readonly string[] = []
const port = await servers.tls(socket => {
  socket.on('error', () => undefined)
  let asked = ''
  socket.on('data', chunk => {
    asked += chunk.toString('latin1')
    if (!asked.includes('\r\n\r\n')) return
    say(socket, answers[nthOf(asked)] ?? answers[0] ?? '')
    asked = ''
  })
})

const nthOf = (asked: string): number =>
  asked.startsWith('GET /health')
    ? 3
    : /^\S+ \S*webhook-reach-check-/.test(asked)
      ? 1
      : /^stripe-signature:/im.test(asked)
        ? 2
        : 0

/** Raw bytes, as they stand in the input. */
function say(socket: TLSSocket, text: string): void {
  if (text.startsWith(reset)) {
    socket.destroy()
    return
  }
  const pieces = (text.endsWith(stay) ? text.slice(0, -1) : text).split(pause)
  for (const piece of pieces.slice(0, -1)) socket.write(Buffer.from(piece, 'latin1'))
  const last = Buffer.from(pieces.at(-1) ?? '', 'latin1')
  if (text.endsWith(stay)) socket.write(last)
  else socket.end(last)
}

/** Nobody waits for a limit to be forgotten. */
const hurried = { ...clock, sleep: () => new Promise<void>(resolve => setImmediate(resolve)) }

const ask = async (input: string) => {
  answers = input.split(next)
  const target = targetFor(port, {
    timeoutMs: input.includes(stay) ? 300 : 5000,
    ...(answers.length > 3 ? {} : { healthUrl: null })
  })
  return probe(target, network, hurried, () => undefined)
}

/** What a server may send instead of an answer: bytes over a real TLS connection on loopback. */
export const http: Target = {
  id: 'http',
  seeds,
  words: [
    next,
    pause,
    '\r\n',
    '\r\n\r\n',
    'HTTP/1.1 ',
    ': ',
    'content-length: ',
    'transfer-encoding: chunked\r\n',
    '0\r\n\r\n',
    'location: ',
    'server: nginx',
    '<h1>',
    '{"',
    '\xff',
    'chunked',
    'gzip',
    '400',
    '502',
    '\0'
  ],
  grammar: grammar(rules),
  runs: 15,
  async check(input, deep) {
    const result = await ask(input)
    if (result.message === '' || (result.verdict === 'fail' && result.fix === ''))
      throw new Broken('a result has its words', result)
    if (result.webhook.bodyExcerpt.length > 200) throw new Broken('at most 200 characters are shown', result.webhook)
    for (const { code, says, message } of result.faults) {
      diagnosisOf(code)
      if (says === '' || message === '') throw new Broken('a fault has its words', code)
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    if (/[\u0000-\u001f]/.test(`${result.message}${result.fix}`)) throw new Broken('a message is one line', result)
    if (deep) {
      const outcome = {
        version: '0',
        verdict: 'fail' as const,
        lint: null,
        probes: [result],
        stripe: null,
        server: null
      }
      checkReports(outcome, new Map())
      // What is cut off by a reset or a deadline depends on the moment.
      if (!input.includes(reset) && !input.includes(stay)) {
        const again = await ask(input)
        same('the same answer comes to the same', view(result), view(again))
      }
    }
    return [result.diagnosis, ...result.faults.map(({ cause }) => cause)]
  },
  close: () => servers.close()
}

const view = ({ diagnosis, verdict, brokenHop, warnings, webhook }: Awaited<ReturnType<typeof ask>>): object => ({
  diagnosis,
  verdict,
  brokenHop,
  warnings,
  webhook
})
