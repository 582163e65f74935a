import type { Level } from '../model/finding.ts'
import type { Location } from '../text/location.ts'

/** What reading a file came to: its text, or why there is none. */
export type ReadResult = { readonly text: string } | { readonly unreadable: string }

/** The checkout. Paths are relative to its root with forward slashes; nothing outside it is ever opened. */
export interface Files {
  /** Every file below the root in a stable order, bounded, without `.git`, installed dependencies and links that lead out. */
  list(): readonly string[]
  /** The text of a file, at most 1 MiB of UTF-8; null where there is no such file. */
  read(path: string): ReadResult | null
  exists(path: string): boolean
  /** What `list` leaves out and why, once it was asked: links that lead out, folders that cannot be read, what is beyond the bound. */
  readonly unlisted?: () => readonly { readonly file: string; readonly reason: string }[]
}

/** Time, so that waiting can be tested. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds from an arbitrary start, never going back. */
  elapsed(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A message on the pull request or in the log. */
export interface Annotation {
  readonly level: Level
  readonly title: string
  readonly message: string
  readonly at: Location | null
}

/** How results are wanted: through the runner's channels, or as one document on standard output. */
export type Format = 'github' | 'text' | 'json' | 'sarif'

/** The runner, or a terminal: whoever called. */
export interface Host {
  readonly format: Format
  /** True where colours are seen: a terminal without NO_COLOR. */
  readonly color: boolean
  /** The raw text of an input, empty where it was not given. */
  input(name: string): string
  /** An environment variable, empty where it is unset. */
  env(name: string): string
  readonly files: Files
  readonly clock: Clock
  /** Never print this, anywhere, from now on. */
  mask(secret: string): void
  /** A line for people; foreign text in it is made harmless here. */
  log(line: string): void
  debug(line: string): void
  /** Writes a whole document to standard output as it is; nothing else goes there on a terminal. */
  print(document: string): void
  annotate(annotation: Annotation): void
  setOutput(name: string, value: string): void
  /** Writes the step summary; on a terminal, nothing. */
  summarize(markdown: string): void
  /** Writes a file outside the checkout (report.json, SARIF, fixes) and returns its path; throws an Error that says what failed. */
  write(path: string, text: string): string
  /** Ends the run as failed, with this as the last word. */
  fail(message: string): void
}
