import { connect as openSocket, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { TLSSocket } from 'node:tls'
import type { Connection, NetworkError, Peek } from './host.ts'
import { exchange, loadClient } from './network-http.ts'
import { handshake } from './network-tls.ts'

/** Where a deadline of our own ended a step. */
export const timedOut = (what: string, ms: number): NetworkError => ({
  code: 'PHASE_TIMEOUT',
  message: `${what} took longer than ${Math.round(ms)} ms`,
  alert: null
})

/** Node's error, cut down to what is judged. OpenSSL puts the alert's number into its text only. */
export function networkError(error: unknown): NetworkError {
  const { code, message, name } = error as NodeJS.ErrnoException
  const alert = /alert number (\d{1,3})/.exec(message)?.[1]
  return { code: code ?? name, message: message.slice(0, 300), alert: alert === undefined ? null : Number(alert) }
}

/** Connects to an IP literal: no lookup, no happy eyeballs, and errors never come before someone listens (nodejs/node#48771). */
export async function connect(address: string, port: number, timeoutMs: number): Promise<Connection | NetworkError> {
  await loadClient()
  const started = performance.now()
  return new Promise(resolve => {
    const socket = openSocket({ host: address, port, autoSelectFamily: false, noDelay: true })
    const settle = (result: Connection | NetworkError): void => {
      clearTimeout(timer)
      socket.off('error', fail)
      if (!('secure' in result)) socket.destroy()
      resolve(result)
    }
    const fail = (error: Error): void => settle(networkError(error))
    const timer = setTimeout(() => settle(timedOut(`connecting to ${address} port ${port}`, timeoutMs)), timeoutMs)
    // An error after the end of the handshake belongs to whoever uses the socket by then; nobody may be left without a listener.
    socket.on('error', () => undefined)
    socket.once('error', fail)
    socket.once('connect', () => settle(connection(socket, performance.now() - started)))
  })
}

function connection(socket: Socket, ms: number): Connection {
  let secured: TLSSocket | null = null
  return {
    ms,
    localAddress: socket.localAddress ?? '',
    async secure(host, timeoutMs) {
      const result = await handshake(socket, host, timeoutMs)
      secured = result.socket
      return result.outcome
    },
    request: (request, timeoutMs) => exchange(secured ?? socket, request, timeoutMs),
    peek: (text, silentMs, timeoutMs) => peek(socket, text, silentMs, timeoutMs),
    close() {
      secured?.destroy()
      socket.destroy()
    }
  }
}

/** Hears a server out that would not speak TLS: one that talks first, one that hangs up unasked, one that speaks HTTP. */
function peek(socket: Socket, text: string, silentMs: number, timeoutMs: number): Promise<Peek> {
  return new Promise(resolve => {
    let said = ''
    let asked = false
    const done = (): void => {
      clearTimeout(question)
      clearTimeout(deadline)
      socket.destroy()
      resolve({ closedUnasked: !asked && said === '', said })
    }
    const question = setTimeout(() => {
      asked = true
      socket.write(text)
    }, silentMs)
    const deadline = setTimeout(done, timeoutMs)
    socket.on('data', (chunk: Buffer) => {
      asked ||= said !== ''
      said = (said + chunk.toString('latin1')).slice(0, 512)
      if (said.length >= 16) done()
    })
    socket.once('close', done)
    socket.once('end', done)
  })
}
