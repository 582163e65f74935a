import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { Coverage } from './coverage.ts'
import { keptSeeds, regressions } from './kept.ts'
import { mutate, mutations } from './mutation.ts'
import { Broken, signatureOf } from './target.ts'
import { loadTarget } from './targets/index.ts'
import { type Found, type Given, Mailbox, slowMs } from './watch.ts'

/** The loop: draws inputs, keeps those that reach new code or show something new, tells what is broken. */
const given = workerData as Given
const target = await loadTarget(given.target)
const mailbox = new Mailbox(given.shared)
const coverage = new Coverage(new URL('../../src/', import.meta.url))
const corpus: string[] = []
const signals = new Set<string>()
const known = new Set(given.known)
let executions = 0
let seed = given.seed

const longestKept = 20_000

/** Runs one input; what it showed for the first time, null where it broke a promise. */
async function execute(input: string, deep: boolean): Promise<readonly string[] | null> {
  mailbox.begin(input)
  executions++
  const before = process.threadCpuUsage()
  try {
    const seen = await target.check(input, deep)
    const { user, system } = process.threadCpuUsage(before)
    if (!deep && (user + system) / 1000 > slowMs) await confirmSlow(input)
    const fresh = seen.filter(signal => !signals.has(signal))
    for (const signal of fresh) signals.add(signal)
    return fresh
  } catch (error) {
    await tell(input, error, deep)
    return null
  } finally {
    mailbox.end()
  }
}

/** Once more and without counting: only what is slow by itself is told. */
async function confirmSlow(input: string): Promise<void> {
  coverage.pause()
  const before = process.threadCpuUsage()
  await target.check(input, false)
  const { user, system } = process.threadCpuUsage(before)
  coverage.resume()
  const ms = Math.round((user + system) / 1000)
  if (ms > slowMs) throw new Broken('no file takes longer than 2 s', `${ms} ms for ${input.length} characters`)
}

async function tell(input: string, error: unknown, deep: boolean): Promise<void> {
  const signature = signatureOf(error)
  if (known.has(signature)) return
  known.add(signature)
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const slow = signature.startsWith('no file takes longer')
  const found: Found = { signature, message, input: slow ? input : await smallest(input, signature, deep) }
  parentPort?.postMessage({ found })
}

/** Takes out pieces, from halves to characters, as long as what is left breaks in the same way. */
async function smallest(input: string, signature: string, deep: boolean): Promise<string> {
  const breaks = async (text: string): Promise<boolean> => {
    mailbox.begin(text)
    try {
      await target.check(text, deep)
      return false
    } catch (error) {
      return signatureOf(error) === signature
    }
  }
  let best = input
  let tries = 0
  for (let size = Math.ceil(best.length / 2); size >= 1 && tries < 3000; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && tries < 3000; tries++) {
      const shorter = best.slice(0, at) + best.slice(at + size)
      if (await breaks(shorter)) best = shorter
      else at += size
    }
  }
  return best
}

async function keep(input: string): Promise<void> {
  if (input.length > longestKept) return
  corpus.push(input)
  parentPort?.postMessage({ kept: input })
  await execute(input, true)
  coverage.fresh()
}

function draw(count: number): readonly string[] {
  const newest = fc.nat(Math.max(0, corpus.length - 1))
  const parent = fc.oneof(
    newest,
    newest.map(back => corpus.length - 1 - (back % Math.min(50, corpus.length)))
  )
  const mutated = fc.tuple(parent, mutations(target.words))
  const drawn = fc.oneof(
    { weight: 4, arbitrary: mutated },
    { weight: 1, arbitrary: fc.tuple(target.grammar, fc.constant([])) },
    { weight: 1, arbitrary: fc.tuple(target.grammar, mutations(target.words)) }
  )
  return fc
    .sample(drawn, { numRuns: count, seed: seed++ })
    .map(([from, changes]) => mutate(typeof from === 'string' ? from : (corpus[from] ?? ''), changes, corpus))
}

/** Taking the counts is dear, so a batch is counted as a whole and told apart only where it holds something new. */
async function batch(inputs: readonly string[]): Promise<boolean> {
  const shown: string[] = []
  for (const input of inputs) {
    const fresh = await execute(input, executions % 8 === 0)
    if (fresh !== null && fresh.length > 0) shown.push(input)
  }
  const blocks = coverage.fresh()
  const chosen = new Set(shown)
  if (blocks.length > 0) {
    for (const input of inputs) {
      await execute(input, false)
      const own = coverage.fresh()
      if (own.length > 0) chosen.add(input)
      coverage.learn(own)
    }
    coverage.learn(blocks)
  }
  for (const input of chosen) await keep(input)
  return chosen.size > 0
}

const once = regressions(given.target).map(({ input }) => input)
for (const [nth, input] of [
  ...new Set([...given.corpus, ...target.seeds, ...keptSeeds(given.target), ...once])
].entries()) {
  if (mailbox.over) break
  await execute(input, nth % 8 === 0)
  if (input.length <= longestKept) corpus.push(input)
}
coverage.learn(coverage.fresh())
if (corpus.length === 0) corpus.push('')
for (let size = 8; !mailbox.over; ) {
  size = (await batch(draw(size))) ? 8 : Math.min(256, size * 2)
  parentPort?.postMessage({ executions, blocks: coverage.blocks, corpus: corpus.length })
}
await target.close?.()
parentPort?.postMessage({ executions, blocks: coverage.blocks, corpus: corpus.length, done: true })
