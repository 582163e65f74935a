/**
 * Builds dist/: tsc emits, ncc bundles, and what ncc lets pass is checked here. With --check it builds beside dist/ and
 * compares byte for byte.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { minify } from 'terser'

const check = process.argv.includes('--check')
// Beside dist/, so that a build that fails leaves it as it was.
const out = mkdtempSync(join(tmpdir(), 'dist-'))

/** What the bundler took, and from where. */
const stats = join(out, 'stats.json')

const run = (program: string, ...args: string[]): void => {
  execFileSync(join('node_modules', '.bin', program), args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** ncc leaves stale chunks, and exits 0 on an import that it could not resolve. */
async function build(): Promise<void> {
  rmSync('lib', { recursive: true, force: true })
  run('tsc', '-p', 'tsconfig.build.json')
  run('ncc', 'build', 'lib/src/index.js', '-o', out, '--stats-out', stats)
  for (const name of bundleFiles(out)) {
    if (!name.endsWith('.js')) continue
    const text = readFileSync(join(out, name), 'utf8')
    if (text.includes('eval("require")')) throw new Error(`${name} holds an import that ncc could not resolve`)
    // A third of the bytes to download and compile. ncc's own minifier wraps functions so that V8 compiles them all at once.
    const { code = '' } = await minify(text, { module: true, format: { wrap_func_args: false } })
    writeFileSync(join(out, name), code)
  }
  writeFileSync(join(out, 'NOTICE'), notice())
  rmSync(stats)
}

/** Packages whose code is in the bundle, with their licences: ncc's own list leaves most of them out. */
function notice(): string {
  const entries = bundledPackages().map(folder => {
    const { name, version, license } = manifestOf(folder)
    const file = readdirSync(folder).find(candidate => /^licen[cs]e/i.test(candidate))
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
    return `${name} ${version} (${license})\n\n${text}\n`
  })
  return `This bundle holds code of these packages, under their licences.\n\n${entries.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** Folder of every package of which the bundler took a module; the stand-in for the HTTP client is ours. */
function bundledPackages(): string[] {
  const taken = readFileSync(stats, 'utf8').match(/(?:node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/)+/g) ?? []
  return [...new Set(taken)]
    .filter(folder => existsSync(join(folder, 'package.json')) && !manifestOf(folder).private)
    .sort()
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    'name' | 'version' | 'license' | 'private',
    string
  >

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
