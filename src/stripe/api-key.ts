/** The mode whose objects a key sees; null where its form does not tell. */
export type Mode = 'live' | 'test'

/** Live and test are told apart by the key itself; sandboxes have test keys. After docs.stripe.com/keys. */
export const modeOf = (key: string): Mode | null => {
  const mode = /^(?:sk|rk)_(?:org_)?(live|test)_/.exec(key)?.[1]
  return mode === 'live' || mode === 'test' ? mode : null
}

/** Why this cannot be an API key that lists endpoints, so that it is not sent anywhere; null where it may be one. */
export function keyProblem(key: string): string | null {
  if (!/^[\x21-\x7e]+$/.test(key)) return 'it is empty, or holds blanks, line breaks or letters that no key has'
  if (key.startsWith('whsec_')) return 'it is a signing secret (whsec_…), which belongs into `signing-secret`'
  if (key.startsWith('pk_')) return 'it is a publishable key (pk_…), which may read nothing'
  return null
}

/**
 * The text without anything of the key: Stripe's errors echo its first and last characters ("rk_live_***abcd").
 *
 * Whatever looks like a key goes too, so that no text of a proxy in between gives away another one.
 */
export const withoutKeys = (text: string, key: string): string =>
  (key === '' ? text : text.replaceAll(key, '…'))
    .replace(/\b(sk|rk|pk|ek|whsec)_[\w*.…•-]+/g, '$1_…')
    .replace(/[*•]{3,}\w*/g, '…')
