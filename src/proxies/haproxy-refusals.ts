import type { Refusal } from '../model/deployment.ts'
import type { Directive } from '../text/blocks.ts'
import { conditionHolds } from './haproxy-conditions.ts'
import { because, refuse } from './refusal.ts'

/** What an action of `http-request` tells a webhook's sender. */
const actions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    deny: because.refuses,
    tarpit: 'it holds the request and then refuses it',
    reject: because.closes,
    'silent-drop': because.closes,
    return: because.answers,
    redirect: because.redirects,
    auth: because.password
  })
)

/** Rules of older forms, which are lists of their own: `block` runs before `http-request`, `redirect` after. */
const lists: readonly (readonly [name: string, why: string | null])[] = [
  ['block', because.refuses],
  ['http-request', null],
  ['redirect', because.redirects]
]

/** What in a section's rules turns a POST to `path` away, in the order they run; null where nothing is known to. */
export function judgeHaproxy(section: readonly Directive[], path: string, tls: boolean): Refusal | null {
  const acls = section.filter(({ name }) => name === 'acl').slice(0, 1000)
  for (const [name, always] of lists) {
    for (const directive of section) {
      if (directive.name !== name) continue
      const words = directive.args.map(word => word.text)
      const allows = always === null && words[0] === 'allow'
      const why = always ?? actions.get(words[0] ?? '')
      if ((why === undefined && !allows) || conditionHolds(words, { path, tls, acls }) !== true) continue
      if (allows) break
      const toTls = why === because.redirects && !tls && words.some((word, index) => isTls(word, words[index - 1]))
      if (!toTls && why !== undefined) return refuse(directive, why)
    }
  }
  return null
}

/** A plain HTTP listener that sends everything on to https is how it should be. */
const isTls = (word: string, before = ''): boolean =>
  (before === 'scheme' && word === 'https') || (/^(?:location|prefix)$/.test(before) && word.startsWith('https://'))
