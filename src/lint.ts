import { InputError } from './errors.ts'
import type { Inputs } from './inputs/index.ts'
import { quote } from './inputs/quote.ts'
import type { Publication } from './model/deployment.ts'
import { type Exposed, exposureOf, type Judged } from './model/exposure.ts'
import type { Files } from './platform/host.ts'
import type { LintOutcome, ProxiedBy } from './reports/outcome.ts'
import { checkAll } from './rules/engine.ts'
import { readDeployment } from './sources/index.ts'

/** What linting found, with what the probe needs of it. */
export interface Lint extends LintOutcome {
  /** Ports of the host that stand behind a proxy, and so must not answer from outside. */
  readonly portsBehindProxy: readonly number[]
  /** Published on loopback, proxied or not: what explains a host that refuses connections. */
  readonly onLoopback: readonly Publication[]
}

/** Reads the checkout, judges it, says what was covered. */
export function lintCheckout(files: Files, inputs: Inputs): Lint {
  const { paths, proxy, rules, webhookUrl } = inputs
  const unmatched = paths.unmatched(files.list())
  if (unmatched.length > 0) {
    throw new InputError([
      `paths: got ${unmatched.map(quote).join(', ')}, takes globs that name a file of the checkout; none is named by that`
    ])
  }
  const [url] = webhookUrl
  const deployment = readDeployment(files, {
    named: paths.patterns.length === 0 ? null : path => paths.includes(path),
    excluded: path => paths.excludes(path),
    webhookPath: url === undefined ? null : new URL(url).pathname
  })
  const { findings, judged } = checkAll(deployment, proxy, rules)
  const isLinted = (file: string): boolean => !paths.excludes(file)
  const unlisted = files.unlisted?.() ?? []
  return {
    files: deployment.files.filter(isLinted),
    containers: deployment.containers,
    routes: deployment.routes,
    proxiedBy: proxiedBy(judged),
    findings: findings.filter(({ at }) => isLinted(at.file)),
    unread: [...deployment.unread, ...unlisted.map(({ file, reason }) => ({ file, line: 1, reason }))],
    coverage: deployment.coverage,
    portsBehindProxy: portsBehindProxy(judged.exposed),
    onLoopback: judged.exposed.filter(isAppOnLoopback).map(({ publication }) => publication)
  }
}

const proxiedBy = ({ exposed }: Judged): ReadonlyMap<Publication, ProxiedBy> =>
  new Map(
    exposed.flatMap(({ publication, ways }) => {
      const [way] = ways
      return way === undefined
        ? []
        : [[publication, { file: way.at?.file ?? '', line: way.at?.line ?? 0, proxy: way.proxy }] as const]
    })
  )

/** The first port of a range stands for all of it; 80 and 443 are the proxy's own. */
function portsBehindProxy(exposed: readonly Exposed[]): readonly number[] {
  const ports = exposed.flatMap(({ publication, ways, container }) => {
    const { hostPorts } = publication.mapping
    return ways.length === 0 || container.role === 'proxy' || typeof hostPorts === 'string' ? [] : [hostPorts.first]
  })
  return [...new Set(ports)].filter(port => port !== 80 && port !== 443)
}

const isAppOnLoopback = (exposed: Exposed): boolean =>
  exposed.container.role === 'app' &&
  exposed.publication.mapping.exposure === 'loopback' &&
  exposureOf(exposed) !== 'host-network-publish'
