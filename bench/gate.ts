/** What the gate costs on a healthy host beside the two curls that it stands for. Run by main.ts; prints JSON. */
import { execFileSync } from 'node:child_process'
import { makeCertificates } from '../__tests__/lab/certificates.ts'
import { has, whyNot } from '../__tests__/lab/machine.ts'
import { act, type Bench, inWorld } from '../__tests__/lab/runner.ts'
import { runInSandbox } from '../__tests__/lab/sandbox.ts'
import { healthy, type Scenario, WEBHOOK } from '../__tests__/lab/scenario.ts'
import { fastapi } from '../__tests__/lab/servers/apps.ts'
import { nginxBefore } from '../__tests__/lab/servers/nginx.ts'
import { raw } from '../__tests__/lab/servers/raw.ts'
import { addresses, DOMAIN, type World } from '../__tests__/lab/world.ts'
import { median } from './measure.ts'

/** Medians of one distance: of the gate for each bundle, and of the curls. */
export interface Distance {
  readonly roundTripMs: number
  readonly gates: readonly number[]
  readonly curls: number
}

export type GateCosts =
  | { readonly whyNot: string }
  /** `endless`: MiB at the peak, for each bundle, where the webhook's answer never ends. */
  | { readonly distances: readonly Distance[]; readonly endless: readonly number[] }

/** As the lab: every Linux has this folder and next to nobody keeps a checkout in it. */
const folder = '/media'

const services = [fastapi(), nginxBefore()]

const away = (roundTripMs: number): Scenario => ({
  name: `${roundTripMs} ms away`,
  network:
    roundTripMs === 0
      ? {}
      : { names: [{ name: DOMAIN, a: [addresses.slow.server] }], slow: { oneWayMs: roundTripMs / 2 } },
  services,
  expected: healthy
})

/** The two requests as a workflow without the gate would send them, one after the other. */
async function twoCurls({ runner, trusted }: World): Promise<number> {
  const post = ['-X', 'POST', '-H', 'content-type: application/json', '-d', '{}', WEBHOOK]
  const started = performance.now()
  for (const request of [post, [`https://${DOMAIN}/health`]]) {
    await runner.must(['curl', '-sS', '-o', '/dev/null', '--cacert', trusted, ...request])
  }
  return performance.now() - started
}

async function measure(benches: readonly Bench[], rounds: number): Promise<GateCosts> {
  const distances: Distance[] = []
  const [first] = benches
  if (first === undefined) return { whyNot: 'no bundle was named' }
  for (const scenario of [0, 50, 200].map(away)) {
    await inWorld(first, scenario, async world => {
      const gates = benches.map((): number[] => [])
      const curls: number[] = []
      for (let round = 0; round < rounds; round++) {
        for (const [index, bench] of benches.entries()) {
          const run = await act(bench, scenario, world)
          if (run.outputs.get('verdict') !== 'pass') throw new Error(`the gate did not pass: ${run.log}`)
          gates[index]?.push(run.ms)
        }
        curls.push(await twoCurls(world))
      }
      distances.push({
        roundTripMs: Number.parseInt(scenario.name, 10),
        gates: gates.map(median),
        curls: median(curls)
      })
    })
  }
  const flood: Scenario = { name: 'endless body', services: [raw('endless-body')], expected: healthy }
  const endless = await inWorld(first, flood, async world => {
    const peaks: number[] = []
    for (const bench of benches) peaks.push((await act(bench, flood, world)).peak)
    return peaks
  })
  return { distances, endless }
}

async function inside(rounds: number, entries: readonly string[]): Promise<GateCosts> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', folder])
  const certificates = makeCertificates(`${folder}/certificates`)
  return measure(
    entries.map(entry => ({ folder, certificates, entry })),
    rounds
  )
}

/** `gate.ts ROUNDS ENTRY…` */
async function main(): Promise<number> {
  const [rounds = '', ...entries] = process.argv.slice(2)
  const missing = services.flatMap(({ needs }) => needs).filter(need => !has(need))
  const reason = whyNot() ?? (missing.length > 0 ? `missing: ${missing.join(', ')}` : null)
  if (process.env['LAB_INSIDE'] === undefined && reason === null)
    return runInSandbox(import.meta.filename, process.argv.slice(2))
  const costs: GateCosts = reason === null ? await inside(Number(rounds), entries) : { whyNot: reason }
  console.log(JSON.stringify(costs))
  return 0
}

process.exit(await main())
