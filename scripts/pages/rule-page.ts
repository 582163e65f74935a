import { ignoreWithoutReason, unusedIgnore } from '../../src/rules/ignores.ts'
import { rules } from '../../src/rules/index.ts'
import type { Example, Rule } from '../../src/rules/rule.ts'
import { handWritten, madeFrom } from './hand-written.ts'

type Documented = Pick<Rule, 'id' | 'level' | 'title' | 'why' | 'fix'> & Partial<Pick<Rule, 'examples'>>

/** Every rule that has a page, in the order of the README's table. */
export const documentedRules: readonly Documented[] = [...rules, ignoreWithoutReason, unusedIgnore]

/** Where a rule's page stands, from the root of the repository. */
export const rulePath = (id: string): string => `docs/rules/${id}.md`

/** The page of a rule: its own words and examples, and what people wrote about it. */
export const rulePage = (rule: Documented): string =>
  `${[
    madeFrom(rule.examples === undefined ? 'src/rules/ignores.ts' : `src/rules/${rule.id}.ts`),
    `# ${rule.id}`,
    `**${rule.title}.** Level: ${rule.level}. [All rules](../../README.md#rules)`,
    rule.why,
    '## What to do',
    rule.fix,
    handWritten(rulePath(rule.id)),
    ...(rule.examples === undefined ? [] : examples(rule.examples)),
    '## Another level, or off',
    `For the whole checkout, in the workflow:\n\n${fenced('yaml', `with:\n  rules: |\n    ${rule.id}: off`)}`,
    ...(rule.examples === undefined ? [] : [silencing(rule.id)])
  ].join('\n\n')}\n`

const examples = ({ bad, good }: Rule['examples']): string[] => [
  '## Found in',
  shown(bad),
  '## Not found in',
  shown(good)
]

const silencing = (id: string): string =>
  `For one place, with the reason, on the line of the finding or the line before:\n\n${fenced('yaml', `# webhook-reach-check: ignore[${id}] why this is right here`)}`

const shown = (files: Example): string =>
  Object.entries(files)
    .map(([path, text]) => `\`${path}\`:\n\n${fenced(languageOf(path), text.trimEnd())}`)
    .join('\n\n')

/** Longer than any run of backticks inside, so that no example ends its own fence. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

const languages: Readonly<Record<string, string>> = {
  yml: 'yaml',
  yaml: 'yaml',
  sh: 'bash',
  conf: 'nginx',
  json: 'json'
}
const languageOf = (path: string): string => languages[path.split('.').at(-1) ?? ''] ?? ''
