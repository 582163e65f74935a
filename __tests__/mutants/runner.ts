import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Declared, takeDeclared } from './declared.ts'

/** What the mutated sources read and write, under the name that Stryker's instrumenter gives it. */
interface Shared {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: unknown
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

interface Test extends Declared {
  readonly id: string
  readonly file: string
  ms: number
}

/** What Stryker asks for, of `MutantRunOptions` in @stryker-mutator/api. */
interface MutantRun {
  readonly activeMutant: { readonly id: string }
  readonly testFilter?: readonly string[]
  readonly hitLimit?: number
  /** True for code that runs while modules load. */
  readonly reloadEnvironment: boolean
  readonly sandboxFileName: string
}

/** Small repositories that one mutant is tried with, spread over those that reach it: there are hundreds. */
const casesEach = Number(process.env['MUTANT_CASES'] ?? 40)
const isCase = (file: string): boolean => file.includes('/corpus/')

/** The copy with the mutants in it; Stryker goes there once its plugins are loaded. */
let root = ''
/** Set while modules load anew, for a mutant in code that runs but once. */
let generation = ''
let generations = 0
const stripped = new Map<string, string>()
/** Which of our files each file imports, by path. */
const imports = new Map<string, Set<string>>()

const isOurs = (url: string): boolean =>
  root !== '' && url.startsWith(root) && !url.includes('/node_modules/') && /\.ts(\?|$)/.test(url)
const absolute = (url: string): string => fileURLToPath(url.replace(/\?.*$/, ''))
const local = (path: string): string => relative(process.cwd(), path)

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? ''
    if (specifier === 'vitest' && isOurs(parent))
      return { url: new URL('declared.ts', import.meta.url).href, shortCircuit: true }
    const resolved = next(specifier, context)
    if (!isOurs(resolved.url)) return resolved
    if (isOurs(parent)) {
      const from = local(absolute(parent))
      imports.set(from, (imports.get(from) ?? new Set()).add(local(absolute(resolved.url))))
    }
    return { ...resolved, url: `${resolved.url}${generation}` }
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context)
    const path = absolute(url)
    const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'))
    stripped.set(path, source)
    return { format: 'module', source, shortCircuit: true }
  }
})

/**
 * Runs vitest's test files in the process that holds the mutants, so that a mutant costs its tests and nothing else:
 * a worker of vitest's for each of some thousand would take hours.
 */
export class InProcessRunner {
  static readonly inject = ['options'] as const
  readonly #files: readonly string[]
  readonly #shared: Shared
  /** The test file that killed the last mutant of a source file: likely to kill the next. */
  readonly #killers = new Map<string, string>()
  #tests: readonly Test[] = []

  constructor(options: { readonly testFiles: readonly string[] }) {
    this.#files = options.testFiles
    const global = globalThis as { __stryker__?: Shared }
    global.__stryker__ ??= {}
    this.#shared = global.__stryker__
  }

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    root = pathToFileURL(`${process.cwd()}/`).href
    this.#tests = await load(this.#files)
  }

  async dryRun(): Promise<unknown> {
    const tests = []
    for (const test of this.#tests) {
      this.#shared.currentTestId = test.id
      const start = performance.now()
      const failureMessage = await failureOf(test)
      test.ms = performance.now() - start
      const { id, name, file: fileName, ms: timeSpentMs } = test
      tests.push({ id, name, fileName, timeSpentMs, status: failureMessage === null ? 0 : 1, failureMessage })
    }
    this.#shared.currentTestId = undefined
    return { status: 'complete', tests, mutantCoverage: this.#shared.mutantCoverage }
  }

  async mutantRun({
    activeMutant,
    testFilter,
    hitLimit,
    reloadEnvironment,
    sandboxFileName
  }: MutantRun): Promise<unknown> {
    const mutated = local(sandboxFileName)
    Object.assign(this.#shared, { activeMutant: activeMutant.id, hitCount: 0, hitLimit })
    try {
      return await this.#judge(reloadEnvironment ? this.#anew(mutated) : this.#known(testFilter), mutated)
    } finally {
      Object.assign(this.#shared, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
    }
  }

  async #judge(tests: AsyncIterable<Test> | Iterable<Test>, mutated: string): Promise<unknown> {
    let nrOfTests = 0
    try {
      for await (const test of tests) {
        nrOfTests++
        const failureMessage = await failureOf(test)
        const { hitCount = 0, hitLimit = Number.POSITIVE_INFINITY } = this.#shared
        if (hitCount > hitLimit) return { status: 'timeout', reason: `Hit ${hitCount} times` }
        if (failureMessage === null) continue
        this.#killers.set(mutated, test.file)
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests }
      }
    } catch (error) {
      return { status: 'killed', killedBy: [], failureMessage: `It does not load: ${String(error)}`, nrOfTests }
    }
    return { status: 'survived', nrOfTests }
  }

  /** The tests that cover a mutant, the quickest first. */
  #known(filter: readonly string[] | undefined): readonly Test[] {
    const wanted = filter === undefined ? null : new Set(filter)
    return sample(this.#tests.filter(({ id }) => wanted?.has(id) ?? true)).sort((one, other) => one.ms - other.ms)
  }

  /** Every test that imports the mutated file, loaded once more, those of its own folder first. */
  async *#anew(mutated: string): AsyncIterable<Test> {
    const [, folder = ''] = mutated.split('/')
    const rank = (file: string): number =>
      file === this.#killers.get(mutated) ? 0 : file.startsWith(`__tests__/${folder}/`) ? 1 : isCase(file) ? 3 : 2
    generation = `?${++generations}`
    try {
      const files = this.#files.filter(file => reaches(file, mutated))
      for (const file of files.sort((one, other) => rank(one) - rank(other))) yield* sample(await load([file]))
    } finally {
      generation = ''
    }
  }
}

/** All tests but of the small repositories, and an even choice of these. */
function sample(tests: readonly Test[]): Test[] {
  const cases = tests.filter(({ file }) => isCase(file))
  const step = Math.max(1, cases.length / casesEach)
  const taken = new Set(cases.filter((_, nth) => Math.floor(nth / step) !== Math.floor((nth - 1) / step)))
  return tests.filter(test => !isCase(test.file) || taken.has(test))
}

/** True where a file imports the other, directly or not. */
function reaches(from: string, to: string): boolean {
  const seen = new Set([from])
  for (const path of seen) for (const imported of imports.get(path) ?? []) seen.add(imported)
  return seen.has(to)
}

async function load(files: readonly string[]): Promise<Test[]> {
  const tests: Test[] = []
  for (const file of files) {
    await import(`${root}${file}${generation}`)
    const names = new Map<string, number>()
    for (const declared of takeDeclared()) {
      const nth = (names.get(declared.name) ?? 0) + 1
      names.set(declared.name, nth)
      tests.push({ ...declared, id: `${file}#${declared.name}${nth === 1 ? '' : ` (${nth})`}`, file, ms: 0 })
    }
  }
  return tests
}

async function failureOf(test: Declared): Promise<string | null> {
  try {
    await test.run()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
