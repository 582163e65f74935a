import type { Unread } from '../model/finding.ts'
import { argumentText, type BlockProblem, type Directive, directiveLocation, parseNginxBlocks } from '../text/blocks.ts'
import { MappedText } from '../text/mapped-text.ts'
import type { ReadContext } from './proxy-format.ts'
import { fillTemplate } from './template.ts'

/** An nginx configuration with its includes in their places. */
export interface NginxConfig {
  readonly directives: readonly Directive[]
  readonly unread: readonly Unread[]
}

const maxDepth = 10
const maxIncluded = 200

/** Snippets of distributions and certbot that hold no routes: nothing is lost where the checkout has none. */
const harmless =
  /mime\.types|_params$|params\.conf$|fastcgi\.conf|fastcgi-php|proxy\.conf$|ssl|letsencrypt|tls|modules|dhparam|acme|security|gzip|cors|headers|[*?[]/i

/** Parses a config and puts every included file of the checkout where the `include` stands. */
export function loadNginx(text: MappedText, context: ReadContext): NginxConfig {
  const unread: Unread[] = []
  let included = 0

  const parse = (source: MappedText, trail: readonly string[]): readonly Directive[] => {
    const blocks = parseNginxBlocks(withStatements(fillTemplate(source, context.variables), context.variables))
    unread.push(...blocks.problems.map(asUnread))
    return expand(blocks.directives, [...trail, source.file.path])
  }

  const expand = (directives: readonly Directive[], trail: readonly string[]): readonly Directive[] => {
    if (!directives.some(directive => directive.name === 'include' || directive.block !== null)) return directives
    return directives.flatMap(directive => {
      if (directive.name === 'include' && directive.args.length > 0) return include(directive, directives, trail)
      return directive.block === null ? [directive] : [{ ...directive, block: expand(directive.block, trail) }]
    })
  }

  const include = (directive: Directive, around: readonly Directive[], trail: readonly string[]): Directive[] => {
    const pattern = argumentText(directive)
    if (trail.length > maxDepth || included > maxIncluded) return []
    const from = directive.source.file.path
    const files = context.include(pattern, from).filter(file => !trail.includes(file.file.path))
    if (files.length === 0 && !harmless.test(pattern) && !around.some(holdsRoute)) {
      const { file, line } = directiveLocation(directive)
      unread.push({ file, line, reason: `nginx includes ${pattern}, which is not in the checkout` })
    }
    included += files.length
    // What is not there may say more than the rest does.
    if (files.length === 0) return [directive]
    return files.flatMap(file => parse(file, trail))
  }

  return { directives: parse(text, []), unread }
}

/** What a variable of the template puts in on a line of its own: directives that nobody knows here. */
const unknownStatements = '(unknown)'

/** `${HTTPS_CONFIG}` on a line of its own stands for whole directives; nginx itself has no such thing. */
function withStatements(text: MappedText, variables: ReadonlyMap<string, string>): MappedText {
  const pieces: MappedText[] = []
  let from = 0
  for (const { 0: line, 1: name = '', index } of text.text.matchAll(/^[ \t]*\$\{(\w{1,200})\};?[ \t]*\r?$/gm)) {
    const written = text.slice(index, index + line.length)
    const statements = variables.get(name) ?? `${unknownStatements};`
    if (index > from) pieces.push(text.slice(from, index))
    if (statements !== '') pieces.push(MappedText.standingFor(written, statements))
    from = index + line.length
  }
  return pieces.length === 0 && from === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}

export const isPlaceholder = ({ name }: Directive): boolean => name === unknownStatements

/** True for what may hold any directive, a `listen` too: a line of the template, a file that is not in the checkout. */
export const mayHoldMore = (directive: Directive): boolean =>
  isPlaceholder(directive) || (directive.name === 'include' && !harmless.test(argumentText(directive)))

const holdsRoute = (directive: Directive): boolean =>
  directive.name.endsWith('_pass') || (directive.block?.some(holdsRoute) ?? false)

/** A parser's problem, at its line. */
export function asUnread(problem: BlockProblem): Unread {
  const { file, line } = problem.source.location(problem.index, problem.index + 1)
  return { file, line, reason: problem.reason }
}
