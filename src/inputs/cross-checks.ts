import { providers } from '../providers/index.ts'
import type { Inputs } from './index.ts'
import { listed, quote } from './quote.ts'

type CrossCheck = (inputs: Inputs) => string | null

/** Inputs that are good by themselves and make no sense together. */
export const crossChecks: readonly CrossCheck[] = [
  ({ mode, webhookUrl }) =>
    mode === 'probe' && webhookUrl.length === 0
      ? 'webhook-url: got nothing, takes http:// or https:// URLs, one a line: mode is probe, and there is nothing to probe'
      : null,
  // Without the request nobody would look for the version, and the old release would pass.
  ({ expectVersion, healthUrl }) =>
    expectVersion !== null && healthUrl === null
      ? `expect-version: got ${quote(expectVersion)}, takes text that the answer of health-url must hold: health-url is none, and nothing answers`
      : null,
  // A secret that signs nothing would look as if the signature had been checked.
  ({ signingSecret, provider }) =>
    signingSecret !== null && providers.some(({ id, signatureHeader }) => id === provider && signatureHeader === '')
      ? `signing-secret: got a value that is not shown, takes a secret for a provider with a signature scheme: provider is ${provider}, which signs nothing`
      : null,
  // Node refuses to send such a header, which would look like a fault of the server's.
  ({ signingSecret, provider }) =>
    signingSecret !== null &&
    /[^\x21-\x7e]/.test(signingSecret) &&
    providers.some(({ id, signsBody, signatureHeader }) => id === provider && !signsBody && signatureHeader !== '')
      ? `signing-secret: got a value that is not shown, takes ASCII where it is sent as a header: provider is ${provider}`
      : null
]

/**
 * What nobody heeds since no URL was given, in words; null where nothing of the kind was.
 *
 * The URL of a run often comes from a variable, and an empty one looks like a run that has nothing to probe.
 */
export function unheeded({ mode, webhookUrl, signingSecret, stripeApiKey, expectVersion, ssh }: Inputs): string | null {
  const given = Object.entries({
    'signing-secret': signingSecret,
    'stripe-api-key': stripeApiKey,
    'expect-version': expectVersion,
    ssh
  }).flatMap(([name, value]) => (value === null ? [] : [`\`${name}\``]))
  if (mode === 'lint' || webhookUrl.length > 0 || given.length === 0) return null
  return `${listed(given)} ${given.length === 1 ? 'is' : 'are'} given and \`webhook-url\` is empty, so nothing was probed. Is the variable or secret that it comes from set, and for this environment?`
}
