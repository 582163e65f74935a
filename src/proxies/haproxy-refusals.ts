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

/** What in a section's rules turns a POST to `path` away, in their order; null where nothing is known to. */
export function judgeHaproxy(section: readonly Directive[], path: string, tls: boolean): Refusal | null {
  const acls = section.filter(({ name }) => name === 'acl')
  for (const directive of section) {
    const words = directive.args.map(word => word.text)
    const [action = ''] = words
    const isRule = directive.name === 'http-request'
    const why = isRule ? actions.get(action) : shorthands.get(directive.name)
    const allows = isRule && action === 'allow'
    if (why === undefined && !allows) continue
    if (conditionHolds(words, { path, tls, acls }) !== true) continue
    if (allows) return null
    const toTls = why === because.redirects && !tls && words.some((word, index) => isTls(word, words[index - 1]))
    if (!toTls && why !== undefined) return refuse(directive, why)
  }
  return null
}

/** Older forms of the same. */
const shorthands: ReadonlyMap<string, string> = new Map(
  Object.entries({ redirect: because.redirects, block: because.refuses })
)

/** A plain HTTP listener that sends everything on to https is how it should be. */
const isTls = (word: string, before = ''): boolean =>
  (before === 'scheme' && word === 'https') || (/^(?:location|prefix)$/.test(before) && word.startsWith('https://'))
