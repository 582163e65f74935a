import { createContext, Script } from 'node:vm'

/** A pattern that takes longer on a body of 64 KiB backtracks without end. */
const patternMs = 500

const test = new Script('pattern.test(body)')

/**
 * True where the body holds the text, or the pattern matches.
 *
 * The body is a stranger's, so a careless pattern may never come to an end on it; a script of its own can be stopped.
 */
export function bodyHolds(expected: string | RegExp, body: string): boolean {
  if (typeof expected === 'string') return body.includes(expected)
  const pattern = new RegExp(expected.source, expected.flags.replace(/[gy]/g, ''))
  try {
    return test.runInContext(createContext({ pattern, body }), { timeout: patternMs }) === true
  } catch {
    return false
  }
}
