import { MappedText } from '../../text/mapped-text.ts'
import { fieldPart } from '../../text/shell-words.ts'
import { child, parseYaml, textOf, type YamlNode } from '../../text/yaml.ts'
import { type FlagTable, parseFlags } from '../flags.ts'
import type { CommandFamily } from '../frame.ts'
import { packageScript } from '../listeners/unwrap.ts'
import { joinPath } from '../path.ts'
import { entered } from './called.ts'

/** Flags before the script that take a value. */
const managerFlags: FlagTable = {
  values: new Set(['prefix', 'C', 'dir', 'cwd', 'filter', 'F', 'w', 'workspace', 'loglevel']),
  switches: new Set(['silent', 's']),
  short: {}
}
const folderFlags = ['prefix', 'C', 'dir', 'cwd']

/** `npm run deploy`, `yarn deploy`, `pnpm -C ops deploy`: a script of package.json, with its `pre` and `post`. */
export const packageScripts: CommandFamily = {
  names: ['npm', 'yarn', 'pnpm', 'bun'],
  run(invocation, shell) {
    const { name, args } = invocation
    const before = parseFlags(args, managerFlags)
    const run = /^run(-script)?$/.test(before.rest[0]?.text.text ?? '')
    const after = parseFlags(run ? before.rest.slice(1) : before.rest, managerFlags)
    const tool = MappedText.standingFor(invocation.statement, name)
    const verb = run ? [MappedText.standingFor(invocation.statement, 'run')] : []
    const called = packageScript([tool, ...verb, ...after.rest.map(field => fieldPart(field))])
    const folder = [...before.flags, ...after.flags].find(flag => folderFlags.includes(flag.name))?.value?.text
    const frame = entered(invocation, shell)
    if (called === null || frame === null) return
    if (folder !== undefined) frame.scope.cwd = joinPath(frame.scope.cwd, folder)
    const text = shell.recorder.find('package.json', frame.scope.cwd)
    const scripts: YamlNode | null = text === null ? null : child(parseYaml(text).documents[0]?.root, 'scripts')
    for (const script of [`pre${called.script}`, called.script, `post${called.script}`]) {
      const found = textOf(child(scripts, script))
      if (found === null) continue
      const more =
        script === called.script ? called.more.flatMap(word => [MappedText.standingFor(found, ' '), word]) : []
      shell.run(MappedText.join([found, ...more]), { ...frame, scope: frame.scope.fork() })
    }
  }
}
