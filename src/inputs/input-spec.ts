/** One input of the action, which is also an option of the command line. */
export interface InputSpec<Name extends string = string, Value = unknown> {
  readonly name: Name
  /** As in `action.yml`; empty where there is none. */
  readonly default: string
  /** One sentence for `action.yml`, the README and `--help`. */
  readonly description: string
  /** The end of the sentence 'wait: got "soon", takes …'. */
  readonly takes: string
  /** True for several values, one a line; the option may then be given more than once. */
  readonly lines?: true
  /** True for a value that is masked before anything else happens, and never quoted. */
  readonly secret?: true
  /** Reads the trimmed text; an input that was not given is read as its default, so this sees '' where there is none. Throws BadValue. */
  parse(raw: string): Value
}

/** Keeps the literal name and the type of the value. */
export const defineInput = <const Name extends string, Value>(spec: InputSpec<Name, Value>): InputSpec<Name, Value> =>
  spec

/** A value that an input does not take: the part at fault, where it is not the whole. */
export class BadValue extends Error {
  readonly got: readonly string[]

  constructor(...got: readonly string[]) {
    super(`bad value ${got.join(', ')}`)
    this.name = 'BadValue'
    this.got = got
  }
}
