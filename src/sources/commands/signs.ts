import { isLoopbackHost, isPrivate } from '../../model/address.ts'
import type { CommandFamily } from '../frame.ts'

const proxies = /^(nginx|caddy|haproxy|apache2|httpd|traefik|envoy)(\.service)?$/

/** What speaks for a proxy without saying where it forwards: a reload, a certificate, an https check of a public name. */
export const signs: CommandFamily = {
  names: ['service', 'nginx', 'caddy', 'certbot', 'curl', 'wget', 'http', 'https', 'iwr', 'Invoke-WebRequest'],
  run({ name, args, statement, frame }, shell) {
    const words = args.map(field => field.text.text)
    // What a hosted runner reloads is a proxy of its own; what it asks for over https is the server's.
    const what = frame.placement === 'hosted' && atServer.has(name) ? null : sign(name, words)
    if (what !== null) shell.recorder.addHint({ at: statement.location(), what, workflow: frame.workflow, port: null })
  }
}

/** Commands that speak for a proxy only where they run beside it. */
const atServer: ReadonlySet<string> = new Set(['systemctl', 'service', 'nginx', 'caddy', 'certbot'])

function sign(name: string, words: readonly string[]): string | null {
  switch (name) {
    case 'systemctl':
    case 'service': {
      const unit = words.find(word => proxies.test(word))
      return unit !== undefined && words.some(word => /^(re)?(load|start)|reload/.test(word))
        ? `the deploy reloads ${unit.replace('.service', '')}`
        : null
    }
    case 'nginx':
    case 'caddy':
      return words.includes('reload') ? `the deploy reloads ${name}` : null
    case 'certbot':
      return words.some(word => /^--?(nginx|apache)$/.test(word)) ? 'the deploy asks certbot for a certificate' : null
    default: {
      const url = words.find(word => /^https:\/\//i.test(word))
      const host = url === undefined ? null : publicHost(url)
      return host === null ? null : `the workflow checks https://${host}`
    }
  }
}

/** The host of an https URL that is neither loopback nor private; unknown parts may be anything, so they are shown as `…`. */
export function publicHost(url: string): string | null {
  const host = /^https:\/\/([^/:?#\s]+)/i.exec(url)?.[1]?.replaceAll('\uE000', '…') ?? ''
  return host === '' || isLoopbackHost(host) || isPrivate(host) ? null : host
}
