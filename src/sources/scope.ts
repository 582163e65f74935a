import { MappedText } from '../text/mapped-text.ts'
import { nestedScript, type ParsedScript, type ShellScript, type SyntaxNode } from '../text/shell.ts'
import type { ShellScope, ShellValue } from '../text/shell-words.ts'
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

/** Variables, functions and working folder of one shell. Changes as the script runs; `fork` gives a subshell its copy. */
export class Scope implements ShellScope {
  positional: readonly MappedText[] | undefined
  cwd: string
  /** The path by which the running script was called; null for what stands in a workflow. */
  script: string | null = null
  /** Set by whoever walks the script; null where they are nested too deeply to be looked at. */
  substitutions: Substitutions | null = null
  /** Commands that the shell runs when it ends: `trap cleanup EXIT`. */
  readonly traps: MappedText[] = []
  readonly functions: Map<string, ShellFunction>
  readonly #variables: Map<string, ShellValue | 'unknown'>

  constructor(variables: Iterable<readonly [string, ShellValue | 'unknown']> = [], cwd = '.') {
    this.#variables = new Map(variables)
    this.functions = new Map()
    this.cwd = cwd
  }

  variable(name: string): ShellValue | undefined {
    const value = this.#variables.get(name)
    return value === 'unknown' ? undefined : value
  }

  set(name: string, value: ShellValue | 'unknown'): void {
    this.#variables.set(name, value !== 'unknown' && isTooLong(value) ? 'unknown' : value)
  }

  unset(name: string): void {
    this.#variables.delete(name)
  }

  fork(): Scope {
    const copy = new Scope(this.#variables, this.cwd)
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

  /** Texts of all variables, for what a command inherits. */
  *texts(): Iterable<readonly [string, MappedText]> {
    for (const [name, value] of this.#variables)
      if (value !== 'unknown' && value.kind === 'text') yield [name, value.text]
  }

  /**
   * What holds after one of several arms ran, nobody knows which: a value that they agree on stays, one that some leave
   * unset is taken as the default it is (`[ -z "$X" ] && X=1`), two different ones are unknown.
   */
  merge(arms: readonly Scope[]): void {
    const names = new Set(arms.flatMap(arm => [...arm.#variables.keys()]))
    for (const name of names) {
      const values = arms.flatMap(arm => arm.#variables.get(name) ?? [])
      const [first] = values
      if (first === undefined) continue
      const agreed = values.every(value => sameText(value, first))
      const value = agreed ? first : 'unknown'
      this.set(name, agreed && values.length < arms.length ? assumed(value, name) : value)
    }
    for (const arm of arms) for (const [name, body] of arm.functions) this.functions.set(name, body)
  }
}

/** `A="$A$A"` in a loop doubles: no value that a command line takes is longer (Linux, MAX_ARG_STRLEN). */
const isTooLong = (value: ShellValue): boolean =>
  value.kind === 'text' ? value.text.text.length > 131_072 : value.items.length > 10_000

const sameText = (a: ShellValue | 'unknown', b: ShellValue | 'unknown'): boolean =>
  a === b ||
  (a !== 'unknown' && b !== 'unknown' && a.kind === 'text' && b.kind === 'text' && a.text.text === b.text.text)

const assumed = (value: ShellValue | 'unknown', name: string): ShellValue | 'unknown' =>
  value !== 'unknown' && value.kind === 'text' ? { kind: 'text', text: value.text.withAssumed([name]) } : value
