import type { MappedText } from '../../text/mapped-text.ts'
import type { Frame, Recorder, Shell } from '../frame.ts'
import { fileName } from '../path.ts'
import { readQuadlet, wordsOf } from './quadlet.ts'
import { readUnit, type UnitEntry, withSpecifiers } from './unit-file.ts'

/** Lines that run before or as the service itself, in the order in which systemd runs them. */
const starting = ['ExecStartPre', 'ExecStart', 'ExecStartPost']

/** The unit or Quadlet file behind a unit's name: where systemd looks, else by its name in the checkout. */
export function unitFile(unit: string, recorder: Recorder): MappedText | null {
  const name = unit.replace(/\.service$/, '')
  const template = name.replace(/@.*$/, '@')
  for (const file of [`${name}.container`, `${name}.service`, `${template}.container`, `${template}.service`]) {
    for (const folder of [
      '/etc/containers/systemd',
      '/etc/systemd/system',
      '~/.config/containers/systemd',
      '~/.config/systemd/user'
    ]) {
      const found = recorder.locate(`${folder}/${file}`, '/')
      if (found?.via === 'deploy') return found.text
    }
    const paths = recorder.files.list().filter(path => fileName(path) === file)
    const [only] = paths
    if (only !== undefined && paths.length === 1) return recorder.find(only, '.')
  }
  return null
}

/** Records what a unit starts: the container of a Quadlet, or the commands of a service. */
export function startUnit(text: MappedText, unit: string, frame: Frame, shell: Shell): void {
  const entries = readUnit(text)
  const run = readQuadlet(entries, unit, text, frame)
  if (run !== null) return shell.recorder.addContainer(run.container, run.runs)
  const values = (key: string): readonly UnitEntry[] =>
    entries.filter(entry => entry.section === 'Service' && entry.key === key)
  const scope = frame.scope.fork()
  scope.cwd = values('WorkingDirectory').at(-1)?.value.text.replace(/^-/, '') ?? '/'
  for (const assignment of values('Environment').flatMap(({ value }) => wordsOf(value))) {
    const equals = assignment.text.indexOf('=')
    if (equals > 0) scope.set(assignment.text.slice(0, equals), { kind: 'text', text: assignment.slice(equals + 1) })
  }
  for (const { value } of starting.flatMap(values)) {
    const prefix = /^[-@:+!|]*/.exec(value.text)?.[0].length ?? 0
    const command = withSpecifiers(value.slice(prefix), unit)
    // systemd runs the command in the foreground and keeps it: `--rm` is no sign of a passing container there.
    shell.run(command, { ...frame, scope: scope.fork(), supervised: true })
  }
}
