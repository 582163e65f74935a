import { MappedText } from '../text/mapped-text.ts'

/** A shell whose plain commands read like bash once its own marks are put aside. */
interface Dialect {
  /** What a line continues with. */
  readonly continuation: string
  /** An environment variable as it is named there. */
  readonly variable: RegExp
  /** A line that sets a variable: its name, and what follows. */
  readonly assignment: RegExp
}

const powershell: Dialect = {
  continuation: '`',
  variable: /\$\{env:(\w+)\}|\$env:(\w+)/gi,
  assignment: /^\s*\$(?:env:)?(\w+)\s*=\s*(?=["'\d])/i
}

const dialects: Readonly<Record<string, Dialect>> = {
  pwsh: powershell,
  powershell,
  cmd: { continuation: '^', variable: /%(\w+)%()/g, assignment: /^\s*@?set\s+"?(\w+)=/i }
}

/** Where a command of interest starts: at the start of its line, or after what opens a block, a pipe or an assignment. */
const command =
  /(?:^|[{;&|=(])[ \t@]*((?:(?:docker|docker-compose|podman|nerdctl|ssh|scp|nginx|ngrok|stripe|cloudflared|bash|sh|pwsh|powershell|cmd|call|make|npm|curl|wget|iwr|Invoke-WebRequest)(?:\.exe)?[ \t]|["']?[\w.$:{}\\/-]{1,200}\.(?:ps1|bat|cmd)\b).*)$/s

/** `shell: ssh host bash -s < {0}`: neither a shell that GitHub knows by name nor that shell with options, but a command that runs one. */
export const isCommandLine = (shell: string): boolean =>
  shell.includes('{0}') &&
  (/\s-\w*c\s/.test(shell) || !/^\s*(\S*\/)?(bash|sh|dash|zsh|pwsh|powershell|cmd)(\.exe)?\s/i.test(shell))

/** The shell that reads a script with this name; null for bash and what is like it. */
export const shellOf = (path: string): string | null =>
  /\.ps1$/i.test(path) ? 'pwsh' : /\.(?:bat|cmd)$/i.test(path) ? 'cmd' : null

/** A script as texts that bash would read: itself, or the lines of another shell that hold a command. Nothing for python and the like. */
export function forShell(script: MappedText, shell: string | null): readonly MappedText[] {
  const name = shell?.trim().split(/\s+/)[0]?.replace(/^.*\//, '') ?? 'bash'
  if (/^(bash|sh|dash|zsh)$/.test(name)) return [script]
  const dialect = dialects[name]
  return dialect === undefined ? [] : logicalLines(script, dialect).flatMap(line => inBash(line, dialect) ?? [])
}

/** Lines with their continuations; the mark becomes the backslash of bash. */
function logicalLines(script: MappedText, { continuation }: Dialect): readonly MappedText[] {
  const lines: MappedText[] = []
  let pieces: MappedText[] = []
  for (const { 0: line, index } of script.text.matchAll(/[^\n]*\n?/g)) {
    const body = line.replace(/\r?\n$/, '')
    const mark = index + body.length - 1
    if (body !== line && body.endsWith(continuation)) {
      const backslash = MappedText.standingFor(script.slice(mark, mark + 1), '\\')
      pieces.push(script.slice(index, mark), backslash, script.slice(index + line.length - 1, index + line.length))
    } else if (line !== '') {
      lines.push(MappedText.join([...pieces, script.slice(index, index + line.length)]))
      pieces = []
    }
  }
  return pieces.length === 0 ? lines : [...lines, MappedText.join(pieces)]
}

/** An assignment, or the command of a line, as bash writes it; null for what is neither. */
function inBash(line: MappedText, { assignment, variable }: Dialect): MappedText | null {
  const text = line.text.trimEnd()
  const set = assignment.exec(text)
  if (set !== null) {
    const [head, name = ''] = set
    const at = head.indexOf(name)
    const equals = MappedText.standingFor(line.slice(0, head.length), '=')
    const value = withVariables(line.slice(head.length, text.length), variable)
    return MappedText.join([line.slice(at, at + name.length), equals, value])
  }
  const found = command.exec(text)
  const [whole, words = ''] = found ?? []
  if (found === null || whole === undefined) return null
  const start = found.index + whole.length - words.length
  // A block on one line: `if ($old) { docker rm $old }`.
  const close = text.slice(0, start).includes('{') ? text.indexOf('}', start) : -1
  const end = close === -1 ? text.length : close
  return withVariables(line.slice(start, end), variable)
}

/** `.\shop\compose.yml`: there the backslash parts folders. */
const folders = /(?<=[\w.:}])(\\)(?=[\w.$%-])/

function withVariables(line: MappedText, variable: RegExp): MappedText {
  const pieces: MappedText[] = []
  let from = 0
  const marks = new RegExp(`${variable.source}|${folders.source}`, 'gi')
  for (const { 0: whole, 1: first, 2: second, index } of line.text.matchAll(marks)) {
    const inBash = whole === '\\' ? '/' : `\${${first || second}}`
    pieces.push(line.slice(from, index))
    pieces.push(MappedText.standingFor(line.slice(index, index + whole.length), inBash))
    from = index + whole.length
  }
  return pieces.length === 0 ? line : MappedText.join([...pieces, line.slice(from)])
}
