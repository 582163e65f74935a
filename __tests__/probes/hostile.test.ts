import type { TLSSocket } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { answering, probed, Servers } from './servers.ts'

const servers = new Servers()
afterAll(() => servers.close())

const timeoutMs = 1000
const head = (status: number, ...headers: string[]): string => [`HTTP/1.1 ${status} X`, ...headers, '', ''].join('\r\n')

/** Answers each request with this, whatever it was. */
const saying = (say: (socket: TLSSocket) => void) => (socket: TLSSocket) => {
  socket.on('error', () => undefined).once('data', () => say(socket))
}

/** Writes as fast as the other side reads, until it hangs up. */
const pour = (socket: TLSSocket, chunk: string | Buffer): void => {
  const write = (): void => {
    while (!socket.destroyed && socket.write(chunk)) {
      // until the buffer is full
    }
  }
  socket.on('drain', write)
  write()
}

const every = (socket: TLSSocket, ms: number, chunk: string): void => {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(chunk)), ms)
  socket.on('close', () => clearInterval(timer))
}

const cases: readonly [string, (socket: TLSSocket) => void, string | readonly string[]][] = [
  [
    'an endless body',
    socket => {
      socket.write(head(200, 'content-type: text/plain'))
      pour(socket, 'x'.repeat(65_536))
    },
    'body-too-large'
  ],
  [
    'an endless body after a 400',
    socket => {
      socket.write(head(400))
      pour(socket, 'x'.repeat(65_536))
    },
    'body-too-large'
  ],
  [
    'a dripping body',
    socket => {
      socket.write(head(400, 'content-length: 1000'))
      every(socket, 50, 'x')
    },
    'response-timeout'
  ],
  [
    'a dripping body without a length',
    socket => {
      socket.write(head(400))
      every(socket, 50, 'x')
    },
    'response-timeout'
  ],
  [
    'dripping headers',
    socket => {
      socket.write('HTTP/1.1 400 X\r\n')
      every(socket, 50, 'x: y\r\n')
    },
    'response-timeout'
  ],
  [
    'endless headers',
    socket => {
      socket.write('HTTP/1.1 400 X\r\n')
      pour(socket, 'x: y\r\n'.repeat(1000))
    },
    'malformed-response'
  ],
  [
    'endless interim answers',
    socket => {
      every(socket, 10, 'HTTP/1.1 103 Early Hints\r\n\r\n')
    },
    'response-timeout'
  ],
  [
    'endless leave to go on',
    socket => every(socket, 10, 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(9)),
    'response-timeout'
  ],
  ['leave to go on that never ends', socket => pour(socket, 'HTTP/1.1 100 Continue\r\n'), 'malformed-response'],
  [
    'leave to go on that nobody asked for, in pieces',
    socket => {
      socket.write('HTTP/1.1 100 Continue\r\nx: y\r\n\r\nHTTP/1.1 1')
      setTimeout(() => socket.end(`00 Continue\r\n\r\n${head(404, 'content-length: 2')}no`), 50)
    },
    'route-not-found'
  ],
  [
    'a megabyte in one header',
    socket => socket.end(head(400, `x: ${'y'.repeat(1_000_000)}`, 'content-length: 0')),
    'malformed-response'
  ],
  [
    '400 headers',
    socket => socket.end(head(404, ...Array.from({ length: 400 }, (_, index) => `x-${index}: y`), 'content-length: 0')),
    'route-not-found'
  ],
  ['silence', () => undefined, 'response-timeout'],
  ['no answer at all', socket => socket.end(), 'connection-closed'],
  ['a reset', socket => socket.destroy(), 'connection-closed'],
  ['a body that ends early', socket => socket.end(`${head(400, 'content-length: 100')}short`), 'connection-closed'],
  [
    'chunks that end early',
    socket => socket.end(`${head(400, 'transfer-encoding: chunked')}5\r\nshort\r\n`),
    'connection-closed'
  ],
  [
    'chunks that are none',
    socket => socket.end(`${head(400, 'transfer-encoding: chunked')}zzz\r\n`),
    ['malformed-response', 'connection-closed']
  ],
  ['another protocol', socket => socket.end('220 mail.example.com ESMTP\r\n'), 'malformed-response'],
  ['bytes at random', socket => socket.end(Buffer.from([0, 255, 1, 254, 2, 253, 10, 13, 10])), 'malformed-response'],
  [
    'two lengths',
    socket => socket.end(`${head(400, 'content-length: 1', 'content-length: 5')}short`),
    'malformed-response'
  ],
  [
    'a switch of protocols',
    socket => socket.end(head(101, 'upgrade: websocket', 'connection: upgrade')),
    ['connection-closed', 'malformed-response']
  ],
  [
    'a bomb of gzip',
    socket =>
      socket.end(
        Buffer.concat([Buffer.from(head(400, 'content-encoding: gzip', `content-length: ${bomb.length}`)), bomb])
      ),
    'body-too-large'
  ],
  [
    'gzip that is none',
    socket => socket.end(`${head(404, 'content-encoding: gzip', 'content-length: 5')}short`),
    'route-not-found'
  ]
]
const bomb = gzipSync(Buffer.alloc(50_000_000))

describe('hostile servers', () => {
  test.each(cases)('%s', async (_, say, codes) => {
    const port = await servers.tls(saying(say))
    const started = performance.now()
    const result = await probed(port, { timeoutMs, healthUrl: null })
    expect(performance.now() - started).toBeLessThan(timeoutMs + 1000)
    expect([codes].flat()).toContain(result.diagnosis)
    expect(result.webhook.bodyExcerpt.length).toBeLessThanOrEqual(200)
  })

  test('an endless body is never held', async () => {
    const port = await servers.tls(
      saying(socket => {
        socket.write(head(400))
        pour(socket, Buffer.alloc(1 << 20, 120))
      })
    )
    const before = process.memoryUsage().rss
    await probed(port, { timeoutMs, healthUrl: null })
    expect(process.memoryUsage().rss - before).toBeLessThan(80 << 20)
  })

  test('bytes that are no UTF-8, workflow commands and Markdown end up as text, cut', async () => {
    const body = '::error::boo\n##[error]x\u001b[31m\u202e| <script> `'.repeat(20)
    const port = await servers.https(answering({ '/webhooks/stripe': { status: 404, body } }))
    const result = await probed(port)
    expect(result.webhook.bodyExcerpt).toBe(body.slice(0, 200))
    const broken = await servers.tls(
      saying(socket =>
        socket.end(Buffer.concat([Buffer.from(head(404, 'content-length: 3')), Buffer.from([0xff, 0xfe, 0x41])]))
      )
    )
    expect((await probed(broken, { healthUrl: null })).webhook.bodyExcerpt).toBe('\ufffd\ufffdA')
  })

  test('a header cannot break out of its message', async () => {
    const location = '/a%0a::error::x?<b>'
    const port = await servers.https(answering({ '/webhooks/stripe': { status: 302, headers: { location } } }))
    const { message, fix } = await probed(port)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(`${message}${fix}`).not.toMatch(/[\u0000-\u001f]/)
  })
})
