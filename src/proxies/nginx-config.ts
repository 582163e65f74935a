import type { Unread } from '../model/finding.ts'
import { argumentText, type BlockProblem, type Directive, directiveLocation, parseNginxBlocks } from '../text/blocks.ts'
import type { MappedText } from '../text/mapped-text.ts'
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
    const blocks = parseNginxBlocks(fillTemplate(source, context.variables))
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

const holdsRoute = (directive: Directive): boolean =>
  directive.name.endsWith('_pass') || (directive.block?.some(holdsRoute) ?? false)

/** A parser's problem, at its line. */
export function asUnread(problem: BlockProblem): Unread {
  const { file, line } = problem.source.location(problem.index, problem.index + 1)
  return { file, line, reason: problem.reason }
}
