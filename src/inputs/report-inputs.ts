import { BadValue, defineInput } from './input-spec.ts'
import { anyText, oneOf, optional, type Parser } from './parsers.ts'

const path: Parser<string> = text => {
  if (/\p{Cc}/u.test(text) || text.length > 1000) throw new BadValue(text)
  return text
}

/** Not a folder by its own words. */
const filePath: Parser<string> = text => {
  if (/(^|[\\/])\.{0,2}$/.test(text)) throw new BadValue(text)
  return path(text)
}

/** What is told, where, and when it fails the step. */
export const reportInputs = [
  defineInput({
    name: 'fix-dir',
    default: '',
    description: 'Folder that gets the proxy config and the set-up script made for what was found.',
    takes: 'the path of a folder',
    parse: optional(path)
  }),
  defineInput({
    name: 'comment',
    default: 'on-failure',
    description:
      'When to comment on the pull request, in one comment that is updated in place: `on-failure`, `always` or `never`.',
    takes: 'on-failure, always or never',
    parse: oneOf('on-failure', 'always', 'never')
  }),
  defineInput({
    name: 'sarif',
    default: '',
    description: 'Path of a SARIF 2.1.0 file to write, for code scanning.',
    takes: 'the path of a file',
    parse: optional(filePath)
  }),
  defineInput({
    name: 'fail-on',
    default: 'error',
    description: 'What fails the step: `error`, `warning` (and errors), or `never`.',
    takes: 'error, warning or never',
    parse: oneOf('error', 'warning', 'never')
  }),
  defineInput({
    name: 'github-token',
    default: '${{ github.token }}',
    description: 'The token for the comment and the review suggestions, and for nothing else.',
    takes: 'a token',
    secret: true,
    parse: optional(anyText)
  })
] as const
