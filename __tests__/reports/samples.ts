import type { Container, Publication, Route } from '../../src/model/deployment.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Fault, Hop, HopName, ProbeResult } from '../../src/model/hop.ts'
import { hopNames } from '../../src/model/hop.ts'
import type { LintOutcome, Outcome } from '../../src/reports/outcome.ts'
import type { ReportContext } from '../../src/reports/report.ts'
import type { Location } from '../../src/text/location.ts'

/** The file that the findings are in; the mapping starts at line 3, column 15. */
export const workflowText = 'jobs:\n  deploy: docker run \\\n      -d  -p  127.0.0.1:8000:8000 \\\n      app\n'
export const workflow = '.github/workflows/ci-cd.yml'

export const at = (line: number, column: number, length: number, file = workflow): Location => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + length
})

export const finding = (given: Partial<Finding> = {}): Finding => ({
  rule: 'loopback-without-proxy',
  level: 'error',
  message: 'app publishes 127.0.0.1:8000:8000 on loopback, and no proxy forwards to it.',
  at: at(3, 15, 19),
  fix: { description: 'Put nginx in front of port 8000.', edits: [] },
  related: [],
  ...given
})

export const publication: Publication = {
  at: at(3, 15, 19),
  written: '127.0.0.1:8000:8000',
  mapping: {
    exposure: 'loopback',
    hostAddress: '127.0.0.1',
    hostPorts: { first: 8000, last: 8000 },
    containerPorts: { first: 8000, last: 8001 },
    protocol: 'tcp',
    ignoredAddress: null
  },
  assumed: []
}

export const container: Container = {
  engine: 'docker',
  placement: 'remote',
  workflows: ['.github/workflows/ci-cd.yml'],
  at: at(2, 11, 10),
  job: 'deploy',
  step: 'Deploy',
  name: 'app',
  aliases: [],
  image: 'ghcr.io/acme/app',
  role: 'app',
  publications: [publication],
  refused: [],
  networks: [],
  labels: new Map(),
  environment: new Map(),
  volumes: [],
  listeners: [],
  arms: [],
  throwaway: false,
  calls: []
}

const route: Route = {
  proxy: 'nginx',
  at: at(4, 5, 10, 'deploy/nginx.conf'),
  site: 'host',
  listeners: [{ at: at(2, 3, 6, 'deploy/nginx.conf'), port: 443, tls: true }],
  serverNames: ['your-domain.com'],
  path: '/',
  upstream: { host: '127.0.0.1', port: 8000 },
  refusal: null,
  evidence: 'declared'
}

/** A checkout in which there is nothing that lint reads. */
export const idle: Partial<LintOutcome> = {
  files: [],
  containers: [],
  routes: [],
  findings: [],
  unread: [],
  coverage: { linted: 0, workflows: 0, skimmed: 0, steps: 0, scripts: 0, composeFiles: 0, proxyConfigs: 0 }
}

export const lint = (given: Partial<LintOutcome> = {}): LintOutcome => ({
  files: [workflow, 'deploy/nginx.conf'],
  containers: [container],
  routes: [route],
  proxiedBy: new Map([[publication, { file: 'deploy/nginx.conf', line: 4, proxy: 'nginx' }]]),
  findings: [finding()],
  unread: [{ file: 'compose.yaml', line: 7, reason: 'broken YAML' }],
  coverage: { linted: 1, workflows: 1, skimmed: 0, steps: 3, scripts: 0, composeFiles: 0, proxyConfigs: 1 },
  ...given
})

/** A fault that the probe tells of besides its diagnosis. */
export const fault = (given: Partial<Fault>): Fault => ({
  code: 'slow-response',
  cause: 'slow',
  hop: 'http',
  level: 'warning',
  says: 'The answer took 6 s.',
  message: 'The answer took 6 s.',
  fix: 'Answer first, work later.',
  waitingHelps: true,
  address: null,
  ...given
})

