import type { EventEmitter } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Client, Dispatcher } from 'undici'
import type { HttpOutcome, HttpRequest, NetworkError } from './host.ts'
import { passOverContinue } from './network-continue.ts'
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
  passOverContinue(socket)
  const client = await clientOver(socket, request.url)
  const started = performance.now()
  const answer = new Answer()
  let late: NetworkError | null = null
  const timer = setTimeout(
    () => {
      late = timedOut(`the answer to ${request.method}`, timeoutMs)
      socket.destroy()
      client.destroy().catch(() => undefined)
    },
    Math.max(0, timeoutMs)
  )
  const failure = await answer.to(request, client)
  // The socket's own error comes a moment after undici's.
  if (failure !== null) await new Promise(resolve => setImmediate(resolve))
  clearTimeout(timer)
  client.destroy().catch(() => undefined)
  socket.destroy()
  // A body without a length ends with the connection; where the deadline was what ended it, that is no end.
  const error = late ?? (failure === null ? null : (tlsErrorOf(socketError) ?? networkError(failure)))
  return { ...(await answer.read()), ms: performance.now() - started, error }
}

const tlsErrorOf = (error: NetworkError | null): NetworkError | null =>
  error !== null && /^ERR_SSL/.test(error.code) ? error : null

/** Loaded by whoever probes, and by nobody who lints. */
export const loadClient = (): Promise<{ default: typeof Client }> => import('undici/lib/dispatcher/client.js')

async function clientOver(socket: Socket, { origin }: URL): Promise<Client> {
  const { default: Client } = await loadClient()
  const closed = (): Error => Object.assign(new Error('other side closed'), { code: 'ECONNRESET' })
  const client = new Client(origin, {
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
  return client
}

/** What comes of one answer, up to the bound: status, headers, and the body as far as it goes. */
class Answer implements Dispatcher.DispatchHandler {
  #status: number | null = null
  #headers: Readonly<Record<string, string>> = {}
  #chunks: Buffer[] = []
  #size = 0
  #settle: (failure: Error | null) => void = () => undefined

  /** Sends the request. Null where the answer came to its end, or to the bound. */
  to({ url, method, headers, body }: HttpRequest, client: Client): Promise<Error | null> {
    return new Promise(resolve => {
      this.#settle = resolve
      client.dispatch({ path: `${url.pathname}${url.search}`, method, headers: { ...headers }, body }, this)
    })
  }

  onRequestStart(): void {}

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // Interim answers (RFC 9110 15.2) come before the one that counts.
    if (status < 200) return
    this.#status = status
    this.#headers = flatten(headers)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    // A chunk may be a view of a large block: only the copy's own bytes are held.
    if (this.#size <= maxBody) this.#chunks.push(Buffer.from(chunk.subarray(0, maxBody - this.#size + 1)))
    this.#size += chunk.length
    if (this.#size <= maxBody) return
    this.#settle(null)
    controller.abort(new Error('enough'))
  }

  onResponseEnd(): void {
    this.#settle(null)
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#settle(error)
  }

  async read(): Promise<Pick<HttpOutcome, 'status' | 'headers' | 'body' | 'truncated'>> {
    const raw = { bytes: Buffer.concat(this.#chunks).subarray(0, maxBody), truncated: this.#size > maxBody }
    const { bytes, truncated } = await unpacked(raw, this.#headers['content-encoding'] ?? '')
    return { status: this.#status, headers: this.#headers, body: new TextDecoder().decode(bytes), truncated }
  }
}

const flatten = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))

interface Bytes {
  readonly bytes: Buffer
  readonly truncated: boolean
}

const unpackers: Readonly<Record<string, () => Readable & { end(bytes: Buffer): void }>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
}

/** An encoding was not asked for: what comes packed all the same is unpacked under the same bound, or left as it is. */
async function unpacked(raw: Bytes, encoding: string): Promise<Bytes> {
  const unpacker = unpackers[encoding.trim().toLowerCase()]?.()
  if (unpacker === undefined) return raw
  unpacker.end(raw.bytes)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of unpacker as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBody) break
    }
  } catch {
    if (size === 0) return raw
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBody), truncated: raw.truncated || size > maxBody }
}
