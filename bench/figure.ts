/** One figure, under a name that stays: what baselines and comparisons are made of. */
export interface Figure {
  readonly id: string
  readonly what: string
  readonly value: number
  readonly unit: Unit
}

/** `times` is a ratio within one run; `ms` says as much of the machine as of the program, so it is never kept. */
export type Unit = 'times' | 'MiB' | 'KiB' | 'count' | 'ms'

/** A part of the benchmark: its figures, and the Markdown that shows them. */
export interface Part {
  readonly figures: readonly Figure[]
  readonly table: string
}

/** The checkout whose dist/ is measured. */
export interface Subject {
  readonly root: string
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const count = (value: number): string => value.toLocaleString('en')

export const milliseconds = (value: number): string =>
  value < 10_000 ? `${count(Math.round(value))} ms` : `${(value / 1000).toFixed(1)} s`

export const times = (value: number): string => value.toFixed(value < 1 ? 2 : 1)

export const kib = (bytes: number): number => Math.round(bytes / 102.4) / 10

export function show({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (unit === 'times') return `${times(value)} times`
  if (unit === 'ms') return milliseconds(value)
  return unit === 'count' ? count(value) : `${value < 10 ? value.toFixed(1) : count(Math.round(value))} ${unit}`
}
