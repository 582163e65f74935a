import { HOLE, MappedText } from '../text/mapped-text.ts'

const placeholder = /\{\{-?[^{}\n]{0,200}\}\}|\{%[^%\n]{0,400}%\}|<%[^%\n]{0,400}%>|\{#[^#\n]{0,400}#\}/g

/**
 * The text with the placeholders of Jinja, Go and ERB templates filled from `variables`, or a hole where a value is
 * unknown. Their braces would break every format's own; statements and comments leave nothing.
 */
export function fillTemplate(text: MappedText, variables: ReadonlyMap<string, string>): MappedText {
  if (!/\{\{|\{%|<%/.test(text.text)) return text
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(placeholder)) {
    const [written] = match
    const end = match.index + written.length
    pieces.push(text.slice(from, match.index))
    const value = placeholderValue(written, variables)
    if (value !== '') pieces.push(MappedText.standingFor(text.slice(match.index, end), value))
    from = end
  }
  if (from === 0) return text
  pieces.push(text.slice(from))
  return MappedText.join(pieces.filter((part, index) => index === 0 || part.text !== ''))
}

/** Go's `{{ if .TLS }}` and Handlebars' `{{#if tls}}` print nothing themselves. */
const goStatement = /^\{\{-?\s*(?:[#/^]|(?:if|else|end|range|with|define|block)\b)/

function placeholderValue(written: string, variables: ReadonlyMap<string, string>): string {
  if (/^(?:\{%|\{#|<%(?!=))/.test(written) || goStatement.test(written)) return ''
  const name = /^(?:\{\{|<%=)-?\s*\.?(?:Env\.)?(\w+)\s*(?:\||-?(?:\}\}|%>))/.exec(written)?.[1]
  return (name === undefined ? undefined : variables.get(name)) ?? HOLE
}

const branch = /\{%-?\s*(if|endif)\b|\{\{-?\s*[#^]?(if|with|range|end|\/if)\b|<%-?\s*(if|unless|end)\b/g

/** Lines that a template puts in for some and leaves out for others: from an `if` to its end. */
export function conditionalLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>()
  if (!/\{%|\{\{|<%/.test(text)) return lines
  const open: { readonly line: number; readonly chooses: boolean }[] = []
  let choices = 0
  let line = 1
  let from = 0
  for (const match of text.matchAll(branch)) {
    line += text.slice(from, match.index).split('\n').length - 1
    from = match.index
    const word = match[1] ?? match[2] ?? match[3] ?? ''
    if (!/^(end|\/)/.test(word)) {
      const chooses = word !== 'range'
      open.push({ line, chooses })
      if (chooses) choices++
      continue
    }
    const start = open.pop()
    if (start?.chooses !== true) continue
    choices--
    // What stands around it is left out as a whole.
    if (choices === 0) for (let each = start.line; each <= line; each++) lines.add(each)
  }
  return lines
}
