import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { builds } from './builds.ts'
import { deploys } from './deploys.ts'
import { sharedChecks, surroundings } from './surroundings.ts'

/** Writes a checkout of `count` workflows. */
export function writeCheckout(root: string, count: number): void {
  // actionlint takes the folder above .github for a repository where this is there.
  mkdirSync(join(root, '.git'), { recursive: true })
  for (const [path, text] of checkoutFiles(count)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Workflows as repositories have them, and what lies beside them: every tenth deploys, one is called by others. */
export function checkoutFiles(count: number): ReadonlyMap<string, string> {
  const files = new Map(Object.entries(surroundings))
  const own = count === 1 ? 1 : count - 1
  if (own < count) files.set('.github/workflows/shared-checks.yml', sharedChecks)
  for (let n = 0; n < own; n++) files.set(`.github/workflows/workflow-${n}.yml`, workflow(n))
  return files
}

const workflow = (n: number): string => (n % 10 === 0 ? pick(deploys, n / 10)(n) : pick(builds, n)(n))

const pick = <T>(kinds: readonly [T, ...T[]], n: number): T => kinds[n % kinds.length] ?? kinds[0]
