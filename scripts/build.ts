/**
 * Builds dist/: one bundle, split where the sources say `import()`. With --check it builds beside dist/ and compares byte
 * for byte.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OutputChunk } from 'rolldown'
import { writeBundle } from './bundle.ts'

const check = process.argv.includes('--check')
// Beside dist/, so that a build that fails leaves it as it was.
const out = mkdtempSync(join(tmpdir(), 'dist-'))

async function build(): Promise<void> {
  const chunks = await writeBundle(out)
  writeFileSync(join(out, 'package.json'), '{"type":"commonjs"}\n')
  writeFileSync(join(out, 'NOTICE'), notice(chunks))
}

/** Packages whose code is in the bundle, with their licences: ncc's own list leaves most of them out. */
function notice(chunks: readonly OutputChunk[]): string {
  const entries = bundledPackages(chunks).map(folder => {
    const { name, version, license } = manifestOf(folder)
    const file = readdirSync(folder).find(candidate => /^licen[cs]e/i.test(candidate))
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
    return `${name} ${version} (${license})\n\n${text}\n`
  })
  return `This bundle holds code of these packages, under their licences.\n\n${entries.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** Folder of every package of which the bundler took a module. */
function bundledPackages(chunks: readonly OutputChunk[]): string[] {
  const taken = chunks.flatMap(
    ({ moduleIds }) =>
      moduleIds
        .join('\n')
        .match(/node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/(?:.*\/node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/)?/g) ?? []
  )
  return [...new Set(taken)].filter(folder => existsSync(join(folder, 'package.json'))).sort()
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<'name' | 'version' | 'license', string>

const bundleFiles = (folder: string): string[] => readdirSync(folder).sort()

try {
  await build()
  if (check) compare()
  else {
    rmSync('dist', { recursive: true, force: true })
    cpSync(out, 'dist', { recursive: true })
  }
} finally {
  rmSync(out, { recursive: true, force: true })
}

function compare(): void {
  const [built, committed] = [bundleFiles(out), bundleFiles('dist')]
  const same = (name: string): boolean =>
    built.includes(name) &&
    committed.includes(name) &&
    readFileSync(join(out, name)).equals(readFileSync(join('dist', name)))
  const differing = [...new Set([...built, ...committed])].filter(name => !same(name))
  if (differing.length > 0) {
    process.stderr.write(
      `dist/ is not what the sources give: ${differing.join(', ')}. Run "npm run build" and commit it.\n`
    )
    process.exitCode = 1
  } else process.stdout.write(`dist/ is what the sources give: ${built.length} files.\n`)
}
