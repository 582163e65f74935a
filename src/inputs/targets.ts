import type { Target } from '../probes/target.ts'
import { providers } from '../providers/index.ts'
import type { Inputs } from './index.ts'

/** What to probe, one target a webhook URL. `linted` are the ports that must not answer where `direct-ports` is `auto`. */
export function targetsOf(inputs: Inputs, linted: readonly number[]): readonly Target[] {
  const provider = providers.find(candidate => candidate.id === inputs.provider)
  if (provider === undefined) throw new Error(`provider ${inputs.provider} was accepted and is not registered`)
  return inputs.webhookUrl.map(text => {
    const url = new URL(text)
    return {
      url,
      provider,
      expectStatus: inputs.expectStatus ?? provider.refusals,
      expectBody: inputs.expectBody,
      healthUrl: inputs.healthUrl === null ? null : new URL(inputs.healthUrl, url.origin),
      expectHealthStatus: inputs.expectHealthStatus,
      expectVersion: inputs.expectVersion,
      waitMs: inputs.wait * 1000,
      stable: inputs.stable,
      timeoutMs: inputs.timeout * 1000,
      directPorts: inputs.directPorts === 'auto' ? linted : inputs.directPorts,
      resolve: inputs.resolve,
      signingSecret: inputs.signingSecret
    }
  })
}
