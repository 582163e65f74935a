import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Less what nobody sees, and what differs from run to run and from day to day: times, the dates of the certificates. */
export const lasting = (markdown: string): string =>
  markdown
    .replace(/<!--.*?-->/g, '')
    .replace(/ \(\d+ ms\)/g, '')
    .replace(/\b\d+ ms\b/g, '… ms')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, 'DATE')

const keyword = 'Made from'

const digestOf = (markdown: string): string => createHash('sha256').update(lasting(markdown)).digest('hex')

/** The picture with a word in it of what it shows (PNG 1.2, 4.2.3: tEXt, before the last chunk, which is 12 bytes long). */
export function signed(png: Buffer, markdown: string): Buffer {
  const chunk = Buffer.from(`tEXt${keyword}\0${digestOf(markdown)}`, 'latin1')
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(chunk.length - 4)
  checksum.writeUInt32BE(crc32(chunk))
  return Buffer.concat([png.subarray(0, -12), length, chunk, checksum, png.subarray(-12)])
}

/** True where this picture was made from this Markdown. */
export const shows = (png: Buffer, markdown: string): boolean =>
  png.includes(`tEXt${keyword}\0${digestOf(markdown)}`, 0, 'latin1')
