import { existsSync, readFileSync } from 'node:fs'

/** An input that once broke a promise, cut down, and what was wrong with it. */
export interface Regression {
  readonly why: string
  readonly input: string
  /** How often the input is repeated, for what only takes too long. */
  readonly times?: number
}

/** Inputs of earlier runs that reach what no fixture reaches: one JSON text a line. */
export const keptSeeds = (target: string): readonly string[] => linesOf(`seeds/${target}.jsonl`)

/** Every input that once broke the target: one JSON object a line. */
export const regressions = (target: string): readonly Regression[] =>
  linesOf<Regression>(`regressions/${target}.jsonl`).map(one => ({ ...one, input: one.input.repeat(one.times ?? 1) }))

/** A value as one line of such a file: nothing in it that a reader of the file could not see. */
export const lineOf = (value: unknown): string =>
  `${JSON.stringify(value).replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

function linesOf<Line>(path: string): readonly Line[] {
  const file = new URL(path, import.meta.url)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}
