import type { Deployment, Hint } from '../model/deployment.ts'
import { exposureOf, judge } from '../model/exposure.ts'
import type { Files } from '../platform/host.ts'
import { SourceFile } from '../text/location.ts'
import { child, entriesOf, parseYaml, textsOf } from '../text/yaml.ts'
import { containerTunnels } from './commands/tunnels.ts'
import { describedProxies } from './described.ts'
import { readDirectives } from './directives.ts'
import { Interest } from './interest.ts'
import { readListed } from './listed.ts'
import { Reading } from './reading.ts'
import { readRoutes } from './routes.ts'
import { webhookPathOf } from './webhook-urls.ts'
import { readWorkflow } from './workflow.ts'

/** What to read. */
export interface ReadOptions {
  /** Files that `paths` names; null leaves it to discovery. */
  readonly named: ((path: string) => boolean) | null
  readonly excluded: (path: string) => boolean
  /** The path that the webhook is posted to; null is the one that a workflow gives this action, else the usual one. */
  readonly webhookPath: string | null
}

const isWorkflow = (path: string): boolean => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)

/** So many workflows are parsed whatever they say, and what is broken in them is told; of more, those with a word of interest. */
const parsedAnyway = 16

/** Reads what the checkout deploys, and every proxy it declares. Runs nothing, opens no socket. */
export function readDeployment(files: Files, options: ReadOptions): Deployment {
  const paths = files.list().filter(path => !options.excluded(path))
  const reading = new Reading(files)
  const coverage = { workflows: 0, steps: 0, scripts: 0, composeFiles: 0, proxyConfigs: 0 }
  const entries = paths.filter(options.named ?? isWorkflow)
  const interest = new Interest(files)
  const skimmed: string[] = []
  const callable: string[] = []
  const read = (path: string): void => {
    const text = reading.source(path)
    if (text === null) return
    if (isWorkflow(path)) readWorkflow(text, reading, coverage)
    else readListed(text, reading, coverage)
  }
  for (const path of entries) {
    if (isWorkflow(path)) coverage.workflows++
    if (coverage.workflows > parsedAnyway && options.named === null && interest.lacks(path)) skimmed.push(path)
    else if (isWorkflow(path) && isOnlyCalled(path, files)) callable.push(path)
    else read(path)
  }
  // A workflow that others call has its inputs from them; by itself it would be read with none.
  for (const path of callable) if (!reading.read.includes(path)) read(path)
  // Dockerfiles are read with the containers, and hold comments to this tool too.
  const containers = reading.containers()
  const linted = [...new Set([...skimmed, ...reading.read])]
  const webhookPath = webhookPathOf(options.webhookPath, reading.webhookUrls)
  const { routes, ownRoutes, configs } = readRoutes(reading, paths, containers, webhookPath.path)
  const commented = [...new Set([...reading.read, ...configs])].flatMap(path => reading.source(path)?.file ?? [])
  const deployment: Deployment = {
    containers,
    routes: [...routes, ...[...ownRoutes.values()].flat()],
    ownRoutes,
    hints: reading.hints,
    directives: commented.flatMap(readDirectives),
    cutOffs: reading.cutOffs,
    tunnels: [...reading.tunnels, ...containerTunnels(reading.programs())],
    webhookUrls: reading.webhookUrls,
    webhookPath,
    together: reading.together(containers),
    unread: reading.unread,
    files: [...new Set([...linted, ...configs.filter(path => paths.includes(path))])],
    coverage: {
      ...coverage,
      linted: linted.length,
      skimmed: skimmed.length,
      scripts: linted.filter(path => !notScript.test(path)).length,
      composeFiles: reading.composeFiles.size,
      proxyConfigs: configs.length
    }
  }
  return { ...deployment, hints: [...deployment.hints, ...describedHints(deployment, files, paths)] }
}

/** True for a workflow that runs only when another one calls it. */
function isOnlyCalled(path: string, files: Files): boolean {
  const result = files.read(path)
  if (result === null || !('text' in result) || !result.text.includes('workflow_call')) return false
  const root = parseYaml(new SourceFile(path, result.text)).documents[0]?.root
  const on = child(root, 'on') ?? child(root, 'true')
  const events = [...textsOf(on).map(({ text }) => text), ...entriesOf(on).map(({ key }) => key.text.text)]
  return events.length === 1 && events[0] === 'workflow_call'
}

/** What is read beside scripts: workflows and compose files, Dockerfiles, env files, what tools are configured by. */
const notScript =
  /\.(ya?ml|json|py|[cm]?[jt]s|env|conf|toml|cfg)$|(^|[/.])(Dockerfile|Containerfile|\.env|\.flaskenv)([.-][\w.-]+)?$/i

/** Prose is read only where a finding is at stake that it may soften. */
function describedHints(deployment: Deployment, files: Files, paths: readonly string[]): readonly Hint[] {
  const ports = judge(deployment, 'auto').exposed.flatMap(exposed => {
    const { hostPorts } = exposed.publication.mapping
    return exposureOf(exposed) === 'loopback-without-proxy' && typeof hostPorts !== 'string' ? [hostPorts] : []
  })
  return ports.length === 0 ? [] : describedProxies(files, paths, ports)
}
