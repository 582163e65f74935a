import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Figure, kib, type Part, type Subject, show, table } from './figure.ts'

/** Bytes of the repository as a runner downloads it, null where there is no git to pack it. */
export function archiveBytes({ root }: Subject): number | null {
  const packed = spawnSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 1 << 28 })
  return packed.status === 0 ? gzipSync(packed.stdout).length : null
}

/** JavaScript of dist/, the largest first. */
export const chunksOf = ({ root }: Subject): readonly { readonly name: string; readonly bytes: number }[] =>
  readdirSync(join(root, 'dist'))
    .filter(name => name.endsWith('.js'))
    .map(name => ({ name, bytes: statSync(join(root, 'dist', name)).size }))
    .sort((a, b) => b.bytes - a.bytes)

/** How many versions of a package went into the bundle: NOTICE names each folder that the bundler took a module of. */
export function copiesOf(name: string, { root }: Subject): number {
  const notice = readFileSync(join(root, 'dist', 'NOTICE'), 'utf8').split('\n')
  return notice.filter(line => line.startsWith(`${name} `) && /^\S+ \d+\.\d+\.\d+\S* \(/.test(line)).length
}

export function measureSize(subject: Subject): Part {
  const chunks = chunksOf(subject)
  const bytes = (chosen: typeof chunks): number => chosen.reduce((sum, chunk) => sum + chunk.bytes, 0)
  const archive = archiveBytes(subject)
  const figures: Figure[] = [
    {
      id: 'size entry',
      what: '`dist/index.js`',
      value: kib(bytes(chunks.filter(({ name }) => name === 'index.js'))),
      unit: 'KiB'
    },
    { id: 'size dist', what: 'all chunks of `dist/`', value: kib(bytes(chunks)), unit: 'KiB' },
    { id: 'size chunks', what: 'chunks of `dist/`', value: chunks.length, unit: 'count' },
    { id: 'size undici', what: 'copies of undici', value: copiesOf('undici', subject), unit: 'count' },
    { id: 'size octokit', what: 'copies of @octokit/core', value: copiesOf('@octokit/core', subject), unit: 'count' }
  ]
  if (archive !== null)
    figures.push({
      id: 'size archive',
      what: 'the repository as a runner downloads it, `git archive \\| gzip`',
      value: kib(archive),
      unit: 'KiB'
    })
  return {
    figures,
    table: table(
      ['What', 'Figure'],
      figures.map(figure => [figure.what, show(figure)])
    )
  }
}
