/**
 * Builds dist/: tsc emits, ncc bundles, and what ncc lets pass is checked here. With --check it builds beside dist/ and
 * compares byte for byte.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const check = process.argv.includes('--check')
const out = check ? mkdtempSync(join(tmpdir(), 'dist-')) : 'dist'

const run = (program: string, ...args: string[]): void => {
  execFileSync(join('node_modules', '.bin', program), args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** ncc leaves stale chunks, and exits 0 on an import that it could not resolve. */
function build(): void {
  rmSync('lib', { recursive: true, force: true })
  rmSync(out, { recursive: true, force: true })
  run('tsc', '-p', 'tsconfig.build.json')
  run('ncc', 'build', 'lib/src/index.js', '-o', out, '--license', 'NOTICE')
  for (const name of bundleFiles(out)) {
    if (!name.endsWith('.js')) continue
    const text = readFileSync(join(out, name), 'utf8')
    if (text.includes('eval("require")')) throw new Error(`${name} holds an import that ncc could not resolve`)
    writeFileSync(join(out, name), text.replaceAll(/[ \t]+$/gm, ''))
  }
  writeFileSync(join(out, 'NOTICE'), notice())
}

/** Packages whose code is in the bundle, with their licences: ncc's own list leaves most of them out. */
function notice(): string {
  const names = bundledPackages()
  const entries = names.map(name => {
    const folder = join('node_modules', name)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >
    const file = readdirSync(folder).find(candidate => /^licen[cs]e/i.test(candidate))
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
    return `${name} ${version} (${license})\n\n${text}\n`
  })
  return `This bundle holds code of these packages, under their licences.\n\n${entries.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** Every package that the runtime dependencies bring, by npm's own account; the stand-in for the HTTP client is ours. */
function bundledPackages(): string[] {
  const listing = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const paths = listing.split('\n').map(path => path.split(`node_modules/`).at(-1) ?? '')
  return [...new Set(paths)]
    .filter(name => /^(@[\w-]+\/)?[\w.-]+$/.test(name) && name !== '@actions/http-client')
    .sort()
}

const bundleFiles = (folder: string): string[] => readdirSync(folder).sort()

build()
if (check) {
  const built = bundleFiles(out)
  const committed = bundleFiles('dist')
  const differing = [...new Set([...built, ...committed])].filter(
    name =>
      !built.includes(name) ||
      !committed.includes(name) ||
      !readFileSync(join(out, name)).equals(readFileSync(join('dist', name)))
  )
  rmSync(out, { recursive: true, force: true })
  if (differing.length > 0) {
    process.stderr.write(
      `dist/ is not what the sources give: ${differing.join(', ')}. Run "npm run build" and commit it.\n`
    )
    process.exitCode = 1
  } else process.stdout.write(`dist/ is what the sources give: ${built.length} files.\n`)
}
