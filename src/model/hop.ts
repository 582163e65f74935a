import type { Level } from './finding.ts'

/** The way a webhook request takes, in order. */
export const hopNames = ['dns', 'tcp', 'tls', 'http', 'proxy', 'app', 'health', 'stripe'] as const
export type HopName = (typeof hopNames)[number]

/** One hop of one address, as it is printed. */
export interface Hop {
  readonly hop: HopName
  readonly status: 'pass' | 'warn' | 'fail' | 'skip'
  /** Milliseconds. */
  readonly ms: number
  /** A diagnosis of section 6 of the contract, where the status is `warn` or `fail`. */
  readonly code: string | null
  /** One sentence in the user's words; may quote the server, already made harmless by the renderer, not here. */
  readonly detail: string
}

export interface ProbedAddress {
  readonly address: string
  readonly family: 4 | 6
  readonly hops: readonly Hop[]
}

export type Verdict = 'pass' | 'warn' | 'fail'

/** Rounds in a row that came to the same end, so that a report can say what it was before. */
export interface Spell {
  /** A diagnosis, or `ok`. */
  readonly diagnosis: string
  readonly rounds: number
  /** Milliseconds from the start of the probe to the end of the spell's first round. */
  readonly since: number
}

/** One thing that is wrong, or worth a word, in the user's words. */
export interface Fault {
  readonly code: string
  /** The row of the table of causes that applied. */
  readonly cause: string
  readonly hop: HopName
  readonly level: Level
  /** What happened, in one sentence. */
  readonly says: string
  /** What happened, and why. */
  readonly message: string
  readonly fix: string
  /** False where trying again cannot change it. */
  readonly waitingHelps: boolean
  readonly address: string | null
}

/** What the probe of one webhook URL came to. The shape that report.json publishes. */
export interface ProbeResult {
  readonly url: string
  readonly verdict: Verdict
  /** `ok`, or the code of the worst fault of the first broken hop. */
  readonly diagnosis: string
  readonly brokenHop: HopName | 'none'
  readonly message: string
  readonly fix: string
  /** The line of the checkout that explains the broken hop. */
  readonly suspect: { readonly file: string; readonly line: number } | null
  /** False where the result says nothing of the internet (`not-external`). */
  readonly external: boolean
  readonly attempts: number
  /** The attempts, in order. */
  readonly history: readonly Spell[]
  readonly addresses: readonly ProbedAddress[]
  readonly webhook: { readonly status: number | null; readonly bodyExcerpt: string }
  readonly health: { readonly status: number | null }
  readonly signed: { readonly status: number | null } | null
  /** Codes that warn, notices among them, in the order seen. */
  readonly warnings: readonly string[]
  /** Every fault of the last round, the diagnosis first; the warnings' texts are here. */
  readonly faults: readonly Fault[]
}
