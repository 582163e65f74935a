import type { Container, Publication, Route } from '../model/deployment.ts'
import type { Finding } from '../model/finding.ts'
import type { ProbeResult } from '../model/hop.ts'
import { formatRange, type PortMapping, type PortRange } from '../model/port-mapping.ts'
import { HOLE } from '../text/mapped-text.ts'
import { excerpt } from './escape.ts'
import { shownUrl } from './links.ts'
import type { LintOutcome, Outcome } from './outcome.ts'
import type { Report } from './report.ts'

/** A port as published: a number, a range as text, or `random` or `unknown`. */
const portOf = (ports: PortRange | 'random' | 'unknown'): number | string =>
  typeof ports === 'string' ? ports : ports.first === ports.last ? ports.first : formatRange(ports)

/** Null is every interface; an address that is not known before the run is no such claim. */
const addressOf = ({ exposure, hostAddress }: PortMapping): string | null =>
  hostAddress === null && exposure === 'unknown' ? 'unknown' : hostAddress

/** What is not known before the run is shown as such: `ghcr.io/acme/shop:…`. */
const known = (text: string | null): string | null => text?.replaceAll(HOLE, '…') ?? null

const publication = (container: Container, { at, mapping }: Publication, proxiedBy: unknown) => ({
  file: at.file,
  line: at.line,
  column: at.column,
  engine: container.engine,
  placement: container.placement,
  job: container.job,
  step: known(container.step),
  container: known(container.name),
  image: known(container.image),
  hostAddress: addressOf(mapping),
  hostPort: portOf(mapping.hostPorts),
  containerPort: portOf(mapping.containerPorts),
  protocol: mapping.protocol,
  dataStore: container.role === 'data-store',
  proxiedBy
})

const route = ({ at, proxy, listeners, serverNames, path, upstream }: Route) => ({
  file: at.file,
  line: at.line,
  proxy,
  listen: listeners.map(({ port, tls }) => ({ port, tls })),
  serverNames,
  path,
  upstream: { host: known(upstream.host), port: upstream.port }
})

/** A finding as `findings` and report.json publish it. */
export const findingJson = ({ rule, level, message, at, fix, related }: Finding) => ({
  rule,
  level,
  message,
  file: at.file,
  line: at.line,
  column: at.column,
  endLine: at.endLine,
  endColumn: at.endColumn,
  fix: fix === null ? null : { description: fix.description, edits: fix.edits.map(edit => editJson(edit, at.file)) },
  related: related.map(one => ({ file: one.at.file, line: one.at.line, message: one.message }))
})

/** An edit is in the finding's own file, or names the other. */
const editJson = (
  { file, line, column, endLine, endColumn, text }: NonNullable<Finding['fix']>['edits'][number],
  own: string
) => ({
  ...(file === own ? {} : { file }),
  line,
  column,
  endLine,
  endColumn,
  text
})

const lintJson = ({ files, containers, routes, proxiedBy, findings, unread }: LintOutcome) => ({
  files,
  publications: containers.flatMap(container =>
    container.publications.map(one => publication(container, one, proxiedBy.get(one) ?? null))
  ),
  routes: routes.map(route),
  findings: findings.map(findingJson),
  unread
})

const probeJson = (probe: ProbeResult) => ({
  ...probe,
  url: shownUrl(probe.url),
  webhook: { ...probe.webhook, bodyExcerpt: excerpt(probe.webhook.bodyExcerpt) }
})

/** report.json: the outcome as data, for other programs. Names in it are public. */
export const renderJson = (outcome: Outcome): string =>
  `${inertJson(
    JSON.stringify(
      {
        schema: 1,
        tool: { name: 'webhook-reach-check', version: outcome.version },
        verdict: outcome.verdict,
        lint: outcome.lint === null ? null : lintJson(outcome.lint),
        probe: outcome.probes.map(probeJson),
        stripe: outcome.stripe,
        server: outcome.server
      },
      null,
      2
    )
  )}\n`

/**
 * The same data without a character that a terminal acts on, and without `##[`, which the runner does: JSON has its own
 * escapes for them.
 */
export const inertJson = (json: string): string =>
  json.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]|(?<=##)\[/gu, character =>
    character.split('').map(unitEscape).join('')
  )

const unitEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** report.json on standard output. */
export const json: Report = {
  id: 'json',
  deliver: (outcome, _context, host) => host.print(renderJson(outcome))
}
