import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { createRequire, Module } from 'node:module'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'

const prefix = 'compiled-'
/** Far more than V8 makes of this program. */
const mostBytes = 8 * 1_048_576

/**
 * Loads a CommonJS file ahead of the `require` that asks for it, with what V8 made of it the last time: compiling is half
 * of a short run. Node's own compile cache keeps a file as it is when loaded; most of ours is compiled later, when it is
 * first called.
 *
 * Does nothing where there is no such file, and nothing on a runner: no job may meet what another one left.
 */
export function loadCompiled(file: string, { keeps }: { readonly keeps: boolean }): void {
  const { CI, GITHUB_ACTIONS, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env
  if (CI || GITHUB_ACTIONS || NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE) return
  const cache = cacheOf(file)
  if (cache === null) return
  const cachedData = readOwn(cache)
  // The build writes ASCII.
  const source = Module.wrap(readFileSync(file, 'latin1'))
  const script = new Script(source, { filename: file, ...(cachedData !== null && { cachedData }) })
  if (keeps && script.cachedDataRejected !== false) process.once('exit', () => keep(script.createCachedData(), cache))
  const require = createRequire(file)
  const module = Object.assign(new Module(file), { filename: file, loaded: true })
  require.cache[file] = module
  const run = script.runInThisContext() as (...scope: readonly unknown[]) => void
  run.call(module.exports, module.exports, require, module, file, dirname(file))
}

/** Where it is kept; the name changes with the file, since V8 compares no more than the length. */
function cacheOf(file: string): string | null {
  try {
    const { size, mtimeMs } = statSync(file)
    const named = process.env['XDG_CACHE_HOME'] ?? ''
    const folder = isAbsolute(named) ? named : join(homedir(), '.cache')
    // A relative one would lie in the checkout, whose author could write it.
    return isAbsolute(folder) ? join(folder, 'webhook-reach-check', `${prefix}${size}-${mtimeMs}`) : null
  } catch {
    return null
  }
}

/** Null unless it is this user's alone: it is code, and whoever can write it runs it. */
function readOwn(cache: string): Buffer | null {
  try {
    const opened = openSync(cache, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      const facts = fstatSync(opened)
      const own = process.getuid === undefined || (facts.uid === process.getuid() && (facts.mode & 0o022) === 0)
      return own && facts.isFile() && facts.size <= mostBytes ? readFileSync(opened) : null
    } finally {
      closeSync(opened)
    }
  } catch {
    return null
  }
}

/**
 * In one step, so that nobody reads half of it, and on the disk before: V8 crashes on what is damaged. Instead of what was
 * kept of other versions; not at all where it can't be.
 */
function keep(data: Buffer, cache: string): void {
  const folder = dirname(cache)
  const draft = `${cache}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const forerunners = readdirSync(folder).filter(name => name.startsWith(prefix))
    for (const name of forerunners) rmSync(join(folder, name), { force: true })
    writeFileSync(draft, data, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(draft, cache)
  } catch {
    if (existsSync(draft)) rmSync(draft)
  }
}
