import type { Deployment, Directive } from '../model/deployment.ts'
import { speaking } from '../model/directives.ts'
import { type DeclaredProxies, type Judged, judge } from '../model/exposure.ts'
import type { Finding, Level } from '../model/finding.ts'
import { ignoreWithoutReason, unusedIgnore } from './ignores.ts'
import { rules } from './index.ts'
import type { Problem, Rule } from './rule.ts'

/** Levels that the `rules` input sets. */
export type RuleLevels = ReadonlyMap<string, Level | 'off'>

/** Runs every rule, takes out what a comment silences, and speaks up about comments that silence nothing. */
export function checkAll(
  deployment: Deployment,
  proxies: DeclaredProxies,
  levels: RuleLevels
): { readonly findings: readonly Finding[]; readonly judged: Judged } {
  const judged = judge(deployment, proxies)
  const used = new Set<Directive>()
  const findings = new Map<string, Finding>()
  const ignores = deployment.directives.filter(({ kind }) => kind === 'ignore')
  for (const rule of rules) {
    const problems = [...rule.check(judged)]
    const silencers = speaking(
      ignores.filter(({ names }) => names.includes(rule.id)),
      problems.map(({ at }) => at)
    )
    for (const problem of problems) {
      const silencing = silencers(problem.at, problem.statement ?? null)
      for (const directive of silencing) used.add(directive)
      if (silencing.length === 0) add(findings, finding(rule, problem, levels))
    }
  }
  for (const directive of ignores) {
    for (const rule of [ignoreWithoutReason, unusedIgnore]) {
      const problem = rule.judge(directive, used.has(directive))
      if (problem !== null) add(findings, finding(rule, problem, levels))
    }
  }
  return { findings: [...findings.values()].sort(byPlace), judged }
}

function finding(rule: Pick<Rule, 'id' | 'level'>, problem: Problem, levels: RuleLevels): Finding | null {
  const level = levels.get(rule.id) ?? problem.level ?? rule.level
  if (level === 'off') return null
  return {
    rule: rule.id,
    level,
    message: problem.message,
    at: problem.at,
    fix: problem.fix,
    related: problem.related ?? []
  }
}

/** A place that several jobs or rounds of a loop come by is one finding, the gravest of them. */
function add(findings: Map<string, Finding>, found: Finding | null): void {
  if (found === null) return
  const { rule, at } = found
  const key = `${rule} ${at.file} ${at.line} ${at.column}`
  const known = findings.get(key)
  if (known === undefined || gravity(found.level) < gravity(known.level)) findings.set(key, found)
}

const gravity = (level: Level): number => ['error', 'warning', 'notice'].indexOf(level)

const byPlace = (a: Finding, b: Finding): number =>
  a.at.file < b.at.file
    ? -1
    : a.at.file > b.at.file
      ? 1
      : a.at.line - b.at.line || a.at.column - b.at.column || (a.rule < b.rule ? -1 : 1)
