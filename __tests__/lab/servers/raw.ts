import type { Certificate, CertificateName } from '../certificates.ts'
import type { Service } from './service.ts'

/** One scripted HTTP answer. */
export interface Answer {
  readonly status: number
  readonly reason?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The body is base64: bytes that no JSON string can hold. */
  readonly base64?: boolean
}

/** What the raw server does with each connection. */
export interface RawServer {
  readonly port: number
  readonly behaviour:
    | 'answer'
    | 'silent'
    | 'close'
    | 'reset'
    | 'garbage'
    | 'ssh'
    | 'half-headers'
    | 'stalled-body'
    | 'short-body'
    | 'endless-body'
    | 'dripping-body'
    | 'endless-headers'
    | 'many-headers'
    | 'endless-interim'
  /** Before the peer has said anything, at its first bytes, or once its request is there. */
  readonly when?: 'connect' | 'first-bytes' | 'request'
  /** With one it speaks TLS. */
  readonly certificate?: Certificate
  /** Options of tls.createServer. */
  readonly tls?: Readonly<Record<string, string | boolean>>
  /** By `METHOD path`, else `*`. */
  readonly answers?: Readonly<Record<string, Answer>>
}

type Options = Partial<Omit<RawServer, 'behaviour' | 'certificate'>> & { readonly certificate?: CertificateName | null }

/** A server that does one thing to every connection; over TLS with a good certificate unless told otherwise. */
export const raw = (behaviour: RawServer['behaviour'], options: Options = {}): Service => ({
  needs: [],
  start: ({ server, certificates }) => {
    const { certificate = 'good', port = 443, ...rest } = options
    const tls = certificate === null ? {} : { certificate: certificates.of[certificate] }
    const settings: RawServer = { ...rest, ...tls, port, behaviour }
    const program = new URL('../apps/raw-server.ts', import.meta.url).pathname
    const script = server.file(`raw-${port}.json`, JSON.stringify(settings))
    return server.serve([process.execPath, program, script], [port])
  }
})

/** The same answer to whatever is asked. */
export const says = (answer: Answer): Service => raw('answer', { answers: { '*': answer } })
