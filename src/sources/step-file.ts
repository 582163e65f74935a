import type { MappedText } from '../text/mapped-text.ts'
import type { Recorder } from './frame.ts'

/** Beside the file that `GITHUB_ENV` names stands the one that `GITHUB_OUTPUT` names. */
export const outputsOf = (envFile: string): string => envFile.replace(/env$/, 'output')

/** A file by which steps hand values on, read on from where the last one left it: read as a whole each time, many steps take forever. */
export class StepFile {
  readonly #path: string
  readonly #recorder: Recorder
  #read: number

  constructor(path: string, recorder: Recorder) {
    this.#path = path
    this.#recorder = recorder
    this.#read = recorder.writtenTo(path)?.text.length ?? 0
  }

  /** The `NAME=value` lines that were written since. */
  next(): readonly (readonly [name: string, value: MappedText])[] {
    const text = this.#recorder.writtenTo(this.#path)
    if (text === null) return []
    const added = text.slice(text.text.length < this.#read ? 0 : this.#read)
    this.#read = text.text.length
    return Array.from(added.text.matchAll(/^([A-Za-z_][\w-]*)=(.*)$/gm), match => {
      const [all, name = ''] = match
      return [name, added.slice(match.index + name.length + 1, match.index + all.length)] as const
    })
  }
}
