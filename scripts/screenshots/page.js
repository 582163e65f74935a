// What happens to Markdown's HTML in the browser: GitHub's sanitiser, its alerts, its Mermaid.

/** GitHub's list (gjtorikian/html-pipeline, SanitizationFilter). */
const allowed = new Set(
  `h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table thead tbody tfoot
  blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr
  bdo cite dfn mark small source span time wbr`.split(/\s+/)
)
const dropped = new Set(['script', 'style', 'iframe', 'template', 'noscript', 'textarea', 'title', 'xmp'])
const attributes = new Set([
  'align',
  'alt',
  'class',
  'colspan',
  'height',
  'href',
  'open',
  'rowspan',
  'src',
  'title',
  'width'
])
const schemes = new Set(['http:', 'https:', 'mailto:'])

/** Removes what GitHub removes; of an unknown element the content stays. */
function sanitise(root) {
  for (const comment of textsOf(root, NodeFilter.SHOW_COMMENT)) comment.remove()
  for (const element of [...root.querySelectorAll('*')]) {
    const name = element.localName
    if (dropped.has(name)) element.remove()
    else if (!allowed.has(name)) element.replaceWith(...element.childNodes)
    else
      for (const { name: key, value } of [...element.attributes]) if (!keeps(key, value)) element.removeAttribute(key)
  }
}

function keeps(key, value) {
  if (!attributes.has(key)) return false
  // marked names the language of a fenced block so; GitHub has no other classes.
  if (key === 'class') return /^language-[\w-]+$/.test(value)
  return !(key === 'href' || key === 'src') || schemes.has(new URL(value, 'https://github.com').protocol)
}

function textsOf(root, kind) {
  const walker = document.createTreeWalker(root, kind)
  const found = []
  while (walker.nextNode()) found.push(walker.currentNode)
  return found
}

/** Each fenced `mermaid` becomes its picture, or Mermaid's own error. */
async function drawPictures(root, dark) {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark ? 'dark' : 'default' })
  for (const [index, code] of [...root.querySelectorAll('code.language-mermaid')].entries()) {
    const figure = document.createElement('div')
    figure.className = 'mermaid'
    const { svg } = await mermaid
      .render(`picture-${index}`, code.textContent)
      .catch(error => ({ svg: `Mermaid: ${error.message}` }))
    figure.innerHTML = svg
    code.closest('pre').replaceWith(figure)
  }
}

// biome-ignore lint/correctness/noUnusedVariables: the page calls it.
async function show(html, raw) {
  const article = document.querySelector('article')
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  if (!raw) sanitise(parsed.body)
  if (raw) article.innerHTML = html
  else article.append(...parsed.body.childNodes)
  await document.fonts.ready
  await drawPictures(article, matchMedia('(prefers-color-scheme: dark)').matches)
  await document.fonts.ready
  return true
}
