/** DER (X.690), as far as certificates need it. */
export const tlv = (tag: number, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body])
}

function lengthOf(length: number): readonly number[] {
  if (length < 128) return [length]
  const bytes = [length >> 16, (length >> 8) & 255, length & 255].filter(
    (byte, index, all) => byte > 0 || all.slice(0, index).some(one => one > 0)
  )
  return [128 + bytes.length, ...bytes]
}

export const sequence = (...content: readonly Buffer[]): Buffer => tlv(0x30, ...content)

/** An object identifier; what is no number counts as 0. */
export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text
    .split('.')
    .map(part => Math.abs(Math.trunc(Number(part))) % 2 ** 28 || 0)
  const bytes = [(first * 40 + second) % 256, ...rest.flatMap(base128)]
  return tlv(0x06, Buffer.from(bytes))
}

function base128(value: number): readonly number[] {
  const bytes = [value & 127]
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 127) | 128)
  return bytes
}
