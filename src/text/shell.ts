import {
  type Assignment,
  type Command,
  forEachChild,
  type HereDoc,
  type ParsedScript,
  type Pipeline,
  parse,
  type Redirection,
  type SyntaxNode,
  type Word,
  type WordPart
} from 'unbash'
import { MappedText } from './mapped-text.ts'

export type { Assignment, Command, HereDoc, ParsedScript, Pipeline, Redirection, SyntaxNode, Word, WordPart }
export { forEachChild }

/** A parsed script with the text that its positions count in. */
export interface ShellScript {
  readonly tree: ParsedScript
  readonly source: MappedText
  /** The first place where the parser had to guess, as an offset into `source`; null for sound shell. */
  readonly brokenAt: { readonly offset: number; readonly message: string } | null
}

/** Reads bash, and with it sh. Never throws: broken shell gives the part that could be read. */
export function parseShell(source: MappedText): ShellScript {
  const tree = parse(source.text)
  const [error] = tree.errors ?? []
  return { tree, source, brokenAt: error === undefined ? null : { offset: error.pos, message: error.message } }
}

/** The script of a `$(…)`; its positions count in the outer text, unless escaped backquotes gave it a text of its own. */
export function nestedScript(tree: ParsedScript, outer: MappedText, written: MappedText): ShellScript {
  const source = tree.source === undefined ? outer : MappedText.standingFor(written, tree.source)
  return { tree, source, brokenAt: null }
}
