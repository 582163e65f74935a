import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OutputChunk } from 'rolldown'
import { writeBundle } from '../scripts/bundle.ts'
import { count, table } from './figure.ts'

/** Chunks that are worth a row. */
const large = 32 * 1024

/** The large chunks and the packages they are made of, as a table; made from the sources, by the bundler itself. */
export async function contentsTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const chunks = await writeBundle(folder)
    const rows = chunks
      .filter(({ code }) => code.length >= large)
      .sort((a, b) => b.code.length - a.code.length)
      .map(chunk => [`\`${chunk.fileName}\``, `${count(Math.round(chunk.code.length / 1024))} KiB`, packagesOf(chunk)])
    return table(['Chunk', 'Size', 'Made of'], rows)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Shares by package; the bundler counts them before it minifies. */
function packagesOf({ modules }: OutputChunk): string {
  const shares = new Map<string, number>()
  let all = 0
  for (const [path, { renderedLength }] of Object.entries(modules)) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'our own'
    shares.set(name, (shares.get(name) ?? 0) + renderedLength)
    all += renderedLength
  }
  return [...shares]
    .sort(([, a], [, b]) => b - a)
    .filter(([, length]) => length / all >= 0.02)
    .map(([name, length]) => `${name} ${Math.round((length / all) * 100)} %`)
    .join(', ')
}
