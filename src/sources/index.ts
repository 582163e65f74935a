import type { Deployment } from '../model/deployment.ts'
import type { Files } from '../platform/host.ts'
import { child, parseYaml } from '../text/yaml.ts'
import { startListed } from './compose/start.ts'
import { readDirectives } from './directives.ts'
import type { Frame } from './frame.ts'
import { Reading } from './reading.ts'
import { readRoutes } from './routes.ts'
import { Scope } from './scope.ts'
import { runScript } from './walk.ts'
import { readAction, readWorkflow } from './workflow.ts'

/** What to read. */
export interface ReadOptions {
  /** Files that `paths` names; null leaves it to discovery. */
  readonly named: ((path: string) => boolean) | null
  readonly excluded: (path: string) => boolean
  /** The path that the webhook is posted to; `/webhooks/stripe` where nobody says. */
  readonly webhookPath: string
}

const isWorkflow = (path: string): boolean => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)

/** Reads what the checkout deploys, and every proxy it declares. Runs nothing, opens no socket. */
export function readDeployment(files: Files, options: ReadOptions): Deployment {
  const paths = files.list().filter(path => !options.excluded(path))
  const reading = new Reading(files)
  const coverage = { workflows: 0, steps: 0, scripts: 0, composeFiles: 0, proxyConfigs: 0 }
  const entries = paths.filter(options.named ?? isWorkflow)
  for (const path of entries) {
    const text = reading.source(path)
    if (text === null) continue
    if (isWorkflow(path)) {
      coverage.workflows++
      readWorkflow(text, reading, coverage)
    } else readListed(path, reading, coverage)
  }
  const linted = reading.read
  const containers = reading.containers()
  const { routes, ownRoutes, configs } = readRoutes(reading, paths, containers, options.webhookPath)
  const sources = reading.read.flatMap(path => reading.source(path)?.file ?? [])
  return {
    containers,
    routes: [...routes, ...[...ownRoutes.values()].flat()],
    ownRoutes,
    hints: reading.hints,
    directives: sources.flatMap(readDirectives),
    unread: reading.unread,
    files: linted,
    coverage: {
      ...coverage,
      scripts: linted.filter(path => !/\.ya?ml$/.test(path)).length,
      composeFiles: reading.composeFiles.size,
      proxyConfigs: configs
    }
  }
}

/** A file that `paths` names counts as a deployment, whatever calls it. */
function readListed(path: string, reading: Reading, coverage: { steps: number }): void {
  const text = reading.source(path)
  if (text === null) return
  const frame: Frame = {
    placement: 'listed',
    workflow: null,
    job: null,
    step: null,
    calls: [],
    scope: new Scope(),
    stdin: null,
    arms: [],
    depth: 0
  }
  if (/\.ya?ml$/.test(path)) {
    const root = parseYaml(text).documents[0]?.root
    if (child(root, 'jobs') !== null) readWorkflow(text, reading, coverage)
    else if (child(root, 'services') !== null) startListed(text, frame, reading)
    else if (child(root, 'runs') !== null) readAction(text, reading, coverage, { placement: 'listed' })
  } else if (/\.(sh|bash)$/.test(path) || /^#!.*\b(ba|da|z)?sh\b/.test(text.text)) runScript(text, frame, reading)
}
