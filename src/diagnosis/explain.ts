import type { Fault } from '../model/hop.ts'
import type { Cause, Diagnosis } from './cause.ts'
import { causes } from './causes/index.ts'
import { diagnoses } from './diagnoses/index.ts'
import { completed, matches, type Observation, redirectTarget } from './observation.ts'
import { codeWords, fill, type Words } from './words.ts'

const byCode = new Map(diagnoses.map((diagnosis, rank) => [diagnosis.code, { diagnosis, rank }]))

/** The diagnosis of a code, and how bad it is among the others: the smaller, the worse. */
export const diagnosisOf = (code: string): { diagnosis: Diagnosis; rank: number } => {
  const known = byCode.get(code)
  if (known === undefined) throw new Error(`no diagnosis has the code ${code}`)
  return known
}

/** The first row of the table that applies, or null where none does. */
export function causeOf(observation: Observation): Cause | null {
  const seen = completed(observation)
  return causes.find(({ when }) => [when].flat().some(pattern => matches(pattern, seen))) ?? null
}

/** What an observation means; null where it means that all is well. */
export function explain(observation: Observation, words: Words): Fault | null {
  const cause = causeOf(observation)
  if (cause === null || cause.code === null) return null
  const { diagnosis } = diagnosisOf(cause.code)
  const filled = { ...words, ...wordsOf(completed(observation)) }
  const says = sentence(fill(cause.says, filled))
  return {
    code: cause.code,
    cause: cause.id,
    hop: diagnosis.hop,
    level: diagnosis.level,
    says,
    message: `${says} ${fill(cause.cause ?? diagnosis.cause, filled)}`,
    fix: fill(cause.fix ?? diagnosis.fix, filled),
    waitingHelps: cause.waitingHelps ?? diagnosis.waitingHelps,
    address: observation.address ?? null
  }
}

/** A sentence may begin with who answered, "the app behind nginx"; a URL stays as it is written. */
const sentence = (text: string): string => text.replace(/^the /, 'The ')

/** What the observation itself puts into the texts. */
function wordsOf(seen: Observation): Words {
  const { address, port, status, code, detail, by, headers = {}, url } = seen
  const { location, 'cf-ray': ray } = headers
  const target = url === undefined ? null : redirectTarget(url, location)
  return {
    ...(address === undefined ? {} : { address }),
    ...(port === undefined ? {} : { port: String(port) }),
    ...(status === undefined ? {} : { status: String(status) }),
    ...(code === undefined ? {} : { code: codeWords(code) }),
    detail: detail ?? '',
    who: by ?? 'the server',
    named: proxyName(by),
    log: known(by).log,
    forwards: known(by).forwards,
    target: target === null ? (location ?? 'nowhere') : shown(target),
    secureTarget: target === null ? '' : shown(target).replace(/^http:/, 'https:'),
    ray: ray === undefined ? '' : ` (Ray ID ${ray})`
  }
}

/** ` (nginx)` after the proxy; nothing where its answer bears no name. */
const proxyName = (by: string | undefined): string => {
  const name = by?.replace(/^the app( behind )?/, '') ?? ''
  return name === '' ? '' : ` (${name})`
}

/** How to read the error log of who answered, and which words of its configuration name the app. */
const known = (by: string | undefined): { readonly log: string; readonly forwards: string } =>
  proxies.find(({ name }) => name.test(by ?? '')) ?? {
    log: 'sudo tail /var/log/nginx/error.log',
    forwards: 'proxy_pass'
  }

const proxies = [
  { name: /Apache/, log: 'sudo tail /var/log/apache2/error.log', forwards: 'ProxyPass' },
  { name: /Caddy/, log: 'sudo journalctl -u caddy -n 20', forwards: 'reverse_proxy' },
  { name: /HAProxy/, log: 'sudo journalctl -u haproxy -n 20', forwards: 'server' },
  { name: /Traefik/, log: 'docker logs --tail 20 TRAEFIK', forwards: 'loadbalancer.server.port' }
] as const

/** A URL without what may be secret in it: user, password and query. */
export const shown = (url: URL): string => `${url.origin}${url.pathname}`
