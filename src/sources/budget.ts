import type { MappedText } from '../text/mapped-text.ts'
import type { Recorder } from './frame.ts'

/** Commands run in one workflow; a loop over loops over words stops here. */
const mostCommands = 20_000
/** Commands run in all workflows together. */
const mostInAll = 400_000
/** Texts that a stage of a pipeline hands on one by one; stages that each print several multiply them. */
const mostPieces = 64

const budgets = new WeakMap<Recorder, { spent: number; before: number }>()

/** The next workflow has a share of its own. */
export function renewBudget(recorder: Recorder): void {
  const { spent, before } = budgets.get(recorder) ?? { spent: 0, before: 0 }
  budgets.set(recorder, { spent: 0, before: before + spent })
}

/** False where the workflow, or the whole run, has had its share of commands and rounds. */
export function spendCommand(recorder: Recorder, source: MappedText): boolean {
  const budget = budgets.get(recorder) ?? { spent: 0, before: 0 }
  budgets.set(recorder, budget)
  const most = Math.min(mostCommands, mostInAll - budget.before)
  if (++budget.spent === most + 1) {
    const { file, line } = source.location(0, 1)
    recorder.addUnread({ file, line, reason: `more than ${most} commands run by here; the rest is not read` })
  }
  return budget.spent <= most
}

/** What of these a pipeline hands on. */
export function few(texts: readonly MappedText[], recorder: Recorder, source: MappedText): readonly MappedText[] {
  if (texts.length <= mostPieces) return texts
  const { file, line } = source.location(0, 1)
  recorder.addUnread({
    file,
    line,
    reason: `a pipeline hands on more than ${mostPieces} texts by here; the rest is not read`
  })
  return texts.slice(0, mostPieces)
}
