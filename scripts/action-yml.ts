import { writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { inputSpecs } from '../src/inputs/index.ts'
import { outputSpecs } from '../src/reports/outputs.ts'

const header = '# Made by `npm run docs` from src/inputs and src/reports/outputs.ts.\n'

/** action.yml as the sources have it: what is not in their lists is not offered. */
export const actionYml = (): string =>
  header +
  stringify(
    {
      name: 'webhook-reach-check',
      description:
        'Will the webhook sender reach your app? Lints what a deploy publishes, probes the way hop by hop, names the broken one.',
      author: 'webhook-reach-check',
      branding: { icon: 'crosshair', color: 'blue' },
      inputs: Object.fromEntries(
        inputSpecs.map(({ name, description, default: standard }) => [
          name,
          { description, required: false, ...(standard === '' ? {} : { default: standard }) }
        ])
      ),
      outputs: Object.fromEntries(outputSpecs.map(({ name, description }) => [name, { description }])),
      runs: { using: 'node24', main: 'dist/index.js', post: 'dist/index.js' }
    },
    { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' }
  )

/** A cell of a README table: a bar would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The README's table of inputs. */
export const inputsTable = (): string =>
  [
    '| Input | Default | Meaning | Takes |',
    '| --- | --- | --- | --- |',
    ...inputSpecs.map(
      ({ name, default: standard, description, takes }) =>
        `| \`${name}\` | ${standard === '' ? '' : `\`${standard}\``} | ${cell(description)} | ${cell(takes)} |`
    )
  ].join('\n')

/** The README's table of outputs. */
export const outputsTable = (): string =>
  [
    '| Output | Value |',
    '| --- | --- |',
    ...outputSpecs.map(({ name, description }) => `| \`${name}\` | ${cell(description)} |`)
  ].join('\n')

if (import.meta.main) writeFileSync(new URL('../action.yml', import.meta.url), actionYml())
