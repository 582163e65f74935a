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

function placeholderValue(written: string, variables: ReadonlyMap<string, string>): string {
  if (/^(?:\{%|\{#|<%(?!=))/.test(written)) return ''
  const name = /^(?:\{\{|<%=)-?\s*\.?(?:Env\.)?(\w+)\s*(?:\||-?(?:\}\}|%>))/.exec(written)?.[1]
  return (name === undefined ? undefined : variables.get(name)) ?? HOLE
}
