import type { Unread } from '../model/finding.ts'
import type { Directive, Word } from '../text/blocks.ts'
import { parseCaddyBlocks } from '../text/caddy-blocks.ts'
import { HOLE, MappedText } from '../text/mapped-text.ts'
import { asUnread } from './nginx-config.ts'
import type { ReadContext } from './proxy-format.ts'
import { fillTemplate } from './template.ts'

/** One site of a Caddyfile, imports in their places. */
export interface CaddySite {
  /** The site's addresses. */
  readonly addresses: Directive
  readonly directives: readonly Directive[]
}

export interface CaddyConfig {
  /** Global options. */
  readonly options: readonly Directive[]
  readonly sites: readonly CaddySite[]
  readonly unread: readonly Unread[]
}

const maxDepth = 10
const maxDirectives = 20_000

/** Reads a Caddyfile with its snippets and imported files; a fragment without sites is one site without addresses. */
export function loadCaddyfile(text: MappedText, context: ReadContext): CaddyConfig {
  const unread: Unread[] = []
  const snippets = new Map<string, readonly Directive[]>()
  let budget = maxDirectives

  const parse = (source: MappedText): readonly Directive[] => {
    const blocks = parseCaddyBlocks(withEnvironment(fillTemplate(source, context.variables), context.variables))
    unread.push(...blocks.problems.map(asUnread))
    for (const { name, block } of blocks.directives) {
      if (block !== null && /^\(.+\)$/.test(name)) snippets.set(name.slice(1, -1), block)
    }
    return blocks.directives
  }

  const expand = (directives: readonly Directive[], trail: readonly string[]): readonly Directive[] =>
    directives.flatMap(directive => {
      if (--budget < 0) return []
      if (directive.name === 'import') return expandImport(directive, trail)
      return directive.block === null ? [directive] : [{ ...directive, block: expand(directive.block, trail) }]
    })

  const expandImport = (directive: Directive, trail: readonly string[]): readonly Directive[] => {
    const [name, ...args] = directive.args
    const from = directive.source.file.path
    const key = name?.text ?? ''
    if (trail.length > maxDepth || trail.includes(`${from} ${key}`)) return []
    const inner = [...trail, `${from} ${key}`]
    const snippet = snippets.get(key)
    if (snippet !== undefined) {
      return expand(
        snippet.map(each => withArguments(each, args)),
        inner
      )
    }
    const files = context.include(key, from)
    if (files.length === 0 && !/[*?[]/.test(key)) {
      const { file, line } = directive.source.location(directive.start, directive.end)
      unread.push({ file, line, reason: `it imports ${key}, which is neither a snippet nor a file in the checkout` })
    }
    // Kept: what it stands for may hold more.
    if (files.length === 0) return [directive]
    return files.flatMap(file =>
      expand(
        parse(file).map(each => withArguments(each, args)),
        inner
      )
    )
  }

  const [options, top] = splitOptions(parse(text))
  const expanded = expand(top.filter(isServed), []).filter(({ name }) => name !== 'import')
  return { options, sites: sitesOf(expanded), unread }
}

/** Snippets and named routes stand at the top and serve nothing by themselves. */
const isServed = ({ name, block }: Directive): boolean => block === null || !/^&?\(.*\)$/.test(name)

/** The block without a name at the top of the file. */
function splitOptions(top: readonly Directive[]): readonly [readonly Directive[], readonly Directive[]] {
  const [first, ...rest] = top
  return first?.name === '' && first.block !== null ? [first.block, rest] : [[], top]
}

/** Without braces the first line is the address and all that follows its site. */
function sitesOf(top: readonly Directive[]): readonly CaddySite[] {
  const [first, ...rest] = top
  if (first === undefined) return []
  if (first.block === null && isAddress(first.name)) return [{ addresses: first, directives: rest }]
  if (top.every(({ name, block }) => block !== null && isAddress(name))) {
    return top.map(directive => ({ addresses: directive, directives: directive.block ?? [] }))
  }
  const sites = top.filter(({ name, block }) => block !== null && isAddress(name))
  const loose = top.filter(directive => !sites.includes(directive))
  const fragment = { ...first, name: '', args: [], block: null }
  return [
    ...sites.map(directive => ({ addresses: directive, directives: directive.block ?? [] })),
    { addresses: fragment, directives: loose }
  ]
}

/** A directive's name is one word of letters and underscores; an address has a dot, a colon, a `*`, or is `localhost`. */
const isAddress = (name: string): boolean =>
  !/^[a-z0-9_]+$/i.test(name) && !/^[@&(]/.test(name) ? true : name === 'localhost'

function withArguments(directive: Directive, args: readonly Word[]): Directive {
  const fill = (word: Word): readonly Word[] => {
    if (word.text === '{args[:]}') return args.map(arg => ({ ...word, text: arg.text }))
    if (!word.text.includes('{args')) return [word]
    const text = word.text.replace(/\{args(?:\[(\d{1,3})\]|\.(\d{1,3}))\}/g, (_, index?: string, dotted?: string) => {
      return args[Number(index ?? dotted)]?.text.slice(0, 1000) ?? HOLE
    })
    return [{ ...word, text }]
  }
  return {
    ...directive,
    args: directive.args.flatMap(fill).slice(0, 1000),
    block: directive.block?.map(inner => withArguments(inner, args)) ?? null
  }
}

/** `{$NAME}` and `{$NAME:default}` are replaced before anything is parsed; an unknown one is a hole. */
function withEnvironment(text: MappedText, variables: ReadonlyMap<string, string>): MappedText {
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(/\{\$(\w{1,200})(?::([^{}\n]{0,500}))?\}/g)) {
    const [written, name = '', fallback] = match
    const end = match.index + written.length
    const value = variables.get(name) ?? fallback ?? HOLE
    const assumed = variables.has(name) || fallback === undefined ? [] : [name]
    if (match.index > from) pieces.push(text.slice(from, match.index))
    if (value !== '') pieces.push(MappedText.standingFor(text.slice(match.index, end), value, assumed))
    from = end
  }
  return pieces.length === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}
