import type { MappedText } from '../text/mapped-text.ts'
import { type Field, fieldPart } from '../text/shell-words.ts'

/** Which flags of a command take a value; every other is a switch. Long names without dashes, short ones as letters. */
export interface FlagTable {
  readonly values: ReadonlySet<string>
  readonly switches: ReadonlySet<string>
  /** Short letter to long name. */
  readonly short: Readonly<Record<string, string>>
}

export interface ParsedFlags {
  readonly flags: readonly { readonly name: string; readonly value: MappedText | null; readonly field: Field }[]
  /** From the first word that is neither a flag nor a flag's value. */
  readonly rest: readonly Field[]
}

/**
 * Reads flags as pflag and getopt do: `--name value`, `--name=value`, `-n value`, `-nvalue`, `-n=value`, clusters of
 * switches that may end in a flag with a value; `--` ends them. Flags after the first operand are not read.
 */
export function parseFlags(
  args: readonly Field[],
  table: FlagTable,
  isOptions: (index: number) => boolean = () => false
): ParsedFlags {
  const flags: { name: string; value: MappedText | null; field: Field }[] = []
  let index = 0
  for (; index < args.length; index++) {
    const field = args[index]
    const word = field?.text.text ?? ''
    if (field === undefined) break
    if (word === '--') return { flags, rest: args.slice(index + 1) }
    if (!word.startsWith('-') || word === '-') {
      if (isOptions(index)) continue
      break
    }
    const { name, value } = word.startsWith('--') ? long(field) : short(field, table, flags)
    if (value !== null || !table.values.has(name)) flags.push({ name, value, field })
    else {
      const next = args[++index]
      flags.push({ name, value: next === undefined ? null : fieldPart(next), field: next ?? field })
    }
  }
  return { flags, rest: args.slice(index) }
}

/** As `parseFlags`, for commands that take flags after operands too; `rest` are the operands alone. */
export function parseInterspersed(args: readonly Field[], table: FlagTable): ParsedFlags {
  const flags: ParsedFlags['flags'][number][] = []
  const operands: Field[] = []
  for (let left = args; left.length > 0; ) {
    const parsed = parseFlags(left, table)
    flags.push(...parsed.flags)
    const [operand] = parsed.rest
    if (operand !== undefined) operands.push(operand)
    left = parsed.rest.slice(1)
  }
  return { flags, rest: operands }
}

function long(field: Field): { name: string; value: MappedText | null } {
  const word = field.text.text
  const equals = word.indexOf('=')
  return equals === -1
    ? { name: word.slice(2), value: null }
    : { name: word.slice(2, equals), value: fieldPart(field, equals + 1) }
}

/** Leaves the last flag of a cluster to the caller; the switches before it are put into `flags`. */
function short(
  field: Field,
  table: FlagTable,
  flags: { name: string; value: MappedText | null; field: Field }[]
): { name: string; value: MappedText | null } {
  const word = field.text.text
  for (let at = 1; at < word.length; at++) {
    const letter = word[at] ?? ''
    const name = table.short[letter] ?? letter
    const more = at + 1 < word.length
    if (table.values.has(name))
      return { name, value: more ? fieldPart(field, word[at + 1] === '=' ? at + 2 : at + 1) : null }
    if (more && word[at + 1] === '=') return { name, value: fieldPart(field, at + 2) }
    if (!more) return { name, value: null }
    flags.push({ name, value: null, field })
  }
  return { name: '', value: null }
}
