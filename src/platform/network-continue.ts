import type { Socket } from 'node:net'

const start = Buffer.from('HTTP/1.1 100')
const end = Buffer.from('\r\n\r\n')
/** Of a head that never ends, no more is held. */
const longest = 16 * 1024

/**
 * Passes over `100 Continue` before an answer.
 *
 * A client has to, even one that did not ask for it (RFC 9110 15.2); undici cuts the connection, and a healthy server
 * would seem to have hung up.
 */
export function passOverContinue(socket: Socket): void {
  const read = socket.read.bind(socket)
  let held = Buffer.alloc(0)
  let passed = false
  socket.read = (size?: number): Buffer | null => {
    for (;;) {
      const chunk: Buffer | null = read(size)
      if (passed || chunk === null) return chunk
      held = afterContinue(Buffer.concat([held, chunk]))
      const mayBeAnother = held.subarray(0, start.length).equals(start.subarray(0, held.length))
      if (mayBeAnother && held.length < longest) continue
      passed = true
      return held
    }
  }
}

function afterContinue(bytes: Buffer): Buffer<ArrayBuffer> {
  let rest = Buffer.from(bytes)
  while (rest.subarray(0, start.length).equals(start)) {
    const at = rest.indexOf(end)
    if (at < 0) break
    rest = rest.subarray(at + end.length)
  }
  return rest
}
