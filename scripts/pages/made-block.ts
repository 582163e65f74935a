/** Puts a made text between its two marks of a page: `<!-- made: inputs -->` and `<!-- /made: inputs -->`. */
export function putBlock(page: string, name: string, text: string): string {
  const opening = `<!-- made: ${name} -->`
  const closing = `<!-- /made: ${name} -->`
  const from = page.indexOf(opening)
  const to = page.indexOf(closing)
  if (from < 0 || to < from) throw new Error(`the page has no block "${name}"`)
  return `${page.slice(0, from)}${opening}${text}${page.slice(to)}`
}
