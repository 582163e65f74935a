import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { marked } from 'marked'

/** A phone, and the column in which GitHub shows a summary, in pixels of CSS. */
export const widths = { phone: 375, wide: 1012 } as const

const here = createRequire(import.meta.url)
const urlOf = (name: string): string => pathToFileURL(here.resolve(name)).href

const fonts = ['noto-sans/400.css', 'noto-sans/600.css', 'noto-sans-mono/400.css', 'noto-color-emoji/emoji.css']

/** GitHub's own stack of fonts names Noto Sans and the system's monospaced one; emoji come with every system. */
const style = `
  body { margin: 0; background: #ffffff }
  @media (prefers-color-scheme: dark) { body { background: #0d1117 } }
  .markdown-body { padding: 16px; font-family: "Noto Sans", "Noto Color Emoji", sans-serif; font-size: 14px }
  .markdown-body :is(code, pre, kbd, samp, tt) { font-family: "Noto Sans Mono", "Noto Color Emoji", monospace }
  .mermaid { margin-bottom: 16px }
  .mermaid svg { display: block; max-width: 100% }
`

/** The page that GitHub makes of Markdown: GFM, sanitised, in its own style, Mermaid drawn. `raw` leaves out the sanitiser. */
export function githubPage(markdown: string, { raw = false } = {}): string {
  const html = marked.parse(markdown, { gfm: true, async: false })
  // `<` alone could end the script that carries it.
  const carried = JSON.stringify(html).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<script>var alive = false; alert = () => { alive = true }</script>
<link rel="stylesheet" href="${urlOf('github-markdown-css/github-markdown.css')}">
${fonts.map(font => `<link rel="stylesheet" href="${urlOf(`@fontsource/${font}`)}">`).join('\n')}
<style>${style}</style>
</head><body><article class="markdown-body"></article>
<script src="${urlOf('mermaid/dist/mermaid.min.js')}"></script>
<script src="${new URL('page.js', import.meta.url).href}"></script>
<script>var ready = show(${carried}, ${raw})</script>
</body></html>
`
}
