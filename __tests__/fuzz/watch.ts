import { Worker } from 'node:worker_threads'

/** No file takes longer than this, in time of the processor: a process that is stopped spends none. */
export const slowMs = 2_000
/** What has not come to its end by then does not come to one. */
const hangMs = 20_000
/** So much for what waits and spends nothing; a thread that gets no turn on a busy machine waits too. */
const silentMs = 300_000
const tickMs = 500

export interface Found {
  readonly signature: string
  readonly message: string
  readonly input: string
}

/** What the thread with the loop is started with. */
export interface Given {
  readonly target: string
  readonly seed: number
  readonly shared: SharedArrayBuffer
  /** What is known to be broken, and told once. */
  readonly known: readonly string[]
  readonly corpus: readonly string[]
}

export interface Tally {
  executions: number
  blocks: number
  corpus: number
  readonly found: Found[]
  readonly kept: string[]
}

/** The input at work, where the watching thread can read it though the other one does not come back. */
export class Mailbox {
  readonly shared: SharedArrayBuffer
  readonly #numbers: Int32Array
  readonly #bytes: Uint8Array

  constructor(shared = new SharedArrayBuffer(16 + 1_048_576)) {
    this.shared = shared
    this.#numbers = new Int32Array(shared, 0, 4)
    this.#bytes = new Uint8Array(shared, 16)
  }

  begin(input: string): void {
    const bytes = Buffer.from(input, 'utf16le').subarray(0, this.#bytes.length)
    this.#bytes.set(bytes)
    Atomics.store(this.#numbers, 1, bytes.length)
    Atomics.add(this.#numbers, 0, 1)
  }

  end(): void {
    Atomics.add(this.#numbers, 0, 1)
  }

  /** Odd or even, a number that has not changed is one and the same step. */
  get step(): number {
    return Atomics.load(this.#numbers, 0)
  }

  get input(): string {
    return Buffer.from(this.#bytes.slice(0, Atomics.load(this.#numbers, 1))).toString('utf16le')
  }

  get over(): boolean {
    return Atomics.load(this.#numbers, 2) === 1
  }

  finish(): void {
    Atomics.store(this.#numbers, 2, 1)
  }
}

/**
 * Runs one target's loop for so many seconds, and starts it again after a hang or after it has eaten all its memory.
 * Seconds are counted in ticks, so that time in which the process was stopped is no time at all.
 */
export async function fuzz(target: string, seconds: number, seed: number): Promise<Tally> {
  const tally: Tally = { executions: 0, blocks: 0, corpus: 0, found: [], kept: [] }
  let ticks = (seconds * 1000) / tickMs
  for (let round = 0; ticks > 0 && round < 50; round++) {
    ticks = await once(target, seed + round * 1_000_000, ticks, tally)
  }
  return tally
}

function once(target: string, seed: number, ticks: number, tally: Tally): Promise<number> {
  const mailbox = new Mailbox()
  const known = tally.found.map(({ signature }) => signature)
  const given: Given = { target, seed, shared: mailbox.shared, known, corpus: tally.kept }
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: 768 }
  })
  const before = tally.executions
  return new Promise((resolve, reject) => {
    let left = ticks
    let [step, still, cpu] = [-1, 0, process.cpuUsage()]
    const end = (): void => {
      clearInterval(timer)
      void worker.terminate().then(() => resolve(left))
    }
    const lost = (signature: string): void => {
      tally.found.push({ signature: `${signature} (${tally.found.length})`, message: signature, input: mailbox.input })
      end()
    }
    const timer = setInterval(() => {
      if (--left <= 0) mailbox.finish()
      if (mailbox.step !== step) [step, still, cpu] = [mailbox.step, 0, process.cpuUsage()]
      const { user, system } = process.cpuUsage(cpu)
      still += tickMs
      if (step > 0 && ((user + system) / 1000 > hangMs || still > silentMs)) lost('it does not come to an end')
      // A loop that has its end and does not take it.
      if (left < -120) end()
    }, tickMs)
    worker.on('message', (message: Partial<Tally> & { found?: Found; kept?: string; done?: true }) => {
      if (message.found !== undefined) tally.found.push(message.found as never)
      if (message.kept !== undefined) tally.kept.push(message.kept as never)
      if (message.executions !== undefined) tally.executions = before + message.executions
      if (message.blocks !== undefined) tally.blocks = message.blocks
      if (message.corpus !== undefined) tally.corpus = message.corpus
      if (message.done) end()
    })
    worker.on('error', error => {
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') lost('it takes more than 768 MB')
      else {
        clearInterval(timer)
        reject(error)
      }
    })
  })
}
