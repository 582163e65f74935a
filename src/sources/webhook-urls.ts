import type { MappedText } from '../text/mapped-text.ts'
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
