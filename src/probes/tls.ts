import type { Network, Peek } from '../platform/host.ts'
import { portOf } from './dns.ts'
import { isConnection } from './tcp.ts'

/** Milliseconds. Docker's proxy and others hang up within a round trip of accepting; ssh greets within one. */
const silentMs = 300
const resets = ['ECONNRESET', 'EPIPE', 'ECONNABORTED']
const shortest = 400
const longest = 1000

/**
 * After a handshake that failed for no reason of its own: what the other side does when nothing is asked of it, and
 * what it says to plain HTTP.
 *
 * A server that cuts every connection unasked is no TLS fault, and one that answers in clear shows what it is.
 */
export async function hearOut(url: URL, address: string, network: Network, timeoutMs: number): Promise<Peek | null> {
  const stepMs = Math.min(longest, Math.max(shortest, timeoutMs / 2))
  const connection = await network.connect(address, portOf(url), stepMs)
  // A reset may come before the end of our own handshake is noticed.
  if (!isConnection(connection)) return resets.includes(connection.code) ? { closedUnasked: true, said: '' } : null
  const request = `HEAD / HTTP/1.1\r\nhost: ${url.host}\r\nconnection: close\r\n\r\n`
  const peek = await connection.peek(request, silentMs, stepMs)
  connection.close()
  return peek
}
