import { ruleIds } from '../rules/index.ts'
import { defineInput } from './input-spec.ts'
import { oneOf } from './parsers.ts'
import { parsePaths } from './paths.ts'
import { outsideProxyNames, parseProxy } from './proxy.ts'
import { listed } from './quote.ts'
import { parseRules } from './rule-levels.ts'

/** What is linted, and how strictly. */
export const lintInputs = [
  defineInput({
    name: 'mode',
    default: 'auto',
    description:
      'What to do: `lint` reads the checkout, `probe` sends requests to `webhook-url`, `auto` does what there is material for.',
    takes: 'auto, lint or probe',
    parse: oneOf('auto', 'lint', 'probe')
  }),
  defineInput({
    name: 'paths',
    default: '',
    description:
      'Files to lint as deployments, as globs, one a line; `!` excludes. Without it: the workflows, what they reach, and the proxy configs in the checkout.',
    takes: 'globs one a line, relative to the checkout and inside it; ! before one excludes',
    lines: true,
    parse: parsePaths
  }),
  defineInput({
    name: 'proxy',
    default: 'auto',
    description:
      'The proxy before the published ports. `auto`: what the checkout declares. `none`: no proxy counts. Or proxies set up outside the checkout, one a line: `nginx`, or `nginx:8000` for one port.',
    takes: `auto, none, or proxies one a line, as nginx or nginx:8000; known are ${listed(outsideProxyNames)}`,
    lines: true,
    parse: parseProxy
  }),
  defineInput({
    name: 'rules',
    default: '',
    description: 'Levels of rules, one `rule-id: level` a line; a level is `error`, `warning`, `notice` or `off`.',
    takes: `one "rule-id: level" a line, each rule once; levels are error, warning, notice and off; rules are ${listed(ruleIds)}`,
    lines: true,
    parse: parseRules(ruleIds)
  })
] as const
