import type { MappedText } from '../text/mapped-text.ts'
import { child, parseYaml } from '../text/yaml.ts'
import { startListed } from './compose/start.ts'
import type { Frame, Recorder } from './frame.ts'
import { Scope } from './scope.ts'
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

/** A file that `paths` names counts as a deployment, whatever calls it. */
export function readListed(text: MappedText, recorder: Recorder, coverage: { steps: number }): void {
  const { path } = text.file
  if (/\.ya?ml$/.test(path)) {
    const root = parseYaml(text).documents[0]?.root
    if (child(root, 'jobs') !== null) readWorkflow(text, recorder, coverage)
    else if (child(root, 'runs') !== null) readAction(text, recorder, coverage, { placement: 'listed' })
    else if (child(root, 'services') !== null) startListed(text, listedFrame(), recorder)
  } else if (/\.(sh|bash)$/.test(path) || /^#!.*\b(ba|da|z)?sh\b/.test(text.text)) {
    runScript(text, listedFrame(), recorder)
  }
}
