import type { Host } from '../hosts.ts'

/** What DNS says of one name. */
export interface Answer {
  readonly name: string
  readonly a?: readonly string[]
  readonly aaaa?: readonly string[]
  readonly cname?: string
  /** A text record makes a name that exists and has no address. */
  readonly txt?: string
}

/**
 * A real dnsmasq with these records. It says NXDOMAIN for other names below example.com and REFUSED for the rest,
 * since it has nobody to ask.
 */
export async function serveNames(host: Host, answers: readonly Answer[]): Promise<void> {
  const records = answers.flatMap(({ name, a = [], aaaa = [], cname, txt }) => [
    ...[...a, ...aaaa].map(address => `host-record=${name},${address}`),
    ...(cname === undefined ? [] : [`cname=${name},${cname}`]),
    ...(txt === undefined ? [] : [`txt-record=${name},${txt}`])
  ])
  const settings = [
    'no-resolv',
    'no-hosts',
    'port=53',
    'local=/example.com/',
    'user=root',
    `pid-file=${host.folder}/pid`
  ]
  const config = host.file('dnsmasq.conf', [...settings, ...records, ''].join('\n'))
  await host.serve(['dnsmasq', '--keep-in-foreground', `--conf-file=${config}`], [53])
}

/** What a resolver in trouble does with every question. */
export type Trouble = 'servfail' | 'refused' | 'formerr' | 'garbage' | 'silent' | 'truncated'

/** A resolver in trouble: no dnsmasq misbehaves like that. */
export async function serveTrouble(host: Host, trouble: Trouble): Promise<void> {
  const script = new URL('../apps/broken_resolver.py', import.meta.url).pathname
  await host.serve(['/usr/bin/python3', script, trouble], [53])
}
