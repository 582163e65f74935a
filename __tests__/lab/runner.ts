import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { type Run, runAction } from './action.ts'
import type { Certificates } from './certificates.ts'
import { judge } from './judge.ts'
import { inputsOf, type Scenario } from './scenario.ts'
import { buildWorld, type World } from './world.ts'

/** What a scenario came to. Right where `wrong` is empty. */
export interface Outcome {
  readonly scenario: Scenario
  readonly got: string
  readonly wrong: readonly string[]
  readonly ms: number
  /** The log, for whoever has to find out why. */
  readonly log: string
}

/** Where this machine's lab keeps things, and the program it tries. */
export interface Bench {
  readonly folder: string
  readonly certificates: Certificates
  readonly entry: string
}

/** Builds the scenario's world, hands it to `examine`, and takes it down whatever comes. */
export async function inWorld<T>(bench: Bench, scenario: Scenario, examine: (world: World) => Promise<T>): Promise<T> {
  const folder = `${bench.folder}/${scenario.name.replace(/[^\w-]+/g, '-')}`
  const world = await buildWorld(folder, bench.certificates, scenario.network ?? {})
  try {
    for (const service of scenario.services ?? []) await service.start(world)
    return await examine(world)
  } finally {
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the action in the scenario's world and compares. A lab that cannot build the world counts as wrong, too. */
export async function runScenario(bench: Bench, scenario: Scenario): Promise<Outcome> {
  try {
    return await inWorld(bench, scenario, async world => {
      const run = await act(bench, scenario, world)
      const wrong = [...judge(run, scenario.expected), ...((await scenario.also?.(run, world)) ?? [])]
      const logs = [run.log]
      for (const step of scenario.steps ?? []) {
        await step.action(world)
        const next = await act(bench, { ...scenario, ...step }, world)
        wrong.push(...judge(next, step.expected).map(mismatch => `${step.name}: ${mismatch}`))
        logs.push(next.log)
      }
      const got = [run.outputs.get('verdict'), run.outputs.get('diagnosis')].join(' ')
      return { scenario, got, wrong, ms: run.ms, log: logs.join('\n') }
    })
  } catch (error) {
    return { scenario, got: 'the lab failed', wrong: [String(error)], ms: 0, log: '' }
  }
}

/** One run of the action, with the scenario's inputs, as the runner would start it. */
export function act(bench: Bench, scenario: Scenario, world: World): Promise<Run> {
  const workspace = `${world.runner.folder}/workspace`
  mkdirSync(workspace, { recursive: true })
  if (scenario.checkout !== undefined) {
    cpSync(new URL(`../../${scenario.checkout}`, import.meta.url), workspace, { recursive: true })
  }
  return runAction({
    host: scenario.from === 'server' ? world.server : world.runner,
    entry: bench.entry,
    root: world.trusted,
    workspace,
    inputs: { ...inputsOf(scenario), ...scenario.inputsFrom?.(world) },
    env: scenario.env ?? {}
  })
}

/** Runs `work` on every item, `width` at a time, results in order of completion to `done`. */
export async function pool<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}
