// A server that misbehaves below HTTP or says exactly the bytes it is told to. Argument 1: a file that holds a RawServer as JSON.
import { readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Answer, RawServer } from '../servers/raw.ts'

const server = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RawServer

const head = ({ status, headers, reason }: Answer): string =>
  [`HTTP/1.1 ${status} ${reason ?? 'Status'}`, ...Object.entries(headers ?? {}).map(pair => pair.join(': '))].join(
    '\r\n'
  )

/** Repeats a write for as long as the peer reads. */
function forever(socket: Socket, chunk: Buffer | string, everyMs: number): void {
  const write = (): void => {
    if (socket.destroyed) return
    if (everyMs > 0) {
      socket.write(chunk)
      setTimeout(write, everyMs)
    } else if (socket.write(chunk)) setImmediate(write)
    else socket.once('drain', write)
  }
  write()
}

const behaviours: Record<RawServer['behaviour'], (socket: Socket, request: string) => void> = {
  silent: () => undefined,
  close: socket => socket.end(),
  reset: socket => socket.resetAndDestroy(),
  garbage: socket => socket.end('\u0000\u0001 this is no HTTP \u0002\r\n\r\n'),
  ssh: socket => socket.end('SSH-2.0-OpenSSH_9.2p1\r\n'),
  'half-headers': socket => socket.write('HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n'),
  'stalled-body': socket => socket.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\nMissing'),
  'short-body': socket => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\nMissing'),
  'endless-body': socket => {
    socket.write('HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n\r\n')
    forever(socket, Buffer.alloc(64 * 1024, 'A'), 0)
  },
  'dripping-body': socket => {
    socket.write('HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n\r\n')
    forever(socket, '.', 100)
  },
  'endless-headers': socket => {
    socket.write('HTTP/1.1 400 Bad Request\r\n')
    forever(socket, `X-Filler: ${'a'.repeat(8000)}\r\n`, 0)
  },
  'many-headers': socket => {
    const lines = Array.from({ length: 400 }, (_, index) => `X-Header-${index}: value`)
    socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\nContent-Length: 7\r\n\r\nMissing`)
  },
  'endless-interim': socket => forever(socket, 'HTTP/1.1 100 Continue\r\n\r\n', 1),
  answer: (socket, request) => {
    const path = request.split(' ').slice(0, 2).join(' ')
    const answer = server.answers?.[path] ?? server.answers?.['*'] ?? { status: 404 }
    const body = Buffer.from(answer.body ?? '', answer.base64 === true ? 'base64' : 'utf8')
    const length = `Content-Length: ${body.length}\r\nConnection: close`
    socket.write(`${head(answer)}\r\n${length}\r\n\r\n`)
    socket.end(body)
  }
}

/** Speaks at once where the behaviour does not wait for a request, else after the headers and the body `{}` came. */
function serve(socket: Socket): void {
  socket.on('error', () => undefined)
  const behave = behaviours[server.behaviour]
  if (server.when === 'connect') return behave(socket, '')
  let request = ''
  const onData = (chunk: Buffer): void => {
    request += chunk.toString('latin1')
    if (server.when !== 'first-bytes' && !request.includes('\r\n\r\n')) return
    socket.off('data', onData).resume()
    behave(socket, request)
  }
  socket.on('data', onData)
}

const listener =
  server.certificate === undefined
    ? createServer(serve)
    : createTlsServer(
        { cert: readFileSync(server.certificate.chain), key: readFileSync(server.certificate.key), ...server.tls },
        serve
      )
if ('setSecureContext' in listener) listener.on('tlsClientError', () => undefined)
listener.listen(server.port, '0.0.0.0')
