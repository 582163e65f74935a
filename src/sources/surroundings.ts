import type { Container } from '../model/deployment.ts'
import type { Files } from '../platform/host.ts'
import type { MappedText } from '../text/mapped-text.ts'
import { isCloudInit } from './cloud-init.ts'
import { listedFrame, readListed } from './listed.ts'
import { type ProxyCall, Reading } from './reading.ts'
import { runScript } from './walk.ts'

/** What scripts set up beside what they publish: configs that they write, proxies that they start. */
export interface SetUp {
  readonly written: Reading['written']
  readonly copies: Reading['copies']
  readonly proxyCalls: readonly ProxyCall[]
}

/** Scripts that nothing reaches, and with which a server may have been set up all the same. */
const mostScripts = 200
/** Files that are asked whether they are such, whatever they are called. */
const mostAsked = 2_000

const isScript = (path: string): boolean =>
  /\.(sh|bash)$|\.(sh\.tpl|tftpl)$|(^|\/)user[-_]?data[^/]*$|(^|\/)\.github\/.*\.ya?ml$/.test(path)

/** A playbook, or what a server is given at its first start. */
const setsUpServers = (text: string): boolean => /^(?:- | {2})hosts:/m.test(text) || isCloudInit(text)

/** Words without which a script sets up no proxy. */
export const proxyWords = /nginx|caddy|traefik|haproxy|apache|httpd|envoy|cloudflared|ngrok|tailscale|proxy|socat/i

/** Reads the scripts, workflows and playbooks that nothing linted reaches, for the proxies that they set up and nothing else. */
export function readSurroundings(files: Files, paths: readonly string[], linted: ReadonlySet<string>): SetUp {
  const reading = new Reading(files)
  const others = paths.filter(path => !linted.has(path))
  const named = others.filter(isScript).slice(0, mostScripts)
  const asked = others.filter(path => /\.ya?ml$/.test(path) && !isScript(path)).slice(0, mostAsked)
  for (const path of [...named, ...asked]) {
    const text = reading.source(path)
    if (text === null || !proxyWords.test(text.text)) continue
    if (isScript(path) || setsUpServers(text.text)) readListed(text, reading, { steps: 0 })
  }
  return reading
}

/** What a script would set up that stands somewhere in prose, or in a container's command. */
export function setUpBy(script: MappedText, files: Files, environment: Container['environment'] = new Map()): SetUp {
  const reading = new Reading(files)
  const frame = listedFrame()
  for (const [name, text] of environment) frame.scope.set(name, { kind: 'text', text })
  runScript(script, frame, reading)
  return reading
}
