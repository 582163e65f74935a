import { type Figure, show, table, type Unit } from './figure.ts'

/** Figures of some run, by their ids, and by how much each kind may differ from run to run of the same program. */
export interface Baseline {
  readonly tolerance: Readonly<Partial<Record<Unit, number>>>
  readonly figures: Readonly<Record<string, number>>
}

/** Shares by which figures of one program differ from run to run, as seen; sizes and counts do not. */
const tolerance: Baseline['tolerance'] = { times: 0.15, MiB: 0.15, ms: 0.15, KiB: 0, count: 0 }

/** What is worth keeping of a run: all but the milliseconds, which are the machine's. */
export function baselineOf(figures: readonly Figure[]): Baseline {
  const kept = figures.filter(({ unit }) => unit !== 'ms')
  return {
    tolerance,
    figures: Object.fromEntries(
      kept.map(({ id, value, unit }) => [id, Number(value.toFixed(unit === 'times' ? 2 : 1))])
    )
  }
}

/** Every figure beside that of another bundle in the same rounds. Ratios to third programs would only say it again. */
export function changesInRun(here: readonly Figure[], there: readonly Figure[]): string {
  const figures = Object.fromEntries(there.map(({ id, value }) => [id, value]))
  const own = here.filter(({ unit }) => unit !== 'times')
  return changes(own, { tolerance, figures }, 'There')
}

/** Every figure beside what it was: the less the better, all of them. */
export function changes(figures: readonly Figure[], before: Baseline, name: string): string {
  const rows = figures.flatMap(figure => {
    const was = before.figures[figure.id]
    if (was === undefined) return figure.unit === 'ms' ? [] : [[figure.what, '', show(figure), 'new']]
    return [[figure.what, show({ ...figure, value: was }), show(figure), change(figure, was, before)]]
  })
  return table(['Figure', name, 'Here', 'Change'], rows)
}

function change({ value, unit }: Figure, was: number, before: Baseline): string {
  const share = was === 0 ? value - was : value / was - 1
  if (share === 0) return ''
  const text = `${share > 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(1)} %`
  if (Math.abs(share) <= (before.tolerance[unit] ?? 0)) return text
  return share > 0 ? `**${text}**` : `${text}, better`
}
