import type { MappedText } from '../text/mapped-text.ts'
import { child, parseYaml } from '../text/yaml.ts'
import { Playbook } from './ansible/playbook.ts'
import { isCloudInit, readCloudInit } from './cloud-init.ts'
import { dispatch } from './commands/index.ts'
import { makeAll } from './commands/make.ts'
import { servicesOf } from './compose/project.ts'
import { startListed } from './compose/start.ts'
import type { Frame, Recorder, Shell } from './frame.ts'
import { readKamal } from './kamal.ts'
import { fileName } from './path.ts'
import { Scope } from './scope.ts'
import { startUnit } from './units/start-unit.ts'
import { runScript } from './walk.ts'
import { readAction, readWorkflow } from './workflow.ts'

/** As if somebody ran it by hand on the server. */
export const listedFrame = (): Frame => ({
  placement: 'listed',
  workflow: null,
  job: null,
  step: null,
  calls: [],
  scope: new Scope(),
  stdin: null,
  arms: [],
  depth: 0
})

/** The shell that runs what such a file holds. */
const listedShell = (recorder: Recorder): Shell => {
  const shell: Shell = {
    recorder,
    run: (text, frame) => runScript(text, { ...frame, depth: frame.depth + 1 }, recorder),
    invoke: invocation => dispatch(invocation, shell)
  }
  return shell
}

/** A file that `paths` names counts as a deployment, whatever calls it. */
export function readListed(text: MappedText, recorder: Recorder, coverage: { steps: number }): void {
  const { path } = text.file
  if (/\.ya?ml$/.test(path) || text.text.startsWith('#cloud-config')) {
    const { documents, error } = parseYaml(text)
    const root = documents[0]?.root ?? null
    if (error !== null) {
      const reason = `it is no valid YAML: ${error.message}`
      recorder.addUnread({ file: path, line: error.line, reason, whole: true })
    } else if (root?.kind === 'list') new Playbook(new Map(), listedShell(recorder)).read(text, listedFrame())
    else if (/(^|\/)config\/deploy(\.[\w-]+)?\.ya?ml$/.test(path)) readKamal([text], listedFrame(), recorder)
    else if (isCloudInit(text.text)) readCloudInit(root, listedShell(recorder), listedFrame())
    else if (child(root, 'jobs') !== null) readWorkflow(text, recorder, coverage)
    else if (child(root, 'runs') !== null) readAction(text, recorder, coverage, { placement: 'listed' })
    else if (servicesOf(root) !== null) startListed(text, listedFrame(), recorder)
  } else if (/\.(sh|bash)$/.test(path) || /^#!.*\b(ba|da|z)?sh\b/.test(text.text)) {
    runScript(text, listedFrame(), recorder)
  } else if (/\.(container|service)$/.test(path)) startUnit(text, fileName(path), listedFrame(), listedShell(recorder))
  else if (/(^|\/)(GNU)?[Mm]akefile$|\.mk$/.test(path)) makeAll(text, listedFrame(), listedShell(recorder))
}
