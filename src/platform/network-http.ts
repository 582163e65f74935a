import type { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import type { HttpOutcome, HttpRequest, NetworkError } from './host.ts'
import { networkError, timedOut } from './network-tcp.ts'

/** Of a body, no more than this is ever held. */
const maxBody = 64 * 1024

/** One HTTP/1.1 request over a socket that is connected already; the deadline covers the last byte of the answer. */
export async function exchange(socket: Socket, request: HttpRequest, timeoutMs: number): Promise<HttpOutcome> {
  // undici rewrites whatever befalls the socket to 'other side closed'; a TLS 1.3 alert is seen only here.
  let socketError: NetworkError | null = null
  socket.on('error', error => {
    socketError ??= networkError(error)
  })
  const { Client } = await loadUndici()
  const started = performance.now()
  if (socket.destroyed) return { ...nothing, ms: 0, error: socketError ?? networkError(closed()) }
  const client = new Client(request.url.origin, {
    pipelining: 0,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 16 * 1024,
    // Not before the client has gone to sleep over the connection, or nothing wakes it.
    connect: (_options, callback) =>
      setImmediate(() => (socket.destroyed ? callback(closed(), null) : callback(null, socket)))
  })
  // Not in its types, yet thrown where a listener is missing.
  const emitter: EventEmitter = client as never
  emitter.on('error', () => undefined)
  const late = timedOut(`the answer to ${request.method}`, timeoutMs)
  let deadlinePassed = false
  const timer = setTimeout(
    () => {
      deadlinePassed = true
      socket.destroy()
      client.destroy().catch(() => undefined)
    },
    Math.max(0, timeoutMs)
  )
  const seen: Partial<HttpOutcome> = {}
  let error: NetworkError | null = null
  try {
    const response = await client.request(asUndici(request))
    Object.assign(seen, { status: response.statusCode, headers: flatten(response.headers) })
    Object.assign(
      seen,
      await readBody(response.body, seen.headers?.['content-encoding'] ?? '', text => Object.assign(seen, text))
    )
    // A body without a length ends with the connection, and it was ours to end: that is no end.
    if (deadlinePassed) error = late
  } catch (thrown) {
    error = deadlinePassed ? late : await socketErrorFirst(thrown, () => socketError)
  } finally {
    clearTimeout(timer)
    client.destroy().catch(() => undefined)
    socket.destroy()
  }
  return { ...nothing, ...seen, ms: performance.now() - started, error }
}

/** Loaded by whoever probes, and by nobody who lints: it is the largest part of the program. */
export const loadUndici = (): Promise<typeof import('undici')> => import('undici')

const nothing = { status: null, headers: {}, body: '', truncated: false }
const closed = (): Error => Object.assign(new Error('other side closed'), { code: 'ECONNRESET' })

const asUndici = ({ url, method, headers, body }: HttpRequest): Dispatcher.RequestOptions => ({
  path: `${url.pathname}${url.search}`,
  method,
  headers: { ...headers },
  body
})

/** The socket's own error comes a moment after undici's. */
async function socketErrorFirst(thrown: unknown, own: () => NetworkError | null): Promise<NetworkError> {
  await new Promise(resolve => setImmediate(resolve))
  const error = own()
  return error !== null && /^ERR_SSL/.test(error.code) ? error : networkError(thrown)
}

const flatten = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))

type BodyText = Pick<HttpOutcome, 'body' | 'truncated'>

/** Reads up to the bound, then hangs up. What came before a failure is kept through `keep`. */
async function readBody(stream: Readable, encoding: string, keep: (text: BodyText) => void): Promise<BodyText> {
  const raw = await collect(stream, bytes => keep(decoded(bytes)))
  const unpacker = unpackers[encoding.trim().toLowerCase()]
  if (unpacker === undefined) return decoded(raw)
  // Not asked for, yet sent: unpacked under the same bound, and left packed where it is broken.
  const unpacked = unpacker()
  unpacked.end(raw.bytes)
  return decoded(await collect(unpacked, () => undefined).catch(() => raw))
}

const unpackers: Readonly<Record<string, () => Readable & { end(bytes: Buffer): void }>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
}

interface Bytes {
  readonly bytes: Buffer
  readonly truncated: boolean
}

async function collect(stream: Readable, onFailure: (bytes: Bytes) => void): Promise<Bytes> {
  const chunks: Buffer[] = []
  let size = 0
  const soFar = (truncated: boolean): Bytes => ({ bytes: Buffer.concat(chunks).subarray(0, maxBody), truncated })
  try {
    for await (const chunk of stream) {
      // A chunk may be a view of a large block: only the copy's own bytes are held.
      chunks.push(Buffer.from((chunk as Buffer).subarray(0, maxBody - size + 1)))
      size += (chunk as Buffer).length
      if (size > maxBody) return soFar(true)
    }
  } catch (error) {
    onFailure(soFar(false))
    throw error
  }
  return soFar(false)
}

const decoded = ({ bytes, truncated }: Bytes): BodyText => ({ body: new TextDecoder().decode(bytes), truncated })
