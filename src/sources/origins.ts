import type { Location } from '../text/location.ts'
import { HOLE, type MappedText } from '../text/mapped-text.ts'
import type { Scope } from './scope.ts'

/** A longer chain of names for one value is a circle. */
const longest = 8

/** The text that a variable stands for, back to the one that no variable gave. */
export function origin(text: MappedText, scope: Scope): MappedText {
  let found = text
  for (let step = 0; step < longest && found.text === HOLE; step++) {
    const value = scope.variable(nameIn(found))
    if (value?.kind !== 'text') break
    found = value.text
  }
  return found
}

/** The places by which an unknown value is known: where it is used, and where what it names was set. */
export const placesOf = (text: MappedText, scope: Scope): readonly Location[] => [
  text.location(),
  origin(text, scope).location()
]

/** What the checkout holds where an unknown value stands. */
export const writtenAt = (text: MappedText): string => text.file.text.slice(...text.span())

/** `CID` of `$CID` and `${{ env.CID }}`; an output by its whole path. */
function nameIn(text: MappedText): string {
  const [, variable, env, output] =
    /^(?:\$\{?(\w+)\}?|\$\{\{\s*(?:env\.(\w+)|(steps\.[\w-]+\.outputs\.[\w-]+))\s*\}\})$/.exec(writtenAt(text)) ?? []
  return variable ?? env ?? output ?? ''
}
