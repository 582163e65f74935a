import { HOLE, MappedText } from '../text/mapped-text.ts'
import {
  type Command,
  forEachChild,
  nestedScript,
  parseShell,
  type Redirection,
  type ShellScript,
  type SyntaxNode,
  type Word
} from '../text/shell.ts'
import { expandHeredoc, expandText, expandWord, type Field } from '../text/shell-words.ts'
import { assign, calculate } from './assign.ts'
import { leaveBrokenUnread, leaveOpenUnread } from './broken-shell.ts'
import { few, spendCommand } from './budget.ts'
import { builtin } from './builtins.ts'
import { deepest, leaveUnread } from './calls/depth.ts'
import { dispatch } from './commands/index.ts'
import { joinedByFile, outputOf, partsOf } from './commands/output.ts'
import { isPrintedConfig } from './compose/files.ts'
import type { Frame, Invocation, Recorder, Shell } from './frame.ts'
import { globbed } from './globs.ts'
import { joinPath, knownEnd } from './path.ts'
import type { ShellFunction, Substitutions } from './scope.ts'
import { folderAsked } from './script-folder.ts'
import { eachWay } from './ways.ts'

/** Rounds of a `for` over literal words. */
const mostRounds = 64

/** Walks a script as the shell would run it, all arms of it, and hands every simple command to whoever knows it. */
export function runScript(text: MappedText, frame: Frame, recorder: Recorder): void {
  if (frame.depth > deepest) return leaveUnread(text, frame, recorder)
  const script = parseShell(text)
  leaveBrokenUnread(script, text, recorder)
  const walk = new Walk(script, recorder)
  frame.scope.substitutions = walk.substitutions(frame)
  walk.nodes(script.tree.commands, frame)
  frame.scope.end(true)
}

/** One script being walked. */
class Walk implements Shell {
  readonly recorder: Recorder
  readonly #script: ShellScript

  constructor(script: ShellScript, recorder: Recorder) {
    this.#script = script
    this.recorder = recorder
  }

  run(text: MappedText, frame: Frame): void {
    runScript(text, { ...frame, depth: frame.depth + 1 }, this.recorder)
  }

  nodes(nodes: readonly SyntaxNode[], frame: Frame): void {
    for (const node of nodes) this.node(node, frame)
  }

