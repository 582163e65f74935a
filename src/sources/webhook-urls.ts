import type { WebhookPath, WebhookUrl } from '../model/deployment.ts'
import { HOLE, type MappedText } from '../text/mapped-text.ts'
import type { Recorder } from './frame.ts'

/** Records the URLs that a step gives this action: one a line of `webhook-url`. */
export function recordWebhookUrls(uses: string, inputs: ReadonlyMap<string, MappedText>, recorder: Recorder): void {
  const given = inputs.get('webhook-url')
  if (given === undefined || !/webhook-reach-check|^\.\//i.test(uses)) return
  for (const match of given.text.matchAll(/[^\s]+/g)) {
    const url = given.slice(match.index, match.index + match[0].length)
    recorder.addWebhookUrl({ at: url.location(), url: url.text })
  }
}

/** Where a provider posts to when nobody says: what Stripe's own samples use. */
const usualPath = '/webhooks/stripe'

/** The path of the input, else of the first URL that says one (its host may be a secret), else the usual one. */
export function webhookPathOf(given: string | null, urls: readonly WebhookUrl[]): WebhookPath {
  const paths = urls.flatMap(({ url }) => /^https?:\/\/[^/?#]+(\/[^?#]*)/i.exec(url)?.[1] ?? [])
  const known = given ?? paths.find(path => !path.includes(HOLE))
  return { path: known ?? usualPath, isAssumed: known === undefined }
}
