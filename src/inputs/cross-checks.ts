import type { Inputs } from './index.ts'

type CrossCheck = (inputs: Inputs) => string | null

/** Inputs that are good by themselves and make no sense together. */
export const crossChecks: readonly CrossCheck[] = [
  ({ mode, webhookUrl }) =>
    mode === 'probe' && webhookUrl.length === 0
      ? 'webhook-url: got nothing, takes http:// or https:// URLs, one a line: mode is probe, and there is nothing to probe'
      : null
]
