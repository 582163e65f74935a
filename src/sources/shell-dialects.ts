import { MappedText } from '../text/mapped-text.ts'

/** What a line continues with in shells whose plain commands read like bash. */
const continuations: Readonly<Record<string, string>> = { pwsh: '`', powershell: '`', cmd: '^' }

/** A script as bash would read it: PowerShell and cmd differ, for plain commands, in the continuation alone. Null for python and the like. */
export function forShell(script: MappedText, shell: string | null): MappedText | null {
  const name = shell?.trim().split(/\s+/)[0]?.replace(/^.*\//, '') ?? 'bash'
  if (/^(bash|sh|dash|zsh)$/.test(name)) return script
  const mark = continuations[name]
  if (mark === undefined) return null
  const pieces: MappedText[] = []
  let from = 0
  for (let at = script.text.indexOf(`${mark}\n`); at !== -1; at = script.text.indexOf(`${mark}\n`, at + 1)) {
    pieces.push(script.slice(from, at), MappedText.standingFor(script.slice(at, at + 1), '\\'))
    from = at + 1
  }
  return pieces.length === 0 ? script : MappedText.join([...pieces, script.slice(from)])
}
