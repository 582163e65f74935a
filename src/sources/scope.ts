import { MappedText } from '../text/mapped-text.ts'
import { nestedScript, type ParsedScript, type ShellScript, type SyntaxNode } from '../text/shell.ts'
import type { ShellScope, ShellValue } from '../text/shell-words.ts'
import { type Alternative, type Choice, choiceOf, isPlain, sameFor } from './choices.ts'
import { printedFolder } from './script-folder.ts'

/** A shell function: its body, and the text its positions count in. */
export interface ShellFunction {
  readonly body: SyntaxNode
  readonly source: MappedText
}

/** What scripts print that run in a copy of a shell. */
export interface Substitutions {
  printed(script: ShellScript, scope: Scope): MappedText | undefined
  /** Puts it where the path says; false where there is nothing to put. */
  piped(script: ShellScript, scope: Scope, path: string): boolean
}

/** What a shell knows of a variable. */
interface Known {
  /** Undefined where it was unset. */
  readonly value: ShellValue | 'unknown' | undefined
  /** What an unknown one is one of. */
  readonly choice?: Choice
}

const unset: Known = { value: undefined }

/** Variables, functions and working folder of one shell. Changes as the script runs; `fork` gives a subshell its copy. */
export class Scope implements ShellScope {
  positional: readonly MappedText[] | undefined
  cwd: string
  /** The path by which the running script was called; null for what stands in a workflow. */
  script: string | null = null
  /** Set by whoever walks the script; null where they are nested too deeply to be looked at. */
  substitutions: Substitutions | null = null
  /** Commands that the shell runs when it ends: `trap cleanup EXIT`. */
  readonly traps: ((ending: boolean) => void)[] = []
  readonly functions: Map<string, ShellFunction>
  /** What this shell set; the rest is as in the one that it was forked from, which waits meanwhile. */
  readonly #own = new Map<string, Known>()
  #outer: Scope | null = null
  #hasChoices = false

  constructor(variables: Iterable<readonly [string, ShellValue | 'unknown']> = [], cwd = '.') {
    for (const [name, value] of variables) this.#own.set(name, { value })
    this.functions = new Map()
    this.cwd = cwd
  }

  /** Runs a subshell, which ends with its own traps. */
  subshell(run: (scope: Scope) => void): void {
    const scope = this.fork()
    run(scope)
    scope.end(false)
  }

  /** Runs the traps; the end of a subshell is not yet the end of everything. */
  end(everything: boolean): void {
    for (const trap of this.traps.splice(0)) trap(everything)
  }

