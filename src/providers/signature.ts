import { createHmac } from 'node:crypto'

/** The keyed digest that a scheme puts into its header. */
export const hmac = (
  algorithm: 'sha256' | 'sha1',
  key: string | Buffer,
  text: string,
  encoding: 'hex' | 'base64'
): string => createHmac(algorithm, key).update(text, 'utf8').digest(encoding)

/** Seconds since the epoch, which is what every scheme with a timestamp signs. */
export const unixSeconds = (ms: number): string => String(Math.floor(ms / 1000))
