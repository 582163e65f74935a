import { existsSync, readFileSync } from 'node:fs'

const opening = '<!-- hand-written: what stands here is kept -->'
const closing = '<!-- /hand-written -->'

/** The part of a page that people write: kept as it is in the file, empty on a new page. */
export function handWritten(path: string): string {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const from = page.indexOf(opening)
  const to = page.indexOf(closing)
  const body = from < 0 || to < from ? '' : page.slice(from + opening.length, to).trim()
  return body === '' ? `${opening}\n${closing}` : `${opening}\n\n${body}\n\n${closing}`
}

/** The first line of every page: where its text comes from. */
export const madeFrom = (source: string): string =>
  `<!-- Made by \`npm run docs\` from ${source}. Write between the two hand-written lines alone. -->`
