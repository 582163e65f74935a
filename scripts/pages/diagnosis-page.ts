import { type Cause, causes, type Diagnosis, diagnoses, exampleWords, fill } from '../../src/diagnosis/index.ts'
import { stripeDiagnoses } from '../../src/stripe/diagnoses.ts'
import { handWritten, madeFrom } from './hand-written.ts'

/** Every diagnosis that has a page, in the order of the way. */
export const documentedDiagnoses: readonly Diagnosis[] = [
  ...new Map([...diagnoses, ...stripeDiagnoses].map(diagnosis => [diagnosis.code, diagnosis])).values()
]

/** Where the page of a diagnosis stands, from the root of the repository. */
export const diagnosisPath = (code: string): string => `docs/diagnoses/${code}.md`

const example = (text: string): string => fill(text, exampleWords)

/** The page of a diagnosis: what it says, why, what to do, and what people wrote about it. */
export const diagnosisPage = ({ code, hop, level, title, cause, fix, waitingHelps }: Diagnosis): string =>
  `${[
    madeFrom(`src/${hop === 'stripe' ? 'stripe/diagnoses.ts' : `diagnosis/diagnoses/${hop}.ts`}`),
    `# ${code}`,
    `**${title}.** Hop: ${hop}. Level: ${level}. [All diagnoses](README.md)`,
    example(cause),
    '## What to do',
    example(fix),
    waitingHelps
      ? 'The probe tries again until `wait` is over: while a deploy is still starting this mends itself.'
      : 'Trying again changes nothing here, so the probe does not wait.',
    handWritten(diagnosisPath(code)),
    ...messages(code)
  ].join('\n\n')}\n`

/** Every sentence that ends in this diagnosis, for those who search for what they read. */
function messages(code: string): string[] {
  const rows = causes.filter(cause => cause.code === code)
  return rows.length === 0 ? [] : ['## What the message says', rows.map(row).join('\n')]
}

const row = ({ says, cause, fix }: Cause): string =>
  [`- "${example(says)}"`, ...[cause, fix].flatMap(text => (text === undefined ? [] : [`  ${example(text)}`]))].join(
    '\n'
  )
