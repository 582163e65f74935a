import type { Connection, Network, NetworkError } from '../platform/host.ts'

/** Ports that are looked at beside the way: a SYN and its first repetition, which comes after a second (RFC 6298 2.1). */
const lookMs = 1200

export const isConnection = (result: Connection | NetworkError): result is Connection => 'secure' in result

/** Whether a port takes connections; the connection is closed at once. Null where it does. */
export async function portError(
  address: string,
  port: number,
  network: Network,
  timeoutMs: number
): Promise<NetworkError | null> {
  const result = await network.connect(address, port, Math.min(timeoutMs, lookMs))
  if (!isConnection(result)) return result
  result.close()
  return null
}
