import { format } from 'node:util'
import { expect } from 'vitest'

/** Stands in for vitest where tests run inside the mutation runner: the tests that a file declares, and its assertions. */
export interface Declared {
  readonly name: string
  run(): Promise<void>
}

type Body = (...args: never[]) => unknown
type Row = readonly unknown[]

const declared: Declared[] = []
const path: string[] = []
let cleanups: (() => unknown)[] = []

/** What was declared since the last call. */
export const takeDeclared = (): readonly Declared[] => declared.splice(0)

function declare(name: string, body: Body, args: Row = []): void {
  const run = async (): Promise<void> => {
    try {
      await body(...(args as never[]))
    } finally {
      for (const cleanup of cleanups) await cleanup()
      cleanups = []
    }
  }
  declared.push({ name: [...path, name].join(' > '), run })
}

function group(name: string, body: Body, args: Row = []): void {
  path.push(name)
  body(...(args as never[]))
  path.pop()
}

/** One call a row; a row that is no list is the only argument. */
const each =
  (call: (name: string, body: Body, args: Row) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of rows) {
      const args = Array.isArray(row) ? row : [row]
      const places = name.match(/%[sdijo]/g)?.length ?? 0
      call(format(name, ...args.slice(0, places)), body, args)
    }
  }

export const test = Object.assign((name: string, body: Body): void => declare(name, body), { each: each(declare) })
export const describe = Object.assign((name: string, body: Body): void => group(name, body), { each: each(group) })
export const onTestFinished = (cleanup: () => unknown): void => void cleanups.push(cleanup)
export { expect }
