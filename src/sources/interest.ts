import type { Files } from '../platform/host.ts'
import { tellingCommands } from './commands/index.ts'
import { fileName } from './path.ts'
import { isHosted } from './runner.ts'

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')

/** Names that start something, reach a server or call what may, as a word of its own or as a part of an action's name. */
const telling = new RegExp(
  [
    '\\b(?<!-)(?:',
    tellingCommands.map(name => escaped(name.toLowerCase())).join('|'),
    ')(?!\\w|://)|ssh|scp|rsync|sftp|docker|podman|nerdctl|compose|swarm|stack|kube|ansible|playbook|tunnel|proxy|retry|health-?check|url-?check|wait-?(?:for|on)',
    '|uptime|smoke|webhook|\\.(?:sh|ps1|bat|cmd)\\b|[.$]/(?![\\w.-])|parallel:',
    // The word first, and what stands before it after: blanks are where every search would begin.
    '|(?:source|\\.|eval|sh)(?<=(?:^|[\\s"\'`(;&|])(?:source|\\.|eval|(?:ba|da|z|k|a)?sh))[ \\t]+[^\\s-]',
    // What is called there is in no list of the checkout's files.
    '|(?:vendor|node_modules|venv)/'
  ].join(''),
  'm'
)

/** A workflow as people write it: a text that is none is parsed, so that it is said what is wrong with it. */
const shaped = /^jobs:[ \t]*(?:#.*)?$/m
const triggered = /^(?:on|'on'|"on"):/m
const isTabbed = (text: string): boolean => text.includes('\t') && /^ *\t/m.test(text)

/** What is named with a folder and yet is no program. */
const data = /\.(?:json|md|txt|lock|toml|ini|cfg|xml|html|css|svg|png|jpe?g|webp|ico|snap|map)$/i

/**
 * Tells by its words whether a workflow could start, publish or forward anything: parsing ten thousand that only test and
 * build takes seconds, looking them through does not.
 */
export class Interest {
  readonly #files: Files
  /** Files by the last part of their path, and actions by the last part of their folder's. */
  #named: ReadonlyMap<string, readonly string[]> | null = null
  /** What a file that is called says itself, and what it calls in turn. */
  readonly #known = new Map<string, { readonly tells: boolean; readonly calls: readonly string[] }>()
  #managed: boolean | null = null

  constructor(files: Files) {
    this.#files = files
  }

  /** True where nothing in the workflow can matter to any rule; what can't be read is looked at closely. */
  lacks(path: string): boolean {
    const read = this.#files.read(path)
    if (read === null || !('text' in read)) return false
    const { text } = read
    if (!shaped.test(text) || !triggered.test(text) || isTabbed(text) || this.#tells(text)) return false
    const calls = this.#callsOf(text)
    // Grows while it is walked: each file once, whoever calls whom.
    const reached = new Set(calls)
    for (const file of reached) {
      const { tells, calls } = this.#called(file)
      if (tells) return false
      for (const next of calls) reached.add(next)
    }
    return true
  }

  /** Whether the text tells anything, whatever it calls. */
  #tells(text: string): boolean {
    return (
      telling.test(text.toLowerCase()) ||
      !runsHosted(text) ||
      (/\b(?:npm|yarn|pnpm|bun)\b/.test(text) && this.#packagesTell())
    )
  }

  /** `bin/deploy production`, `uses: ./.github/actions/ship`: files of the checkout that these may be. */
  #callsOf(text: string): readonly string[] {
    const named = this.#callable()
    return Array.from(text.matchAll(/\/([\w.-]*[\w-])/g), ([, name = '']) => named.get(name) ?? []).flat()
  }

  #called(path: string): { readonly tells: boolean; readonly calls: readonly string[] } {
    const known = this.#known.get(path)
    if (known !== undefined) return known
    const read = this.#files.read(path)
    const text = read !== null && 'text' in read ? read.text : ''
    const called = { tells: (read !== null && !('text' in read)) || this.#tells(text), calls: this.#callsOf(text) }
    this.#known.set(path, called)
    return called
  }

  #callable(): ReadonlyMap<string, readonly string[]> {
    if (this.#named !== null) return this.#named
    const named = new Map<string, string[]>()
    for (const path of this.#files.list()) {
      if (data.test(path)) continue
      const name = fileName(path.replace(/\/action\.ya?ml$/, ''))
      const known = named.get(name)
      if (known === undefined) named.set(name, [path])
      else known.push(path)
    }
    this.#named = named
    return named
  }

  /** Whether any script of a package.json is worth following. */
  #packagesTell(): boolean {
    this.#managed ??= this.#files.list().some(path => {
      if (fileName(path) !== 'package.json') return false
      const read = this.#files.read(path)
      return read === null || !('text' in read) || telling.test(read.text.toLowerCase())
    })
    return this.#managed
  }
}

/** True where every job names a machine that is gone after it: there only what reaches a server matters. */
function runsHosted(workflow: string): boolean {
  // The word first, where it stands after it: a pattern that begins with a line's start is tried at every line.
  for (const [, value = ''] of workflow.matchAll(/runs-on(?<=^[ \t-]*["']?runs-on)["']?[ \t]*:(.*)$/gm)) {
    const matrix = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*(?:#.*)?$/.exec(value)?.[1]
    const values =
      matrix === undefined
        ? [value]
        : Array.from(
            workflow.matchAll(new RegExp(`${matrix}:(?<=^[ \\t-]*${matrix}:)(.*)$`, 'gm')),
            ([, listed = '']) => listed
          )
    if (values.length === 0 || !values.every(isHostedList)) return false
  }
  return true
}

/** `ubuntu-latest`, or `[ubuntu-latest, windows-2025]`: anything else is looked at closely. */
const isHostedList = (value: string): boolean => {
  const labels = value
    .replace(/\s#.*$/, '')
    .replace(/[[\]"']/g, '')
    .split(',')
    .map(label => label.trim())
  return labels.every(isHosted)
}
