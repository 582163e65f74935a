import { bare } from '../model/address.ts'
import type { Clock, HttpOutcome, HttpRequest, Network, NetworkError, Peek, TlsOutcome } from '../platform/host.ts'
import { portOf } from './dns.ts'
import { isConnection } from './tcp.ts'
import { hearOut } from './tls.ts'

/** One request on a connection of its own, from the first packet to the last byte. A hop that was not reached is null. */
export interface Exchange {
  readonly url: URL
  readonly address: string
  readonly tcp: { readonly ms: number; readonly error: NetworkError | null }
  /** True where the kernel took the target's own address as ours: it never left this machine. */
  readonly sameMachine: boolean
  readonly tls: TlsOutcome | null
  /** What a server said that would not speak TLS. */
  readonly peek: Peek | null
  readonly http: HttpOutcome | null
}

/** Walks tcp, tls and http to one address within one deadline. A fresh connection each time: a kept one may be dead. */
export async function exchange(
  request: HttpRequest,
  address: string,
  network: Network,
  clock: Clock,
  timeoutMs: number
): Promise<Exchange> {
  const { url } = request
  const started = clock.elapsed()
  const left = (): number => Math.max(1, timeoutMs - (clock.elapsed() - started))
  const connection = await network.connect(address, portOf(url), timeoutMs)
  const nothing = { url, address, sameMachine: false, tls: null, peek: null, http: null }
  if (!isConnection(connection)) return { ...nothing, tcp: { ms: clock.elapsed() - started, error: connection } }
  const reached = {
    ...nothing,
    tcp: { ms: connection.ms, error: null },
    sameMachine: connection.localAddress === address
  }
  try {
    const tls =
      url.protocol === 'https:' ? await connection.secure(bare(url.hostname).replace(/\.$/, ''), left()) : null
    if (tls !== null && tls.error !== null) {
      const puzzling = tls.error.alert === null && tls.error.code !== 'PHASE_TIMEOUT'
      return { ...reached, tls, peek: puzzling ? await hearOut(url, address, network, left()) : null }
    }
    return { ...reached, tls, http: await connection.request(withLogin(request, tls), left()) }
  } finally {
    connection.close()
  }
}

/** A user and password in the URL are sent as a sender would send them, and to nobody who may be another. */
function withLogin(request: HttpRequest, tls: TlsOutcome | null): HttpRequest {
  const { username, password } = request.url
  if (username === '' || tls === null || tls.trustError !== null || tls.nameError !== null) return request
  const login = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  return { ...request, headers: { ...request.headers, authorization: `Basic ${login}` } }
}

/** A lone `%` is no escape, and stays. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
