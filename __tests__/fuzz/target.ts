import type * as fc from 'fast-check'

/** One reader under fire: what it is fed, and what must hold whatever it is fed. */
export interface Target {
  readonly id: string
  /** Real inputs, from fixtures and the corpus of cases. */
  readonly seeds: readonly string[]
  /** What the format's own words and signs look like. */
  readonly words: readonly string[]
  /** Inputs that are right by the grammar, or nearly so. */
  readonly grammar: fc.Arbitrary<string>
  /**
   * Reads one input and throws where a promise does not hold. Gives back what was seen, in a few words: an input that
   * shows something new is worth going on from. `deep` asks for the promises that take several readings.
   */
  check(input: string, deep: boolean): readonly string[] | Promise<readonly string[]>
  /** Most executions that the short run in the tests can afford. */
  readonly runs: number
  close?(): Promise<void>
}

/** A promise that did not hold; `promise` is the same for all inputs that break it in the same way. */
export class Broken extends Error {
  readonly promise: string

  constructor(promise: string, detail: unknown) {
    super(`${promise}: ${typeof detail === 'string' ? detail : JSON.stringify(detail)}`)
    this.promise = promise
  }
}

/** Two readings that must come to the same; the first difference is what the message shows. */
export function same(promise: string, expected: unknown, actual: unknown): void {
  const [one, other] = [asText(expected), asText(actual)]
  if (one === other) return
  const [before, after] = [one.split('\n'), other.split('\n')]
  const at = before.findIndex((line, index) => line !== after[index])
  const line = at === -1 ? before.length : at
  throw new Broken(promise, `line ${line} was ${before[line] ?? 'none'}, is ${after[line] ?? 'none'}`)
}

/** Maps and sets are data too; a text with its places is its text. */
export const asText = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, each: unknown) => (each instanceof Map ? [...each] : each instanceof Set ? [...each].sort() : each),
    1
  ) ?? 'undefined'

/** What breaks many inputs in one way: the promise, or the error with the function that threw it. */
export function signatureOf(error: unknown): string {
  if (error instanceof Broken) return error.promise
  if (!(error instanceof Error)) return String(error)
  const place = /(src|node_modules)\/([^\s:)]+)/.exec(error.stack ?? '')?.[2] ?? ''
  return `${error.name} ${error.message.replace(/\d+/g, 'N').slice(0, 80)} in ${place}`
}
