import type { Container, Coverage, Publication, Route } from '../model/deployment.ts'
import type { Finding, Level, Unread } from '../model/finding.ts'
import type { ProbeResult, Verdict } from '../model/hop.ts'
import type { StripeCheck } from '../stripe/check.ts'

/** The proxy that counts as the way to a publication; `file` is empty where an input vouches for it. */
export interface ProxiedBy {
  readonly file: string
  readonly line: number
  readonly proxy: string
}

/** What linting the checkout came to. */
export interface LintOutcome {
  /** Every file that was read, relative to the workspace. */
  readonly files: readonly string[]
  readonly containers: readonly Container[]
  readonly routes: readonly Route[]
  /** The publications that a proxy reaches; what is missing here is reached by none. */
  readonly proxiedBy: ReadonlyMap<Publication, ProxiedBy>
  readonly findings: readonly Finding[]
  readonly unread: readonly Unread[]
  readonly coverage: Coverage
}

/** One thing the look at the server came to. */
export interface ServerFinding {
  readonly code: string
  readonly level: Level
  readonly message: string
  readonly fix: string
}

/** What a person would check by hand, in this order. */
export const checks = [
  { id: 'proxy-running', title: 'The reverse proxy is running' },
  { id: 'certificate-valid', title: 'The certificate is valid' },
  { id: 'dns-points-here', title: 'DNS points to the server' },
  { id: 'ports-open', title: 'Ports 80 and 443 are open' },
  { id: 'url-https', title: 'The webhook URL is https' },
  { id: 'unsigned-refused', title: 'An unsigned POST is refused by the app (Stripe: 400)' },
  { id: 'attempts-logged', title: 'The logs show the attempts' }
] as const

export type CheckId = (typeof checks)[number]['id']

/** `unknown` is printed as 'not looked at'. */
export interface Check {
  readonly id: CheckId
  readonly state: 'yes' | 'no' | 'unknown'
  /** One sentence: what was seen, or why nobody looked; may be empty where nobody did. */
  readonly detail: string
}

/** What the read-only look at the server came to. */
export interface ServerOutcome {
  readonly findings: readonly ServerFinding[]
  /** Only what the server itself showed; the probe's share is added when the list is printed. */
  readonly checklist: readonly Check[]
}

/** All that one run found out: the only thing that reports are made of. */
export interface Outcome {
  readonly version: string
  /** After `fail-on`: `fail` exactly when the run exits with 1. */
  readonly verdict: Verdict
  /** Null where linting was not asked for. */
  readonly lint: LintOutcome | null
  readonly probes: readonly ProbeResult[]
  /** Null where no key was given. */
  readonly stripe: StripeCheck | null
  readonly server: ServerOutcome | null
}
