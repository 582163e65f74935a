import { inputsOf, type Scenario } from './scenario.ts'
import type { World } from './world.ts'

/** What another tool makes of a scenario. */
export interface Opinion {
  readonly passes: boolean
  /** All it says. */
  readonly said: string
}

/** Another tool, asked as its users ask it. */
export interface Rival {
  readonly name: string
  readonly needs: readonly string[]
  ask(scenario: Scenario, world: World): Promise<Opinion>
}

const urlOf = (scenario: Scenario): string => inputsOf(scenario)['webhook-url']?.split('\n')[0] ?? ''
const statusesOf = (scenario: Scenario): readonly string[] =>
  (inputsOf(scenario)['expect-status'] ?? (inputsOf(scenario)['provider'] === undefined ? '400' : '400,401,403')).split(
    ','
  )
const hostOf = (scenario: Scenario, world: World): World['runner'] =>
  scenario.from === 'server' ? world.server : world.runner

/** The line that deploy workflows have today: POST, and compare the status. */
const curl: Rival = {
  name: 'curl',
  needs: ['curl'],
  ask: async (scenario, world) => {
    const request = ['-X', 'POST', '-H', 'content-type: application/json', '-d', '{}', '--cacert', world.trusted]
    const limits = ['--max-time', '4', '--max-filesize', '65536', '-w', '\n%{http_code}']
    const command = ['curl', '-sS', ...limits, ...request, urlOf(scenario)]
    const { code, stdout, stderr } = await hostOf(scenario, world).run(command, { env: scenario.env ?? {} })
    const status = stdout.slice(stdout.lastIndexOf('\n') + 1)
    const passes = code === 0 && statusesOf(scenario).includes(status)
    return { passes, said: `exit ${code}, status ${status}. ${stderr} ${stdout.slice(0, 2000)}` }
  }
}

/** Prometheus' blackbox_exporter with a module for this webhook; its debug output is what a person would read. */
const blackbox: Rival = {
  name: 'blackbox_exporter',
  needs: ['prometheus-blackbox-exporter', 'curl'],
  ask: async (scenario, world) => {
    const host = hostOf(scenario, world)
    const http = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      valid_status_codes: statusesOf(scenario).map(Number),
      follow_redirects: false,
      fail_if_not_ssl: true,
      body_size_limit: '64KB',
      tls_config: { ca_file: world.trusted }
    }
    // JSON is YAML.
    const config = host.file(
      'blackbox.yml',
      JSON.stringify({ modules: { webhook: { prober: 'http', timeout: '4s', http } } })
    )
    const listen = '--web.listen-address=127.0.0.1:9115'
    await host.serve(['prometheus-blackbox-exporter', `--config.file=${config}`, listen], [9115], {
      env: scenario.env ?? {}
    })
    const query = ['--data-urlencode', `target=${urlOf(scenario)}`, '-d', 'module=webhook', '-d', 'debug=true']
    const said = await host.must(['curl', '-sS', '-G', ...query, 'http://127.0.0.1:9115/probe'])
    return { passes: /^probe_success 1$/m.test(said), said: said.split('Metrics that would')[0] ?? '' }
  }
}

/** Adding a rival: add it here. */
export const rivals: readonly Rival[] = [curl, blackbox]

/**
 * Words that name the cause of a diagnosis, whatever the tool; a status alone is no cause. What is not listed here has no
 * words that a tool without knowledge of webhooks could say.
 */
const wordsFor: Readonly<Record<string, RegExp>> = {
  'dns-nxdomain': /no such host|nxdomain/i,
  'dns-failure': /server misbehaving|servfail|resolving timed out|i\/o timeout.*:53|:53.*(i\/o timeout|refused)/i,
  'dns-no-address': /no address|no such host/i,
  'tcp-refused': /connection refused/i,
  'tcp-timeout': /connect.*(timed out|timeout)|dial tcp.*i\/o timeout/i,
  'tcp-unreachable': /no route|unreachable/i,
  'tcp-reset': /reset by peer/i,
  'tls-expired': /has expired|expired or is not yet valid/i,
  'tls-not-yet-valid': /not yet valid/i,
  'tls-name-mismatch': /no alternative certificate subject name|certificate is (not )?valid for|unrecognized name/i,
  'tls-self-signed': /self-signed certificate(?! in)/i,
  'tls-incomplete-chain': /intermediate|incomplete chain/i,
  'tls-untrusted': /unknown authority|unable to get local issuer|self-signed certificate in|key too weak/i,
  'tls-plain-http': /wrong version number|does not look like a TLS handshake|HTTP response to HTTPS client/i,
  'tls-old-protocol': /protocol version|unsupported protocol/i,
  'tls-client-certificate': /certificate required|No required SSL certificate/i,
  'tls-timeout': /handshake.*time|time.*handshake/i,
  'connection-closed': /empty reply|EOF|transfer closed/i,
  'response-timeout': /Operation timed out|awaiting headers|context deadline exceeded/i,
  'malformed-response': /malformed|HTTP\/0\.9|too large response headers/i,
  'body-too-large': /body size limit|maximum file size/i,
  'https-required': /not over SSL|fail_if_not_ssl|SSL/i
}

/** True where there is something to say: a passing gate has no cause. */
export const hasCause = ({ expected }: Scenario): boolean =>
  [expected.verdict].flat().every(verdict => verdict !== 'pass')

/** Whether a tool's verdict is right, and whether its words name the cause. */
export function mark(
  scenario: Scenario,
  { passes, said }: Opinion
): { readonly right: boolean; readonly named: boolean } {
  const { verdict, diagnosis } = scenario.expected
  const right = [verdict].flat().some(one => (one !== 'fail') === passes)
  const named = hasCause(scenario) && right && [diagnosis].flat().some(code => wordsFor[code]?.test(said) === true)
  return { right, named }
}
