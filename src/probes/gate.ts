import { explain, shown } from '../diagnosis/explain.ts'
import { type Judgement, judge, wordsOf } from '../diagnosis/judge.ts'
import { CalledOff } from '../errors.ts'
import type { Fault, ProbeResult } from '../model/hop.ts'
import type { Clock, Network } from '../platform/host.ts'
import { Attempts } from './attempts.ts'
import { resultOf } from './result.ts'
import { walkRound } from './round.ts'
import type { Target } from './target.ts'
import { pauseAfter } from './waiting.ts'

/** A round under way is heard out for so long when the run is called off: the runner leaves it 7.5 s. */
const graceMs = 3000

/** The log says at least this often that the gate still waits. */
const remindMs = 15_000

/**
 * Probes one webhook URL until it passes as often as asked, until what is wrong cannot be mended by waiting, or until
 * the time is over, or the run is called off.
 */
export async function probe(
  target: Target,
  network: Network,
  clock: Clock,
  log: (line: string) => void
): Promise<ProbeResult> {
  const started = clock.elapsed()
  const interrupted = clock.interrupted?.()
  const attempts = new Attempts()
  const say = progress(target, clock, log)
  const late = tooLate(interrupted, clock)
  let last: Judgement | null = null
  for (;;) {
    const round = await Promise.race([walkRound(target, network, clock), late])
    if (round === null) return resultOf(lastWord(last, attempts, target), attempts, target)
    const judgement = judge(round, target, clock.now())
    last = judgement
    const spent = clock.elapsed() - started
    attempts.add(judgement.verdict === 'fail' ? (judgement.faults[0]?.code ?? '') : 'ok', spent)
    const left = interrupted?.aborted ? 0 : target.waitMs - spent
    if (isSettled(judgement, attempts, target, left))
      return resultOf(withFlapping(judgement, attempts, target), attempts, target)
    if (interrupted?.aborted) return resultOf(lastWord(last, attempts, target), attempts, target)
    say(judgement, attempts, left)
    // A streak of passes goes on past the end of the time: it can only get shorter by a failure.
    const pause = pauseAfter(attempts.failures)
    if (attempts.failures === 0) await clock.sleep(pause, interrupted)
    else await clock.sleep(Math.max(0, Math.min(pause, left)), interrupted)
  }
}

/** Null a moment after the run is called off, and never where it is not. */
const tooLate = (signal: AbortSignal | undefined, clock: Clock): Promise<null> =>
  new Promise(resolve => {
    const soon = (): Promise<void> => clock.sleep(graceMs).then(() => resolve(null))
    if (signal?.aborted) soon()
    else signal?.addEventListener('abort', soon, { once: true })
  })

/** What a run that was called off comes to: what it saw last, but never a pass that was not proven. */
function lastWord(last: Judgement | null, attempts: Attempts, target: Target): Judgement {
  if (last !== null && last.verdict === 'fail') return withFlapping(last, attempts, target)
  const seen = last === null ? 'the first answer came' : `${target.stable} rounds had passed`
  throw new CalledOff(`The run was called off before ${seen}: nothing is known of ${shown(target.url)}.`)
}

function isSettled({ verdict, faults }: Judgement, attempts: Attempts, target: Target, left: number): boolean {
  if (verdict !== 'fail') return attempts.passes >= target.stable
  return left <= 0 || faults.some(({ level, waitingHelps }) => level === 'error' && !waitingHelps)
}

/** A gate that ends on a failure among passes says so, and what the failures were. */
function withFlapping(judgement: Judgement, attempts: Attempts, target: Target): Judgement {
  const hopeless = judgement.faults.some(({ level, waitingHelps }) => level === 'error' && !waitingHelps)
  if (judgement.verdict !== 'fail' || hopeless || !attempts.isFlapping(target.stable)) return judgement
  const passes = attempts.history
    .filter(({ diagnosis }) => diagnosis === 'ok')
    .reduce((sum, { rounds }) => sum + rounds, 0)
  const others = [...new Set(attempts.history.map(({ diagnosis }) => diagnosis))].filter(
    diagnosis => diagnosis !== 'ok'
  )
  const detail = `${passes} of ${attempts.count} rounds passed, the others came to ${others.join(', ')}`
  const flapping: Fault | null = explain({ phase: 'rounds', detail }, wordsOf(target))
  return flapping === null ? judgement : { ...judgement, faults: [flapping, ...judgement.faults] }
}

/** One line where something changes, and one now and then: a log that grows, no flood. */
function progress(
  target: Target,
  clock: Clock,
  log: (line: string) => void
): (judgement: Judgement, attempts: Attempts, left: number) => void {
  let saidAt = 0
  let saidWhat = ''
  return ({ verdict, faults }, attempts, left) => {
    const what = verdict === 'fail' ? (faults[0]?.says ?? '') : `passed ${attempts.passes} of ${target.stable} rounds.`
    if (what === saidWhat && clock.elapsed() - saidAt < remindMs) return
    saidAt = clock.elapsed()
    saidWhat = what
    const more = left > 0 ? ` Trying for another ${Math.ceil(left / 1000)} s.` : ''
    log(`${shown(target.url)}: attempt ${attempts.count}: ${what}${more}`)
  }
}
