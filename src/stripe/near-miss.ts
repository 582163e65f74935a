/** A registered URL that is not the wanted one, and in what it differs, in words. */
export interface NearMiss<T> {
  readonly of: T
  readonly differences: readonly string[]
}

const parsed = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null)

const withoutWww = (host: string): string => host.replace(/^www\./, '')
const withoutSlash = (path: string): string => path.replace(/\/+$/, '')

/** True where Stripe would send the same request: case of the host, a default port, a fragment make no difference. */
export function isSameUrl(one: string, other: string): boolean {
  const [a, b] = [parsed(one), parsed(other)]
  return a !== null && b !== null && a.origin === b.origin && a.pathname === b.pathname && a.search === b.search
}

/** In what `registered` differs from `wanted`, the gravest last; null where they have nothing in common. */
function differences(wanted: URL, registered: URL): string[] | null {
  const sameSite = withoutWww(wanted.hostname) === withoutWww(registered.hostname)
  const samePath = withoutSlash(wanted.pathname) === withoutSlash(registered.pathname)
  if (!sameSite && !(samePath && withoutSlash(wanted.pathname) !== '')) return null
  const found: string[] = []
  if (wanted.protocol !== registered.protocol) found.push(`${registered.protocol}// instead of ${wanted.protocol}//`)
  if (wanted.hostname !== registered.hostname && sameSite) {
    found.push(registered.hostname.startsWith('www.') ? 'with www' : 'without www')
  }
  if (wanted.pathname !== registered.pathname && samePath) {
    found.push(registered.pathname.endsWith('/') ? 'with a slash at the end' : 'without the slash at the end')
  }
  if (wanted.search !== registered.search) found.push('another query')
  if (wanted.protocol === registered.protocol && wanted.port !== registered.port) found.push('another port')
  if (!samePath) {
    const lower = (url: URL) => withoutSlash(url.pathname).toLowerCase()
    found.push(lower(wanted) === lower(registered) ? 'upper and lower case of the path' : 'another path')
  }
  if (!sameSite) found.push('another host')
  return found
}

const far = ['another path', 'another host']
const distance = (miss: NearMiss<unknown>): number =>
  miss.differences.length + (far.includes(miss.differences.at(-1) ?? '') ? 10 : 0)

/** Registered URLs of the same site, or of the same path on another, nearest first, at most three. */
export function nearMisses<T extends { readonly url: string }>(
  wanted: string,
  registered: readonly T[]
): NearMiss<T>[] {
  const target = parsed(wanted)
  if (target === null) return []
  return registered
    .flatMap(one => {
      const url = parsed(one.url)
      const found = url === null ? null : differences(target, url)
      return found === null || found.length === 0 ? [] : [{ of: one, differences: found }]
    })
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3)
}

/** A URL for the log: what people put into a query or before an `@` is often a secret. */
export function shownUrl(url: string): string {
  const value = parsed(url)
  if (value === null) return 'a URL that cannot be read'
  return `${value.protocol}//${value.host}${value.pathname}`.slice(0, 200) + (value.search === '' ? '' : '?…')
}
