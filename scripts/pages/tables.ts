import type { Diagnosis } from '../../src/diagnosis/index.ts'
import { hopNames } from '../../src/model/hop.ts'
import { documentedDiagnoses } from './diagnosis-page.ts'
import { madeFrom } from './hand-written.ts'
import { documentedRules } from './rule-page.ts'
import { serverCodes } from './server-page.ts'

type HopName = Diagnosis['hop']

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

/** The README's table of rules. */
export const rulesTable = (): string =>
  table(
    ['Rule', 'Level', 'Found where'],
    documentedRules.map(({ id, level, title }) => [`[\`${id}\`](docs/rules/${id}.md)`, level, title])
  )

/** What each hop asks, in the order of the way. */
const questions: Readonly<Record<HopName, string>> = {
  dns: 'Does the name lead to a public address?',
  tcp: 'Does every address take connections?',
  tls: 'Is the certificate one that a sender trusts?',
  http: 'Does a complete answer come, in time and without a redirect?',
  proxy: 'Does the proxy hand the request on?',
  app: 'Does the handler itself refuse what is not signed?',
  health: 'Does the app say that it is well, and which release it is?',
  stripe: 'Is the URL registered, enabled and subscribed?'
}

const links = (folder: string, codes: readonly string[]): string =>
  codes.map(code => `[\`${code}\`](${folder}${code}.md)`).join(', ')

/** The README's table of hops, with every code of each. */
export const hopsTable = (): string =>
  table(
    ['Hop', 'What is asked', 'Fails with', 'Warns with'],
    hopNames.map(hop => {
      const here = documentedDiagnoses.filter(diagnosis => diagnosis.hop === hop)
      const codes = (fails: boolean): string[] =>
        here.filter(({ level }) => (level === 'error') === fails).map(({ code }) => code)
      return [`\`${hop}\``, questions[hop], ...[true, false].map(fails => links('docs/diagnoses/', codes(fails)))]
    })
  )

/** The README's list of what a look at the server can come to. */
export const serverList = (): string =>
  links(
    'docs/diagnoses/',
    serverCodes.map(({ code }) => code)
  )

/** The list of all pages about diagnoses. */
export const diagnosesIndex = (): string =>
  `${[
    madeFrom('src/diagnosis, src/stripe and scripts/pages'),
    '# Diagnoses',
    'One page a code. The message in the log names the code, and links here.',
    ...hopNames.flatMap(hop => [`## ${hop}`, `${questions[hop]}`, indexTable(hop)]),
    '## On the server',
    'With `ssh`, or as `node dist/index.js diagnose`.',
    table(
      ['Code', 'Level', 'What it means'],
      serverCodes.map(({ code, level, title }) => [`[\`${code}\`](${code}.md)`, level, title])
    )
  ].join('\n\n')}\n`

const indexTable = (hop: HopName): string =>
  table(
    ['Code', 'Level', 'What it means'],
    documentedDiagnoses
      .filter(diagnosis => diagnosis.hop === hop)
      .map(({ code, level, title }) => [`[\`${code}\`](${code}.md)`, level, title])
  )
