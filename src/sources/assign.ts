import { MappedText } from '../text/mapped-text.ts'
import type { Assignment } from '../text/shell.ts'
import { expandText, expandWord, type ShellValue } from '../text/shell-words.ts'
import type { Scope } from './scope.ts'

/** `PORT=8000`, `ARGS+=(-p 80:80)`: what the variable is from there on. */
export function assign({ name, value, index, append = false }: Assignment, source: MappedText, scope: Scope): void {
  if (index !== undefined) return scope.set(name, 'unknown')
  const before = append ? scope.variable(name) : undefined
  if (value.type === 'ArrayValue') {
    const items = value.elements.flatMap(element => expandWord(element, source, scope).map(field => field.text))
    return scope.set(name, { kind: 'list', items: before?.kind === 'list' ? [...before.items, ...items] : items })
  }
  if (append && before === undefined) return scope.set(name, 'unknown')
  scope.set(name, joined(before, expandText(value, source, scope)))
}

const joined = (before: ShellValue | undefined, text: MappedText): ShellValue => ({
  kind: 'text',
  text: before?.kind === 'text' ? MappedText.join([before.text, text]) : text
})

const calculated =
  /(?:\+\+|--)\s{0,9}([A-Za-z_]\w{0,99})|\b([A-Za-z_]\w{0,99})\s{0,9}(?:\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))/g

/** `((port++))`, `let i+=1`: nobody does the sum here, so what is set there is unknown from there on. */
export function calculate(expression: string, scope: Scope): void {
  for (const [, after, before] of expression.matchAll(calculated)) scope.set(after ?? before ?? '', 'unknown')
}