  node(node: SyntaxNode, frame: Frame): void {
    switch (node.type) {
      case 'Statement':
        return this.node(node.command, frame)
      case 'Command':
        return eachWay(node, this.#script.source, frame, inner => this.#command(node, inner))
      case 'Pipeline':
        return eachWay(node, this.#script.source, frame, inner => this.#pipeline(node.commands, inner))
      case 'AndOr':
        return this.#andOr(node.commands, node.operators, frame)
      case 'Redirected':
        return this.node(node.command, { ...frame, stdin: this.#stdin(node.redirects, frame) })
      case 'Function':
        frame.scope.functions.set(node.name.value, { body: node.body, source: this.#script.source })
        return
      case 'Subshell':
        return frame.scope.subshell(scope => this.node(node.body, { ...frame, scope }))
      case 'BraceGroup':
        return this.node(node.body, frame)
      case 'CompoundList':
        return this.nodes(node.commands, frame)
      case 'If': {
        this.node(node.clause, frame)
        for (const arm of node.elif) this.node(arm.clause, frame)
        const arms = [node.then, ...node.elif.map(arm => arm.then), ...(node.else === undefined ? [] : [node.else])]
        return this.#alternatives(arms, node.else === undefined, node, frame)
      }
      case 'Case':
        return this.#alternatives(
          node.items.map(item => item.body),
          true,
          node,
          frame
        )
      case 'While':
        this.node(node.clause, frame)
        return this.#alternatives([node.body], true, node, frame)
      case 'For':
      case 'Select':
        return this.#loop(node.name.value, node.wordlist, node.body, frame)
      case 'ArithmeticFor':
      case 'Coproc':
        return this.node(node.body, frame)
      default:
        if (node.type === 'ArithmeticCommand') calculate(node.body, frame.scope)
        return this.#substitutions(node, frame)
    }
  }

  /** `a && b`: what comes after the first may not run. */
  #andOr(commands: readonly SyntaxNode[], operators: readonly string[], frame: Frame): void {
    const [first, ...rest] = commands
    if (first !== undefined) this.node(first, frame)
    // What stands after `||` runs where the first did not, so the two never run together.
    for (const [index, command] of rest.entries()) {
      const or = operators[index] === '||'
      this.#alternatives([command], true, command, frame, or, or ? '||' : '')
    }
  }

  /** Each arm on a copy of the variables; afterwards only what all agree on is known. */
  #alternatives(
    arms: readonly SyntaxNode[],
    mayRunNone: boolean,
    at: SyntaxNode,
    frame: Frame,
    exclusive = true,
    mark = ''
  ): void {
    const scopes = arms.map(() => frame.scope.fork())
    const place = `${mark}${frame.calls.length}:${this.#script.source.span(at.pos, at.pos + 1)[0]}`
    const labels = [...arms, null].map((_, index) => (exclusive ? [`${place}#${index}`] : []))
    for (const [index, arm] of arms.entries()) {
      const scope = scopes[index] ?? frame.scope
      this.node(arm, { ...frame, scope, arms: [...frame.arms, ...(labels[index] ?? [])] })
      frame.scope.cwd = scope.cwd
    }
    frame.scope.merge(mayRunNone ? [...scopes, frame.scope.fork()] : scopes, labels)
  }

  #loop(name: string, words: readonly Word[] | undefined, body: SyntaxNode, frame: Frame): void {
    const written = words?.flatMap(word => expandWord(word, this.#script.source, frame.scope)) ?? []
    const fields = written.flatMap(field => globbed(field, this.recorder.files, frame.scope.cwd))
    const known = fields.length > 0 && fields.length <= mostRounds && fields.every(field => !field.text.hasHoles)
    if (!known) frame.scope.set(name, 'unknown')
    for (const field of known ? fields : [null]) {
      // Loops within loops come round often with nothing in them.
      if (!spendCommand(this.recorder, this.#script.source)) return
      if (field !== null) frame.scope.set(name, { kind: 'text', text: field.text })
      this.node(body, frame)
    }
    frame.scope.set(name, 'unknown')
  }

  #pipeline(commands: readonly SyntaxNode[], frame: Frame): void {
    let texts: readonly (MappedText | null)[] = [frame.stdin]
    for (const command of commands) {
      const scope = commands.length > 1 ? frame.scope.fork() : frame.scope
      const printed: MappedText[] = []
      for (const stdin of texts) {
        this.node(command, { ...frame, scope, stdin })
        printed.push(...this.#printedBy(command, { ...frame, scope, stdin }))
      }
      if (scope !== frame.scope) scope.end(false)
      texts = printed.length === 0 ? [null] : few(joinedByFile(printed), this.recorder, this.#script.source)
    }
  }

  /** What a stage of a pipeline hands on, in pieces: `cat vars.sh deploy.sh`, `{ echo PORT=80; cat deploy.sh; }`. */
  #printedBy(node: SyntaxNode, frame: Frame): readonly MappedText[] {
    switch (node.type) {
      case 'Statement':
        return this.#printedBy(node.command, frame)
      case 'Subshell':
      case 'BraceGroup':
        return this.#printedBy(node.body, frame)
      case 'CompoundList':
        return node.commands.flatMap(command => this.#printedBy(command, frame))
      case 'Pipeline': {
        const { source } = this.#script
        let texts: readonly (MappedText | null)[] = [frame.stdin]
        for (const command of node.commands)
          texts = few(
            texts.flatMap(stdin => this.#printedBy(command, { ...frame, stdin })),
            this.recorder,
            source
          )
        return texts.filter(text => text !== null)
      }
      case 'Command': {
        const fields = this.#fields(node, frame)
        const stdin = this.#stdin(node.redirects, frame)
        return partsOf(fields).flatMap(part => outputOf(part, stdin, this.recorder, frame) ?? [])
      }
      default:
        return []
    }
  }

  /** What `$(…)` and `<(…)` come to in words of this script. */
  substitutions(frame: Frame): Substitutions {
    const within = (nested: ShellScript): Walk =>
      nested.source === this.#script.source ? this : new Walk(nested, this.recorder)
    return {
      printed: (nested, scope) => within(nested).printed(nested, { ...frame, scope }),
      piped: (nested, scope, path) => within(nested).piped(nested, { ...frame, scope }, path)
    }
  }

  /** Where such a script runs. Each level is parsed to the end of the text, and nobody writes more than a few. */
  #inside(frame: Frame): Frame {
    const inner = { ...frame, scope: frame.scope.fork(), stdin: null, depth: frame.depth + deepest / 4 }
    inner.scope.substitutions = inner.depth > deepest ? null : this.substitutions(inner)
    return inner
  }

  /** What a script of one command prints, where that stands in the checkout; without its last newlines, as `$(…)` has it. */
  printed({ tree }: ShellScript, frame: Frame): MappedText | undefined {
    const [statement, ...more] = tree.commands
    const command = statement?.command
    if (command === undefined || more.length > 0) return undefined
    const inner = this.#inside(frame)
    const folder = folderAsked(command)
    if (folder !== null) {
      this.node(folder, inner)
      return MappedText.standingFor(this.#script.source.slice(command.pos, command.end), inner.scope.cwd)
    }
    if (command.type !== 'Command') return undefined
    const text = command.name === undefined ? this.#stdin(command.redirects, inner) : this.#output(command, inner)
    return text?.slice(0, text.text.replace(/\n+$/, '').length)
  }

  /** Puts what a script prints at a path; false where that is unknown, or comes from several files. */
  piped({ tree }: ShellScript, frame: Frame, path: string): boolean {
    const inner = this.#inside(frame)
    const pieces = tree.commands.flatMap(command => this.#printedBy(command, inner))
    const [first, ...more] = joinedByFile(pieces)
    // `<(echo 'version: "3"'; docker compose config)`
    const text = pieces.find(isPrintedConfig) ?? (more.length > 0 ? undefined : first)
    if (text === undefined) return false
    this.recorder.wrote(path, text, false)
    return true
  }

  #output(command: Command, frame: Frame): MappedText | null {
    const fields = this.#fields(command, frame)
    return outputOf(fields, this.#stdin(command.redirects, frame), this.recorder, frame)
  }

  #command(command: Command, frame: Frame): void {
    if (!spendCommand(this.recorder, this.#script.source)) return
    this.#substitutions(command, frame)
    const assignments = command.prefix.filter(prefix => prefix.type === 'Assignment')
    if (command.name === undefined) {
      for (const assignment of assignments) assign(assignment, this.#script.source, frame.scope)
      return
    }
    const inner = assignments.length === 0 ? frame : { ...frame, scope: frame.scope.fork() }
    for (const assignment of assignments) assign(assignment, this.#script.source, inner.scope)
    const declaration = declarations.has(command.name.value)
    if (declaration)
      for (const argument of command.args)
        if (argument.type === 'Assignment') assign(argument, this.#script.source, frame.scope)
    const fields = this.#fields(command, inner)
    const [name, ...args] = fields
    if (name === undefined) return
    const statement = this.#script.source.slice(command.pos, command.end)
    const invocation = {
      name: name.text.text,
      args,
      statement,
      stdin: this.#stdin(command.redirects, inner),
      frame: inner,
      after: this.#script.source.slice(command.end)
    }
    this.#redirectOutput(command, fields, invocation)
    if (!declaration) this.invoke(invocation)
  }

  /** Runs a command: a function of the script, a builtin that changes the shell, or a program. */
  invoke(invocation: Invocation): void {
    const { frame, name } = invocation
    const defined = frame.scope.functions.get(name)
    if (defined !== undefined) return this.#call(defined, invocation)
    if (builtin(invocation)) return
    if (name === HOLE && invocation.args.length === 0) return this.#callAny(invocation)
    dispatch(invocation, this)
  }

  /** `"$@"` as the last line of a script: whoever calls it chooses one of its functions. */
  #callAny(invocation: Invocation): void {
    for (const defined of invocation.frame.scope.functions.values()) {
      this.#call(
        defined,
        { ...invocation, frame: { ...invocation.frame, depth: invocation.frame.depth + 4 } },
        undefined
      )
    }
  }

  #call(
    defined: ShellFunction,
    { args, frame, stdin }: Invocation,
    positional: readonly MappedText[] | undefined = args.map(field => field.text)
  ): void {
    if (frame.depth >= deepest) return
    const outer = frame.scope.positional
    frame.scope.positional = positional
    const walk =
      defined.source === this.#script.source
        ? this
        : new Walk({ ...this.#script, source: defined.source }, this.recorder)
    walk.node(defined.body, { ...frame, stdin, depth: frame.depth + 1 })
    frame.scope.positional = outer
  }

  #fields(command: Command, frame: Frame): readonly Field[] {
    const words = [command.name, ...command.args]
    return words.flatMap(word => {
      if (word === undefined) return []
      if (word.type === 'Word') return expandWord(word, this.#script.source, frame.scope)
      const text = this.#script.source.slice(word.pos, word.end)
      return [{ text, word: text, quoted: false, from: 'word' as const }]
    })
  }

  /** `$(…)` and `<(…)` run too, in a shell of their own. */
  #substitutions(node: SyntaxNode, frame: Frame): void {
    // Each level is parsed when it is looked at, to the end of the text.
    if (frame.depth > deepest) return
    forEachChild(node, child => {
      if ((child.type === 'CommandExpansion' || child.type === 'ProcessSubstitution') && child.script !== undefined) {
        const script = nestedScript(child.script, this.#script.source, this.#script.source.slice(child.pos, child.end))
        const walk = script.source === this.#script.source ? this : new Walk(script, this.recorder)
        walk.nodes(child.script.commands, { ...frame, scope: frame.scope.fork(), depth: frame.depth + 1 })
      } else if (node.type !== 'Command' || child.type !== 'Command') this.#substitutions(child, frame)
    })
  }

  #stdin(redirects: readonly Redirection[], frame: Frame): MappedText | null {
    let stdin = frame.stdin
    for (const redirect of redirects) {
      if (redirect.type === 'HereDoc') {
        stdin = expandHeredoc(redirect, this.#script.source, frame.scope)
        leaveOpenUnread(redirect, this.#script.source, this.recorder)
      } else if (redirect.target === undefined || (redirect.type === 'Redirect' && redirect.operator !== '<')) continue
      else {
        const text = expandText(redirect.target, this.#script.source, frame.scope)
        stdin = redirect.type === 'HereString' ? text : this.recorder.find(text.text, frame.scope.cwd)
      }
    }
    return stdin
  }

  #redirectOutput(command: Command, fields: readonly Field[], invocation: Invocation): void {
    for (const redirect of command.redirects) {
      if (redirect.type !== 'Redirect' || redirect.target === undefined || !redirect.operator.startsWith('>')) continue
      const text = outputOf(fields, invocation.stdin, this.recorder, invocation.frame)
      const path = expandText(redirect.target, this.#script.source, invocation.frame.scope).text
      const known = knownEnd(path)
      if (text === null || known === null) continue
      this.recorder.wrote(joinPath(invocation.frame.scope.cwd, known), text, redirect.operator.includes('>>'))
    }
  }
}

const declarations = new Set(['export', 'declare', 'local', 'readonly', 'typeset'])
