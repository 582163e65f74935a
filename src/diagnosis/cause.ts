import type { Level } from '../model/finding.ts'
import type { HopName } from '../model/hop.ts'
import type { Pattern } from './observation.ts'

/** One code of the contract, with what its page says. Texts may hold `{host}`, `{port}`, `{path}`, `{url}` and the like. */
export interface Diagnosis {
  readonly code: string
  readonly hop: HopName
  readonly level: Level
  readonly title: string
  readonly cause: string
  readonly fix: string
  /** False where the outcome cannot change while nobody changes anything. */
  readonly waitingHelps: boolean
}

/** One row of the table: what is seen, and what it means. The first row that applies wins. */
export interface Cause {
  readonly id: string
  /** A `Diagnosis`, or null where all is well. */
  readonly code: string | null
  readonly when: Pattern | readonly Pattern[]
  /** One sentence on what happened. */
  readonly says: string
  /** Where this row knows more than the diagnosis does. */
  readonly cause?: string
  readonly fix?: string
  readonly waitingHelps?: boolean
}
