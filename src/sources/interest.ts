import type { Files } from '../platform/host.ts'
import { tellingCommands } from './commands/index.ts'
import { fileName } from './path.ts'
import { isHosted } from './runner.ts'

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')

/** Names that start something, reach a server or call what may, as a word of its own or as a part of an action's name. */
const telling = new RegExp(
  [
    '(?<![\\w-])(?:',
    tellingCommands.map(escaped).join('|'),
    ')(?!\\w|://)|ssh|scp|rsync|sftp|docker|podman|nerdctl|compose|swarm|stack|kube|tunnel|proxy|retry|health-?check|url-?check|wait-?(?:for|on)',
    '|uptime|smoke|webhook|\\.sh\\b|(?:^|[\\s"\'`(;&|])(?:source|\\.|eval|(?:ba|da|z|k|a)?sh)[ \\t]+[^\\s-]|[.$]/|parallel:'
  ].join(''),
  'im'
)

/** A workflow as people write it: a text that is none is parsed, so that it is said what is wrong with it. */
const shaped = /^jobs:[ \t]*(?:#.*)?$/m
const triggered = /^(?:on|'on'|"on"):/m
const tabbed = /^ *\t/m

/**
 * Tells by its words whether a workflow could start, publish or forward anything: parsing ten thousand that only test and
 * build takes seconds, looking them through does not.
 */
export class Interest {
  readonly #files: Files
  readonly #paths: readonly string[]
  #scripts: ReadonlySet<string> | null = null
  #managed: boolean | null = null

  constructor(files: Files, paths: readonly string[]) {
    this.#files = files
    this.#paths = paths
  }

  /** True where nothing in the workflow can matter to any rule; what can't be read is looked at closely. */
  lacks(path: string): boolean {
    const read = this.#files.read(path)
    return read !== null && 'text' in read && !this.#tells(read.text)
  }

  #tells(workflow: string): boolean {
    return (
      telling.test(workflow) ||
      !shaped.test(workflow) ||
      !triggered.test(workflow) ||
      tabbed.test(workflow) ||
      !runsHosted(workflow) ||
      this.#callsFile(workflow) ||
      (/\b(?:npm|yarn|pnpm|bun)\b/.test(workflow) && this.#packagesTell())
    )
  }

  /** `bin/deploy production`, with a file of that name in the checkout. */
  #callsFile(workflow: string): boolean {
    this.#scripts ??= new Set(this.#paths.map(fileName))
    for (const [path] of workflow.matchAll(/[\w.-]*\/[\w./-]*[\w-]/g))
      if (this.#scripts.has(fileName(path))) return true
    return false
  }

  /** Whether any script of a package.json is worth following. */
  #packagesTell(): boolean {
    this.#managed ??= this.#paths.some(path => {
      if (fileName(path) !== 'package.json') return false
      const read = this.#files.read(path)
      return read === null || !('text' in read) || telling.test(read.text)
    })
    return this.#managed
  }
}

/** True where every job names a machine that is gone after it: there only what reaches a server matters. */
function runsHosted(workflow: string): boolean {
  for (const [, value = ''] of workflow.matchAll(/^[ \t-]*["']?runs-on["']?[ \t]*:(.*)$/gm)) {
    const matrix = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*(?:#.*)?$/.exec(value)?.[1]
    const values =
      matrix === undefined
        ? [value]
        : Array.from(workflow.matchAll(new RegExp(`^[ \\t-]*${matrix}:(.*)$`, 'gm')), ([, listed = '']) => listed)
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
