import { domainToASCII } from 'node:url'

const label = '[a-z\\d]([a-z\\d-]{0,61}[a-z\\d])?'
/** No address: a last label of digits alone is none of a name. */
const hostName = new RegExp(`^(?=.{1,253}$)(${label}\\.)+(?!\\d+$)${label}$`)

/** A name as the DNS holds it, which no shell, nginx or Caddy reads as anything else; null where it is no public name. */
export function publicName(text: string): string | null {
  // Node cuts off what a URL could have after the host.
  const name = /[\s/?#@:%\\]/.test(text) ? '' : domainToASCII(text).replace(/\.$/, '')
  return hostName.test(name) ? name : null
}
