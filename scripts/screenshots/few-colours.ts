import { createRequire } from 'node:module'

/** As far as it is used here; it has no types of its own. */
interface Upng {
  decode(png: Uint8Array): { readonly width: number; readonly height: number }
  toRGBA8(image: ReturnType<Upng['decode']>): ArrayBuffer[]
  encode(frames: readonly ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer
}

const upng = createRequire(import.meta.url)('upng-js') as Upng

/** The same picture in a third of the bytes: text and lines need no more than a palette. */
export function fewColours(png: Uint8Array): Buffer {
  const image = upng.decode(png)
  return Buffer.from(upng.encode(upng.toRGBA8(image), image.width, image.height, 256))
}
