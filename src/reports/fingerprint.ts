const blockSize = 100
const modulus = 37n
const endOfFile = 65_535

const wrapped = (value: bigint): bigint => BigInt.asUintN(64, value)

/**
 * The `primaryLocationLineHash` of every line, as GitHub's upload step computes it (github/codeql-action,
 * src/fingerprints.ts): 100 characters from the start of the line on, blanks left out, and the how manieth line with
 * that hash it is. It survives moves of the line. A value of our own would make the upload step warn.
 */
export function lineFingerprints(text: string): readonly string[] {
  const { symbols, lineStarts } = flattened(text)
  const top = modulus ** BigInt(blockSize)
  const seen = new Map<string, number>()
  let hash = 0n
  let next = 0
  // Beyond the end come as many zeros as the last line needs.
  return lineStarts.map(start => {
    for (; next < start + blockSize; next++) {
      const leaving = symbols[next - blockSize] ?? 0
      hash = wrapped(hash * modulus + BigInt(symbols[next] ?? 0) - top * BigInt(leaving))
    }
    const hex = hash.toString(16)
    const count = (seen.get(hex) ?? 0) + 1
    seen.set(hex, count)
    return `${hex}:${count}`
  })
}

/** The characters that count, with every line break as \n and a mark at the end, and where each line starts among them. */
function flattened(text: string): { symbols: readonly number[]; lineStarts: readonly number[] } {
  const symbols: number[] = []
  const lineStarts: number[] = [0]
  const clean = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '')
  for (let index = 0; index < clean.length; index++) {
    symbols.push(clean.charCodeAt(index))
    if (clean[index] === '\n') lineStarts.push(symbols.length)
  }
  symbols.push(endOfFile)
  return { symbols, lineStarts }
}
