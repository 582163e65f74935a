import type { Directive } from '../model/deployment.ts'
import type { Problem, Rule } from './rule.ts'

/** A rule about a comment, judged once the other rules have run. */
interface IgnoreRule extends Pick<Rule, 'id' | 'level' | 'title' | 'why' | 'fix'> {
  judge(directive: Directive, used: boolean): Problem | null
}

const form = '# webhook-reach-check: ignore[rule-id] reason'

export const ignoreWithoutReason: IgnoreRule = {
  id: 'ignore-without-reason',
  level: 'warning',
  title: 'An ignore comment gives no reason',
  why: 'Whoever reads it in a year has to know whether it still holds.',
  fix: `Write the reason after the bracket: \`${form}\`.`,
  judge: ({ at, names, reason }) =>
    reason !== '' || names.length === 0
      ? null
      : {
          at,
          message: `This silences ${names.join(', ')} and does not say why.`,
          fix: { description: `Add the reason: ${form}`, edits: [] }
        }
}

export const unusedIgnore: IgnoreRule = {
  id: 'unused-ignore',
  level: 'warning',
  title: 'An ignore comment silences nothing',
  why: 'It stands in the wrong place, names another rule, or what it silenced is gone. Left there it hides the next finding.',
  fix: 'Put it on the line of the finding or the line before (before the whole command, where that goes over several lines), or remove it.',
  judge: ({ at, names }, used) =>
    used
      ? null
      : {
          at,
          message:
            names.length === 0
              ? `This names no rule, so it silences nothing: write ${form}`
              : `This silences nothing: no ${names.join(', ')} is found on this line or the next.`,
          fix: {
            description: 'Remove it, or move it to the line before the finding, or before the whole command.',
            edits: []
          }
        }
}
