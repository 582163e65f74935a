import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { putBlock } from '../scripts/pages/made-block.ts'
import { linterVersions } from './linters.ts'

const page = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')

/** Puts the tables into docs/benchmarks.md; what people wrote between them stays. */
export function writePage(tables: Readonly<Record<string, string>>): void {
  const text = Object.entries(tables).reduce(
    (all, [name, table]) => putBlock(all, name, `\n${table}\n`),
    readFileSync(page, 'utf8')
  )
  writeFileSync(page, text)
}

/** The machine by its kind: what its figures can be held against. */
export function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const cores = cpus().length
  const programs = [`Node ${process.versions.node}`, ...linterVersions()]
  return `${cores} ${process.arch} cores, ${gigabytes} GiB of memory, ${process.platform}; ${programs.join(', ')}.`
}
