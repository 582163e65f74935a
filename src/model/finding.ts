import type { Location } from '../text/location.ts'

/** How bad a finding is, as GitHub names annotations. */
export type Level = 'error' | 'warning' | 'notice'

/** Replaces the text at its location. Locations of one fix never overlap. */
export interface Edit extends Location {
  readonly text: string
}

export interface Fix {
  readonly description: string
  /** Edits that are safe to apply as they stand; empty where a person has to decide. */
  readonly edits: readonly Edit[]
}

/** What a rule found, at the mapping or directive itself. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly message: string
  readonly at: Location
  readonly fix: Fix | null
  readonly related: readonly { readonly at: Location; readonly message: string }[]
}

/** What could not be read, or not be resolved, and why. No rule concludes from absence where one of these bears on it. */
export interface Unread {
  readonly file: string
  readonly line: number
  readonly reason: string
  /** True where the file could not be read as what it is, so that nothing in it was linted. */
  readonly whole?: true
}
