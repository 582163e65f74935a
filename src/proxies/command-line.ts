import type { Listener, ProxySite, Route } from '../model/deployment.ts'
import { HOLE, type MappedText } from '../text/mapped-text.ts'
import type { Upstream } from './upstream.ts'

/** The values of an option, whether written `--to X`, `--to=X` or `-tX`; each with its place. */
export function optionValues(args: readonly MappedText[], ...names: readonly string[]): readonly MappedText[] {
  return args.flatMap((arg, index) => {
    for (const name of names) {
      if (arg.text === name) return args[index + 1] ?? []
      if (arg.text.startsWith(`${name}=`)) return arg.slice(name.length + 1)
      if (/^-\w$/.test(name) && arg.text.startsWith(name) && arg.text.length > 2) return arg.slice(2)
    }
    return []
  })
}

/** The first argument from index `from` on that looks like what a tunnel is given: a port, `host:port` or a URL. */
export const firstTarget = (args: readonly MappedText[], from: number): MappedText | undefined =>
  args
    .slice(from)
    .find(
      ({ text }) =>
        !text.startsWith('-') &&
        (/^\d+$|^[\w.-]*:\d+$|^\w+(?:\+\w+)?:\/\/|^localhost$/.test(text) ||
          text.replace(/^https?:\/\//, '').startsWith(HOLE))
    )

/** A route as a command line gives it. */
export const commandRoute = (
  proxy: string,
  at: MappedText,
  site: ProxySite,
  upstream: Upstream,
  listeners: readonly Omit<Listener, 'at'>[],
  serverNames: readonly string[] = []
): Route => ({
  proxy,
  at: at.location(),
  site,
  listeners: listeners.map(listener => ({ ...listener, at: at.location() })),
  serverNames: serverNames.filter(name => /^[\w.*-]+$/.test(name)),
  path: '/',
  upstream,
  refusal: null,
  evidence: 'declared'
})

/** A tunnel's far end, where the service ends TLS. */
export const edge = [{ port: 443, tls: true }] as const

/** An upstream that some other place configures: it may be any. */
export const anywhere: Upstream = { host: null, port: null }
