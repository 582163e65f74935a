import { MappedText } from '../../text/mapped-text.ts'
import { expandMake, type Makefile, type MakeVariable, readMakefile } from '../calls/makefile.ts'
import { type FlagTable, parseInterspersed } from '../flags.ts'
import type { CommandFamily, Frame, Shell } from '../frame.ts'
import { joinPath } from '../path.ts'
import { entered } from './called.ts'

/** GNU make manual, 9.8. */
const makeFlags: FlagTable = {
  values: new Set(['C', 'directory', 'f', 'file', 'makefile', 'I', 'include-dir', 'o', 'W', 'E', 'eval']),
  switches: new Set(),
  short: {}
}
/** Names in make's order. */
const names = ['GNUmakefile', 'makefile', 'Makefile']
const mostIncludes = 16

/** `make deploy`, with what the target needs first. */
export const make: CommandFamily = {
  names: ['make', 'gmake'],
  run(invocation, shell) {
    const { flags, rest } = parseInterspersed(invocation.args, makeFlags)
    const value = (...of: readonly string[]): string | undefined =>
      flags.findLast(flag => of.includes(flag.name) && flag.value !== null)?.value?.text
    const folder = value('C', 'directory')
    const cwd = folder === undefined ? invocation.frame.scope.cwd : joinPath(invocation.frame.scope.cwd, folder)
    const file = value('f', 'file', 'makefile')
    const text = (file === undefined ? names : [file]).flatMap(name => shell.recorder.find(name, cwd) ?? [])[0]
    const frame = entered(invocation, shell)
    if (text === undefined || frame === null) return
    frame.scope.cwd = cwd
    const given = new Map<string, MappedText>()
    const targets: string[] = []
    for (const { text: word } of rest) {
      const assignment = /^([\w.-]+)\s*[:?+]*=/.exec(word.text)
      if (assignment === null) targets.push(word.text)
      else given.set(assignment[1] ?? '', word.slice(assignment[0].length))
    }
    new MakeRun(withIncludes(makefileOf(text), cwd, shell), given, frame, shell).all(targets)
  }
}

/** Every target of a Makefile that `paths` names. */
export function makeAll(text: MappedText, frame: Frame, shell: Shell): void {
  const makefile = withIncludes(makefileOf(text), joinPath(text.file.path, '..'), shell)
  new MakeRun(makefile, new Map(), frame, shell).all(makefile.rules.flatMap(({ targets }) => targets))
}

function withIncludes(makefile: Makefile, cwd: string, shell: Shell): Makefile {
  const all = [makefile]
  for (const path of makefile.includes.slice(0, mostIncludes)) {
    const text = path.includes('$') ? null : shell.recorder.find(path, cwd)
    if (text !== null) all.push(makefileOf(text))
  }
  return {
    rules: all.flatMap(({ rules }) => rules),
    variables: new Map(all.flatMap(({ variables }) => [...variables])),
    includes: []
  }
}

/** Recipes that call make on their own file are read by it again and again. */
const known = new WeakMap<MappedText, Makefile>()

function makefileOf(text: MappedText): Makefile {
  const makefile = known.get(text) ?? readMakefile(text)
  known.set(text, makefile)
  return makefile
}

class MakeRun {
  readonly #makefile: Makefile
  readonly #given: ReadonlyMap<string, MappedText>
  readonly #frame: Frame
  readonly #shell: Shell
  readonly #done = new Set<string>()

  constructor(makefile: Makefile, given: ReadonlyMap<string, MappedText>, frame: Frame, shell: Shell) {
    this.#makefile = makefile
    this.#given = given
    this.#frame = frame
    this.#shell = shell
  }

  /** The targets that are asked for, else the first one. */
  all(targets: readonly string[]): void {
    const first = this.#makefile.rules.find(({ targets: [name = '.'] }) => !name.startsWith('.'))?.targets[0]
    for (const target of targets.length > 0 ? targets : first === undefined ? [] : [first]) this.#run(target)
  }

  #run(target: string): void {
    if (this.#done.has(target)) return
    this.#done.add(target)
    const rules = this.#makefile.rules.filter(({ targets }) => targets.includes(target))
    for (const { needs } of rules) for (const need of needs) this.#run(need)
    for (const { recipe, needs } of rules) {
      for (const line of recipe) {
        const expanded = expandMake(line, name => this.#value(name, target, needs, line))
        const prefix = /^[\s@+-]*/.exec(expanded.text)?.[0].length ?? 0
        this.#shell.run(expanded.slice(prefix), { ...this.#frame, scope: this.#frame.scope.fork() })
      }
    }
  }

  /** What stands on the command line wins over the file, the file over the environment, save for `?=` (GNU make manual, 6.10). */
  #value(name: string, target: string, needs: readonly string[], line: MappedText): MappedText | undefined {
    if (name === 'MAKE') return MappedText.standingFor(line, 'make')
    if (name === '@') return MappedText.standingFor(line, target)
    if (name === '<') return needs[0] === undefined ? undefined : MappedText.standingFor(line, needs[0])
    const own = this.#makefile.variables.get(name)
    const outer = this.#frame.scope.variable(name)
    const environment = outer?.kind === 'text' ? outer.text : undefined
    return this.#given.get(name) ?? (own === undefined || own.weak ? environment : undefined) ?? ofFile(own, name)
  }
}

const ofFile = (own: MakeVariable | undefined, name: string): MappedText | undefined =>
  own?.weak === true ? own.value.withAssumed([name]) : own?.value
