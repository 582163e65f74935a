import { findingsOf } from '../../src/server/causes/index.ts'
import { readFacts, type ServerFacts } from '../../src/server/facts.ts'
import type { Machine } from './machine.ts'

export const script = 'server/diagnose_webhook_networking.sh'

/** Runs the script in the machine and reads what it saw. */
export function factsOf(machine: Machine, options: string, shell = 'sh', user = 0): ServerFacts {
  const { code, out, err } = machine.sh(`${shell} ${script} --json ${options}`, { user })
  const read = readFacts(out)
  if (code !== 0 || err !== '' || 'unread' in read)
    throw new Error(`${code} ${err}\n${out}\n${JSON.stringify(read).slice(0, 300)}`)
  return read.facts
}

/** The codes of the findings, with their levels. */
export const codesOf = (facts: ServerFacts): readonly string[] =>
  findingsOf(facts).map(({ code, level }) => (level === 'error' ? code : `${code} (${level})`))
