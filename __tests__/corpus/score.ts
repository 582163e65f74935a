import { pathToFileURL } from 'node:url'
import { type CorpusCase, corpusCases, findingsOf } from './corpus-case.ts'

/** Findings counted: right ones (place, rule and level), missing ones, and ones that nobody should see. */
export interface Tally {
  readonly right: number
  readonly missed: readonly string[]
  readonly false: readonly string[]
}

export function tally(one: CorpusCase): Tally {
  const found = findingsOf(one)
  const name = `${one.theme}/${one.name}`
  return {
    right: one.expected.filter(line => found.includes(line)).length,
    missed: one.expected.filter(line => !found.includes(line)).map(line => `${name}: ${line}`),
    false: found.filter(line => !one.expected.includes(line)).map(line => `${name}: ${line}`)
  }
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    right: tallies.reduce((total, { right }) => total + right, 0),
    missed: tallies.flatMap(({ missed }) => missed),
    false: tallies.flatMap(one => one.false)
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
export const precision = ({ right, false: wrong }: Tally): number => share(right, right + wrong.length)
export const recall = ({ right, missed }: Tally): number => share(right, right + missed.length)

/** A table of themes, then every miss and every false alarm. */
export function scoreSheet(cases: readonly CorpusCase[]): string {
  const themes = [...new Set(cases.map(({ theme }) => theme))]
  const scored = cases.map(one => ({ ...one, tally: tally(one) }))
  const line = (title: string, of: typeof scored): string => {
    const all = sum(of.map(one => one.tally))
    const clean = of.filter(({ expected }) => expected.length === 0).length
    const figures = [of.length, clean, all.right + all.missed.length].map(count => String(count).padStart(8))
    const shares = [precision(all), recall(all)].map(value => value.toFixed(3).padStart(10))
    return `${title.padEnd(24)}${figures.join('')}${shares.join('')}`
  }
  const all = sum(scored.map(one => one.tally))
  return [
    `${'theme'.padEnd(24)}   cases   clean findings precision    recall`,
    ...themes.map(theme =>
      line(
        theme,
        scored.filter(one => one.theme === theme)
      )
    ),
    line('all', scored),
    ...all.missed.map(missed => `missed  ${missed}`),
    ...all.false.map(wrong => `false   ${wrong}`)
  ].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , filter = ''] = process.argv
  const cases = corpusCases().filter(({ theme, name }) => `${theme}/${name}`.includes(filter))
  process.stdout.write(`${scoreSheet(cases)}\n`)
}
