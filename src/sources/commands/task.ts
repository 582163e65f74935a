import { HOLE, MappedText } from '../../text/mapped-text.ts'
import { child, entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from '../../text/yaml.ts'
import { type FlagTable, parseInterspersed } from '../flags.ts'
import type { CommandFamily, Frame, Shell } from '../frame.ts'
import { joinPath } from '../path.ts'
import { entered } from './called.ts'

const taskFlags: FlagTable = {
  values: new Set(['taskfile', 'dir', 'concurrency', 'output', 'interval']),
  switches: new Set(),
  short: { t: 'taskfile', d: 'dir', C: 'concurrency', o: 'output' }
}
const names = [
  'Taskfile.yml',
  'taskfile.yml',
  'Taskfile.yaml',
  'taskfile.yaml',
  'Taskfile.dist.yml',
  'Taskfile.dist.yaml'
]

/** `task deploy`: commands of a Taskfile, after the tasks it depends on (taskfile.dev). */
export const task: CommandFamily = {
  names: ['task', 'go-task'],
  run(invocation, shell) {
    const { flags, rest } = parseInterspersed(invocation.args, taskFlags)
    const frame = entered(invocation, shell)
    if (frame === null) return
    const given = (name: string): string | undefined => flags.findLast(flag => flag.name === name)?.value?.text
    frame.scope.cwd = joinPath(frame.scope.cwd, given('dir') ?? '.')
    const file = given('taskfile')
    const text = (file === undefined ? names : [file]).flatMap(
      name => shell.recorder.find(name, frame.scope.cwd) ?? []
    )[0]
    if (text === undefined) return
    const root = parseYaml(text).documents[0]?.root ?? null
    const wanted = rest.map(field => field.text.text).filter(word => !word.includes('='))
    for (const name of wanted.length > 0 ? wanted : ['default']) runTask(name, root, frame, shell, new Set())
  }
}

function runTask(name: string, root: YamlNode | null, frame: Frame, shell: Shell, done: Set<string>): void {
  const node = child(child(root, 'tasks'), name)
  if (node === null || done.has(name)) return
  done.add(name)
  for (const need of itemsOf(child(node, 'deps'))) {
    const other = textOf(need) ?? textOf(child(need, 'task'))
    if (other !== null) runTask(other.text, root, frame, shell, done)
  }
  const folder = textOf(child(node, 'dir'))
  const scope = frame.scope.fork()
  if (folder !== null && !folder.text.includes('{{')) scope.cwd = joinPath(scope.cwd, folder.text)
  const variables = new Map(
    [child(root, 'vars'), child(node, 'vars')].flatMap(vars =>
      entriesOf(vars).flatMap(({ key, value }) => {
        const text = textOf(value)
        return text === null || text.text.includes('{{') ? [] : [[key.text.text, text.text] as const]
      })
    )
  )
  const commands = node.kind === 'list' ? node : (child(node, 'cmds') ?? child(node, 'cmd') ?? node)
  for (const command of commands.kind === 'list' ? commands.items : [commands]) {
    const other = textOf(child(command, 'task'))
    const text = textOf(command) ?? textOf(child(command, 'cmd'))
    if (other !== null) runTask(other.text, root, frame, shell, done)
    else if (text !== null) shell.run(withVariables(text, variables), { ...frame, scope: scope.fork() })
  }
}

/** `{{.NAME}}` by the file's literal variables; any other template is unknown. */
function withVariables(text: MappedText, variables: ReadonlyMap<string, string>): MappedText {
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(/\{\{-?\s*(?:\.(\w+)\s*)?[^{}]*\}\}/g)) {
    const piece = text.slice(match.index, match.index + match[0].length)
    const name = /^\{\{-?\s*\.\w+\s*-?\}\}$/.test(match[0]) ? match[1] : undefined
    pieces.push(text.slice(from, match.index))
    pieces.push(MappedText.standingFor(piece, (name === undefined ? undefined : variables.get(name)) ?? HOLE))
    from = match.index + match[0].length
  }
  return from === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}
