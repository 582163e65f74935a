import type { Publication } from '../model/deployment.ts'
import type { Finding } from '../model/finding.ts'
import type { ProbeResult } from '../model/hop.ts'
import type { Location } from '../text/location.ts'

/** What lint saw that may explain a broken hop. */
export interface LintEvidence {
  readonly findings: readonly Finding[]
  readonly onLoopback: readonly Publication[]
}

const cannotBeReached = [
  'loopback-without-proxy',
  'proxy-port-mismatch',
  'proxy-cannot-reach-loopback',
  'app-loopback-in-container'
]
const deadUpstream = [
  'proxy-port-mismatch',
  'proxy-cannot-reach-loopback',
  'app-loopback-in-container',
  'container-port-mismatch',
  'publish-cut-off',
  'port-conflict',
  'invalid-publish'
]
const noDeploy = ['publish-cut-off', 'invalid-publish', 'port-conflict']
const turnedAway = ['proxy-blocks-webhook']
const noTls = ['webhook-url-insecure', 'proxy-without-tls', 'public-without-tls']

/** Which rules explain which diagnosis, the likeliest first. Findings and hops meet only here. */
const explains: Readonly<Record<string, readonly string[]>> = {
  'tcp-refused': [...cannotBeReached, ...noDeploy],
  'tcp-timeout': cannotBeReached,
  'tcp-reset': cannotBeReached,
  'tls-plain-http': noTls,
  'https-required': noTls,
  'connection-closed': deadUpstream,
  'proxy-bad-gateway': [...deadUpstream, 'loopback-without-proxy'],
  'proxy-unavailable': deadUpstream,
  'proxy-gateway-timeout': deadUpstream,
  'proxy-default-site': [...turnedAway, ...deadUpstream, 'loopback-without-proxy'],
  'route-not-found': [...turnedAway, 'proxy-port-mismatch'],
  'method-not-allowed': turnedAway,
  redirected: turnedAway,
  blocked: turnedAway,
  'health-unreachable': deadUpstream
}

/** Diagnoses that a port on loopback explains even where a proxy was declared: it is not there, or not running. */
const nobodyBeforeLoopback = new Set(['tcp-refused', 'tcp-timeout', 'tcp-reset'])

/** What rules foretell, by the diagnosis that bears it out. */
const foretold: Readonly<Record<string, string>> = {
  'tcp-refused': ' A webhook sender gets "connection refused".',
  'proxy-bad-gateway': ' The proxy answers 502.'
}

/** What a finding says, save for an outcome that the probe did not come to. */
const factsOf = ({ message }: Finding, diagnosis: string): string =>
  Object.entries(foretold).reduce(
    (facts, [code, words]) => (code === diagnosis ? facts : facts.replace(words, '')),
    message
  )

/** The probe's result with the line of the checkout that explains it, where lint found one. */
export function withSuspect(probe: ProbeResult, { findings, onLoopback }: LintEvidence): ProbeResult {
  if (probe.verdict !== 'fail') return probe
  for (const rule of explains[probe.diagnosis] ?? []) {
    const finding = findings.find(found => found.rule === rule)
    if (finding !== undefined) return suspected(probe, finding.at, factsOf(finding, probe.diagnosis))
  }
  const [publication] = nobodyBeforeLoopback.has(probe.diagnosis) ? onLoopback : []
  if (publication === undefined) return probe
  return suspected(
    probe,
    publication.at,
    `${publication.written} is published on loopback, so only a proxy on the server makes it reachable, and none answers.`
  )
}

/** The words between what the probe saw and what the checkout has to say of it. */
export const explainedAt = ({ file, line }: { readonly file: string; readonly line: number }): string =>
  `The checkout explains it at ${file}:${line}:`

const suspected = (probe: ProbeResult, { file, line }: Location, why: string): ProbeResult => ({
  ...probe,
  message: `${probe.message} ${explainedAt({ file, line })} ${why}`,
  suspect: { file, line }
})

/** Findings that a passing probe from outside answers: reachable today, though the checkout does not show how. */
export function inLightOf(probes: readonly ProbeResult[], findings: readonly Finding[]): readonly Finding[] {
  const reached = probes.length > 0 && probes.every(probe => probe.external && probe.verdict !== 'fail')
  if (!reached) return findings
  return findings.map(finding =>
    cannotBeReached.includes(finding.rule)
      ? {
          ...finding,
          level: 'notice',
          message: `Reachable today, as the probe from outside shows, but the checkout does not show how. By what it shows: ${factsOf(finding, 'ok')}`
        }
      : finding
  )
}
