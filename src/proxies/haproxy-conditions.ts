import type { Directive } from '../text/blocks.ts'
import { mayAdmitSender } from './access-list.ts'
import { matchPath } from './path-pattern.ts'

/** Whether a condition holds for a webhook's POST; null where that depends on more than the config. */
export type Holds = boolean | null

/** The request that conditions are judged for. */
export interface JudgedRequest {
  readonly path: string
  readonly tls: boolean
  /** The section's `acl` lines. */
  readonly acls: readonly Directive[]
}

/** The words after `if` or `unless`, evaluated: terms are and-ed, `||` and `or` part alternatives, `!` negates. */
export function conditionHolds(words: readonly string[], request: JudgedRequest): Holds {
  const at = words.findIndex(word => word === 'if' || word === 'unless')
  if (at === -1) return true
  const holds = any(alternatives(words.slice(at + 1)).map(terms => all(terms.map(term => termHolds(term, request)))))
  return words[at] === 'if' ? holds : not(holds)
}

/** The names or paths that the section's ACLs of a rule test for. */
export function testedValues(
  words: readonly string[],
  acls: readonly Directive[],
  criterion: RegExp
): readonly string[] {
  const at = words.indexOf('if')
  if (at === -1) return []
  return alternatives(words.slice(at + 1))
    .flat()
    .flatMap(term => {
      if (term.startsWith('!')) return []
      return testsOf(term, acls).flatMap(([name = '', ...values]) => (criterion.test(name) ? withoutFlags(values) : []))
    })
}

/** `a !b || { path_beg /x }` as [[a, !b], [{ path_beg /x }]]. */
function alternatives(words: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [[]]
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '||' || word === 'or') found.push([])
    else if (word === '{' || word === '!{') {
      const end = words.indexOf('}', index)
      const stop = end === -1 ? words.length : end
      found.at(-1)?.push([word, ...words.slice(index + 1, stop), '}'].join(' '))
      index = stop
    } else if (word === '!') {
      // A lone `!` negates the next term.
      const next = words[++index] ?? ''
      found.at(-1)?.push(`!${next}`)
    } else found.at(-1)?.push(word)
  }
  return found
}

function termHolds(term: string, request: JudgedRequest): Holds {
  if (term.startsWith('!')) return not(termHolds(term.slice(1).trimStart(), request))
  const predefined = predefinedAcls.get(term)
  if (predefined !== undefined) return predefined
  const tests = testsOf(term, request.acls)
  return tests.length === 0 ? null : any(tests.map(test => testHolds(test, request)))
}

/** The tests behind a term: an anonymous one, or every `acl` line of that name (they are or-ed). */
function testsOf(term: string, acls: readonly Directive[]): readonly (readonly string[])[] {
  if (term.startsWith('{')) return [term.replace(/^\{\s*|\s*\}$/g, '').split(/\s+/)]
  return acls.filter(({ args }) => args[0]?.text === term).map(({ args }) => args.slice(1).map(word => word.text))
}

/** HAProxy's own (configuration.txt 7.4). */
const predefinedAcls: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    TRUE: true,
    FALSE: false,
    METH_POST: true,
    METH_GET: false,
    METH_HEAD: false,
    METH_OPTIONS: false,
    METH_PUT: false,
    METH_DELETE: false,
    HTTP: true,
    LOCALHOST: false,
    HTTP_CONTENT: true
  })
)

function testHolds([fetch = '', ...words]: readonly string[], request: JudgedRequest): Holds {
  const ignoreCase = words.includes('-i')
  const method = /_(beg|end|sub|dir|dom|reg|str)$/.exec(fetch)?.[1] ?? words[words.indexOf('-m') + 1]
  const values = withoutFlags(words)
  if (/^ssl_fc$/.test(fetch)) return request.tls
  if (/^(?:dst_port|fc_dst_port)$/.test(fetch)) return values.includes(request.tls ? '443' : '80')
  // A webhook's sender knows no password.
  if (/^http_auth(?:_group)?\(/.test(fetch)) return false
  if (/^method$/.test(fetch)) return values.some(value => value.toUpperCase() === 'POST')
  if (/^src$/.test(fetch)) return words.includes('-f') || values.some(mayAdmitSender) ? null : false
  if (!/^(?:path|url|capture\.req\.uri|pathq)(?:_\w+)?$/.test(fetch) || words.includes('-f')) return null
  const kind = words.includes('-m') || /_\w+$/.test(fetch) ? method : 'str'
  return any(values.map(value => pathHolds(kind ?? 'str', value, request.path, ignoreCase)))
}

function pathHolds(kind: string, value: string, path: string, ignoreCase: boolean): Holds {
  const [wanted, actual] = ignoreCase ? [value.toLowerCase(), path.toLowerCase()] : [value, path]
  switch (kind) {
    case 'str':
      return actual === wanted
    case 'beg':
      return actual.startsWith(wanted)
    case 'end':
      return actual.endsWith(wanted)
    case 'sub':
      return actual.includes(wanted)
    case 'dir':
      return `${actual}/`.includes(`/${wanted.replace(/^\/|\/$/g, '')}/`)
    case 'reg': {
      const match = matchPath(value, path, ignoreCase)
      return match === 'unknown' ? null : match !== 'no'
    }
    default:
      return null
  }
}

/** Values without flags; `-m`, `-f` and `-M` take one word. */
function withoutFlags(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => !/^-\w$|^--$/.test(word) && !/^-[mfu]$/.test(words[index - 1] ?? ''))
}

const not = (holds: Holds): Holds => (holds === null ? null : !holds)
const all = (each: readonly Holds[]): Holds => (each.includes(false) ? false : each.includes(null) ? null : true)
const any = (each: readonly Holds[]): Holds => (each.includes(true) ? true : each.includes(null) ? null : false)
