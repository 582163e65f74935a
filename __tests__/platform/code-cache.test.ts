import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Ended, entry, node } from '../bundle.ts'
import { checkout } from '../checkout.ts'

/** A home of its own for each test, and what is kept there. */
function home() {
  const folder = checkout({})
  const cache = join(folder, '.cache', 'webhook-reach-check')
  const kept = (): readonly string[] =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter(name => name.includes('compiled'))
  const file = (): string => join(folder, kept()[0] ?? 'nothing was kept')
  const lint = (env: Readonly<Record<string, string>> = {}, bundle = entry, cwd = process.cwd()): Promise<Ended> =>
    node([bundle, 'lint', join(process.cwd(), 'examples/incident')], { HOME: folder, ...env }, cwd)
  return { folder, cache, kept, file, lint }
}

const expectFound = ({ code, stdout, stderr }: Ended): void => {
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toContain('loopback-without-proxy')
}

/** As old as nothing that this test writes. */
const age = (file: string): void => utimesSync(file, 1, 1)
const isAged = (file: string): boolean => statSync(file).mtimeMs === 1000

describe('what was compiled is kept', () => {
  test('by the first lint, for this user alone, and used by the next ones', async () => {
    const { cache, kept, file, lint } = home()
    expectFound(await lint())
    expect(kept()).toHaveLength(1)
    expect([statSync(file()).mode & 0o777, statSync(cache).mode & 0o777]).toEqual([0o600, 0o700])
    age(file())
    expectFound(await lint())
    expect(isAged(file())).toBe(true)
  })

  test('where XDG_CACHE_HOME says', async () => {
    const { folder, kept, lint } = home()
    expectFound(await lint({ XDG_CACHE_HOME: join(folder, 'elsewhere') }))
    expect(kept()).toEqual([expect.stringMatching(/^elsewhere\/webhook-reach-check\/compiled-/)])
  })

  test('by a lint, not by what needs less', async () => {
    const { folder, kept } = home()
    expect((await node([entry, '--version'], { HOME: folder }, folder)).code).toBe(0)
    expect(kept()).toEqual([])
  })

  test('of one version: of another file nothing is used, and the older one makes room', async () => {
    const { folder, cache, kept, file, lint } = home()
    expectFound(await lint())
    writeFileSync(join(cache, 'of somebody else'), '')
    const other = join(folder, 'dist')
    cpSync(dirname(entry), other, { recursive: true })
    const before = file()
    appendFileSync(join(other, 'main.js'), '\n')
    expectFound(await lint({}, join(other, 'index.js')))
    expect(kept()).toHaveLength(1)
    expect(file()).not.toBe(before)
    expect(readdirSync(cache)).toContain('of somebody else')
  })
})

describe('nothing is kept', () => {
  test.each(['CI', 'GITHUB_ACTIONS', 'NODE_DISABLE_COMPILE_CACHE'])('where %s is set', async name => {
    const { kept, lint } = home()
    expectFound(await lint({ [name]: 'true' }))
    expect(kept()).toEqual([])
  })

  test('where the folder can not be made', async () => {
    const { folder, lint } = home()
    writeFileSync(join(folder, '.cache'), '')
    expectFound(await lint())
  })

  test('in the checkout, whose author could write it', async () => {
    const { folder, kept, lint } = home()
    expectFound(await lint({ XDG_CACHE_HOME: '.cache' }, entry, folder))
    expect(kept()).toHaveLength(1)
    const inside = checkout({ '.github/workflows/deploy.yml': 'on: push\njobs: {}\n' })
    expectFound(await lint({ XDG_CACHE_HOME: 'cache' }, entry, inside))
    expectFound(await lint({ HOME: 'home' }, entry, inside))
    expect(readdirSync(inside)).toEqual(['.github'])
  })
})

describe('what somebody else could have written is not run', () => {
  type Case = readonly [string, (file: string) => void]
  const foreign: readonly Case[] =
    process.getuid?.() === 0 ? [['it is not its own', file => chownSync(file, 65534, 65534)]] : []

  test.each<Case>([
    ['others may write to it', file => chmodSync(file, 0o666)],
    ...foreign,
    ['it is empty', file => truncateSync(file, 0)],
    ['it is half of it', file => truncateSync(file, statSync(file).size >> 1)],
    ['it is something else', file => writeFileSync(file, 'hello')],
    ['it is of another Node', file => writeFileSync(file, readFileSync(file).fill(1, 0, 12))]
  ])('%s: it is made anew', async (_, change) => {
    const { file, lint } = home()
    await lint()
    change(file())
    age(file())
    expectFound(await lint())
    expect(isAged(file())).toBe(false)
  })

  test('a folder in its place is no reason to stop', async () => {
    const { file, lint } = home()
    await lint()
    const place = file()
    rmSync(place)
    mkdirSync(place)
    expectFound(await lint())
  })
})
