import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTls, getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import type { ProbeResult } from '../../src/model/hop.ts'
import type { Clock, Network } from '../../src/platform/host.ts'
import { nodeNetwork } from '../../src/platform/network.ts'
import { probe, type Target } from '../../src/probes/index.ts'
import { stripe } from '../../src/providers/stripe.ts'
import { type CertificateName, type Certificates, makeCertificates } from '../lab/certificates.ts'

/** The name that every certificate but the wrong ones is for. */
export const host = 'shop.example.com'

/** Servers of one test file: all on loopback, all closed at its end. */
export class Servers {
  readonly #open: { close(): unknown; closeAllConnections?(): void }[] = []
  readonly #sockets = new Set<Socket>()
  readonly #folder = mkdtempSync(join(tmpdir(), 'probe-'))
  readonly certificates: Certificates

  constructor() {
    this.certificates = makeCertificates(this.#folder)
    setDefaultCACertificates([...getCACertificates('bundled'), readFileSync(this.certificates.root, 'utf8')])
  }

  https(handler: RequestListener, name: CertificateName = 'good', options: ServerOptions = {}): Promise<number> {
    return this.#listen(createHttps({ ...this.pem(name), ...options }, handler))
  }

  http(handler: RequestListener): Promise<number> {
    return this.#listen(createHttp(handler))
  }

  tcp(handler: (socket: Socket) => void): Promise<number> {
    return this.#listen(createTcp(handler))
  }

  /** TLS, and then whatever the handler writes: a server that need not speak HTTP. */
  tls(
    handler: (socket: TLSSocket) => void,
    name: CertificateName = 'good',
    options: ServerOptions = {}
  ): Promise<number> {
    return this.#listen(createTls({ ...this.pem(name), ...options }, handler).on('tlsClientError', () => undefined))
  }

  pem(name: CertificateName): { cert: string; key: string } {
    const { chain, key } = this.certificates.of[name]
    return { cert: readFileSync(chain, 'utf8'), key: readFileSync(key, 'utf8') }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    for (const server of this.#open) server.close()
    setDefaultCACertificates(getCACertificates('bundled'))
    rmSync(this.#folder, { recursive: true })
  }

  #listen(server: Server, address = '127.0.0.1'): Promise<number> {
    this.#open.push(server)
    server.on('connection', socket => {
      this.#sockets.add(socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket)))
    })
    return new Promise(resolve => {
      server.listen(0, address, () => resolve((server.address() as AddressInfo).port))
    })
  }
}

export const clock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms))
}

export const network: Network = nodeNetwork(() => '')

export const targetFor = (port: number, changes: Partial<Target> & { readonly path?: string } = {}): Target => {
  const { path = '/webhooks/stripe', ...rest } = changes
  const url = new URL(`https://${host}:${port}${path}`)
  return {
    url,
    provider: stripe,
    expectStatus: [400],
    expectBody: null,
    healthUrl: new URL('/health', url),
    expectHealthStatus: [200],
    expectVersion: null,
    waitMs: 0,
    stable: 1,
    timeoutMs: 2000,
    directPorts: [],
    resolve: [{ host, port, address: '127.0.0.1' }],
    signingSecret: null,
    ...rest
  }
}

/** Probes a server on loopback that stands for a public one. */
export const probed = (port: number, changes: Parameters<typeof targetFor>[1] = {}): Promise<ProbeResult> =>
  probe(targetFor(port, changes), network, clock, () => undefined)

export interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** A server with these answers by path; another path is answered 404 as FastAPI does, the health page 200. */
export const answering =
  (answers: Readonly<Record<string, Answer>>): RequestListener =>
  (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const known = answers[path] ?? answers['*'] ?? (path === '/health' ? { status: 200, body: 'ok' } : notFound)
    response
      .writeHead(known.status ?? 200, known.headers ?? { 'content-type': 'application/json' })
      .end(known.body ?? '')
  }

const notFound: Answer = { status: 404, body: '{"detail":"Not Found"}' }

/** A handler as it should be. */
export const healthy: Readonly<Record<string, Answer>> = {
  '/webhooks/stripe': { status: 400, body: '{"detail":"Missing Stripe-Signature header"}' }
}