/** Hops up to the one that fails, the rest not tried; all pass where none does. */
export const hopsTo = (
  broken: HopName | null,
  code = 'tcp-refused',
  detail = 'refused the connection'
): readonly Hop[] => {
  const end = broken === null ? hopNames.length : hopNames.indexOf(broken)
  return hopNames
    .filter(hop => hop !== 'stripe')
    .map((hop, index) =>
      index < end
        ? { hop, status: 'pass', ms: 1.25 * index, code: null, detail: `${hop} is well` }
        : index === end
          ? { hop, status: 'fail', ms: 12.4, code, detail }
          : { hop, status: 'skip', ms: 0, code: null, detail: '' }
    )
}

export const probe = (given: Partial<ProbeResult> = {}): ProbeResult => ({
  url: 'https://your-domain.com/webhooks/stripe',
  verdict: 'fail',
  diagnosis: 'tcp-refused',
  brokenHop: 'tcp',
  message: 'Nothing listens on port 443 of 198.51.100.10.',
  fix: 'Install nginx on the server and let it forward to port 8000.',
  suspect: { file: workflow, line: 3 },
  external: true,
  attempts: 4,
  history: [{ diagnosis: 'tcp-refused', rounds: 4, since: 0 }],
  addresses: [{ address: '198.51.100.10', family: 4, hops: hopsTo('tcp') }],
  webhook: { status: null, bodyExcerpt: '' },
  health: { status: null },
  signed: null,
  warnings: [],
  faults: [],
  ...given
})

export const passing = (given: Partial<ProbeResult> = {}): ProbeResult =>
  probe({
    verdict: 'pass',
    diagnosis: 'ok',
    brokenHop: 'none',
    message: 'An unsigned request is refused as it should be.',
    fix: '',
    suspect: null,
    addresses: [{ address: '198.51.100.10', family: 4, hops: hopsTo(null) }],
    webhook: { status: 400, bodyExcerpt: 'Missing Stripe-Signature header' },
    health: { status: 200 },
    ...given
  })

export const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  version: '1.2.3',
  verdict: 'fail',
  lint: lint(),
  probes: [probe()],
  stripe: null,
  server: null,
  ...given
})

export const context: ReportContext = {
  repository: 'acme/webhook-reach-check',
  rules: [
    {
      id: 'loopback-without-proxy',
      level: 'error',
      title: 'Published on loopback, and no proxy forwards to it',
      why: 'Only the server itself reaches 127.0.0.1.'
    }
  ],
  sarifPath: null,
  sourceUrl: () => null,
  sourceLine: (file, line) => (file === workflow ? (workflowText.split('\n')[line - 1] ?? '') : ''),
  sourceText: file => (file === workflow ? workflowText : null)
}

/** Text as only an attacker writes it. */
export const hostileTexts: readonly string[] = [
  '::error::x',
  '  ::add-mask::x',
  'a\n::set-output name=x::y',
  'a\r::stop-commands::x',
  'a ##[error]b',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  'x\u0085::error::y',
  '\u2028::error::z',
  '\u202egnp.exe\u202c',
  '\u200e\u200f\u2066\u2069\ufeff',
  '<img src=x onerror=alert(1)>',
  '</code></td></table><script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<https://evil.example>',
  'https://evil.example/x www.evil.example mail@evil.example @octocat #1',
  '| cell | cell |\n|---|---|',
  '```\n# heading\n```',
  '`` ` ``` a',
  '**bold** _em_ ~~s~~ __x__ $a$',
  '- item\n+ item\n1. item\n1) item\n> quote\n# h\n===\n---',
  '&lt;b&gt; &#60;b&#62;',
  '\\` \\| \\',
  '"]; click h0 "javascript:alert(1)"; %%{init: {}}%%',
  '<!-- --> --> <!--',
  '\ue000',
  '\ud800 lone',
  'a'.repeat(5000),
  ' ',
  '      indented',
  ''
]
