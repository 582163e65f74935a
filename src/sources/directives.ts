import type { Directive } from '../model/deployment.ts'
import type { SourceFile } from '../text/location.ts'

const form = /(?:^|[\s#])#+[ \t]*webhook-reach-check:[ \t]*(ignore|proxied-by)\b[ \t]*(.*)$/i

/** Comments to this tool, in YAML and in the shell inside it alike: both start with `#` and end with the line. */
export function readDirectives(source: SourceFile): readonly Directive[] {
  if (!/webhook-reach-check:/i.test(source.text)) return []
  const found: Directive[] = []
  let offset = 0
  for (const line of source.text.split('\n')) {
    const match = form.exec(line.replace(/\r$/, ''))
    if (match !== null) {
      const start = offset + match.index + match[0].indexOf('#')
      const at = source.location(start, offset + match.index + match[0].trimEnd().length)
      found.push({ at, ...parse(match[1]?.toLowerCase() ?? '', match[2] ?? '') })
    }
    offset += line.length + 1
  }
  return found
}

function parse(kind: string, rest: string): Pick<Directive, 'kind' | 'names' | 'reason'> {
  if (kind === 'proxied-by') {
    const [proxy = '', ...reason] = rest.trim().split(/\s+/)
    return { kind: 'proxied-by', names: proxy === '' ? [] : [proxy], reason: reason.join(' ') }
  }
  const match = /^\[([^\]]*)\]\s*(.*)$/.exec(rest.trim())
  const names = (match?.[1] ?? '').split(',').map(name => name.trim())
  return {
    kind: 'ignore',
    names: names.filter(name => name !== ''),
    reason: (match?.[2] ?? rest).replace(/^[-:\s]+/, '').trim()
  }
}
