import { X509Certificate } from 'node:crypto'
import { isIP, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { checkServerIdentity, connect, type DetailedPeerCertificate, getCACertificates, type TLSSocket } from 'node:tls'
import type { Certificate, TlsOutcome } from './host.ts'
import { networkError, timedOut } from './network-tcp.ts'

/** Longer chains are cut: no public CA needs more than five. */
const maxChain = 10

/**
 * One handshake, everything read from it, nothing enforced.
 *
 * Node's check stops at the first fault, and trust comes before the name: a certificate that is self-signed and for
 * another name would show one of the two.
 */
export function handshake(
  socket: Socket,
  host: string,
  timeoutMs: number
): Promise<{ outcome: TlsOutcome; socket: TLSSocket | null }> {
  const started = performance.now()
  return new Promise(resolve => {
    const secured = connect({
      socket,
      // RFC 6066 3: no IP address in SNI.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ALPNProtocols: ['http/1.1'],
      minVersion: 'TLSv1.2',
      rejectUnauthorized: false,
      // The name is compared below: here it would stand among the faults of the chain, and with an address in the URL,
      // which is no SNI, it would be 'localhost'.
      checkServerIdentity: () => undefined
    })
    let settled = false
    let keysAgreed = false
    secured.once('keylog', () => {
      keysAgreed = true
    })
    const settle = (outcome: () => TlsOutcome, keep: boolean): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      if (!keep) secured.destroy()
      resolve({ outcome: outcome(), socket: keep ? secured : null })
    }
    const failed = (error: TlsOutcome['error']): TlsOutcome => ({
      ...empty,
      keysAgreed,
      ms: performance.now() - started,
      error
    })
    const timer = setTimeout(
      () => settle(() => failed(timedOut('the TLS handshake', timeoutMs)), false),
      Math.max(0, timeoutMs)
    )
    secured.on('error', error => settle(() => failed(networkError(error)), false))
    secured.once('close', () => settle(() => failed(networkError(closedEarly())), false))
    secured.once('secureConnect', () => {
      const ms = performance.now() - started
      try {
        const outcome = { ...read(secured, host), ms }
        settle(() => outcome, true)
      } catch (error) {
        // Node throws over names that are no names; whoever sends such a certificate has not ended a handshake.
        settle(() => failed(networkError(error)), false)
      }
    })
  })
}

const empty: Omit<TlsOutcome, 'ms'> = {
  error: null,
  protocol: null,
  keysAgreed: false,
  chain: [],
  trustError: null,
  nameError: null
}
const closedEarly = (): Error => Object.assign(new Error('closed during the TLS handshake'), { code: 'ECONNRESET' })

function read(secured: TLSSocket, host: string): Omit<TlsOutcome, 'ms'> {
  const leaf = secured.getPeerCertificate(true)
  const distrusted = secured.authorizationError as unknown
  const trustError = distrusted ? networkErrorOf(distrusted, leaf) : null
  const stored = trustError === null ? new Set<string>() : storedFingerprints()
  const nameError = checkServerIdentity(host, leaf)
  return {
    error: null,
    keysAgreed: true,
    protocol: secured.getProtocol(),
    chain: chainOf(leaf, stored),
    trustError,
    nameError: nameError === undefined ? null : nameError.message.slice(0, 300)
  }
}

/** Typed as an Error, yet it is OpenSSL's code as text. */
function networkErrorOf(distrusted: unknown, leaf: DetailedPeerCertificate): TlsOutcome['trustError'] {
  if (distrusted instanceof Error) return networkError(distrusted)
  const word = String(distrusted)
  const code = word === 'UNSPECIFIED' ? (weaknessOf(leaf) ?? word) : word
  return { code, message: word, alert: null }
}

/** Node has no code of its own for what OpenSSL's security level refuses. */
function weaknessOf({ raw, bits, modulus }: DetailedPeerCertificate): string | null {
  if (modulus !== undefined && bits !== undefined && bits < 2048) return 'EE_KEY_TOO_SMALL'
  return raw !== undefined && /sha1|md5/i.test(new X509Certificate(raw).signatureAlgorithm ?? '')
    ? 'CA_MD_TOO_WEAK'
    : null
}

function chainOf(leaf: DetailedPeerCertificate, stored: ReadonlySet<string>): Certificate[] {
  const chain: Certificate[] = []
  // Node links a self-issued certificate to itself, and the last one of a chain to nothing.
  for (let at: DetailedPeerCertificate | undefined = leaf; at?.raw !== undefined && chain.length < maxChain; ) {
    chain.push({
      subject: nameOf(at.subject),
      issuer: nameOf(at.issuer),
      altNames: at.subjectaltname ?? null,
      validFrom: Date.parse(at.valid_from),
      validTo: Date.parse(at.valid_to),
      inStore: stored.has(at.fingerprint256)
    })
    at = at.issuerCertificate === at ? undefined : at.issuerCertificate
  }
  return chain
}

const nameOf = (name: object | undefined): string =>
  Object.entries(name ?? {})
    .map(([key, value]) => `${key}=${[value].flat().join('+')}`)
    .join(', ')

/** Node's roots and those of `NODE_EXTRA_CA_CERTS`; parsed only for a chain that is not trusted, since it takes a while. */
function storedFingerprints(): Set<string> {
  const prints = new Set<string>()
  for (const pem of getCACertificates('default')) {
    try {
      prints.add(new X509Certificate(pem).fingerprint256)
    } catch {
      // A broken entry in the user's own file: Node warned of it at its start.
    }
  }
  return prints
}
