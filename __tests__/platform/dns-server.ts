import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** What the server says to a question: addresses, a return code (RFC 1035 4.1.1), bytes that are no answer, or nothing. */
export type Say = readonly string[] | number | 'garbage' | 'silence'

/** A DNS server on loopback that answers A and AAAA as told. */
export async function dnsServer(say: (name: string, family: 4 | 6) => Say): Promise<{ at: string; close(): void }> {
  const socket = createSocket('udp4')
  socket.on('message', (question: Buffer, from: RemoteInfo) => {
    const { name, type, end } = read(question)
    const said = type === 1 || type === 28 ? say(name, type === 1 ? 4 : 6) : []
    if (said === 'silence') return
    socket.send(
      said === 'garbage' ? Buffer.from('no dns') : answer(question.subarray(0, end), said),
      from.port,
      from.address
    )
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { at: `127.0.0.1:${(socket.address() as AddressInfo).port}`, close: () => socket.close() }
}

function read(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 }
}

function answer(question: Buffer, said: readonly string[] | number): Buffer {
  const addresses = typeof said === 'number' ? [] : said
  const head = Buffer.from(question)
  head.writeUInt16BE(0x8180 | (typeof said === 'number' ? said : 0), 2)
  head.writeUInt16BE(addresses.length, 6)
  head.writeUInt32BE(0, 8)
  return Buffer.concat([head, ...addresses.map(record)])
}

/** A pointer to the name of the question, type, class, a lifetime of no time, and the address. */
function record(address: string): Buffer {
  const bytes = address.includes(':') ? v6(address) : Buffer.from(address.split('.').map(Number))
  const head = Buffer.from([0xc0, 12, 0, bytes.length === 4 ? 1 : 28, 0, 1, 0, 0, 0, 0, 0, bytes.length])
  return Buffer.concat([head, bytes])
}

function v6(address: string): Buffer {
  const [left = '', right = ''] = address.split('::')
  const groups = (text: string): number[] =>
    text
      .split(':')
      .filter(Boolean)
      .map(part => Number.parseInt(part, 16))
  const missing = 8 - groups(left).length - groups(right).length
  const all = [...groups(left), ...Array<number>(missing).fill(0), ...groups(right)]
  return Buffer.from(all.flatMap(group => [group >> 8, group & 255]))
}
