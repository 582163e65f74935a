import type { ProbeResult } from '../model/hop.ts'
import type { ServerFinding, ServerOutcome } from '../reports/outcome.ts'

/** Which causes on the server explain which diagnoses from outside, the likeliest first. */
const explains: readonly { readonly diagnosis: RegExp; readonly codes: readonly string[] }[] = [
  {
    diagnosis: /^tcp-timeout$/,
    codes: ['firewall-blocks', 'dns-elsewhere', 'proxy-not-installed', 'proxy-not-running', 'container-loopback-only']
  },
  {
    diagnosis: /^(tcp-refused|tcp-reset|tcp-unreachable)$/,
    codes: [
      'proxy-config-invalid',
      'proxy-not-installed',
      'proxy-not-running',
      'certificate-missing',
      'firewall-blocks',
      'dns-elsewhere',
      'proxy-no-route',
      'container-loopback-only',
      'container-not-running',
      'container-not-published',
      'app-loopback-in-container'
    ]
  },
  { diagnosis: /^tls-expired$/, codes: ['certificate-expired', 'dns-elsewhere'] },
  {
    diagnosis: /^tls-(name-mismatch|self-signed|handshake|plain-http|untrusted)$/,
    codes: ['certificate-missing', 'dns-elsewhere']
  },
  { diagnosis: /^dns-/, codes: ['dns-elsewhere'] },
  {
    diagnosis:
      /^(proxy-bad-gateway|proxy-unavailable|proxy-gateway-timeout|connection-closed|response-timeout|health-unreachable|health-timeout)$/,
    codes: [
      'container-not-running',
      'app-loopback-in-container',
      'container-not-published',
      'proxy-no-route',
      'dns-elsewhere'
    ]
  },
  {
    diagnosis: /^(proxy-default-site|route-not-found|method-not-allowed|redirected|not-an-endpoint|blocked)$/,
    codes: ['proxy-no-route', 'proxy-config-invalid', 'dns-elsewhere']
  }
]

/** Joins what one server shows with the probes of its own host: of a URL on another host it explains nothing. */
export const joinOwn = (
  server: Pick<ServerOutcome, 'findings' | 'checklist'>,
  hostname: string,
  probes: readonly ProbeResult[]
): readonly ProbeResult[] =>
  probes.map(probe => (new URL(probe.url).hostname === hostname ? joinServer(server, probe) : probe))

/** Says of a broken hop what the server showed of it: one sentence, one fix. A probe that passed stays as it is. */
function joinServer(server: Pick<ServerOutcome, 'findings' | 'checklist'>, probe: ProbeResult): ProbeResult {
  if (probe.verdict === 'pass') return probe
  const finding = explanation(server.findings, probe.diagnosis)
  if (finding !== null) {
    const message = `${probe.message.replace(/\.$/, '')}: on the server, ${midSentence(finding.message)}`
    return { ...probe, message, fix: finding.fix }
  }
  return probe.diagnosis === 'tcp-timeout' && answersItself(server) ? { ...probe, ...blockedInFront(probe) } : probe
}

function explanation(findings: readonly ServerFinding[], diagnosis: string): ServerFinding | null {
  const codes = explains.find(each => each.diagnosis.test(diagnosis))?.codes ?? []
  for (const code of codes) {
    const finding = findings.find(each => each.code === code && each.level !== 'notice')
    if (finding !== undefined) return finding
  }
  return null
}

const answersItself = ({ checklist }: Pick<ServerOutcome, 'checklist'>): boolean =>
  checklist.some(each => each.id === 'ports-open' && each.state === 'yes')

const blockedInFront = (probe: ProbeResult): Pick<ProbeResult, 'message' | 'fix'> => ({
  message: `${probe.message.replace(/\.$/, '')}: the server itself listens on ports 80 and 443 and its own firewall lets them in, so what drops the connection stands in front of it.`,
  fix: "Open ports 80 and 443 in the hosting provider's firewall (security group, network firewall)."
})

/** The first word loses its capital where it is no name. */
const midSentence = (sentence: string): string =>
  sentence.replace(/^(Nothing|The|There|Container|Inside)\b/, word => word.toLowerCase())
