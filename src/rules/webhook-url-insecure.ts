import { bare, isLoopbackHost, isPrivate } from '../model/address.ts'
import { HOLE } from '../text/mapped-text.ts'
import { defineRule, exampleFile } from './rule.ts'

const check = (url: string): string => `on: push
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/webhook-reach-check@v1
        with:
          webhook-url: ${url}
`

export const webhookUrlInsecure = defineRule({
  id: 'webhook-url-insecure',
  level: 'error',
  title: 'The webhook URL is one that no provider can or will call',
  why: 'Providers send webhooks from the internet, over https: Stripe takes no http:// endpoint in live mode, and nobody outside reaches a loopback or private address. A probe of such a URL proves nothing.',
  fix: 'Give the public https URL that is registered at the provider.',
  examples: {
    bad: { [exampleFile]: check('http://your-domain.com/webhooks/stripe') },
    good: { [exampleFile]: check('https://your-domain.com/webhooks/stripe') }
  },
  *check({ deployment }) {
    for (const { at, url } of deployment.webhookUrls ?? []) {
      const why = whyInsecure(url)
      if (why === null) continue
      yield {
        at,
        message: `webhook-url ${url.replaceAll(HOLE, '…')} ${why}`,
        fix: { description: 'Write the public https URL that is registered at the provider.', edits: [] }
      }
    }
  }
})

function whyInsecure(url: string): string | null {
  if (/^http:\/\//i.test(url)) return 'is not https: providers refuse it, and the payload could be read on the way.'
  const host = bare(/^https:\/\/(?:[^/@?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '')
  if (isLoopbackHost(host)) return 'names the machine itself: a provider would call its own loopback.'
  return isPrivate(host) ? 'names a private address: no provider reaches it.' : null
}
