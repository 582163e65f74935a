import { act, type Bench, inWorld } from './runner.ts'
import { healthy, type Scenario, WEBHOOK } from './scenario.ts'
import { fastapi } from './servers/apps.ts'
import { nginxBefore } from './servers/nginx.ts'
import { raw } from './servers/raw.ts'
import { addresses, DOMAIN, type World } from './world.ts'

const ROUNDS = 10

const gate = (name: string, network: NonNullable<Scenario['network']>): Scenario => ({
  name,
  network,
  services: [fastapi(), nginxBefore()],
  expected: healthy
})

const distances: readonly Scenario[] = [
  gate('next door', {}),
  gate('50 ms away', { names: [{ name: DOMAIN, a: [addresses.slow.server] }], slow: { oneWayMs: 25 } })
]

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The two requests of the gate as a workflow without it would send them, one after the other. */
async function twoCurls({ runner, trusted }: World): Promise<number> {
  const post = ['-X', 'POST', '-H', 'content-type: application/json', '-d', '{}', WEBHOOK]
  const started = performance.now()
  for (const request of [post, [`https://${DOMAIN}/health`]]) {
    await runner.must(['curl', '-sS', '-o', '/dev/null', '--cacert', trusted, ...request])
  }
  return performance.now() - started
}

/** Prints what the gate costs on a healthy host beside two curls, and what an endless answer costs in memory. */
export async function printFigures(bench: Bench): Promise<number> {
  for (const scenario of distances) {
    await inWorld(bench, scenario, async world => {
      const [runs, curls]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.push((await act(bench, scenario, world)).ms)
        curls.push(await twoCurls(world))
      }
      const [ours, theirs] = [Math.round(median(runs)), Math.round(median(curls))]
      console.log(`${scenario.name}: gate ${ours} ms, curl POST and curl GET ${theirs} ms (medians of ${ROUNDS})`)
    })
  }
  const endless: Scenario = { name: 'endless body', services: [raw('endless-body')], expected: healthy }
  const { peak, ms } = await inWorld(bench, endless, world => act(bench, endless, world))
  console.log(`endless body: ${Math.round(peak)} MiB at the peak, ${Math.round(ms)} ms`)
  return 0
}