  #known(name: string): Known {
    for (let scope: Scope | null = this; scope !== null; scope = scope.#outer) {
      const known = scope.#own.get(name)
      if (known !== undefined) return known
    }
    return unset
  }

  variable(name: string): ShellValue | undefined {
    const { value } = this.#known(name)
    return value === 'unknown' ? undefined : value
  }

  set(name: string, value: ShellValue | 'unknown'): void {
    this.#own.set(name, { value: value !== 'unknown' && isTooLong(value) ? 'unknown' : value })
  }

  unset(name: string): void {
    this.#own.set(name, unset)
  }

  fork(): Scope {
    const copy = new Scope([], this.cwd)
    copy.#outer = this
    copy.#hasChoices = this.#hasChoices
    copy.positional = this.positional
    copy.script = this.script
    copy.substitutions = this.substitutions
    for (const [name, body] of this.functions) copy.functions.set(name, body)
    return copy
  }

  printed(parse: () => ParsedScript | undefined, written: MappedText, source: MappedText): MappedText | undefined {
    const folder = printedFolder(written.text, this.script, this.cwd)
    if (folder !== undefined) return MappedText.standingFor(written, folder)
    const command = this.substitutions === null ? undefined : parse()
    // `# a comment in backquotes` prints nothing, and is no argument.
    if (command?.commands.length === 0) return MappedText.standingFor(written, '')
    return command === undefined ? undefined : this.substitutions?.printed(nestedScript(command, source, written), this)
  }

  piped(parse: () => ParsedScript | undefined, written: MappedText, source: MappedText): string | undefined {
    const command = this.substitutions === null ? undefined : parse()
    if (command === undefined) return undefined
    // No two of one command stand at one place.
    const path = `/dev/fd/${written.span()[0]}`
    return this.substitutions?.piped(nestedScript(command, source, written), this, path) === true ? path : undefined
  }

  *#all(): Iterable<readonly [string, Known]> {
    const seen = new Set<string>()
    for (let scope: Scope | null = this; scope !== null; scope = scope.#outer)
      for (const [name, known] of [...scope.#own].reverse()) {
        if (!seen.has(name)) yield [name, known]
        seen.add(name)
      }
  }

  /** Texts of all variables, for what a command inherits. */
  *texts(): Iterable<readonly [string, MappedText]> {
    for (const [name, { value }] of this.#all())
      if (value !== undefined && value !== 'unknown' && value.kind === 'text') yield [name, value.text]
  }

  get hasChoices(): boolean {
    return this.#hasChoices
  }

  /** What the first of these variables is one of that is one of several. */
  choiceAmong(names: readonly string[]): Choice | undefined {
    for (const name of names) {
      const { choice } = this.#known(name)
      if (choice !== undefined) return choice
    }
    return undefined
  }

  /** Names of variables that are one of several, the latest first. */
  get chosenNames(): readonly string[] {
    return Array.from(this.#all(), ([name, { choice }]) => (choice === undefined ? [] : [name])).flat()
  }

  /** The shell in which a choice went this way. */
  went({ values }: Alternative, choice: Choice): Scope {
    const copy = this.fork()
    for (const [name, value] of values) if (sameFor(name, copy.#known(name).choice, choice)) copy.set(name, value)
    return copy
  }

  /**
   * What holds after one of several forks of this shell ran, nobody knows which: a value that they agree on stays, one that
   * some leave unset is taken as the default it is (`[ -z "$X" ] && X=1`), different ones are a choice.
   */
  merge(arms: readonly Scope[], labels: readonly (readonly string[])[]): void {
    // The arms look through to this shell for what they did not set: it changes last.
    const merged = new Map<string, Known>()
    const everywhere: string[] = []
    const somewhere: string[] = []
    for (const name of new Set(arms.flatMap(arm => [...arm.#own.keys()]))) {
      const set = arms.map(arm => arm.#known(name)).filter(({ value }) => value !== undefined)
      const [first = unset] = set
      const agreed = set.every(known => sameText(known.value, first.value) && sameFor(name, known.choice, first.choice))
      if (!agreed) (set.length === arms.length ? everywhere : somewhere).push(name)
      merged.set(name, !agreed ? { value: 'unknown' } : set.length < arms.length ? assumed(first, name) : first)
    }
    for (const names of [everywhere, somewhere])
      for (const [name, choice] of Scope.#choices(names, arms, labels)) merged.set(name, { value: 'unknown', choice })
    for (const [name, known] of merged) this.#own.set(name, known)
    this.#hasChoices ||=
      arms.some(arm => arm.#hasChoices) || [...merged.values()].some(({ choice }) => choice !== undefined)
    for (const arm of arms) {
      for (const [name, body] of arm.functions) this.functions.set(name, body)
      this.traps.push(...arm.traps)
    }
  }

  /** What those of these variables are one of that every arm leaves at values that can be followed. */
  static #choices(
    names: readonly string[],
    arms: readonly Scope[],
    labels: readonly (readonly string[])[]
  ): readonly (readonly [string, Choice])[] {
    const followed = ({ value, choice }: Known): boolean =>
      choice !== undefined || value === undefined || isPlain(value)
    const plain = names.filter(name => arms.every(arm => followed(arm.#known(name))))
    const ways = arms.flatMap((arm, nth) => arm.#ways(plain, labels[nth] ?? []))
    const choice = choiceOf(ways, plain.length)
    return choice === null ? [] : plain.map(name => [name, choice] as const)
  }

  /** The ways that this arm leaves these variables. */
  #ways(names: readonly string[], label: readonly string[]): readonly Alternative[] {
    const choice = this.choiceAmong(names)
    const shells = choice === undefined ? [this] : choice.map(alternative => this.went(alternative, choice))
    return shells.map((shell, nth) => ({
      arms: [...label, ...(choice?.[nth]?.arms ?? [])],
      values: new Map(
        names.flatMap(name => {
          const { value } = shell.#known(name)
          return isPlain(value) ? [[name, value] as const] : []
        })
      )
    }))
  }
}

/** `A="$A$A"` in a loop doubles: no value that a command line takes is longer (Linux, MAX_ARG_STRLEN). */
const isTooLong = (value: ShellValue): boolean =>
  value.kind === 'text' ? value.text.text.length > 131_072 : value.items.length > 10_000

const sameText = (a: Known['value'], b: Known['value']): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a !== 'unknown' &&
    b !== 'unknown' &&
    a.kind === 'text' &&
    b.kind === 'text' &&
    a.text.text === b.text.text)

const assumed = ({ value, choice }: Known, name: string): Known =>
  value !== undefined && value !== 'unknown' && value.kind === 'text'
    ? { value: { kind: 'text', text: value.text.withAssumed([name]) } }
    : choice === undefined
      ? { value }
      : { value, choice }
