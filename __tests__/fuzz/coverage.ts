import { type Profiler, Session } from 'node:inspector'

/** Blocks of our own sources that were run, as V8 counts them (`Profiler.takePreciseCoverage`). */
export class Coverage {
  readonly #session = new Session()
  readonly #seen = new Set<string>()
  readonly #root: string

  constructor(root: URL) {
    this.#root = root.href
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.resume()
  }

  resume(): void {
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** Counting costs time, which must not count where time is what is measured. */
  pause(): void {
    this.#session.post('Profiler.stopPreciseCoverage')
  }

  get blocks(): number {
    return this.#seen.size
  }

  /** Blocks run since the last call that had not been run before. They stay new until `learn` has them. */
  fresh(): readonly string[] {
    let result: readonly Profiler.ScriptCoverage[] = []
    // In the same thread the answer is there when the call returns.
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error === null) result = answer.result
    })
    return result
      .filter(({ url }) => url.startsWith(this.#root))
      .flatMap(({ url, functions }) =>
        functions.flatMap(({ ranges }) =>
          ranges.flatMap(({ count, startOffset, endOffset }) => {
            const key = `${url.slice(this.#root.length)}:${startOffset}-${endOffset}`
            return count > 0 && !this.#seen.has(key) ? [key] : []
          })
        )
      )
  }

  learn(blocks: readonly string[]): void {
    for (const block of blocks) this.#seen.add(block)
  }
}
