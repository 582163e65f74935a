import { isLoopbackHost } from '../model/address.ts'
import type { Listener } from '../model/deployment.ts'
import type { Directive, Word } from '../text/blocks.ts'
import { HOLE } from '../text/mapped-text.ts'
import type { CaddySite } from './caddyfile-config.ts'
import { parsePort } from './upstream.ts'

export interface SiteListeners {
  readonly listeners: readonly Listener[]
  readonly serverNames: readonly string[]
}

interface Globals {
  readonly httpPort: number | null
  readonly httpsPort: number | null
  readonly certificates: boolean
  readonly redirects: boolean
}

function readGlobals(options: readonly Directive[]): Globals {
  const option = (name: string): string | undefined => options.find(each => each.name === name)?.args[0]?.text
  const automatic = option('auto_https')
  return {
    httpPort: parsePort(option('http_port') ?? '80'),
    httpsPort: parsePort(option('https_port') ?? '443'),
    certificates: automatic !== 'off',
    redirects: automatic !== 'off' && automatic !== 'disable_redirects'
  }
}

/**
 * Where a site listens. Automatic HTTPS: a site with a name has TLS on 443 and a redirect on 80, unless its address
 * says `http://` or `:80` (caddyserver.com/docs/automatic-https).
 */
export function readSite(site: CaddySite, options: readonly Directive[]): SiteListeners {
  const globals = readGlobals(options)
  const tls = site.directives.find(({ name }) => name === 'tls')
  const found = addressWords(site.addresses).map(word => readAddress(word, site, tls, globals))
  return {
    listeners: found.flatMap(address => address.listeners),
    serverNames: found.flatMap(({ host }) => (host === '' || host === '*' || host.includes(HOLE) ? [] : [host]))
  }
}

/** Name and arguments are all addresses, with commas or blanks between them. */
function addressWords({ name, args, start, source }: Directive): readonly Word[] {
  const first: Word = { text: name, start, end: start + firstWordLength(source.text, start), quoted: false }
  return [first, ...args].flatMap(word => {
    let from = word.start
    return word.text.split(',').flatMap(text => {
      const piece = { ...word, text, start: from, end: Math.min(from + text.length, word.end) }
      from = Math.min(from + text.length + 1, word.end)
      return text === '' ? [] : [word.quoted ? word : piece]
    })
  })
}

const firstWordLength = (text: string, start: number): number =>
  /^\S*/.exec(text.slice(start, start + 500))?.[0].length ?? 0

function readAddress(
  word: Word,
  site: CaddySite,
  tls: Directive | undefined,
  globals: Globals
): { readonly host: string; readonly listeners: readonly Listener[] } {
  const at = site.addresses.source.location(word.start, word.end)
  const parts = /^(?:([a-z]+):\/\/)?(\[[^\]]*\]|[^:/]*)(?::([^/]*))?/i.exec(word.text)
  const [, scheme, host = '', portText] = parts ?? []
  const given = portText === undefined ? undefined : parsePort(portText)
  if (scheme === 'http' || given === globals.httpPort) {
    return { host, listeners: [{ at, port: given === undefined ? globals.httpPort : given, tls: false }] }
  }
  // A variable on its own may hold a scheme or a port as well; nearly always it is a domain.
  const named = host !== '' && host !== '*'
  const wanted = scheme === 'https' || named || given === globals.httpsPort || tls !== undefined
  const port = given === undefined ? (wanted ? globals.httpsPort : globals.httpPort) : given
  const own = (tls?.args.length ?? 0) >= 2
  const ends = wanted && (globals.certificates || own)
  const secure: Listener = { at, port, tls: ends }
  const redirects = ends && globals.redirects && named && !isLoopbackHost(host)
  return { host, listeners: redirects ? [secure, { at, port: globals.httpPort, tls: false }] : [secure] }
}
