import { promises as dns, lookup as systemLookup } from 'node:dns'
import { networkInterfaces } from 'node:os'
import type { DnsAnswer, Network } from './host.ts'
import { loadClient } from './network-http.ts'
import { connect } from './network-tcp.ts'

/**
 * The network as Node gives it. `env` reads an environment variable, empty where it is unset; `dnsServers` stand in for
 * those of resolv.conf.
 */
export const nodeNetwork = (env: (name: string) => string, dnsServers: readonly string[] = []): Network => ({
  query: (name, family, timeoutMs) => query(name, family, timeoutMs, dnsServers),
  lookup,
  connect,
  ownAddresses: () => Object.values(networkInterfaces()).flatMap(face => (face ?? []).map(({ address }) => address)),
  egressProxy: url => egressProxy(url, env)
})

/** One question on the wire, to the servers of resolv.conf. getaddrinfo words NODATA as NXDOMAIN and hides the rest. */
async function query(name: string, family: 4 | 6, timeoutMs: number, servers: readonly string[]): Promise<DnsAnswer> {
  // c-ares doubles the time of the second try: a third of the deadline for the first leaves room for both.
  const resolver = new dns.Resolver({ timeout: Math.max(1, Math.floor(timeoutMs / 3)), tries: 2 })
  if (servers.length > 0) resolver.setServers(servers)
  const question = family === 4 ? resolver.resolve4(name) : resolver.resolve6(name)
  const answer = orTimeout(settled(question), timeoutMs)
  // Loading takes as long as the answer does; later it would stand in the time of a connection.
  await loadClient()
  await answer
  resolver.cancel()
  return answer
}

/** What any other program on this machine would be told. */
const lookup = (name: string, timeoutMs: number, family: 0 | 4 | 6 = 0): Promise<DnsAnswer> =>
  orTimeout(
    new Promise(resolve => {
      systemLookup(name, { all: true, family, order: 'verbatim' }, (error, found) =>
        resolve(
          error === null
            ? { addresses: found.map(({ address }) => address), error: null }
            : { addresses: [], error: error.code ?? 'UNKNOWN' }
        )
      )
    }),
    timeoutMs
  )

const settled = (question: Promise<string[]>): Promise<DnsAnswer> =>
  question.then(
    addresses => (addresses.length > 0 ? { addresses, error: null } : { addresses, error: 'ENODATA' }),
    (error: NodeJS.ErrnoException) => ({ addresses: [], error: error.code ?? 'UNKNOWN' })
  )

function orTimeout(answer: Promise<DnsAnswer>, timeoutMs: number): Promise<DnsAnswer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<DnsAnswer>(resolve => {
    timer = setTimeout(() => resolve({ addresses: [], error: 'ETIMEOUT' }), timeoutMs)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** As curl reads these variables: lower case first, `NO_PROXY` a list of hosts and domains, `*` for all. */
function egressProxy(url: URL, env: (name: string) => string): string | null {
  const either = (name: string): string => env(name) || env(name.toUpperCase())
  // curl ignores HTTP_PROXY in upper case, since a CGI server would fill it from a request header.
  const scheme = url.protocol === 'https:' ? either('https_proxy') : env('http_proxy')
  const proxy = scheme || either('all_proxy')
  if (proxy === '') return null
  const host = url.hostname.toLowerCase()
  const exempt = either('no_proxy')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(entry => entry !== '')
    .map(entry => entry.replace(/^\*?\./, '').replace(/:\d+$/, ''))
  return exempt.some(entry => entry === '*' || host === entry || host.endsWith(`.${entry}`))
    ? null
    : withoutLogin(proxy)
}

/** A proxy's address often holds a password. */
const withoutLogin = (proxy: string): string => proxy.replace(/\/\/[^/@]*@/, '//')
