import type { Level } from '../model/finding.ts'
import { BadValue } from './input-spec.ts'
import { eachLine, type Parser } from './parsers.ts'

const levels = ['error', 'warning', 'notice', 'off'] as const

/** What `rules` makes of a rule. */
export type RuleLevel = Level | 'off'

/** `rule-id: level`, one a line; a rule that is named twice with two levels is a mistake, not a question of order. */
export const parseRules =
  (ruleIds: readonly string[]): Parser<ReadonlyMap<string, RuleLevel>> =>
  text => {
    const chosen = new Map<string, RuleLevel>()
    eachLine(line => {
      const [, id = '', word = ''] = /^([\w-]+)\s*:\s*(\w+)$/.exec(line) ?? []
      const level = levels.find(candidate => candidate === word)
      const before = chosen.get(id)
      if (!ruleIds.includes(id) || level === undefined || (before ?? level) !== level) throw new BadValue(line)
      chosen.set(id, level)
    })(text)
    return chosen
  }
