import { type Figure, show, table } from './figure.ts'

/** What a figure has to stay under; those that a machine cannot disturb are a test as well (`__tests__/size.test.ts`). */
export const budgets: readonly { readonly id: string; readonly atMost: number }[] = [
  { id: 'start lint examples/incident', atMost: 2 },
  { id: 'start lint examples/incident again', atMost: 2 },
  { id: 'lint 100 / actionlint', atMost: 1 },
  { id: 'lint 1000 / actionlint, no shellcheck', atMost: 1 },
  { id: 'lint 10000 / actionlint, no shellcheck', atMost: 1 },
  { id: 'lint 1000 / zizmor', atMost: 1 },
  { id: 'lint 10000 / zizmor', atMost: 1 },
  { id: 'lint growth', atMost: 11 },
  { id: 'lint 10000 memory', atMost: 286 },
  { id: 'size entry', atMost: 976 },
  { id: 'loaded lint', atMost: 976 },
  { id: 'size archive', atMost: 1464 },
  { id: 'size undici', atMost: 1 },
  { id: 'size octokit', atMost: 1 }
]

/** Each budget with what was measured; what was not measured is left out. */
export function budgetsTable(figures: readonly Figure[]): string {
  const rows = budgets.flatMap(({ id, atMost }) => {
    const figure = figures.find(candidate => candidate.id === id)
    if (figure === undefined) return []
    const held = figure.value <= atMost ? 'yes' : '**no**'
    return [[figure.what, show({ ...figure, value: atMost }), show(figure), held]]
  })
  return table(['What', 'At most', 'Measured', 'Held'], rows)
}
