import { hasCause, mark, type Opinion, rivals } from './compare.ts'
import { type Bench, inWorld, pool } from './runner.ts'
import type { Scenario } from './scenario.ts'

/** Prints, as Markdown, what the rivals make of the scenarios: is the verdict right, is the cause named. */
export async function compareAll(bench: Bench, scenarios: readonly Scenario[], width: number): Promise<number> {
  const scores = new Map(rivals.map(({ name }) => [name, { right: 0, named: 0 }]))
  console.log(`| scenario | expected | ${rivals.map(({ name }) => name).join(' | ')} |`)
  console.log(`| --- | --- |${' --- |'.repeat(rivals.length)}`)
  await pool(scenarios, width, async scenario => {
    const cells = await inWorld(bench, scenario, async world => {
      const opinions: string[] = []
      for (const rival of rivals) {
        const opinion = await rival
          .ask(scenario, world)
          .catch((error): Opinion => ({ passes: false, said: String(error) }))
        const { right, named } = mark(scenario, opinion)
        const score = scores.get(rival.name)
        if (score !== undefined) {
          score.right += Number(right)
          score.named += Number(named)
        }
        opinions.push(`${right ? 'right' : opinion.passes ? '**passes**' : '**fails**'}${named ? ', cause named' : ''}`)
      }
      return opinions
    })
    console.log(`| ${scenario.name} | ${[scenario.expected.diagnosis].flat().join(' or ')} | ${cells.join(' | ')} |`)
  })
  const [total, causes] = [scenarios.length, scenarios.filter(hasCause).length]
  const sums = [...scores.values()].map(
    ({ right, named }) => `${right} of ${total} right, ${named} of ${causes} causes named`
  )
  console.log(`| **all** | | ${sums.join(' | ')} |`)
  return 0
}
