import type { RequestListener } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import type { ProbeResult } from '../../src/model/hop.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { probe, type Target } from '../../src/probes/index.ts'
import { type Answer, answering, clock, healthy, network, Servers, targetFor } from './servers.ts'

const servers = new Servers()
afterAll(() => servers.close())

const down: Readonly<Record<string, Answer>> = { '*': { status: 502, headers: { server: 'nginx' } } }
const hook = '/webhooks/stripe'

/** A server that is well or not, round by round; a round is counted by its unsigned event. */
function inRounds(isWell: (round: number) => boolean): RequestListener {
  let round = -1
  return (request, response) => {
    if (request.url === hook && request.headers['stripe-signature'] === undefined) round += 1
    answering(isWell(Math.max(0, round)) ? healthy : down)(request, response)
  }
}

/** Waits a hundredth of the time that is asked for, and shows it whole. */
const fast = (): typeof clock => {
  let skipped = 0
  return {
    now: () => Date.now() + skipped,
    elapsed: () => performance.now() + skipped,
    sleep: async ms => {
      await clock.sleep(ms / 100)
      skipped += ms - ms / 100
    }
  }
}

async function gate(
  isWell: (round: number) => boolean,
  changes: Partial<Target>
): Promise<{ result: ProbeResult; lines: readonly string[] }> {
  const port = await servers.https(inRounds(isWell))
  const lines: string[] = []
  const target = targetFor(port, {
    healthUrl: null,
    provider: { ...targetFor(1).provider, bogus: () => null },
    ...changes
  })
  return { result: await probe(target, network, fast(), line => lines.push(line)), lines }
}

describe('waiting', () => {
  test('one try where no time is given', async () => {
    const { result, lines } = await gate(() => false, { waitMs: 0 })
    expect(result).toMatchObject({ diagnosis: 'proxy-bad-gateway', attempts: 1 })
    expect(lines).toEqual([])
  })

  test('goes on until it passes, and tells what it was before', async () => {
    const { result, lines } = await gate(round => round >= 3, { waitMs: 60_000 })
    expect(result).toMatchObject({ diagnosis: 'ok', attempts: 4 })
    expect(result.history.map(({ diagnosis, rounds }) => [diagnosis, rounds])).toEqual([
      ['proxy-bad-gateway', 3],
      ['ok', 1]
    ])
    expect(result.message).toContain('3 × proxy-bad-gateway')
    expect(lines).toHaveLength(1)
  })

  test('ends when the time is over, after a last try at its end', async () => {
    const { result, lines } = await gate(() => false, { waitMs: 30_000 })
    expect(result.diagnosis).toBe('proxy-bad-gateway')
    expect(result.attempts).toBeGreaterThan(6)
    expect(result.attempts).toBeLessThan(20)
    expect(lines.length).toBeLessThan(5)
  })

  test('ends at once on what no waiting mends', async () => {
    const port = await servers.https(answering({ [hook]: { status: 200, body: '{"received":true}' } }))
    const result = await probe(targetFor(port, { waitMs: 60_000 }), network, fast(), () => undefined)
    expect(result).toMatchObject({ diagnosis: 'unsigned-accepted', attempts: 1 })
  })

  test('an http:// URL is told at once', async () => {
    const port = await servers.http(answering(healthy))
    const target = targetFor(port, { waitMs: 60_000 })
    const url = new URL(target.url.href.replace('https:', 'http:'))
    const result = await probe({ ...target, url, healthUrl: null }, network, fast(), () => undefined)
    expect(result).toMatchObject({ diagnosis: 'https-required', brokenHop: 'http', attempts: 1 })
  })
})

describe('stability', () => {
  test('so many passes in a row', async () => {
    expect((await gate(() => true, { stable: 3 })).result).toMatchObject({ diagnosis: 'ok', attempts: 3 })
  })

  test('a failure among them starts the count again', async () => {
    const { result } = await gate(round => round !== 1, { stable: 3, waitMs: 60_000 })
    expect(result).toMatchObject({ diagnosis: 'ok', attempts: 5 })
  })

  test('passes and failures that alternate', async () => {
    const { result } = await gate(round => round % 2 === 0, { stable: 2, waitMs: 20_000 })
    expect(result).toMatchObject({ verdict: 'fail', diagnosis: 'flapping', brokenHop: 'app' })
    expect(result.message).toContain('proxy-bad-gateway')
  })

  test('a pass, then a failure, with no time left', async () => {
    expect((await gate(round => round === 0, { stable: 2, waitMs: 0 })).result.diagnosis).toBe('flapping')
  })

  test('one that went down for good is down, not flapping', async () => {
    const { result } = await gate(round => round === 0, { stable: 2, waitMs: 30_000 })
    expect(result.diagnosis).toBe('proxy-bad-gateway')
  })
})

describe('a run that is called off', () => {
  test('stops waiting and tells what it saw', async () => {
    const port = await servers.https(inRounds(() => false))
    const called = AbortSignal.timeout(200)
    const sleep = systemClock.sleep
    const result = await probe(
      targetFor(port, { waitMs: 60_000 }),
      network,
      { ...clock, sleep, interrupted: () => called },
      () => {}
    )
    expect(result).toMatchObject({ verdict: 'fail', diagnosis: 'proxy-bad-gateway' })
  })

  test('never takes too few passing rounds for a pass', async () => {
    const port = await servers.https(inRounds(() => true))
    const target = targetFor(port, { stable: 2, waitMs: 60_000 })
    const probed = probe(target, network, { ...clock, interrupted: () => AbortSignal.abort() }, () => {})
    await expect(probed).rejects.toThrow(/called off before 2 rounds had passed/)
  })
})
