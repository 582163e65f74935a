import { HOLE, MappedText } from '../../text/mapped-text.ts'

/** One recipe of a justfile. */
export interface JustRecipe {
  readonly name: string
  /** Parameters with their defaults. */
  readonly parameters: readonly { readonly name: string; readonly fallback: string | null }[]
  readonly needs: readonly string[]
  readonly lines: readonly MappedText[]
}

export interface Justfile {
  readonly recipes: readonly JustRecipe[]
  readonly variables: ReadonlyMap<string, MappedText>
}

/** A line that goes on for ever is no recipe. */
const longest = 10_000

/** Reads a justfile (just manual, "Recipes"): indented lines below a header, `name := 'value'`. */
export function readJustfile(text: MappedText): Justfile {
  const recipes: (JustRecipe & { lines: MappedText[] })[] = []
  const variables = new Map<string, MappedText>()
  let current: (JustRecipe & { lines: MappedText[] }) | null = null
  for (const match of text.text.matchAll(/([^\n]*?)\r?(\n|$)/g)) {
    const line = match[1] ?? ''
    const at = match.index
    const end = at + match[0].length
    if (line.length > longest) continue
    if (/^\s+\S/.test(line)) {
      current?.lines.push(
        MappedText.join([text.slice(at, at + line.length), text.slice(end - (match[2] ?? '').length, end)])
      )
      continue
    }
    const variable = /^(?:export\s+)?([\w-]+)\s*:=\s*(["'])(.*)\2\s*$/.exec(line)
    const header = /^@?([A-Za-z_][\w-]*)((?:\s+[+*$]?[\w-]+(?:=(?:"[^"]*"|'[^']*'|\S+))?)*)\s*:(?!=)\s*(.*)$/.exec(line)
    if (variable !== null) {
      const value = variable[3] ?? ''
      const start = at + line.lastIndexOf(`${variable[2]}${value}${variable[2]}`) + 1
      variables.set(variable[1] ?? '', text.slice(start, start + value.length))
    } else if (header !== null) {
      current = {
        name: header[1] ?? '',
        parameters: parameters(header[2] ?? ''),
        needs: needs(header[3] ?? ''),
        lines: []
      }
      recipes.push(current)
    } else if (line.trim() !== '' && !/^[#[]/.test(line)) current = null
  }
  return { recipes, variables }
}

const parameters = (text: string): JustRecipe['parameters'] =>
  Array.from(text.matchAll(/[+*$]?([\w-]+)(?:=("[^"]*"|'[^']*'|\S+))?/g), ([, name = '', fallback]) => ({
    name,
    fallback: fallback?.replace(/^["']|["']$/g, '') ?? null
  }))

const needs = (text: string): string[] =>
  text
    .replace(/#.*$/, '')
    .split(/\s+/)
    .filter(word => /^[A-Za-z_][\w-]*$/.test(word))

/** The lines as a script, with `{{name}}` put in; indentation and the `@` before a line go. */
export function recipeScript(recipe: JustRecipe, value: (name: string) => string | undefined): MappedText | null {
  const lines = recipe.lines.map(line => {
    const prefix = /^\s+[@-]*/.exec(line.text)?.[0].length ?? 0
    return line.slice(prefix)
  })
  if (lines.length === 0) return null
  const text = MappedText.join(lines)
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(/\{\{\s*([\w-]*)[^{}]*\}\}/g)) {
    const piece = text.slice(match.index, match.index + match[0].length)
    const name = /^\{\{\s*([\w-]+)\s*\}\}$/.exec(match[0])?.[1]
    pieces.push(text.slice(from, match.index))
    pieces.push(MappedText.standingFor(piece, (name === undefined ? undefined : value(name)) ?? HOLE))
    from = match.index + match[0].length
  }
  return from === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}
