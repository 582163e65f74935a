import { withSuspect } from './diagnosis/suspect.ts'
import type { Inputs } from './inputs/index.ts'
import { targetsOf } from './inputs/targets.ts'
import type { Lint } from './lint.ts'
import type { ProbeResult } from './model/hop.ts'
import type { Host } from './platform/host.ts'
import { shownUrl } from './reports/links.ts'
import type { Outcome, ServerOutcome } from './reports/outcome.ts'
import type { StripeCheck } from './stripe/check.ts'

/** What was seen from outside, on the server and at Stripe. */
export type Seen = Pick<Outcome, 'probes' | 'stripe' | 'server'>

/**
 * Probes every URL side by side, asks Stripe and the server what else there is to know, and joins each broken hop with
 * what explains it. What a run does not ask for is never loaded.
 */
export async function gate(inputs: Inputs, lint: Lint | null, host: Host): Promise<Seen> {
  const targets = targetsOf(inputs, lint?.portsBehindProxy ?? [])
  if (targets.length === 0) return { probes: [], stripe: await askStripe(inputs, host), server: null }
  const { probe } = await import('./probes/index.ts')
  const network = await host.network()
  const asking = askStripe(inputs, host)
  // A signed event has to be of the API version that the endpoint is registered for.
  const registered = inputs.signingSecret === null ? null : await asking
  const [stripe, ...seen] = await Promise.all([
    asking,
    ...targets.map(target => {
      if (target.signingSecret !== null)
        host.log(
          `${shownUrl(target.url.href)}: a signed event of a made-up type is sent too, since \`signing-secret\` is given.`
        )
      const endpoint = registered?.endpoints.find(({ url }) => new URL(url).href === target.url.href)?.endpoint
      return probe({ ...target, apiVersion: endpoint?.apiVersion ?? null }, network, host.clock, host.log)
    })
  ])
  const probes = lint === null ? seen : seen.map(result => withSuspect(result, lint))
  const server = await lookAtServer(inputs, probes, lint, host)
  if (server === null) return { probes, stripe, server }
  const { joinOwn } = await import('./server/join-server.ts')
  return { probes: joinOwn(server, new URL(decisive(probes).url).hostname, probes), stripe, server }
}

/** The probe that the server is asked about: the first that fails, else the first. */
function decisive(probes: readonly ProbeResult[]): ProbeResult {
  const probe = probes.find(({ verdict }) => verdict === 'fail') ?? probes[0]
  if (probe === undefined) throw new Error('nothing was probed')
  return probe
}

async function askStripe(inputs: Inputs, { clock }: Host): Promise<StripeCheck | null> {
  const { stripeApiKey: apiKey, stripeApiBase: apiBase, stripeEvents: events, webhookUrl: urls } = inputs
  if (apiKey === null || inputs.mode === 'lint') return null
  const { checkStripe } = await import('./stripe/check.ts')
  const { stripeApi } = await import('./platform/stripe-api.ts')
  const api = stripeApi({ apiKey, apiBase: String(apiBase), timeoutMs: inputs.timeout * 1000 })
  return checkStripe({ apiKey, urls, events, now: clock.now() }, api)
}

async function lookAtServer(
  inputs: Inputs,
  probes: readonly ProbeResult[],
  lint: Lint | null,
  host: Host
): Promise<ServerOutcome | null> {
  const { ssh, diagnose, container, sshKey, sshKnownHosts } = inputs
  const worst = decisive(probes)
  if (ssh === null || diagnose === 'never' || host.clock.interrupted?.().aborted) return null
  if (diagnose === 'on-failure' && worst.verdict !== 'fail') return null
  const { askServer } = await import('./server/ask-server.ts')
  const { hostname, pathname } = new URL(worst.url)
  const access = { login: ssh, key: sshKey ?? '', knownHosts: sshKnownHosts ?? '' }
  return askServer({ ...host, commands: await host.commands() }, access, {
    domain: hostname,
    path: pathname,
    container: container ?? '',
    port: appPort(lint)
  })
}

/** The app's port on the server, where lint found one. */
function appPort(lint: Lint | null): number | null {
  const ports = lint?.onLoopback.map(({ mapping }) => mapping.hostPorts).find(ports => typeof ports !== 'string')
  return typeof ports === 'object' ? ports.first : (lint?.portsBehindProxy[0] ?? null)
}
